//! Chat completions, as gateways use them to make media (`docs/wire/mirror.md` §2,
//! `docs/wire/sora2api.md` §2, `docs/wire/skyriff.md` §6).
//!
//! The same for every dialect that has them: the request's messages ([`ChatMessage`]), a
//! stream's pieces ([`ChatChunk`], read by a [`ChatReader`] from whatever form the body
//! has), the whole answer ([`ChatCompletion`]), and the media, character or refusal in
//! its text ([`ChatResult`], [`refused`]).

mod chunk;
mod completion;
mod decoder;
mod document;
mod ending;
mod foreign;
mod links;
mod media;
mod message;
mod phrases;
mod progress;
mod reader;
mod refusal;
mod result;
mod said;
mod shape;

pub use chunk::{ChatChunk, ChatDelta, ChunkChoice, Reasoning, ReasoningProgress};
pub use completion::{ChatAnswer, ChatChoice, ChatCompletion};
pub use decoder::{EventDecoder, ServerEvent};
pub use media::ChatMedia;
pub use message::{ChatContent, ChatMessage, ChatPart, ChatUrl, check_messages};
pub use reader::ChatReader;
pub use refusal::refused;
pub use result::{CharacterCard, ChatResult};
pub use said::ChatReading;
