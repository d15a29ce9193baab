//! A relay with `/v2/videos/generations` (`docs/wire/relay.md`).
//!
//! The observed form is that of the relays of its kind (`docs/wire/relay.md` §10):
//! `{task_id}` alone on creation, progress as `"45%"`, the video below `data`.

mod bodies;
mod characters;
mod errors;
mod files;
mod hook;
mod quota;
mod videos;

use super::{Dialect, Operation};

/// The relay as a table of operations.
pub fn dialect() -> Dialect {
    Dialect {
        name: "relay",
        prefixes: &[""],
        operations: vec![
            Operation::post(
                "relay.videos.create",
                "/v2/videos/generations",
                videos::create,
            ),
            Operation::get(
                "relay.videos.get",
                "/v2/videos/generations/{task_id}",
                videos::get,
            ),
            Operation::post(
                "relay.videos.remix",
                "/v1/videos/{task_id}/remix",
                videos::remix,
            ),
            Operation::get("relay.quota.get", "/v1/token/quota", quota::get),
            Operation::post(
                "relay.characters.create",
                "/sora/v1/characters",
                characters::create,
            ),
            Operation::post("relay.files.upload", "/v1/files", files::upload),
        ],
        render: errors::render,
    }
}
