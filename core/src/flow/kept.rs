//! State that the flows of a client share.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::watcher::Watcher;
use crate::client::Client;
use crate::lock::lock;

/// State that the flows of a client share.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) watcher: Watcher,
    /// The jobs that creations answered with.
    pub(super) made: Made,
}

impl Client {
    /// The state that the flows of this client and its clones share.
    pub(super) fn kept(&self) -> &Kept {
        self.inner.slots.flow.get(Kept::default)
    }
}

/// The newest jobs with which a client's creations were answered.
#[derive(Default)]
pub(super) struct Made(Mutex<VecDeque<String>>);

impl Made {
    /// The number that is kept: more than a list of the newest shows.
    const KEPT: usize = 500;

    pub(super) fn note(&self, id: &str) {
        let mut made = lock(&self.0);
        if made.len() == Self::KEPT {
            made.pop_front();
        }
        made.push_back(id.to_owned());
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        lock(&self.0).iter().any(|made| made == id)
    }
}
