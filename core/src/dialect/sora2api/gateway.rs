//! A gateway as one client knows it, and its flavour: upstream, which makes everything in its chat,
//! or one of the forks, which have the operations of the document.

use std::sync::OnceLock;
use std::time::Duration;

use super::streams::Streams;
use crate::api::sora2api::admin::Describe;
use crate::client::Client;
use crate::model::{Error, ErrorKind, Flavour};

/// The gateway as one client knows it.
#[derive(Default)]
pub(crate) struct Sora2api {
    known: Known,
    pub(super) streams: Streams,
}

/// The flavour of a gateway, as far as it is known.
#[derive(Default)]
struct Known {
    flavour: OnceLock<Flavour>,
    /// Held by the one call that asks for all.
    turn: async_lock::Mutex<bool>,
}

/// The longest time for the gateway's description of itself.
const LIMIT: Duration = Duration::from_secs(5);

impl Sora2api {
    /// A gateway whose flavour may be known beforehand.
    pub(crate) fn with(flavour: Option<Flavour>) -> Self {
        let gateway = Self::default();
        if let Some(flavour @ (Flavour::Upstream | Flavour::Fork)) = flavour {
            let _ = gateway.known.flavour.set(flavour);
        }
        gateway
    }

    /// The gateway's flavour, as its description tells it: asked for once, and only by
    /// requests that have to be worded for one or the other. All others learn it from the
    /// answer of a route that only forks have. `None` where neither has told it yet.
    pub(super) async fn flavour(&self, client: &Client) -> Option<Flavour> {
        if let Some(flavour) = self.known.flavour.get() {
            return Some(*flavour);
        }
        let mut asked = self.known.turn.lock().await;
        if !*asked {
            let quick = client.clone().without_retries();
            let described = Box::pin(quick.call(Describe {}));
            // Whatever goes wrong here, the operation itself will tell.
            *asked = true;
            if let Some(Ok(described)) = client.within(LIMIT, described).await {
                let has = |path: &str| described.paths.contains_key(path);
                if has("/v1/videos") {
                    let _ = self.known.flavour.set(Flavour::Fork);
                } else if has("/v1/chat/completions") {
                    let _ = self.known.flavour.set(Flavour::Upstream);
                }
            }
        }
        self.known.flavour.get().copied()
    }

    pub(super) async fn is_upstream(&self, client: &Client) -> bool {
        self.flavour(client).await == Some(Flavour::Upstream)
    }

    /// True if it is known by now, without asking, that the gateway is upstream.
    pub(super) fn is_known_upstream(&self) -> bool {
        self.known.flavour.get() == Some(&Flavour::Upstream)
    }

    /// True if the error of an operation that only forks have says that there is no such
    /// route: then the gateway is upstream, and nothing was taken.
    pub(super) fn turns_out_upstream(&self, error: &Error) -> bool {
        let is_missing = error.kind() == ErrorKind::Unsupported
            && error.status() == Some(404)
            && self.known.flavour.get().is_none();
        if is_missing {
            let _ = self.known.flavour.set(Flavour::Upstream);
        }
        is_missing
    }
}
