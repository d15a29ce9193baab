//! Displaying a server's text, and reading a chat.

use pyo3::prelude::*;
use sorakit::api::chat::ChatReading;

use crate::value::{plain, to_python};

/// A text for display: without what moves a cursor or cannot be seen, without the secrets
/// of clients and the signatures of addresses.
#[pyfunction]
#[pyo3(signature = (text, longest = 120))]
pub fn shown(text: &str, longest: usize) -> String {
    sorakit::text::presented(text, longest)
}

/// Reads a chat's words, or a chunk or a whole answer of one.
#[pyfunction]
pub fn read_chat<'py>(answer: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let said = ChatReading::of(&plain(answer)?);
    to_python(answer.py(), &serde_json::to_value(said).unwrap_or_default())
}
