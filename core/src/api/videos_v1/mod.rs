//! The parts that servers with a `/v1/videos`-like API have in common: the job object, files as
//! answers, forms, and characters (`docs/wire/openai.md`).

mod character;
mod content;
mod form;
mod job;
mod seconds;
mod size;

pub use character::CreatedCharacter;
pub use content::Content;
pub use job::{VideoError, VideoJob};
pub use seconds::Seconds;

pub(crate) use crate::api::answer::{address_in, is_address, lone_address, resolve};
pub(crate) use character::{check_range, check_source, check_timestamps};
pub(crate) use content::accept_any;
pub(crate) use form::{form, text_parts};
pub(crate) use size::{check_size, pixels};
