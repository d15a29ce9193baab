//! Files as a caller gives them, and as they are sent.

use std::fmt;
use std::path::{Path, PathBuf};
#[cfg(target_family = "wasm")]
use std::rc::Rc;
#[cfg(not(target_family = "wasm"))]
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

#[cfg(target_family = "wasm")]
use super::source::Blob;
#[cfg(not(target_family = "wasm"))]
use super::source::OpenReader;
use super::source::Source;
use super::{Error, Result};
use crate::media::{MediaType, NotMedia, encoded};

/// A file to send: a path, bytes in memory, or a stream of known length.
///
/// In JSON it is `{"path": "cat.png"}`, `{"base64": "…", "filename": "cat.png"}` or, in
/// the bindings, `{"attachment": 0}` for the nth attachment of the call. A path that
/// names no file but is an image or a video in base64 or a data URL stands for that
/// media.
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

/// A file as a caller gives it.
#[derive(Clone)]
pub(crate) enum Given {
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
        /// The file's first bytes, used to recognise it.
        head: Bytes,
        filename: String,
    },
    Attachment(usize),
}

/// A file that has been found, measured and recognised.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The name it is sent under: with the extension of its content and, if none was
    /// given, `image` or `video`.
    pub filename: String,
    /// The MIME type, by content, or `application/octet-stream`.
    pub content_type: String,
    /// The media type, if sorakit knows it.
    pub media_type: Option<MediaType>,
    /// The file's bytes.
    pub source: Source,
    /// The content's apparent type, if it is not known media.
    looks_like: NotMedia,
}

/// The number of bytes read to recognise a file.
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

    /// Anything of `length` bytes that can be read again from its start.
    #[cfg(not(target_family = "wasm"))]
    pub fn reader(open: Arc<dyn OpenReader>, length: u64, filename: impl Into<String>) -> Self {
        Given::Reader {
            open,
            length,
            filename: filename.into(),
        }
        .into()
    }

    /// A file held by the browser. `head` is its first 4096 bytes, or all of it.
    #[cfg(target_family = "wasm")]
    pub fn blob(blob: Rc<dyn Blob>, head: impl Into<Bytes>, filename: impl Into<String>) -> Self {
        Given::Blob {
            blob,
            head: head.into(),
            filename: filename.into(),
        }
        .into()
    }

    /// The file as it was opened. `field` names it in errors.
    pub fn opened(&self, field: &str) -> Result<&Opened> {
        self.opened
            .as_ref()
            .ok_or_else(|| Error::invalid(field, "the file was not opened before encoding"))
    }

    /// The path, if the file is on disk.
    pub fn as_path(&self) -> Option<&Path> {
        match &self.given {
            Given::Path(path) => Some(path),
            _ => None,
        }
    }

    /// Opens it if that needs no file system.
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
            Given::Path(path) => match written_out(path) {
                Some(file) => {
                    *self = file;
                    self.open_in_memory()
                }
                None => Err(Error::invalid(
                    "file",
                    "a browser opens no paths; give a `File`, a `Blob` or bytes",
                )),
            },
            _ => Err(Error::invalid("file", "it is not in memory")),
        }
    }

    /// Replaces `{"attachment": n}` with the nth attachment.
    pub fn attach(&mut self, attachments: &[FileInput]) -> Result<()> {
        if let Given::Attachment(index) = self.given {
            let found = attachments.get(index).ok_or_else(|| {
                Error::invalid("attachment", format!("there is no attachment {index}"))
            })?;
            *self = found.clone();
        }
        Ok(())
    }

    /// Replaces each `{"attachment": n}` among the files of a call; `fields` are all fields of
    /// the call, as they were given.
    ///
    /// # Errors
    /// `invalid_input`, naming the field, if an attachment is where no file is sent, such as
    /// among further fields.
    pub fn attach_all(files: Vec<&mut Self>, attachments: &[Self], fields: &Value) -> Result<()> {
        let mut left: Vec<usize> = (0..attachments.len()).collect();
        for file in files {
            if let Given::Attachment(index) = file.given {
                left.retain(|other| *other != index);
            }
            file.attach(attachments)?;
        }
        let Some(index) = left.first() else {
            return Ok(());
        };
        let field = place_of(fields, *index).unwrap_or_else(|| "file".into());
        let what = "cannot be bytes or a file: it is sent as JSON";
        Err(Error::invalid(field, what))
    }

    /// The file as the caller gave it.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn given(&self) -> &Given {
        &self.given
    }

    /// Records the result of opening it.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn set_opened(&mut self, opened: Opened) {
        self.opened = Some(opened);
    }
}

/// The path of an attachment among the fields of a call.
fn place_of(fields: &Value, index: usize) -> Option<String> {
    let inside = |name: &str, value: &Value| {
        let is_it = value.get("attachment").and_then(Value::as_u64) == Some(index as u64);
        match is_it {
            true => Some(name.to_owned()),
            false => place_of(value, index).map(|rest| format!("{name}.{rest}")),
        }
    };
    match fields {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| inside(name, value)),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(at, item)| inside(&at.to_string(), item))
        }
        _ => None,
    }
}

impl Opened {
    /// Describes a file with this name and these first bytes.
    pub(crate) fn new(filename: String, head: &[u8], source: Source) -> Self {
        let media_type = MediaType::sniff(head);
        Self {
            filename: media_type.map_or_else(|| filename.clone(), |found| named(&filename, found)),
            content_type: media_type
                .map_or("application/octet-stream", MediaType::mime)
                .to_owned(),
            media_type,
            source,
            looks_like: NotMedia::sniff(head),
        }
    }

    /// A description for people: `a GIF image`, `an empty file`.
    pub fn description(&self) -> String {
        match self.media_type {
            Some(found) => found.to_string(),
            None => self.looks_like.to_string(),
        }
    }
}

/// The image or video that a path holds as text in place of a name.
pub(crate) fn written_out(path: &Path) -> Option<FileInput> {
    let text = path.to_str()?;
    let bytes = match encoded::is_data_url(text) {
        true => encoded::data_url(text).filter(|bytes| MediaType::sniff(bytes).is_some()),
        false => encoded::media_in_base64(text),
    };
    bytes.map(|bytes| FileInput::bytes(bytes, UNNAMED))
}

/// The name of a file given without one.
pub(crate) const UNNAMED: &str = "file";

/// A file's name with the extension of its content, which many servers judge by.
fn named(filename: &str, found: MediaType) -> String {
    let extension = found.extension();
    let kind = match found.is_video() {
        true => "video",
        false => "image",
    };
    if filename.is_empty() || filename == UNNAMED || filename == "blob" {
        return format!("{kind}.{extension}");
    }
    let known = [
        "png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "mp4", "mov", "webm", "avif", "heic",
        "heif",
    ];
    let is_right = |stated: &str| {
        stated == extension
            || (found == MediaType::Jpeg && ["jpeg", "jpe", "jfif"].contains(&stated))
    };
    match filename.rsplit_once('.') {
        Some((stem, stated)) if !stem.is_empty() => {
            let stated = stated.to_ascii_lowercase();
            match is_right(&stated) || !known.contains(&&*stated) {
                true => filename.to_owned(),
                false => format!("{stem}.{extension}"),
            }
        }
        _ => format!("{filename}.{extension}"),
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
                let bytes = match encoded::is_data_url(&base64) {
                    true => encoded::data_url(&base64),
                    false => encoded::base64(&base64),
                };
                let bytes = bytes.ok_or_else(|| {
                    serde::de::Error::custom("`base64` is neither base64 nor a data URL")
                })?;
                Self::bytes(bytes, filename.unwrap_or_else(|| UNNAMED.into()))
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
