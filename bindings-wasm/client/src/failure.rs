//! Errors on their way to JavaScript.

use js_sys::Error as JsError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// Converts an error to the facade's form: the report as JSON in the message, with its
/// causes.
pub fn reject(error: sorakit::Error) -> JsValue {
    let report = Report {
        report: error.report(),
        cause: causes(&error),
    };
    JsError::new(&write(&report)).into()
}

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    report: sorakit::ErrorReport,
    /// The messages of the causes, the nearest first.
    cause: Vec<String>,
}

fn causes(error: &sorakit::Error) -> Vec<String> {
    let first = std::error::Error::source(error);
    std::iter::successors(first, |error| error.source())
        .map(ToString::to_string)
        .collect()
}

/// Parses the facade's text, which is always JSON; a caller's bad value is named.
pub fn read<T: DeserializeOwned>(what: &str, json: &str) -> Result<T, JsValue> {
    let value = sorakit::api::read_given(what, json).map_err(reject)?;
    sorakit::api::read_as(what, value).map_err(reject)
}

/// Writes a value as JSON text.
pub fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".into())
}

/// The error of a call that its caller ended.
pub fn cancelled() -> sorakit::Error {
    sorakit::Error::new(sorakit::ErrorKind::Cancelled, "the call was aborted")
}

/// The message of a JavaScript exception.
pub fn message(reason: &JsValue) -> String {
    match reason.dyn_ref::<JsError>() {
        Some(error) => String::from(error.message()),
        None => format!("{reason:?}"),
    }
}
