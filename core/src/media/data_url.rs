//! A file embedded in an answer as text: `data:video/mp4;base64,…`.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use std::fmt;

/// The pieces of the file in a data URL. It is never in memory as a whole.
pub(crate) struct DataUrl<T> {
    text: T,
    at: usize,
    content_type: usize,
}

/// The length of text read at once.
const PIECE: usize = 64 << 10;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl<T: AsRef<str>> DataUrl<T> {
    /// Reads the head of a data URL in base64. A text without one is base64 alone.
    pub(crate) fn read(text: T) -> Result<Self, NoDataUrl> {
        let begins = text.as_ref().get(.."data:".len());
        if !begins.is_some_and(|begins| begins.eq_ignore_ascii_case("data:")) {
            return Ok(Self {
                at: 0,
                content_type: 0,
                text,
            });
        }
        let (head, _) = text.as_ref().split_once(',').ok_or(NoDataUrl)?;
        if !head.to_ascii_lowercase().ends_with(";base64") {
            return Err(NoDataUrl);
        }
        let content_type = head.find(';').unwrap_or(head.len());
        Ok(Self {
            at: head.len() + 1,
            content_type,
            text,
        })
    }

    /// The type that the data URL states.
    pub(crate) fn content_type(&self) -> Option<&str> {
        let stated = self.text.as_ref().get("data:".len()..self.content_type)?;
        (!stated.is_empty()).then_some(stated)
    }
}

impl<T: AsRef<str>> Iterator for DataUrl<T> {
    type Item = Result<Bytes, NoDataUrl>;

    /// The next bytes. Either alphabet is accepted, and white space and padding are
    /// skipped.
    fn next(&mut self) -> Option<Result<Bytes, NoDataUrl>> {
        let text = self.text.as_ref().as_bytes();
        let mut piece = Vec::with_capacity(PIECE);
        while piece.len() < PIECE
            && let Some(byte) = text.get(self.at)
        {
            self.at += 1;
            match byte {
                b'-' => piece.push(b'+'),
                b'_' => piece.push(b'/'),
                b'=' | b' ' | b'\t' | b'\r' | b'\n' => {}
                byte => piece.push(*byte),
            }
        }
        if piece.is_empty() {
            return None;
        }
        let bytes = BASE64.decode(&piece);
        Some(bytes.map(Bytes::from).map_err(|_| NoDataUrl))
    }
}

/// A text that is not a data URL in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoDataUrl;

impl fmt::Display for NoDataUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the data URL must be `data:<type>;base64,<data>`")
    }
}

impl std::error::Error for NoDataUrl {}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> Result<Vec<u8>, NoDataUrl> {
        let pieces: Result<Vec<Bytes>, NoDataUrl> = DataUrl::read(text)?.collect();
        Ok(pieces?.concat())
    }

    #[test]
    fn every_spelling_is_read() {
        for text in [
            "data:video/mp4;base64,+/8A",
            "DATA:video/mp4;codecs=avc1;BASE64,-_8A",
            "data:;base64,+/ 8\r\nA==",
        ] {
            assert_eq!(decode(text).unwrap(), [0xfb, 0xff, 0], "{text}");
        }
        assert_eq!(decode("data:;base64,QQ==").unwrap(), b"A");
        assert_eq!(decode("data:;base64,QQ").unwrap(), b"A");
        for text in [
            "data:video/mp4;base64",
            "data:text/plain,abc",
            "data:;base64,~~~~",
        ] {
            assert!(decode(text).is_err(), "{text}");
        }
        let typed = DataUrl::read("data:video/mp4;base64,").unwrap();
        assert_eq!(typed.content_type(), Some("video/mp4"));
    }

    #[test]
    fn a_long_one_comes_in_pieces() {
        let whole: Vec<u8> = (0..300_000_u32).map(|n| n as u8).collect();
        let url = format!("data:;base64,{}", BASE64.encode(&whole));
        assert!(DataUrl::read(url.as_str()).unwrap().count() > 3);
        assert_eq!(decode(&url).unwrap(), whole);
    }
}
