//! The SkyRiff gateway: `/v1/videos`, chat mode, and looking up links
//! (`docs/wire/skyriff.md`).

mod chat;
mod links;
mod models;
mod videos;

pub use chat::CompleteChat;
pub use links::{LinkLookup, Links, LookUpDraft, LookUpPost, PostInfo};
pub use models::{MODELS, SkyriffModel, model_name};
pub use videos::{CreateVideo, GetContent, GetVideo};

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<GetVideo>(),
    Descriptor::of_content::<GetContent>(),
    Descriptor::of_events::<CompleteChat>(),
    Descriptor::of::<LookUpDraft>(),
    Descriptor::of::<LookUpPost>(),
];
