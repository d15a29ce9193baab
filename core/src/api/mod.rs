//! The operations: every endpoint as a sans-IO value.
//!
//! One folder per dialect, one small file per group of operations. An operation is a
//! request struct with its documentation, a response struct, and an implementation of
//! [`Operation`]. Nothing here touches network, clock, files or randomness: an
//! operation gets what it needs of those in its [`Context`].

mod answer;
mod asked_wait;
pub mod chat;
mod context;
mod descriptor;
mod excerpt;
mod failure;
mod fields;
mod given;
mod json;
mod location;
mod meta;
mod operation;
mod paged;
mod registry;
mod reply;
mod sendable;

pub mod images_v1;
pub mod mirror;
pub mod openai;
pub mod relay;
pub mod skyriff;
pub mod sora;
pub mod sora2api;
pub mod videos_v1;

pub(crate) use answer::{embedded, is_no_reason, reason_in, take_embedded, video_address};
pub(crate) use asked_wait::{asked_wait, http_date, read_http_date};
pub use context::{BaseUrls, Context};
pub(crate) use context::{form_fields, header_value as context_header};
pub use descriptor::{Descriptor, Events, Items, ReadFn, WalkFn};
pub(crate) use failure::{
    NO_SORA_2, OTHER_CLIENT, ended, is_worded_refusal, refusal_in, says_no, stated_in,
};
pub use failure::{failure, refusal};
pub(crate) use fields::fields_of;
pub use given::read_as;
pub(crate) use json::Sieve;
pub use json::{half_character, read_given};
pub(crate) use location::location;
pub use meta::{Auth, Meta, Method, Patience, Repeatable, ReplyKind, Service};
pub use operation::{EventOperation, EventReader, Operation};
pub use paged::Paged;
pub use registry::{find, operations};
pub(crate) use reply::looks_like_html;
pub use reply::{MAX_REPLY, Reply};
pub use sendable::{Pieces, Sendable, Turned, Walk};

#[cfg(target_family = "wasm")]
pub use crate::model::Blob;
#[cfg(not(target_family = "wasm"))]
pub use crate::model::OpenReader;
pub use crate::model::{Body, FileInput, Opened, Part, Segment, Source, Timestamp};
pub(crate) use crate::model::{UNNAMED, lenient};
