//! Images and videos that a creation starts from.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::media::encoded;
use crate::model::{Error, FileInput, Result};

/// An image or video that a creation starts from.
///
/// In JSON, a text is an address or a data URL if it begins like one, and otherwise a
/// path.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Reference {
    /// An address, or a data URL. If a dialect cannot take it by address, it is fetched
    /// and uploaded.
    Url {
        /// `https://…` or `data:image/…;base64,…`; base64 alone is understood too.
        url: String,
    },
    /// A file.
    File(FileInput),
}

impl Reference {
    /// A file on disk.
    pub fn path(path: impl Into<std::path::PathBuf>) -> Self {
        Self::File(FileInput::path(path))
    }

    /// An address or a data URL.
    pub fn url(url: impl Into<String>) -> Self {
        Self::Url { url: url.into() }
    }

    /// Reads a text as an address, a data URL, or a path.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match is_web(&text) || encoded::is_data_url(&text) {
            true => Self::url(text),
            false => Self::path(text),
        }
    }

    /// Converts it to the form that servers know: a data URL gets the type of its content
    /// and its usual spelling. `field` names it in errors.
    pub(crate) fn settle(&mut self, field: &str) -> Result<()> {
        if let Self::Url { url } = self {
            *url = settled_url(field, url)?;
        }
        Ok(())
    }
}

/// An address or a data URL in the form that servers know.
pub(crate) fn settled_url(field: &str, url: &str) -> Result<String> {
    let trimmed = url.trim();
    if is_web(trimmed) {
        return Ok(trimmed.to_owned());
    }
    if let Some(usual) = encoded::usual_data_url(trimmed) {
        return Ok(usual);
    }
    // A server may know a form that we do not.
    match encoded::is_data_url(trimmed) {
        true if encoded::data_url(trimmed).is_some() => Ok(trimmed.to_owned()),
        true => Err(Error::invalid(
            field,
            "the data URL must be `data:<type>;base64,<data>`",
        )),
        false => Err(Error::invalid(
            field,
            "an address must start with https://, http:// or data:; base64 alone must be that of \
             an image or a video",
        )),
    }
}

/// True if a text is a web address.
fn is_web(text: &str) -> bool {
    let scheme = text
        .trim_start()
        .split_once("://")
        .map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
    })
}

impl From<FileInput> for Reference {
    fn from(file: FileInput) -> Self {
        Self::File(file)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Json {
            Text(String),
            Url { url: String },
            File(FileInput),
        }
        Ok(match Json::deserialize(deserializer)? {
            Json::Text(text) => Self::text(text),
            Json::Url { url } => Self::Url { url },
            Json::File(file) => Self::File(file),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn settled(value: serde_json::Value) -> Result<String> {
        let mut reference: Reference = serde_json::from_value(value).unwrap();
        reference.settle("references")?;
        match reference {
            Reference::Url { url } => Ok(url),
            Reference::File(file) => Ok(file.as_path().unwrap().display().to_string()),
        }
    }

    #[test]
    fn a_text_is_what_it_begins_as() {
        assert_eq!(settled(json!("cat.png")).unwrap(), "cat.png");
        let url = "HTTPS://a.example/a.png";
        assert_eq!(settled(json!(url)).unwrap(), url);
        assert_eq!(
            settled(json!({"url": " https://a.example/b "})).unwrap(),
            "https://a.example/b"
        );
        let gif = "data:image/gif;base64,R0lGODlh";
        for text in [
            "R0lGODlh",
            "DATA:image/png;base64,R0lG\nODlh",
            "data:,R0lGODlh",
        ] {
            assert_eq!(settled(json!({"url": text})).unwrap(), gif, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_without_being_shown() {
        for text in [
            "ftp://a.example/a.png",
            "data:image/png;base64,???",
            "c2VjcmV0",
        ] {
            let error = settled(json!({"url": text})).unwrap_err();
            assert_eq!(error.field(), Some("references"));
            assert!(!error.to_string().contains(text), "{error}");
        }
        let unknown = "data:image/new;base64,AAAA";
        assert_eq!(settled(json!(unknown)).unwrap(), unknown);
    }
}
