//! Displaying a server's text, and reading a chat.

use sorakit::api::chat::ChatReading;

use crate::failure::Failure;
use crate::json::{Json, write};

/// A text for display: without what moves a cursor or cannot be seen, without the secrets
/// of clients and the signatures of addresses.
#[uniffi::export]
pub fn shown(text: String, longest: u32) -> String {
    sorakit::text::presented(&text, longest as usize)
}

/// Reads a chat's words, or a chunk or a whole answer of one.
#[uniffi::export]
pub fn read_chat(answer: Json) -> Result<Json, Failure> {
    Ok(write(&ChatReading::of(&answer.given("answer")?)))
}
