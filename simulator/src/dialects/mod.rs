//! The dialects: each a table of operations over the shared engine.
//!
//! To add one: make a folder `dialects/<name>/` whose `mod.rs` has a function
//! `dialect() -> Dialect`, with one small file per group of operations, and add
//! it to [`all`]. An operation is a name (`<name>.<noun>.<verb>`, as in the
//! client's catalogue), a method, a path with `{parameters}`, and an async
//! function from [`Call`] to [`Answer`]. The function checks what was sent with
//! the strict readers of `Call`, `Fields` and `Form`, changes the [`World`]
//! under one short lock, and words the answer; what goes wrong it returns as a
//! [`Refusal`], which the dialect's `render` turns into its own error body.
//! State that only one dialect needs lives in a type of its own, found with
//! [`World::state`].
//!
//! What is at hand: [`Call::account_of_api_key`], [`World::create_job`] with a
//! `NewJob`, `Job::status` and `Job::moment` for its course, `World::balance` for quota,
//! [`Call::asset_url`] for media on the other origin (`source.mp4`,
//! `watermark.mp4`, `md.mp4`, `thumbnail.webp`, `preview.gif`, `image.png`),
//! `server::files::serve` for media on the same one, [`Reply::events`] for
//! server-sent events, [`Call::finished`] to wait for a job.
//!
//! [`Answer`]: crate::exchange::Answer
//! [`Call`]: crate::exchange::Call
//! [`Call::account_of_api_key`]: crate::exchange::Call::account_of_api_key
//! [`Call::asset_url`]: crate::exchange::Call::asset_url
//! [`Call::finished`]: crate::exchange::Call::finished
//! [`Refusal`]: crate::engine::refusal::Refusal
//! [`Reply::events`]: crate::exchange::Reply::events
//! [`World::create_job`]: crate::engine::world::World::create_job
//! [`World`]: crate::engine::world::World
//! [`World::state`]: crate::engine::world::World::state

pub mod cdn;
pub mod gateway;
pub mod mirror;
pub mod openai;
mod operation;
pub mod relay;
pub mod skyriff;
pub mod sora;
pub mod sora2api;

use sorakit::Flavour;

pub use crate::engine::ROOT;
pub use operation::{Dialect, Operation};

/// Every dialect that clients speak.
pub fn all() -> Vec<Dialect> {
    let mut all = vec![
        sora::dialect(),
        mirror::dialect(),
        sora2api::dialect(),
        sora2api::upstream(),
        skyriff::dialect(),
        relay::dialect(),
    ];
    all.extend(openai::dialects());
    all
}

/// The name under which a server is served here: that of a dialect, or of one of its flavours, such
/// as `upstream` or `sglang`.
pub fn name_of(server: &str) -> String {
    match server.parse::<Flavour>() {
        Ok(Flavour::Upstream) => sora2api::UPSTREAM.to_owned(),
        Ok(flavour @ (Flavour::Fork | Flavour::Openai)) => flavour.dialect().to_string(),
        Ok(flavour) => format!("{}/{flavour}", flavour.dialect()),
        Err(_) => server.to_owned(),
    }
}

/// How a server of this flavour differs from others of its dialect, as it is simulated; `None`
/// for one that is not.
pub fn oddities(flavour: &str) -> Option<&'static str> {
    match name_of(flavour).as_str() {
        sora2api::UPSTREAM => Some(
            "everything by `/v1/chat/completions`; a job lives in its answer's stream; a slot is lost \
             with a client that hangs up after `[DONE]`; its own batch operations",
        ),
        sora2api::NAME => Some("`/v1/videos`, `/v1/images` and the rest of the document"),
        name => openai::oddities(name),
    }
}
