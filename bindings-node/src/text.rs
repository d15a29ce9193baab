//! Displaying a server's text, and reading a chat.

use napi_derive::napi;
use sorakit::api::chat::ChatReading;

use crate::failure::{read, write};

/// A text for display: without what moves a cursor or cannot be seen, without the secrets
/// of clients and the signatures of addresses.
#[napi]
pub fn shown(text: String, longest: u32) -> String {
    sorakit::text::presented(&text, longest as usize)
}

/// Reads a chat's words, or a chunk or a whole answer of one, as JSON.
#[napi]
pub fn read_chat(answer: String) -> napi::Result<String> {
    let answer: serde_json::Value = read("answer", &answer)?;
    Ok(write(&ChatReading::of(&answer)))
}
