use std::fmt;

use super::SNIFF_BYTES;

/// The apparent type of bytes that are neither image nor video, so that an error can name
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotMedia {
    /// No bytes at all.
    Empty,
    /// JSON, most often a server's error.
    Json,
    /// An HTML page, most often a proxy's or a CDN's error.
    Html,
    /// XML, most often a storage service's error, such as an expired link.
    Xml,
    /// An SVG drawing, which is text.
    Svg,
    /// A BMP image.
    Bmp,
    /// A TIFF image.
    Tiff,
    /// A PDF document.
    Pdf,
    /// Other text.
    Text,
    /// Bytes of no known kind.
    Unknown,
}

impl NotMedia {
    /// Describes bytes for which [`MediaType::sniff`](super::MediaType::sniff) found no type.
    /// The first [`SNIFF_BYTES`] are enough.
    pub fn sniff(start: &[u8]) -> Self {
        if start.is_empty() {
            return Self::Empty;
        }
        match start {
            // Two bytes that have to be zero tell it from text.
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => return Self::Bmp,
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => return Self::Tiff,
            [b'%', b'P', b'D', b'F', b'-', ..] => return Self::Pdf,
            _ => {}
        }
        let cut = start.len() > SNIFF_BYTES;
        let start = &start[..start.len().min(SNIFF_BYTES)];
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let text = match str::from_utf8(start) {
            Ok(text) => text,
            // A character cut in two by the limit, or by the caller, still counts as
            // text.
            Err(error) if error.error_len().is_none() && (cut || error.valid_up_to() > 0) => {
                str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Self::Unknown,
        };
        if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
            return Self::Unknown;
        }
        let text = text.trim_start().to_ascii_lowercase();
        if text.starts_with(['{', '[']) {
            Self::Json
        } else if text.starts_with("<svg")
            || (text.starts_with('<') && text.contains("<svg") && !text.contains("<html"))
        {
            Self::Svg
        } else if text.starts_with("<?xml") && !text.contains("<html") {
            Self::Xml
        } else if text.starts_with('<')
            && [
                "<!doctype html",
                "<html",
                "<head",
                "<body",
                "<!--",
                "<title",
            ]
            .iter()
            .any(|tag| text.contains(tag))
        {
            Self::Html
        } else if text.starts_with('<') {
            Self::Xml
        } else {
            Self::Text
        }
    }
}

impl fmt::Display for NotMedia {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an empty file",
            Self::Json => "a JSON document (a server's message?)",
            Self::Html => "an HTML page (a proxy's or CDN's message?)",
            Self::Xml => "an XML document (a storage service's message?)",
            Self::Svg => "an SVG drawing",
            Self::Bmp => "a BMP image",
            Self::Tiff => "a TIFF image",
            Self::Pdf => "a PDF document",
            Self::Text => "text",
            Self::Unknown => "data of no known type",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_servers_send_instead_of_media() {
        for (bytes, expected) in [
            (&b""[..], NotMedia::Empty),
            (b"\xef\xbb\xbf \n{\"error\": 1}", NotMedia::Json),
            (b"[]", NotMedia::Json),
            (b"<!DOCTYPE html><html>", NotMedia::Html),
            (b"\n<html lang=en>", NotMedia::Html),
            (
                b"<?xml version=\"1.0\"?><Error><Code>AccessDenied",
                NotMedia::Xml,
            ),
            (b"<Error><Code>ExpiredToken", NotMedia::Xml),
            (
                b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                NotMedia::Svg,
            ),
            (b"<?xml version=\"1.0\"?>\n<!-- x --><svg>", NotMedia::Svg),
            (b"<!DOCTYPE html><html><svg>", NotMedia::Html),
            (b"BM\x76\0\0\0\0\0\0\0\x36\0", NotMedia::Bmp),
            (b"BMW is a maker of cars", NotMedia::Text),
            (b"II*\0\x08\0", NotMedia::Tiff),
            (b"%PDF-1.4\n", NotMedia::Pdf),
            (b"upstream connect error", NotMedia::Text),
            ("视频不存在".as_bytes(), NotMedia::Text),
            (b"\x1f\x8b\x08\0\0", NotMedia::Unknown),
            (b"\0\0\0\0", NotMedia::Unknown),
        ] {
            assert_eq!(NotMedia::sniff(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_character_cut_in_two_is_still_text() {
        let long = "视".repeat(SNIFF_BYTES);
        assert_eq!(NotMedia::sniff(long.as_bytes()), NotMedia::Text);
        assert_eq!(NotMedia::sniff(&"视频".as_bytes()[..5]), NotMedia::Text);
    }
}
