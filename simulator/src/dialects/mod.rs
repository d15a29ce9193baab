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
//! [`World::create_job`]: crate::engine::world::World::create_job
//! [`World`]: crate::engine::world::World
//! [`World::state`]: crate::engine::world::World::state

pub mod cdn;
pub mod gateway;
pub mod mirror;
pub mod openai;
pub mod relay;
pub mod skyriff;
pub mod sora;
pub mod sora2api;

use std::pin::Pin;
use std::sync::Arc;

use http::Method;

use crate::engine::Shapes;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// The dialect at the root of the main origin.
pub const ROOT: &str = "sora";

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

type Handler = Arc<dyn Fn(Call) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync>;

/// One operation of a dialect.
#[derive(Clone)]
pub struct Operation {
    /// Name, such as `sora.videos.create`.
    pub name: &'static str,
    /// HTTP method; a `GET` answers `HEAD` too.
    pub method: Method,
    /// Path below the dialect's base URL, with `{parameters}`.
    pub path: &'static str,
    /// What it does.
    pub handler: Handler,
}

impl Operation {
    /// An operation carried out by `handler`.
    pub fn new<F>(
        name: &'static str,
        method: Method,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self {
            name,
            method,
            path,
            handler: Arc::new(move |call| Box::pin(handler(call))),
        }
    }

    /// A `GET`.
    pub fn get<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::GET, path, handler)
    }

    /// A `POST`.
    pub fn post<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::POST, path, handler)
    }

    /// A `PUT`.
    pub fn put<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::PUT, path, handler)
    }

    /// A `DELETE`.
    pub fn delete<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::DELETE, path, handler)
    }
}

/// A wire format: where its operations stand and how it words errors.
pub struct Dialect {
    /// Name, as in a base URL.
    pub name: &'static str,
    /// Prefixes under which every operation is served; `""` for none.
    pub prefixes: &'static [&'static str],
    /// The operations.
    pub operations: Vec<Operation>,
    /// Words a refusal.
    pub render: fn(&Refusal, Shapes) -> Reply,
}
