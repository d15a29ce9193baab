//! A relay with `/v2/videos/generations` (`docs/wire/relay.md`).
//!
//! Relays answer JSON as `text/plain`, write words in capitals, and some hide
//! the video's address in `data.output`. All of that is read.

mod characters;
mod files;
mod headers;
mod quota;
mod videos;

pub use characters::CreateCharacter;
pub use files::{UploadFile, UploadedFile};
pub use quota::{GetQuota, QUOTA_PER_CREDIT, Quota};
pub use videos::{AspectRatio, CreateVideo, GetVideo, MODELS, RemixVideo};

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<GetVideo>(),
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<RemixVideo>(),
    Descriptor::of::<GetQuota>(),
    Descriptor::of::<CreateCharacter>(),
    Descriptor::of::<UploadFile>(),
];
