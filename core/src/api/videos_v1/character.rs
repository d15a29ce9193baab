//! Characters as gateways make them (`docs/wire/mirror.md` §5.1, `docs/wire/relay.md` §5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::is_address;
use crate::api::lenient;
use crate::model::{Character, Error, Result};

/// A character that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CreatedCharacter {
    /// The character's id.
    pub id: String,
    /// The user name by which prompts refer to it, after `@`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The address of the character's page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub permalink: Option<String>,
    /// The address of the character's picture.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub profile_picture_url: Option<String>,
    /// Fields that no document names.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl CreatedCharacter {
    /// The character as every dialect shows it.
    pub(crate) fn into_character(self, raw: Value) -> Character {
        Character {
            id: self.id,
            username: self.username,
            permalink: self.permalink,
            profile_picture_url: self.profile_picture_url,
            raw,
            ..Character::default()
        }
    }
}

/// The length of a stretch of a video that is `start,end` in seconds.
fn length_of(text: &str) -> Option<f64> {
    let seconds = |text: &str| text.trim().parse::<f64>().ok().filter(|s| *s >= 0.0);
    let (start, end) = text.split_once(',')?;
    Some(seconds(end)? - seconds(start)?).filter(|length| length.is_finite())
}

/// Refuses what is not `start,end` with the end after the start.
pub(crate) fn check_range(field: &str, text: &str) -> Result<()> {
    match length_of(text) {
        Some(length) if length > 0.0 => Ok(()),
        _ => Err(Error::invalid(
            field,
            format!("must be `start,end` in seconds, such as `0,3`, not `{text}`"),
        )),
    }
}

/// Refuses a stretch of a video that is not `start,end` with 1 to 3 s between
/// them (`docs/wire/mirror.md` §6).
pub(crate) fn check_timestamps(field: &str, text: &str) -> Result<()> {
    match length_of(text) {
        Some(length) if (1.0..=3.0).contains(&length) => Ok(()),
        _ => Err(Error::invalid(
            field,
            format!("must be `start,end` in seconds, from 1 to 3 s apart, not `{text}`"),
        )),
    }
}

/// Refuses a character's source that is not exactly one of a video's address
/// (or its bytes in base64) and a job's id.
pub(crate) fn check_source(url: Option<&str>, from_task: Option<&str>) -> Result<()> {
    match (url, from_task) {
        (Some(_), Some(_)) | (None, None) => {
            Err(Error::invalid("url", "give either `url` or `from_task`"))
        }
        (Some(url), None) if url.trim() != url || url.is_empty() => Err(Error::invalid(
            "url",
            "must be an address or base64, without spaces around it",
        )),
        (Some(url), None) if url.contains("://") && !is_address(url) => {
            Err(Error::invalid("url", "must start with https:// or http://"))
        }
        (None, Some(id)) if id.trim().is_empty() => {
            Err(Error::invalid("from_task", "must not be empty"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_one_to_three_seconds_long() {
        for good in ["0,3", "1,2", "1.5,3", "4, 6"] {
            assert!(check_timestamps("timestamps", good).is_ok(), "{good}");
        }
        for bad in ["", "3", "0,4", "3,1", "0,0.5", "-1,1", "a,b", "0,3,5"] {
            let error = check_timestamps("timestamps", bad).unwrap_err();
            assert_eq!(error.field(), Some("timestamps"), "{bad}");
        }
    }
}
