//! Decodes server-sent events from bytes, wherever they are cut (WHATWG HTML §9.2).

use crate::api::MAX_REPLY;
use crate::model::{Error, ErrorKind, Result};

/// Reads a stream of server-sent events, piece by piece.
/// Lines end in LF, CRLF or CR; lines that begin with a colon are comments and keep a
/// connection alive; the `data` lines of an event are joined by line breaks. A line that
/// is a JSON object is an event of its own, as in NDJSON. The size of an event is bounded,
/// so that a stream without line breaks cannot fill the memory.
///
/// ```
/// use sorakit::api::chat::EventDecoder;
///
/// let mut decoder = EventDecoder::default();
/// assert!(decoder.push(b": keep-alive\n\ndata: {\"a\"").unwrap().is_empty());
/// let events = decoder.push(b":1}\r\n\r\ndata: [DONE]\n\n").unwrap();
/// assert_eq!(events[0].data, "{\"a\":1}");
/// assert_eq!(events[1].data, "[DONE]");
/// ```
#[derive(Debug)]
pub struct EventDecoder {
    /// The line that has not ended yet.
    line: Vec<u8>,
    /// Set when the last byte was a CR, whose LF may still come.
    after_cr: bool,
    begun: bool,
    name: Option<String>,
    data: Option<String>,
    limit: usize,
}

/// One event of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerEvent {
    /// The event's name, if it has one.
    pub name: Option<String>,
    /// The data.
    pub data: String,
}

impl Default for EventDecoder {
    fn default() -> Self {
        Self::new(MAX_REPLY)
    }
}

impl EventDecoder {
    /// Makes a decoder whose events have at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            line: Vec::new(),
            after_cr: false,
            begun: false,
            name: None,
            data: None,
            limit,
        }
    }

    /// Takes bytes, and returns the events that they complete.
    ///
    /// # Errors
    /// `unexpected_response` when an event is longer than the limit.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<Vec<ServerEvent>> {
        let mut events = Vec::new();
        if self.after_cr && !bytes.is_empty() {
            self.after_cr = false;
            bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
        }
        while let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.extend(&bytes[..end])?;
            events.extend(self.end_line());
            let ending = bytes[end];
            bytes = &bytes[end + 1..];
            if ending == b'\r' {
                match bytes.first() {
                    Some(b'\n') => bytes = &bytes[1..],
                    Some(_) => {}
                    None => self.after_cr = true,
                }
            }
        }
        self.extend(bytes)?;
        Ok(events)
    }

    /// Returns the event in which the stream ended, if its last blank line is missing.
    pub fn finish(&mut self) -> Option<ServerEvent> {
        self.end_line().or_else(|| self.end_event())
    }

    fn extend(&mut self, bytes: &[u8]) -> Result<()> {
        let held = self.line.len() + self.data.as_ref().map_or(0, String::len);
        if held + bytes.len() > self.limit {
            return Err(Error::new(
                ErrorKind::UnexpectedResponse,
                format!(
                    "the server sends an event of more than {} bytes",
                    self.limit
                ),
            ));
        }
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    fn end_line(&mut self) -> Option<ServerEvent> {
        let line = std::mem::take(&mut self.line);
        let mut line = line.as_slice();
        if !std::mem::replace(&mut self.begun, true) {
            line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        }
        if line.is_empty() {
            return self.end_event();
        }
        let line = String::from_utf8_lossy(line);
        // No field begins so: it is NDJSON, or an error written in between.
        if line.starts_with('{') {
            return Some(ServerEvent {
                name: None,
                data: line.into_owned(),
            });
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.name = Some(value.to_owned()),
            // A comment has no field name; `id` and `retry` are for reconnecting,
            // which a creation must never do.
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<ServerEvent> {
        let name = self.name.take();
        let data = self.data.take()?;
        Some(ServerEvent { name, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &[u8] = b"\xef\xbb\xbf: hello\n\ndata: one\r\ndata:two\r\n\r\n\
        event: error\rdata:  three\r\r\nid: 7\nretry: 10\nother\n\ndata\n\n\
        data: \xe7\x8c\xab\n\ndata: [DONE]";

    fn expected() -> Vec<(Option<&'static str>, &'static str)> {
        vec![
            (None, "one\ntwo"),
            (Some("error"), " three"),
            (None, ""),
            (None, "猫"),
            (None, "[DONE]"),
        ]
    }

    fn read(pieces: impl Iterator<Item = &'static [u8]>) -> Vec<ServerEvent> {
        let mut decoder = EventDecoder::default();
        let mut events = Vec::new();
        for piece in pieces {
            events.extend(decoder.push(piece).unwrap());
        }
        events.extend(decoder.finish());
        events
    }

    #[test]
    fn the_events_are_the_same_wherever_the_bytes_are_cut() {
        for size in 1..=STREAM.len() {
            let events = read(STREAM.chunks(size));
            let seen: Vec<_> = events
                .iter()
                .map(|event| (event.name.as_deref(), event.data.as_str()))
                .collect();
            assert_eq!(seen, expected(), "pieces of {size}");
        }
    }

    #[test]
    fn an_endless_event_is_refused() {
        let mut decoder = EventDecoder::new(100);
        assert!(decoder.push(&[b'x'; 100]).is_ok());
        assert!(decoder.push(b"x").is_err());
        let mut decoder = EventDecoder::new(100);
        let error = (0..100).find_map(|_| decoder.push(b"data: 0123456789\n").err());
        assert_eq!(error.unwrap().kind(), ErrorKind::UnexpectedResponse);
    }
}
