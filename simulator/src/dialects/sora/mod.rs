//! The native dialect (`docs/wire/sora.md`): session, sentinel, creation, drafts, posts, cameos.
//!
//! Every path is served at the root and under `/backend`; the paths of the
//! login, sentinel and link hosts stand on the same origin.

mod access;
mod account;
mod bodies;
mod cameos;
mod drafts;
mod errors;
mod feeds;
mod images;
mod invites;
mod links;
pub(super) mod paging;
mod pending;
mod posts;
mod profiles;
pub(super) mod prompts;
mod references;
mod sentinel;
mod session;
mod storyboards;
mod uploads;
pub(super) mod usernames;
mod videos;

use super::{Dialect, Operation};

/// The native dialect as a table of operations.
pub fn dialect() -> Dialect {
    let groups = [
        login(),
        of_gateways(),
        account(),
        uploads(),
        creation(),
        tasks(),
        posts(),
        cameos(),
    ];
    Dialect {
        name: "sora",
        prefixes: &["", "/backend"],
        operations: groups.into_iter().flatten().collect(),
        render: errors::render,
    }
}

fn login() -> Vec<Operation> {
    vec![
        Operation::get("sora.session.exchange", "/api/auth/session", session::get),
        Operation::post("sora.tokens.refresh", "/oauth/token", session::refresh),
        Operation::post(
            "sora.sentinel.request",
            "/backend-api/sentinel/req",
            sentinel::request,
        ),
    ]
}

/// What no client of this crate's calls, and gateways do: the chat host's page, which sets
/// a device id, and the service that solves the proof of work for them.
pub const OF_GATEWAYS: [&str; 2] = ["sora.web.home", "sora.sentinel.solve"];

fn of_gateways() -> Vec<Operation> {
    let [home, solve] = OF_GATEWAYS;
    vec![
        Operation::get(home, "/", sentinel::home),
        Operation::post(solve, "/api/v1/sora/sentinel-token", sentinel::solve),
    ]
}

fn account() -> Vec<Operation> {
    vec![
        Operation::get("sora.account.me", "/me", account::me),
        Operation::get("sora.account.profile", "/project_y/v2/me", profiles::me),
        Operation::get(
            "sora.account.subscriptions",
            "/billing/subscriptions",
            account::subscriptions,
        ),
        Operation::get("sora.account.bootstrap", "/m/bootstrap", invites::bootstrap),
        Operation::post(
            "sora.account.initialize",
            "/project_y/initialize_async",
            invites::initialize,
        ),
        Operation::get("sora.invites.mine", "/project_y/invite/mine", invites::mine),
        Operation::post(
            "sora.invites.accept",
            "/project_y/invite/accept",
            invites::accept,
        ),
        Operation::get("sora.quota.check", "/nf/check", account::quota),
        Operation::post(
            "sora.username.check",
            "/project_y/profile/username/check",
            usernames::check,
        ),
        Operation::post(
            "sora.username.set",
            "/project_y/profile/username/set",
            usernames::set,
        ),
    ]
}

fn uploads() -> Vec<Operation> {
    vec![
        Operation::post("sora.uploads.image", "/uploads", uploads::image),
        Operation::post(
            "sora.uploads.character",
            "/characters/upload",
            uploads::character,
        ),
        Operation::post("sora.uploads.file", "/project_y/file/upload", uploads::file),
        Operation::post(
            "sora.characters.from_generation",
            "/characters/from-generation",
            uploads::character_from_generation,
        ),
    ]
}

fn creation() -> Vec<Operation> {
    vec![
        Operation::post("sora.images.create", "/video_gen", images::create),
        Operation::post("sora.videos.create", "/nf/create", videos::create),
        Operation::post(
            "sora.videos.bulk_create",
            "/nf/bulk_create",
            storyboards::bulk_create,
        ),
        Operation::post(
            "sora.storyboards.create",
            "/nf/create/storyboard",
            storyboards::create,
        ),
        Operation::post(
            "sora.videos.extend",
            "/project_y/profile/drafts/{generation_id}/long_video_extension",
            storyboards::extend,
        ),
        Operation::post(
            "sora.prompts.enhance",
            "/editor/enhance_prompt",
            prompts::enhance,
        ),
    ]
}

fn tasks() -> Vec<Operation> {
    vec![
        Operation::get("sora.tasks.pending", "/nf/pending/v2", pending::v2),
        Operation::get("sora.tasks.pending_v1", "/nf/pending", pending::v1),
        Operation::get(
            "sora.drafts.list",
            "/project_y/profile/drafts",
            drafts::list,
        ),
        Operation::get(
            "sora.drafts.list_v2",
            "/project_y/profile/drafts/v2",
            drafts::list_v2,
        ),
        Operation::get(
            "sora.drafts.get",
            "/project_y/profile/drafts/v2/{generation_id}",
            drafts::get,
        ),
        Operation::get("sora.tasks.recent", "/v2/recent_tasks", images::recent),
        Operation::get("sora.tasks.list", "/v2/list_tasks", images::list),
        Operation::get(
            "sora.generations.download",
            "/generations/{generation_id}/download",
            drafts::download,
        ),
    ]
}

fn posts() -> Vec<Operation> {
    vec![
        Operation::post("sora.posts.create", "/project_y/post", posts::create),
        Operation::get("sora.posts.get", "/project_y/post/{post_id}", posts::get),
        Operation::delete(
            "sora.posts.delete",
            "/project_y/post/{post_id}",
            posts::delete,
        ),
        Operation::get(
            "sora.posts.tree",
            "/project_y/post/{post_id}/tree",
            posts::tree,
        ),
        Operation::post(
            "sora.posts.like",
            "/project_y/post/{post_id}/like",
            posts::like,
        ),
        Operation::get(
            "sora.posts.remixes",
            "/project_y/post/{post_id}/remix_feed",
            feeds::remixes,
        ),
        Operation::get("sora.feeds.public", "/project_y/feed", feeds::public),
        Operation::get(
            "sora.feeds.profile",
            "/project_y/profile_feed/{user}",
            feeds::profile,
        ),
        Operation::get(
            "sora.profiles.get",
            "/project_y/profile/username/{username}",
            profiles::by_username,
        ),
        Operation::get(
            "sora.profiles.search",
            "/project_y/profile/search_mentions",
            profiles::search,
        ),
        Operation::post("sora.links.resolve", "/get-sora-link", links::resolve),
    ]
}

fn cameos() -> Vec<Operation> {
    vec![
        Operation::get(
            "sora.cameos.progress",
            "/project_y/cameos/in_progress/{cameo_id}",
            cameos::progress,
        ),
        Operation::post(
            "sora.characters.finalize",
            "/characters/finalize",
            cameos::finalize,
        ),
        Operation::post(
            "sora.cameos.update",
            "/project_y/cameos/by_id/{cameo_id}/update_v2",
            cameos::update,
        ),
        Operation::delete(
            "sora.characters.delete",
            "/project_y/characters/{character_id}",
            cameos::delete,
        ),
        Operation::post(
            "sora.references.create",
            "/project_y/references/create",
            references::create,
        ),
        Operation::get(
            "sora.references.mine",
            "/project_y/references/mine",
            references::mine,
        ),
        Operation::put(
            "sora.references.update",
            "/project_y/references/{reference_id}",
            references::update,
        ),
        Operation::delete(
            "sora.references.delete",
            "/project_y/references/{reference_id}",
            references::delete,
        ),
    ]
}
