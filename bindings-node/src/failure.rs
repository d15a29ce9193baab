//! Errors on their way to JavaScript.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// An error as the facade expects it: the report as JSON in the message.
pub fn reject(error: sorakit::Error) -> napi::Error {
    napi::Error::from_reason(write(&error.report()))
}

/// What the facade sends is always JSON; a caller's bad value is named.
pub fn read<T: DeserializeOwned>(what: &str, json: &str) -> napi::Result<T> {
    serde_json::from_str(json)
        .map_err(|error| reject(sorakit::Error::invalid(what, error.to_string())))
}

/// A value as JSON text.
pub fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".into())
}

/// The error of a call that its caller ended.
pub fn cancelled() -> sorakit::Error {
    sorakit::Error::new(sorakit::ErrorKind::Cancelled, "the call was aborted")
}
