//! Chat completions, as gateways use them to make media (`001_*`, `002_*`,
//! `003_*`; wire.md §1.3).
//!
//! The same for every dialect that has them: what is asked
//! ([`ChatMessage`]), what a stream says ([`ChatChunk`], out of an
//! [`EventDecoder`]), the whole answer ([`ChatCompletion`]), and the media,
//! character or refusal in its text ([`ChatResult`]).

mod chunk;
mod completion;
mod decoder;
mod message;
mod refusal;
mod result;

pub use chunk::{ChatChunk, ChatDelta, ChunkChoice, Reasoning, ReasoningProgress};
pub use completion::{ChatAnswer, ChatChoice, ChatCompletion};
pub use decoder::{EventDecoder, ServerEvent};
pub use message::{ChatContent, ChatMessage, ChatPart, ChatUrl, check_messages};
pub use refusal::refused;
pub use result::{CharacterCard, ChatMedia, ChatResult};
