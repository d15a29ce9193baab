//! Request bodies as values: bytes, files and multipart forms.

use bytes::Bytes;

use super::Result;
use super::file::{FileInput, Opened};
use super::source::Source;

/// A request's body, described but not yet read.
#[derive(Debug, Clone, Default)]
pub struct Body {
    segments: Vec<Segment>,
}

/// A stretch of a body.
#[derive(Debug, Clone)]
pub enum Segment {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A file or stream of known length, read when it is sent.
    Source(Source),
}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Bytes in memory.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self {
            segments: vec![Segment::Bytes(bytes.into())],
        }
    }

    /// The stretches, in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The whole length in bytes.
    pub fn len(&self) -> u64 {
        self.segments
            .iter()
            .map(|segment| match segment {
                Segment::Bytes(bytes) => bytes.len() as u64,
                Segment::Source(source) => source.len(),
            })
            .sum()
    }

    /// True if nothing is sent.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The bytes, when all of them are in memory. For tests and vectors.
    pub fn in_memory(&self) -> Option<Bytes> {
        let mut out = Vec::new();
        for segment in &self.segments {
            match segment {
                Segment::Bytes(bytes) | Segment::Source(Source::Bytes(bytes)) => {
                    out.extend_from_slice(bytes);
                }
                Segment::Source(_) => return None,
            }
        }
        Some(out.into())
    }

    /// A `multipart/form-data` form (RFC 7578) and its content type. The
    /// boundary must not occur in any part; 128 random bits make that certain.
    pub fn multipart(boundary: &str, parts: Vec<Part>) -> (Self, String) {
        let mut segments = Vec::new();
        let mut text = String::new();
        for part in parts {
            text.push_str("--");
            text.push_str(boundary);
            text.push_str("\r\nContent-Disposition: form-data; name=\"");
            text.push_str(&quoted(&part.name));
            text.push('"');
            match part.content {
                Content::Text(value) => {
                    text.push_str("\r\n\r\n");
                    text.push_str(&value);
                }
                Content::File(file) => {
                    text.push_str("; filename=\"");
                    text.push_str(&quoted(&file.filename));
                    text.push_str("\"\r\nContent-Type: ");
                    text.push_str(&file.content_type);
                    text.push_str("\r\n\r\n");
                    segments.push(Segment::Bytes(std::mem::take(&mut text).into()));
                    segments.push(Segment::Source(file.source));
                }
            }
            text.push_str("\r\n");
        }
        text.push_str("--");
        text.push_str(boundary);
        text.push_str("--\r\n");
        segments.push(Segment::Bytes(text.into()));
        let content_type = format!("multipart/form-data; boundary={boundary}");
        (Self { segments }, content_type)
    }
}

/// One part of a form.
#[derive(Debug, Clone)]
pub struct Part {
    name: String,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Text(String),
    File(Opened),
}

impl Part {
    /// A text field.
    pub fn text(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            content: Content::Text(value.into()),
        }
    }

    /// A file, with its name and type. Fails if the file has not been opened.
    pub fn file(name: impl Into<String>, file: &FileInput) -> Result<Self> {
        let name = name.into();
        Ok(Self {
            content: Content::File(file.opened(&name)?.clone()),
            name,
        })
    }
}

/// Escapes a name as browsers do (WHATWG, "multipart/form-data").
fn quoted(text: &str) -> String {
    text.replace('\n', "%0A")
        .replace('\r', "%0D")
        .replace('"', "%22")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_file_name_type_and_closing_boundary() {
        let mut file = FileInput::bytes(&b"\x89PNG\r\n\x1a\n"[..], "a \"b\".png");
        file.open_in_memory().unwrap();
        let parts = vec![
            Part::text("prompt", "猫"),
            Part::file("file", &file).unwrap(),
        ];
        let (body, content_type) = Body::multipart("xyz", parts);
        assert_eq!(content_type, "multipart/form-data; boundary=xyz");
        let bytes = body.in_memory().unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(bytes.len() as u64, body.len());
        assert!(text.starts_with(
            "--xyz\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n猫\r\n--xyz\r\n"
        ));
        assert!(
            text.contains("name=\"file\"; filename=\"a %22b%22.png\"\r\nContent-Type: image/png")
        );
        assert!(text.ends_with("\r\n--xyz--\r\n"));
    }
}
