//! A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`).
//!
//! The document gives requests only and refers to OpenAI's for the answers:
//! that is the documented form. The observed form is what clients of the mirror
//! read (`docs/wire/mirror.md` §9): a `video_url`, an `error` that is a text, content
//! by redirect. The base URL of the document ends with `/sora`; clients may
//! leave that out.

mod access;
mod bodies;
mod characters;
mod chat;
mod errors;
mod foreign;
mod images;
mod model;
mod named;
mod videos;

use super::{Dialect, Operation};

/// The mirror as a table of operations.
pub fn dialect() -> Dialect {
    Dialect {
        name: "mirror",
        prefixes: &["", "/sora"],
        operations: operations(),
        render: errors::render,
    }
}

fn operations() -> Vec<Operation> {
    vec![
        Operation::post(
            "mirror.chat.completions",
            "/v1/chat/completions",
            chat::complete,
        ),
        Operation::post("mirror.messages.create", "/v1/messages", foreign::messages),
        Operation::post(
            "mirror.beta_models.generate",
            "/v1beta/models/{action}",
            foreign::generate,
        ),
        Operation::post(
            "mirror.images.generate",
            "/v1/images/generations",
            images::generate,
        ),
        Operation::post("mirror.images.edit", "/v1/images/edits", images::edit),
        Operation::post("mirror.videos.create", "/v1/videos", videos::create),
        Operation::get("mirror.videos.get", "/v1/videos/{video_id}", videos::get),
        Operation::get(
            "mirror.videos.content",
            "/v1/videos/{video_id}/content",
            videos::content,
        ),
        Operation::post(
            "mirror.videos.remix",
            "/v1/videos/{video_id}/remix",
            videos::remix,
        ),
        Operation::post(
            "mirror.characters.create",
            "/v1/characters",
            characters::create,
        ),
    ]
}
