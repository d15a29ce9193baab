//! The Sora2API gateway (`docs/wire/sora2api.md`): OpenAI-style `/v1` over a pool of
//! accounts, and its administration under `/api`.
//!
//! Every account of the simulator is in the pool. The key of the first account
//! stands for the whole pool, that of another for this one alone. The
//! administrator is [`ADMIN_USERNAME`] with [`ADMIN_PASSWORD`].
//!
//! The program that forks descend from has fewer operations under `/v1` and
//! other batch operations (docs/wire/sora2api.md §11.3). It is served as a dialect of its own,
//! [`UPSTREAM`], over the same state and always as measured.

mod access;
mod admin;
mod characters;
mod chat;
mod chat_frame;
mod content;
mod course;
mod description;
mod entries;
mod errors;
mod feeds;
mod gateway;
mod generation;
mod images;
mod log;
mod models;
mod name;
mod people;
mod pool;
mod prompts;
mod references;
mod settings;
mod slots;
mod stats;
mod tasks;
mod videos;
mod views;

pub use gateway::{ADMIN_PASSWORD, ADMIN_USERNAME};
pub use name::{NAME, UPSTREAM};

use super::{Dialect, Operation};
use crate::engine::Shapes;

/// The gateway as documented, as a table of operations.
pub fn dialect() -> Dialect {
    let mut operations = shared();
    operations.extend(generation());
    operations.extend(looking());
    operations.extend(admin::shared());
    operations.extend(admin::documented());
    operations.push(description::operation(&operations));
    Dialect {
        name: NAME,
        prefixes: &[""],
        operations,
        render: errors::render,
    }
}

/// The gateway that the documented one descends from.
pub fn upstream() -> Dialect {
    let mut operations = shared();
    operations.extend(admin::shared());
    operations.extend(admin::upstream::operations());
    operations.push(description::operation(&operations));
    Dialect {
        name: UPSTREAM,
        prefixes: &[""],
        operations: operations.into_iter().map(as_measured).collect(),
        render: |refusal, _| errors::render(refusal, Shapes::Observed),
    }
}

/// The upstream program is not in the documents: there is only what it answers.
fn as_measured(operation: Operation) -> Operation {
    let handler = operation.handler.clone();
    Operation::new(
        operation.name,
        operation.method,
        operation.path,
        move |mut call| {
            call.shapes = Shapes::Observed;
            handler(call)
        },
    )
}

fn shared() -> Vec<Operation> {
    vec![
        Operation::get("sora2api.models.list", "/v1/models", models::list),
        Operation::post(
            "sora2api.chat.create",
            "/v1/chat/completions",
            chat::complete,
        ),
    ]
}

fn generation() -> Vec<Operation> {
    vec![
        Operation::post("sora2api.videos.create", "/v1/videos", videos::create),
        Operation::get("sora2api.videos.get", "/v1/videos/{video_id}", videos::get),
        Operation::get(
            "sora2api.videos.content",
            "/v1/videos/{video_id}/content",
            content::get,
        ),
        Operation::post(
            "sora2api.videos.remix",
            "/v1/videos/{video_id}/remix",
            videos::remix,
        ),
        Operation::post(
            "sora2api.images.generate",
            "/v1/images/generations",
            images::generate,
        ),
        Operation::post("sora2api.images.edit", "/v1/images/edits", images::edit),
        Operation::post(
            "sora2api.characters.create",
            "/v1/characters",
            characters::create,
        ),
        Operation::post(
            "sora2api.prompts.enhance",
            "/v1/enhance_prompt",
            prompts::enhance,
        ),
    ]
}

fn looking() -> Vec<Operation> {
    vec![
        Operation::get("sora2api.stats.get", "/v1/stats", stats::public),
        Operation::get(
            "sora2api.invite_codes.get",
            "/v1/invite-codes",
            stats::invite_code,
        ),
        Operation::get(
            "sora2api.profiles.get",
            "/v1/profiles/{username}",
            people::profile,
        ),
        Operation::get(
            "sora2api.feeds.user",
            "/v1/users/{user_id}/feed",
            feeds::of_user,
        ),
        Operation::get(
            "sora2api.characters.search",
            "/v1/characters/search",
            people::search,
        ),
        Operation::get("sora2api.feeds.public", "/v1/feed", feeds::public),
        Operation::get(
            "sora2api.tasks.pending",
            "/v1/tokens/{token_id}/pending-tasks",
            tasks::pending,
        ),
        Operation::get(
            "sora2api.tasks.pending_v2",
            "/v1/tokens/{token_id}/pending-tasks-v2",
            tasks::pending_v2,
        ),
        Operation::get(
            "sora2api.tasks.get",
            "/v1/tokens/{token_id}/tasks/{task_id}",
            tasks::get,
        ),
        Operation::get(
            "sora2api.feeds.own",
            "/v1/tokens/{token_id}/profile-feed",
            feeds::own,
        ),
    ]
}
