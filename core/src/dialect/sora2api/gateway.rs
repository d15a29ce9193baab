//! A gateway as one client knows it. Upstream makes everything in its chat; the forks have the
//! operations of the document. Which of them it is, detection knows (`client/detect.rs`).

use super::streams::Streams;
use crate::client::Client;
use crate::model::{Error, ErrorKind, Flavour};

/// The gateway as one client knows it.
#[derive(Default)]
pub(crate) struct Sora2api {
    pub(super) streams: Streams,
}

/// True if the gateway is upstream. It is asked, unless that is known: for requests that have to
/// be worded for one flavour or the other. All others learn it from the answer of a route
/// that only forks have.
pub(super) async fn is_upstream(client: &Client) -> bool {
    client.find_flavour().await == Some(Flavour::Upstream)
}

/// True if it is known by now, without asking, that the gateway is upstream.
pub(super) fn is_known_upstream(client: &Client) -> bool {
    client.flavour() == Some(Flavour::Upstream)
}

/// True if the error of an operation that only forks have says that there is no such route:
/// then the gateway is upstream, and nothing was taken.
pub(super) fn turns_out_upstream(client: &Client, error: &Error) -> bool {
    let is_missing = error.kind() == ErrorKind::Unsupported
        && error.status() == Some(404)
        && client.flavour().is_none();
    if is_missing {
        let why = "it answers 404 where its forks make videos, images and characters";
        client.learn(Flavour::Upstream, why.into());
    }
    is_missing
}
