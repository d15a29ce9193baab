//! One request and its answer, as handlers see them.

mod call;
pub mod chat;
mod fields;
mod form;
mod reply;

pub use call::{Call, Notes};
pub use fields::Fields;
pub use form::{Form, Part};
pub use reply::{Reply, ReplyBody, event};

/// What a handler gives back.
pub type Answer = Result<Reply, crate::engine::refusal::Refusal>;
