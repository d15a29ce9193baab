//! The Videos API as OpenAI defined it, and as other servers serve it (`docs/wire/openai.md`).
//!
//! The servers that differ stand below their own names, such as
//! `/openai/sglang/v1/videos`; [`Flavour`] lists them.

mod bodies;
mod characters;
mod content;
mod create;
mod direct;
mod errors;
mod flavour;
mod images;
mod models;
mod references;
mod remix;
mod videos;

pub use flavour::Flavour;

use super::{Dialect, Operation};

/// One dialect for each flavour; OpenAI's own is the last, since its base URL
/// is the beginning of the others'.
pub fn dialects() -> Vec<Dialect> {
    let all = Flavour::ALL.into_iter().rev();
    all.map(|flavour| Dialect {
        name: flavour.name(),
        prefixes: &[""],
        operations: operations(flavour),
        render: errors::renderer(flavour),
    })
    .collect()
}

/// How a server of the Videos API differs from OpenAI's, as it is simulated; `None` if there
/// is no dialect of this name, such as `openai/sglang`.
pub fn oddities(dialect: &str) -> Option<&'static str> {
    let mut all = Flavour::ALL.into_iter();
    let flavour = all.find(|flavour| flavour.name() == dialect)?;
    Some(flavour.oddities())
}

fn operations(flavour: Flavour) -> Vec<Operation> {
    let mut operations = vec![Operation::get(
        "openai.models.list",
        "/v1/models",
        models::list,
    )];
    operations.push(match flavour {
        Flavour::LocalAi => Operation::post("openai.videos.generate", "/video", direct::create),
        _ => Operation::post("openai.videos.create", "/v1/videos", create::create),
    });
    if flavour == Flavour::VllmOmni {
        operations.push(Operation::post(
            "openai.videos.create_sync",
            "/v1/videos/sync",
            create::create_sync,
        ));
    }
    if flavour.makes_images() {
        operations.extend([
            Operation::post(
                "openai.images.generate",
                "/v1/images/generations",
                images::generate,
            ),
            Operation::post("openai.images.edit", "/v1/images/edits", images::edit),
        ]);
    }
    if flavour.keeps() {
        operations.extend([
            Operation::get("openai.videos.get", "/v1/videos/{video_id}", videos::get),
            Operation::get(
                "openai.videos.content",
                "/v1/videos/{video_id}/content",
                content::get,
            ),
        ]);
    }
    if flavour.lists() {
        operations.push(Operation::get(
            "openai.videos.list",
            "/v1/videos",
            videos::list,
        ));
    }
    if flavour.lists() && flavour != Flavour::LiteLlm {
        operations.push(Operation::delete(
            "openai.videos.delete",
            "/v1/videos/{video_id}",
            videos::delete,
        ));
    }
    if flavour.remixes() {
        operations.push(Operation::post(
            "openai.videos.remix",
            "/v1/videos/{video_id}/remix",
            remix::remix,
        ));
    }
    if flavour.edits() {
        operations.extend([
            Operation::post("openai.videos.edit", "/v1/videos/edits", remix::edit),
            Operation::post(
                "openai.videos.extend",
                "/v1/videos/extensions",
                remix::extend,
            ),
            Operation::post(
                "openai.characters.create",
                "/v1/videos/characters",
                characters::create,
            ),
            Operation::get(
                "openai.characters.get",
                "/v1/videos/characters/{character_id}",
                characters::get,
            ),
        ]);
    }
    operations.extend(models::description(flavour, &operations));
    operations
}
