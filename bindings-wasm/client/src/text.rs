//! Displaying a server's text, and reading a chat.

use sorakit::api::chat::ChatReading;
use wasm_bindgen::prelude::*;

use crate::failure::{read, write};

/// A text for display: without what moves a cursor or cannot be seen, without the secrets
/// of clients and the signatures of addresses.
#[wasm_bindgen]
pub fn shown(text: &str, longest: u32) -> String {
    sorakit::text::presented(text, longest as usize)
}

/// Reads a chat's words, or a chunk or a whole answer of one, as JSON.
#[wasm_bindgen(js_name = readChat)]
pub fn read_chat(answer: &str) -> Result<String, JsValue> {
    let answer: serde_json::Value = read("answer", answer)?;
    Ok(write(&ChatReading::of(&answer)))
}
