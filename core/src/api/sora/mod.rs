//! The native web backend (`000_*`, wire.md §2).
//!
//! Sora's own host closed in 2026; gateways that people deployed serve this
//! format on. One file a group of endpoints.

mod drafts;
mod headers;
mod pending;
mod quota;
mod refresh;
mod sentinel;
mod session;
mod uploads;
mod videos;

pub use drafts::{Draft, DraftPage, Encoding, Encodings, ListDrafts};
pub use pending::{ListPending, PendingTask};
pub use quota::{CheckQuota, Quota, RateLimitAndCreditBalance};
pub use refresh::{RefreshToken, RefreshedToken};
pub use sentinel::{ProofOfWork, RequestSentinel, SentinelChallenge, Turnstile};
pub use session::{ExchangeSession, Session, SessionUser};
pub(crate) use uploads::check_image;
pub use uploads::{MAX_IMAGE, UploadImage, Uploaded};
pub use videos::{CreateVideo, CreatedTask, InpaintItem, Model, Size, Style, frames_of};

pub use crate::request::Orientation;

use super::Descriptor;

/// The native operations, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<ExchangeSession>(),
    Descriptor::of::<RefreshToken>(),
    Descriptor::of::<RequestSentinel>(),
    Descriptor::of::<CheckQuota>(),
    Descriptor::of::<UploadImage>(),
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<ListPending>(),
    Descriptor::of::<ListDrafts>(),
];
