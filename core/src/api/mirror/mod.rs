//! A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`).
//!
//! The base URL ends with `/sora`. Images, videos and characters have to be
//! unlocked for the license; without that a mirror answers 401 or 403.

mod beta_models;
mod characters;
mod chat;
mod images;
mod messages;
mod model;
mod options;
mod videos;

pub use beta_models::{Content, GenerateContent, GenerateMethod};
pub use characters::CreateCharacter;
pub use chat::CompleteChat;
pub use images::{EditImages, GenerateImages};
pub use messages::{CreateMessage, Message, MessageContent};
pub use model::{MODELS, ModelName};
pub use options::{Style, VideoOptions};
pub use videos::{CreateVideo, GetContent, GetVideo, RemixVideo};

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of_events::<CompleteChat>(),
    Descriptor::of_events::<CreateMessage>(),
    Descriptor::of_events::<GenerateContent>(),
    Descriptor::of::<GenerateImages>(),
    Descriptor::of::<EditImages>(),
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<GetVideo>(),
    Descriptor::of_content::<GetContent>(),
    Descriptor::of::<RemixVideo>(),
    Descriptor::of::<CreateCharacter>(),
];
