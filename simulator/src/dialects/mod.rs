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
