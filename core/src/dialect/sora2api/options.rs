//! Options that videos and chats of the gateway read alike.

use serde::de::DeserializeOwned;

use crate::model::{Error, Result};

/// The id of a published work, `s_` and letters or digits of any number, alone or in a
/// share link.
pub(super) fn published(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)));
    words.find(|word| {
        let id = word.strip_prefix("s_");
        id.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    })
}

/// The value of this name, or an error that lists the names.
pub(super) fn one_of<T: DeserializeOwned>(
    field: &str,
    name: Option<&str>,
    names: &str,
) -> Result<Option<T>> {
    let Some(name) = name else { return Ok(None) };
    serde_json::from_value(name.into())
        .map(Some)
        .map_err(|_| Error::invalid(field, format!("must be {names}, not `{name}`")))
}
