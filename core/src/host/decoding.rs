//! Bodies that arrive compressed, though no compression was requested.
//!
//! sorakit sends no `Accept-Encoding`, yet some gateways compress all their answers, and
//! some claim to but do not. Known encodings are decoded as the body arrives, within
//! bounds; JSON that is not encoded at all is accepted as it is; anything else is refused
//! by name, so that no compressed bytes pass for an answer or a file.

use std::io::{self, Write};

use brotli_decompressor::DecompressorWriter;
use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use flate2::{Decompress, FlushDecompress, Status};
use futures_util::StreamExt;
use http::{HeaderMap, Response, StatusCode};

use super::{ByteStream, Taken, TransportError};

/// The most by which a body may exceed its compressed form. DEFLATE reaches about 1,030
/// times with nothing but zeros.
const HIGHEST_RATIO: u64 = 200;

/// The output allowed for any input, in bytes.
const ALWAYS: u64 = 1 << 20;

/// The length of a body that is examined to tell JSON from encoded data.
const DOUBTED: usize = 64 << 10;

/// The same answer with its body decoded as it arrives. An unknown encoding is the body's
/// error, which names it.
pub(crate) fn decoded(response: Response<ByteStream>) -> Response<ByteStream> {
    // Part of an encoded body is nothing by itself: whoever requested it says so.
    if response.status() == StatusCode::PARTIAL_CONTENT {
        return response;
    }
    let Some(decoding) = Decoding::of(response.headers()) else {
        return response;
    };
    let (mut head, body) = response.into_parts();
    head.headers.remove("content-encoding");
    head.headers.remove("content-length");
    let pieces = futures_util::stream::unfold(Some((body, decoding)), |state| async {
        let (mut body, mut decoding) = state?;
        match body.next().await {
            Some(Ok(bytes)) => match decoding.push(&bytes) {
                Ok(bytes) => Some((Ok(bytes), Some((body, decoding)))),
                Err(broken) => Some((Err(broken), None)),
            },
            Some(Err(error)) => Some((Err(error), None)),
            None => Some((decoding.finish(), None)),
        }
    });
    Response::from_parts(head, Box::pin(pieces))
}

/// The same body, decoded if it is gzip that no header names; of at most `most` bytes. One
/// that cannot be decoded stays as it is.
pub(crate) fn undeclared(body: Bytes, most: usize) -> Bytes {
    if !body.starts_with(b"\x1f\x8b\x08") {
        return body;
    }
    let mut decoding = Decoding::by("gzip", Decoder::Gzip(MultiGzDecoder::new(Vec::new())));
    let mut whole = Vec::new();
    for piece in body.chunks(64 << 10) {
        match decoding.decode(&Bytes::copy_from_slice(piece)) {
            Ok(decoded) if whole.len() + decoded.len() <= most => whole.extend_from_slice(&decoded),
            Ok(_) | Err(_) => return body,
        }
    }
    match decoding.finish() {
        Ok(rest) => [whole, rest.to_vec()].concat().into(),
        Err(_) => body,
    }
}

/// Decodes a body as it arrives.
struct Decoding {
    name: String,
    decoder: Decoder,
    taken: u64,
    given: u64,
    doubt: Option<Doubt>,
}

/// A body that claims to be encoded, but begins like JSON.
#[derive(Default)]
struct Doubt {
    /// The bytes as they came.
    plain: Vec<u8>,
    /// The decoded bytes so far.
    held: Vec<u8>,
}

impl Doubt {
    /// True if the bytes are plain text, which encoded data hardly ever is.
    fn is_text(&self) -> bool {
        let text = match std::str::from_utf8(&self.plain) {
            Ok(text) => text,
            // Cut in the middle of a character.
            Err(error) if error.error_len().is_none() => {
                std::str::from_utf8(&self.plain[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return false,
        };
        text.trim_start().starts_with(['{', '['])
            && !text.contains(|c: char| c.is_control() && !c.is_ascii_whitespace())
    }
}

enum Decoder {
    Gzip(MultiGzDecoder<Vec<u8>>),
    /// With or without a zlib header, as some servers interpret `deflate`; and whether
    /// its end was seen.
    Deflate(Decompress, bool),
    /// `deflate`, before its first byte shows which of the two it is.
    Unknown,
    Brotli(Box<DecompressorWriter<Vec<u8>>>),
    /// An unknown encoding.
    Other,
    /// Not encoded, whatever the headers say.
    Plain,
}

impl Decoding {
    /// The decoder for a body with these headers; `None` if it is not encoded.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let name = headers
            .get_all("content-encoding")
            .iter()
            .map(|value| {
                String::from_utf8_lossy(value.as_bytes())
                    .trim()
                    .to_lowercase()
            })
            .filter(|name| !name.is_empty() && name != "identity")
            .collect::<Vec<_>>()
            .join(", ");
        let decoder = match name.as_str() {
            "" => return None,
            "gzip" | "x-gzip" => Decoder::Gzip(MultiGzDecoder::new(Vec::new())),
            "deflate" => Decoder::Unknown,
            "br" => Decoder::Brotli(Box::new(DecompressorWriter::new(Vec::new(), 32 << 10))),
            _ => Decoder::Other,
        };
        Some(Self::by(&name, decoder))
    }

    fn by(name: &str, decoder: Decoder) -> Self {
        Self {
            name: name.to_owned(),
            decoder,
            taken: 0,
            given: 0,
            doubt: None,
        }
    }

    /// Decodes these bytes. Anything that begins like JSON is held until it is clear
    /// which of the two it is.
    fn push(&mut self, bytes: &Bytes) -> Result<Bytes, TransportError> {
        let first = bytes.trim_ascii_start().first();
        if self.taken == 0 && matches!(first, None | Some(b'{' | b'[')) {
            self.doubt = Some(Doubt::default());
        }
        let decoded = self.decode(bytes);
        let Some(doubt) = &mut self.doubt else {
            return decoded;
        };
        doubt.plain.extend_from_slice(bytes);
        match decoded {
            Ok(decoded) => {
                doubt.held.extend_from_slice(&decoded);
                if doubt.plain.len() < DOUBTED {
                    return Ok(Bytes::new());
                }
                let doubt = self.doubt.take().unwrap_or_default();
                if !doubt.is_text() {
                    return Ok(doubt.held.into());
                }
                self.decoder = Decoder::Plain;
                Ok(doubt.plain.into())
            }
            Err(_) => {
                self.decoder = Decoder::Plain;
                Ok(self.doubt.take().unwrap_or_default().plain.into())
            }
        }
    }

    fn decode(&mut self, bytes: &Bytes) -> Result<Bytes, TransportError> {
        match self.decoder {
            Decoder::Plain => return Ok(bytes.clone()),
            Decoder::Other if !bytes.is_empty() => {
                self.taken += bytes.len() as u64;
                return Err(failed(format!(
                    "the answer is encoded as `{}`, which nobody asked for",
                    self.name
                )));
            }
            _ => {}
        }
        let mut out = Vec::new();
        // In small pieces, so that a bomb is noticed before it goes off.
        for piece in bytes.chunks(1024) {
            self.taken += piece.len() as u64;
            if let (Decoder::Unknown, Some(first)) = (&self.decoder, piece.first()) {
                // A zlib header names the method 8 in its first byte.
                self.decoder = Decoder::Deflate(Decompress::new(first & 0x0f == 8), false);
            }
            let decoded = self
                .decoder
                .write(piece)
                .map_err(|error| self.broken(&error))?;
            self.given += decoded.len() as u64;
            if self.given > ALWAYS && self.given / HIGHEST_RATIO > self.taken {
                return Err(failed(format!(
                    "the answer grows more than {HIGHEST_RATIO}-fold when its `{}` is decoded",
                    self.name
                )));
            }
            out.extend_from_slice(&decoded);
        }
        Ok(out.into())
    }

    /// The rest, once the body has ended.
    fn finish(&mut self) -> Result<Bytes, TransportError> {
        // An empty body is valid, whatever its headers say.
        if self.taken == 0 {
            return Ok(Bytes::new());
        }
        let rest = self.decoder.finish().map_err(|error| self.broken(&error));
        match (rest, self.doubt.take()) {
            (Ok(rest), Some(doubt)) if !doubt.is_text() => Ok([doubt.held, rest].concat().into()),
            (_, Some(doubt)) => Ok(doubt.plain.into()),
            (rest, None) => rest.map(Into::into),
        }
    }

    fn broken(&self, error: &io::Error) -> TransportError {
        failed(format!(
            "the answer's `{}` cannot be decoded: {error}",
            self.name
        ))
    }
}

fn failed(message: String) -> TransportError {
    TransportError {
        taken: Taken::Unknown,
        permanent: true,
        message,
    }
}

impl Decoder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        fn through<W: Write>(
            decoder: &mut W,
            bytes: &[u8],
            out: impl Fn(&mut W) -> &mut Vec<u8>,
        ) -> io::Result<Vec<u8>> {
            decoder.write_all(bytes)?;
            decoder.flush()?;
            Ok(std::mem::take(out(decoder)))
        }
        match self {
            Self::Gzip(decoder) => through(decoder, bytes, |decoder| decoder.get_mut()),
            Self::Deflate(decoder, ended) => inflate(decoder, ended, bytes),
            Self::Brotli(decoder) => through(&mut **decoder, bytes, |decoder| decoder.get_mut()),
            Self::Unknown | Self::Other | Self::Plain => Ok(Vec::new()),
        }
    }

    /// The remaining output. A body that was cut off is an error.
    fn finish(&mut self) -> io::Result<Vec<u8>> {
        match std::mem::replace(self, Self::Unknown) {
            Self::Gzip(decoder) => decoder.finish(),
            Self::Deflate(_, false) => Err(io::ErrorKind::UnexpectedEof.into()),
            Self::Deflate(_, true) => Ok(Vec::new()),
            Self::Brotli(decoder) => decoder
                .into_inner()
                .map_err(|_| io::Error::from(io::ErrorKind::UnexpectedEof)),
            Self::Unknown | Self::Other | Self::Plain => Ok(Vec::new()),
        }
    }
}

fn inflate(decoder: &mut Decompress, ended: &mut bool, mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    while !*ended {
        out.reserve(32 << 10);
        let (taken, given) = (decoder.total_in(), out.len());
        let status = decoder.decompress_vec(bytes, &mut out, FlushDecompress::None)?;
        let taken = (decoder.total_in() - taken) as usize;
        bytes = &bytes[taken..];
        *ended = status == Status::StreamEnd;
        if taken == 0 && out.len() == given {
            break;
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    fn packed(name: &str, text: &[u8]) -> Vec<u8> {
        let level = Compression::best();
        match name {
            "gzip" => {
                let mut encoder = GzEncoder::new(Vec::new(), level);
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
            "zlib" => {
                let mut encoder = ZlibEncoder::new(Vec::new(), level);
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
            _ => {
                let mut encoder = DeflateEncoder::new(Vec::new(), level);
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
        }
    }

    fn decode(name: &str, body: &[u8], size: usize) -> Result<Vec<u8>, String> {
        let pieces: Vec<_> = body
            .chunks(size)
            .map(|piece| Ok(Bytes::copy_from_slice(piece)))
            .collect();
        let body: ByteStream = Box::pin(futures_util::stream::iter(pieces));
        let response = Response::builder()
            .header("content-encoding", name)
            .body(body)
            .unwrap();
        let response = decoded(response);
        futures_lite::future::block_on(async {
            let mut out = Vec::new();
            let mut body = response.into_body();
            while let Some(piece) = body.next().await {
                out.extend_from_slice(&piece.map_err(|error| error.message)?);
            }
            Ok(out)
        })
    }

    #[test]
    fn a_body_is_decoded_however_it_is_cut() {
        let text = "a cat in the snow, ".repeat(100);
        for (form, name) in [
            ("gzip", "gzip"),
            ("gzip", "X-GZIP"),
            ("zlib", "deflate"),
            ("raw", "deflate"),
        ] {
            let body = packed(form, text.as_bytes());
            for size in [1, 7, body.len()] {
                assert_eq!(
                    decode(name, &body, size).unwrap(),
                    text.as_bytes(),
                    "{form} {size}"
                );
            }
            assert!(
                decode(name, &body[..body.len() - 9], 64).is_err(),
                "{form} cut off"
            );
        }
        // "hello" in Brotli's plain form.
        assert_eq!(decode("br", b"\x0b\x02\x80hello\x03", 3).unwrap(), b"hello");
        assert_eq!(decode("identity", b"x", 1).unwrap(), b"x");
    }

    #[test]
    fn json_that_only_says_it_is_encoded_is_taken_as_it_is() {
        let long = format!(r#"{{"id":"v_1","prompt":"{}"}}"#, "a cat ".repeat(50_000));
        for name in ["gzip", "deflate", "br", "zstd", "gzip, br"] {
            for text in ["{}", " [1]", r#"{"id":"v_1"}"#, &long] {
                for size in [1, 1000, 1 << 20] {
                    let read = decode(name, text.as_bytes(), size).unwrap();
                    assert_eq!(read, text.as_bytes(), "{name} {size}");
                }
            }
        }
    }

    #[test]
    fn gzip_that_no_header_names_is_decoded_within_bounds() {
        let text = br#"{"id":"job_1"}"#;
        let small: Bytes = packed("gzip", text).into();
        assert_eq!(&undeclared(small.clone(), 100)[..], text);
        let bomb: Bytes = packed("gzip", &vec![b' '; 8 << 20]).into();
        for (kept, most) in [
            (small.clone(), 5),
            (small.slice(..small.len() / 2), 100),
            (Bytes::from_static(text), 100),
            (bomb, 16 << 20),
        ] {
            assert_eq!(undeclared(kept.clone(), most), kept);
        }
    }

    #[test]
    fn what_is_not_known_is_refused_by_name_and_a_bomb_in_time() {
        assert!(decode("zstd", b"x", 1).unwrap_err().contains("`zstd`"));
        assert!(
            decode("gzip, br", b"x", 1)
                .unwrap_err()
                .contains("`gzip, br`")
        );
        assert!(
            decode("gzip", b"<p>", 1)
                .unwrap_err()
                .contains("`gzip` cannot be decoded")
        );
        let bomb = packed("gzip", &vec![0; 64 << 20]);
        assert!(decode("gzip", &bomb, 4096).unwrap_err().contains("-fold"));
    }
}
