//! The native dialect (`000_*`): session, sentinel, creation, drafts, posts, cameos.
//!
//! Every path is served at the root and under `/backend`; the paths of the
//! login and sentinel hosts stand on the same origin.

mod access;
mod account;
mod bodies;
mod drafts;
mod errors;
mod paging;
mod pending;
mod sentinel;
mod session;
mod videos;

use super::{Dialect, Operation};

/// The native dialect as a table of operations.
pub fn dialect() -> Dialect {
    Dialect {
        name: "sora",
        prefixes: &["", "/backend"],
        operations: operations(),
        render: errors::render,
    }
}

fn operations() -> Vec<Operation> {
    vec![
        Operation::get("sora.session.get", "/api/auth/session", session::get),
        Operation::post("sora.oauth.token", "/oauth/token", session::refresh),
        Operation::post(
            "sora.sentinel.request",
            "/backend-api/sentinel/req",
            sentinel::request,
        ),
        Operation::get("sora.account.me", "/me", account::me),
        Operation::get(
            "sora.account.subscriptions",
            "/billing/subscriptions",
            account::subscriptions,
        ),
        Operation::get("sora.quota.check", "/nf/check", account::quota),
        Operation::post("sora.videos.create", "/nf/create", videos::create),
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
        Operation::get(
            "sora.generations.download",
            "/generations/{generation_id}/download",
            drafts::download,
        ),
    ]
}
