//! How the one interface reaches a dialect.

use std::collections::HashMap;

use super::Dialect;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::job::Job;
use crate::platform::BoxFuture;
use crate::request::VideoRequest;

/// The flows' view of a dialect. Each maps onto the operations of `api/`.
pub(crate) trait Adapter: Sync {
    /// Creates a video, with whatever has to be uploaded for it. Refuses what
    /// the dialect lacks before anything is sent.
    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>>;

    /// How these jobs stand, in as few requests as the dialect allows. A job
    /// that the server does not show is absent.
    fn observe<'a>(
        &'a self,
        client: &'a Client,
        ids: &'a [String],
    ) -> BoxFuture<'a, Result<HashMap<String, Job>>>;

    /// Where a finished job's video is, asked for afresh.
    fn link<'a>(&'a self, client: &'a Client, job: &'a Job) -> BoxFuture<'a, Result<Link>>;
}

/// Where a file is, and whether the credential belongs there.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) url: String,
    /// Whether the API's credential is sent, should it be on the API's origin.
    pub(crate) authorize: bool,
}

impl Dialect {
    pub(crate) fn adapter(self) -> Result<&'static dyn Adapter> {
        match self {
            Self::Sora => Ok(&super::sora::Sora),
            other => Err(Error::new(
                ErrorKind::Unsupported,
                format!("videos of the dialect `{other}`"),
            )),
        }
    }
}

/// Refuses an option that a dialect lacks, naming those that have it.
pub(crate) fn lacks(option: &str, dialect: Dialect, have: &[Dialect]) -> Error {
    let names: Vec<_> = have.iter().map(|dialect| dialect.as_str()).collect();
    Error::new(
        ErrorKind::Unsupported,
        format!(
            "the option `{option}` is not offered by the dialect `{dialect}`; it is by {}",
            names.join(", ")
        ),
    )
}
