//! A server with a credential, over which a batch is sent.

use sorakit::Client;

/// A server with a credential, over which a batch is sent.
#[derive(Clone)]
pub struct Connection {
    pub(crate) name: String,
    pub(crate) client: Client,
    pub(crate) jobs: usize,
}

impl Connection {
    /// A connection with four running jobs at most.
    pub fn new(client: Client) -> Self {
        Self {
            name: String::new(),
            // The batch keeps the number of jobs itself.
            client: client.without_slot_wait(),
            jobs: 4,
        }
    }

    /// The most jobs that run at once, 1 at least. When the server says that there are too many,
    /// fewer do for a while.
    #[must_use]
    pub fn with_jobs(mut self, jobs: usize) -> Self {
        self.jobs = jobs.max(1);
        self
    }

    /// The name by which the ledger tells it from others at the same server.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }
}
