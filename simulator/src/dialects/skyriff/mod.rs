//! The SkyRiff gateway: `/v1/videos`, chat mode, link lookup (`docs/wire/skyriff.md`).
//!
//! The observed form is that of the relay it is a renamed copy of (`docs/wire/skyriff.md`
//! §14): other status words, `size` as the number of bytes, and
//! `/content` as JSON.

mod bodies;
mod chat;
mod errors;
mod links;
mod model;
mod videos;

use super::{Dialect, Operation};

/// The gateway as a table of operations.
pub fn dialect() -> Dialect {
    Dialect {
        name: "skyriff",
        prefixes: &[""],
        operations: vec![
            Operation::post("skyriff.videos.create", "/v1/videos", videos::create),
            Operation::get("skyriff.videos.get", "/v1/videos/{video_id}", videos::get),
            Operation::get(
                "skyriff.videos.content",
                "/v1/videos/{video_id}/content",
                videos::content,
            ),
            Operation::post(
                "skyriff.chat.completions",
                "/v1/chat/completions",
                chat::complete,
            ),
        ],
        render: errors::render,
    }
}
