//! Files as they are given by a caller, and as they are sent.

use std::fmt;
use std::path::PathBuf;
#[cfg(target_family = "wasm")]
use std::rc::Rc;
#[cfg(not(target_family = "wasm"))]
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Source;
#[cfg(target_family = "wasm")]
use super::body::Blob;
#[cfg(not(target_family = "wasm"))]
use super::body::OpenReader;
use crate::error::{Error, Result};
use crate::media::MediaType;

/// A file to send: a path, bytes in memory, or a stream of known length.
///
/// In JSON it is `{"path": "cat.png"}`, `{"base64": "…", "filename": "cat.png"}`
/// or, in the bindings, `{"attachment": 0}` for the nth attachment of the call.
///
/// ```
/// use sorakit::api::FileInput;
///
/// let from_disk = FileInput::path("cat.png");
/// let from_memory = FileInput::bytes(vec![1, 2, 3], "cat.png");
/// ```
#[derive(Clone)]
pub struct FileInput {
    given: Given,
    opened: Option<Opened>,
}

#[derive(Clone)]
enum Given {
    Path(PathBuf),
    Bytes {
        bytes: Bytes,
        filename: String,
    },
    #[cfg(not(target_family = "wasm"))]
    Reader {
        open: Arc<dyn OpenReader>,
        length: u64,
        filename: String,
    },
    #[cfg(target_family = "wasm")]
    Blob {
        blob: Rc<dyn Blob>,
        /// Its first bytes, from which it is recognised.
        head: Bytes,
        filename: String,
    },
    Attachment(usize),
}

/// A file that was found, measured and recognised.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The name it is sent under.
    pub filename: String,
    /// Its MIME type, by content, or `application/octet-stream`.
    pub content_type: String,
    /// Its type, when it is media that sorakit knows.
    pub media_type: Option<MediaType>,
    /// Its bytes.
    pub source: Source,
}

/// How much of a file is read to recognise it.
pub(crate) const HEAD: usize = 4096;

impl FileInput {
    /// A file on disk. It is read while it is sent, never whole in memory.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Given::Path(path.into()).into()
    }

    /// Bytes in memory, sent under `filename`.
    pub fn bytes(bytes: impl Into<Bytes>, filename: impl Into<String>) -> Self {
        Given::Bytes {
            bytes: bytes.into(),
            filename: filename.into(),
        }
        .into()
    }

    /// Anything that can be read from its start again, of `length` bytes.
    #[cfg(not(target_family = "wasm"))]
    pub fn reader(open: Arc<dyn OpenReader>, length: u64, filename: impl Into<String>) -> Self {
        Given::Reader {
            open,
            length,
            filename: filename.into(),
        }
        .into()
    }

    /// A file that the browser holds. `head` are its first 4096 bytes, or all.
    #[cfg(target_family = "wasm")]
    pub fn blob(blob: Rc<dyn Blob>, head: impl Into<Bytes>, filename: impl Into<String>) -> Self {
        Given::Blob {
            blob,
            head: head.into(),
            filename: filename.into(),
        }
        .into()
    }

    /// The file as it was opened. `field` names it in the error.
    pub fn opened(&self, field: &str) -> Result<&Opened> {
        self.opened
            .as_ref()
            .ok_or_else(|| Error::invalid(field, "the file was not opened before encoding"))
    }

    /// Where it is, when it is on disk.
    pub fn as_path(&self) -> Option<&std::path::Path> {
        match &self.given {
            Given::Path(path) => Some(path),
            _ => None,
        }
    }

    /// Opens it when no file system is needed for that.
    pub fn open_in_memory(&mut self) -> Result<()> {
        match &self.given {
            Given::Bytes { bytes, filename } => {
                let head = &bytes[..bytes.len().min(HEAD)];
                self.opened = Some(Opened::new(
                    filename.clone(),
                    head,
                    Source::Bytes(bytes.clone()),
                ));
                Ok(())
            }
            #[cfg(target_family = "wasm")]
            Given::Blob {
                blob,
                head,
                filename,
            } => {
                let source = Source::Blob(blob.clone());
                self.opened = Some(Opened::new(filename.clone(), head, source));
                Ok(())
            }
            #[cfg(target_family = "wasm")]
            Given::Path(_) => Err(Error::invalid(
                "file",
                "a browser opens no paths; give a `File`, a `Blob` or bytes",
            )),
            _ => Err(Error::invalid("file", "it is not in memory")),
        }
    }

    /// Replaces `{"attachment": n}` by the nth attachment.
    pub fn attach(&mut self, attachments: &[FileInput]) -> Result<()> {
        if let Given::Attachment(index) = self.given {
            let found = attachments.get(index).ok_or_else(|| {
                Error::invalid("attachment", format!("there is no attachment {index}"))
            })?;
            *self = found.clone();
        }
        Ok(())
    }

    /// Opens it wherever it is, blocking on the file system. `field` names it
    /// in errors.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn open_blocking(&mut self, field: &str) -> Result<()> {
        use std::io::Read;
        match &self.given {
            Given::Bytes { .. } => self.open_in_memory(),
            Given::Attachment(index) => Err(Error::invalid(
                field,
                format!("there is no attachment {index}"),
            )),
            Given::Path(path) => {
                let unreadable = |error: std::io::Error| {
                    Error::invalid(field, format!("cannot read {}: {error}", path.display()))
                        .caused_by(error)
                };
                let mut file = std::fs::File::open(path).map_err(unreadable)?;
                let facts = file.metadata().map_err(unreadable)?;
                if !facts.is_file() {
                    return Err(Error::invalid(
                        field,
                        format!("{} is not a regular file", path.display()),
                    ));
                }
                let mut head = Vec::with_capacity(HEAD);
                Read::by_ref(&mut file)
                    .take(HEAD as u64)
                    .read_to_end(&mut head)
                    .map_err(unreadable)?;
                let filename = path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_else(|| "file".into());
                let source = Source::Path {
                    path: path.clone(),
                    length: facts.len(),
                };
                self.opened = Some(Opened::new(filename, &head, source));
                Ok(())
            }
            Given::Reader {
                open,
                length,
                filename,
            } => {
                let mut head = Vec::with_capacity(HEAD);
                open.open()
                    .and_then(|reader| reader.take(HEAD as u64).read_to_end(&mut head))
                    .map_err(|error| Error::invalid(field, error.to_string()).caused_by(error))?;
                let source = Source::Reader {
                    open: open.clone(),
                    length: *length,
                };
                self.opened = Some(Opened::new(filename.clone(), &head, source));
                Ok(())
            }
        }
    }
}

impl Opened {
    fn new(filename: String, head: &[u8], source: Source) -> Self {
        let media_type = MediaType::sniff(head);
        Self {
            filename,
            content_type: media_type
                .map_or("application/octet-stream", MediaType::mime)
                .to_owned(),
            media_type,
            source,
        }
    }
}

impl From<Given> for FileInput {
    fn from(given: Given) -> Self {
        Self {
            given,
            opened: None,
        }
    }
}

impl fmt::Debug for FileInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.given {
            Given::Path(path) => write!(f, "FileInput({})", path.display()),
            Given::Bytes { bytes, filename } => {
                write!(f, "FileInput({filename}, {} bytes)", bytes.len())
            }
            #[cfg(not(target_family = "wasm"))]
            Given::Reader {
                length, filename, ..
            } => write!(f, "FileInput({filename}, {length} bytes)"),
            #[cfg(target_family = "wasm")]
            Given::Blob { blob, filename, .. } => {
                write!(f, "FileInput({filename}, {} bytes)", blob.length())
            }
            Given::Attachment(index) => write!(f, "FileInput(attachment {index})"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Json {
    Path {
        path: PathBuf,
    },
    Base64 {
        base64: String,
        #[serde(default)]
        filename: Option<String>,
    },
    Attachment {
        attachment: usize,
    },
}

impl Serialize for FileInput {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.given {
            Given::Path(path) => Json::Path { path: path.clone() },
            Given::Bytes { bytes, filename } => Json::Base64 {
                base64: STANDARD.encode(bytes),
                filename: Some(filename.clone()),
            },
            Given::Attachment(index) => Json::Attachment { attachment: *index },
            #[cfg(not(target_family = "wasm"))]
            Given::Reader { .. } => {
                return Err(serde::ser::Error::custom(
                    "a stream cannot be written as JSON",
                ));
            }
            #[cfg(target_family = "wasm")]
            Given::Blob { .. } => {
                return Err(serde::ser::Error::custom(
                    "a `Blob` cannot be written as JSON",
                ));
            }
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FileInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Json::deserialize(deserializer)? {
            Json::Path { path } => Self::path(path),
            Json::Base64 { base64, filename } => {
                let bytes = STANDARD
                    .decode(base64)
                    .map_err(|error| serde::de::Error::custom(format!("base64: {error}")))?;
                Self::bytes(bytes, filename.unwrap_or_else(|| "file".into()))
            }
            Json::Attachment { attachment } => Given::Attachment(attachment).into(),
        })
    }
}

impl JsonSchema for FileInput {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FileInput".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A file to send: a path, bytes in base64, or an attachment of the call.",
            "format": "file",
            "oneOf": [
                {
                    "type": "object",
                    "properties": { "path": { "type": "string" } },
                    "required": ["path"]
                },
                {
                    "type": "object",
                    "properties": {
                        "base64": { "type": "string" },
                        "filename": { "type": "string" }
                    },
                    "required": ["base64"]
                },
                {
                    "type": "object",
                    "properties": { "attachment": { "type": "integer", "minimum": 0 } },
                    "required": ["attachment"]
                }
            ]
        })
    }
}
