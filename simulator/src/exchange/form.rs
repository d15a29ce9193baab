//! Strict reading of `multipart/form-data`.

use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::stream;
use http::HeaderMap;

use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;

/// One part of a form.
#[derive(Debug, Clone)]
pub struct Part {
    /// Name of the field.
    pub name: String,
    /// File name, for a file.
    pub file_name: Option<String>,
    /// Media type, if the part says so.
    pub media_type: Option<String>,
    /// The bytes.
    pub content: Bytes,
}

impl Part {
    /// The part, if it is a file: with a file name, a media type and content.
    pub fn as_file(&self) -> Result<&Self, Refusal> {
        let name = &self.name;
        let problem = if self.file_name.as_deref().unwrap_or_default().is_empty() {
            format!("The part `{name}` must be a file: it has no file name.")
        } else if self.media_type.is_none() {
            format!("The file `{name}` must state its media type.")
        } else if self.content.is_empty() {
            format!("The file `{name}` is empty.")
        } else {
            return Ok(self);
        };
        Err(Refusal::wrong_value(name, problem))
    }

    /// The file's type, which must be one of `accepted` by its first bytes and
    /// by its stated media type.
    pub fn file_type(&self, accepted: &[FileType]) -> Result<FileType, Refusal> {
        let name = &self.name;
        let found = FileType::of(&self.content).filter(|found| accepted.contains(found));
        let found = found.ok_or_else(|| {
            let names: Vec<_> = accepted.iter().map(|it| it.media_type()).collect();
            let names = names.join(", ");
            Refusal::wrong_value(
                name,
                format!("`{name}` is not a file of an accepted type: {names}."),
            )
        })?;
        let stated = self.media_type.as_deref().unwrap_or_default();
        if stated != found.media_type() {
            let message = format!(
                "`{name}` is stated to be {stated} but is {}.",
                found.media_type()
            );
            return Err(Refusal::wrong_value(name, message));
        }
        Ok(found)
    }
}

/// The parts of a form, in order.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// The parts.
    pub parts: Vec<Part>,
}

impl Form {
    /// Reads `body`, whose `Content-Type` is in `headers`.
    pub fn read(headers: &HeaderMap, body: Bytes) -> Result<Self, Refusal> {
        let declared = headers
            .get(http::header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let boundary = declared.and_then(|declared| multer::parse_boundary(declared).ok());
        let boundary = boundary.ok_or_else(|| {
            let message = format!(
                "`Content-Type` is \"{}\"; accepted: multipart/form-data with a boundary.",
                declared.unwrap_or_default()
            );
            Refusal::wrong_value("Content-Type", message)
        })?;
        let pieces = stream::iter([Ok::<_, std::convert::Infallible>(body)]);
        let mut multipart = multer::Multipart::new(pieces, boundary);
        // The whole body is in memory, so no future below ever waits.
        let read = async {
            let mut parts = Vec::new();
            while let Some(field) = multipart.next_field().await? {
                let name = field.name().unwrap_or_default().to_owned();
                let file_name = field.file_name().map(str::to_owned);
                let media_type = field.content_type().map(ToString::to_string);
                let content = field.bytes().await?;
                parts.push(Part {
                    name,
                    file_name,
                    media_type,
                    content,
                });
            }
            Ok::<_, multer::Error>(parts)
        };
        let broken =
            |why: String| Refusal::wrong_value("body", format!("The form cannot be read: {why}."));
        match read.now_or_never() {
            Some(Ok(parts)) => Ok(Self { parts }),
            Some(Err(error)) => Err(broken(error.to_string())),
            None => Err(broken("it is incomplete".into())),
        }
    }

    /// The part `name`, if it was sent.
    pub fn get(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// The text of the part `name`, if it was sent.
    pub fn optional_text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        let wrong = |_| Refusal::wrong_type(name, "text in UTF-8");
        self.get(name)
            .map(|part| std::str::from_utf8(&part.content).map_err(wrong))
            .transpose()
    }

    /// The text of the part `name`.
    pub fn text(&self, name: &str) -> Result<&str, Refusal> {
        self.optional_text(name)?
            .ok_or_else(|| Refusal::missing(name, "The form field"))
    }

    /// The file `name`: a part with a file name, a media type and content.
    pub fn file(&self, name: &str) -> Result<&Part, Refusal> {
        let part = self.get(name);
        part.ok_or_else(|| Refusal::missing(name, "The file"))?
            .as_file()
    }

    /// Refuses parts that are not in `known`.
    pub fn only(&self, known: &[&str]) -> Result<(), Refusal> {
        match self
            .parts
            .iter()
            .find(|part| !known.contains(&part.name.as_str()))
        {
            None => Ok(()),
            Some(part) => {
                let message = format!("`{}` is not a field of this form.", part.name);
                Err(Refusal::wrong_value(&part.name, message))
            }
        }
    }
}
