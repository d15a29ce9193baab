//! The Videos API as OpenAI defined it, and as SGLang, vLLM-Omni, Dynamo,
//! LiteLLM and new-api serve it (`docs/wire/openai.md`).
//!
//! OpenAI's own service closed on 2026-09-24. Servers differ in what they offer
//! beyond creating, reading and fetching a video; what they lack they answer
//! with 404 or 405.

mod characters;
mod direct;
mod edits;
pub(crate) mod flavours;
mod images;
mod manage;
mod models;
mod sync;
mod videos;

pub use characters::{Character, CreateCharacter, GetCharacter};
pub use direct::GenerateVideo;
pub use edits::{EditVideo, ExtendVideo, RemixVideo, VideoSource};
pub use images::{EditImages, GenerateImages};
pub use manage::{DeleteVideo, Deleted, ListVideos, Order, VideoPage};
pub use models::{ListModels, MODELS, Model, ModelList};
pub use sync::CreateVideoSync;
pub use videos::{
    CharacterReference, CreateVideo, Encoding, GetContent, GetVideo, ImageReference,
    InputReference, Variant,
};

use super::Descriptor;

/// The operations of this dialect, in the order of OpenAI's reference.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<CreateVideo>(),
    Descriptor::of_content::<CreateVideoSync>(),
    Descriptor::of::<GenerateVideo>(),
    Descriptor::of::<GetVideo>(),
    Descriptor::of::<ListVideos>(),
    Descriptor::of::<DeleteVideo>(),
    Descriptor::of_content::<GetContent>(),
    Descriptor::of::<RemixVideo>(),
    Descriptor::of::<EditVideo>(),
    Descriptor::of::<ExtendVideo>(),
    Descriptor::of::<CreateCharacter>(),
    Descriptor::of::<GetCharacter>(),
    Descriptor::of::<ListModels>(),
    Descriptor::of::<GenerateImages>(),
    Descriptor::of::<EditImages>(),
];
