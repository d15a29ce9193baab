//! The types that every layer shares: errors, requests, jobs, events, files and times.
//! Nothing here knows an endpoint, a platform or a client.

mod body;
pub(crate) mod calendar;
mod dialect;
mod error;
mod event;
mod feature;
mod file;
mod job;
pub(crate) mod lenient;
mod option_source;
mod parameters;
mod request;
pub(crate) mod secret;
mod source;
pub mod text;
mod timestamp;
pub(crate) mod url;
mod with_secrets;

pub use body::{Body, Part, Segment};
pub use dialect::Dialect;
pub use error::{Error, ErrorKind, ErrorReport, Result};
pub use event::{Event, Observer};
pub use feature::Feature;
pub(crate) use file::UNNAMED;
pub use file::{FileInput, Opened};
#[cfg(not(target_family = "wasm"))]
pub(crate) use file::{Given, HEAD, written_out};
pub use job::{Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, read_progress};
pub use option_source::OptionSource;
pub use parameters::Parameters;
pub use request::{
    AccountQuota, Character, CharacterRequest, EnhanceRequest, ExpansionLevel, ImageRequest,
    ModelInfo, ModelKind, Orientation, Page, PageRequest, Quality, QuotaUnit, Reference, Shot,
    VideoRequest, Visibility,
};
pub(crate) use request::{settled_url, timestamps};
pub use secret::Secret;
pub(crate) use secret::{Hidden, hide};
#[cfg(target_family = "wasm")]
pub use source::Blob;
#[cfg(not(target_family = "wasm"))]
pub use source::OpenReader;
pub use source::Source;
pub use timestamp::Timestamp;
pub use with_secrets::WithSecrets;
pub(crate) use with_secrets::is_unseen;
