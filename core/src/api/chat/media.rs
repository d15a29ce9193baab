//! A video or image that an answer names.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::JobKind;
use crate::model::text::unsigned;

/// A video or image in an answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatMedia {
    /// The kind: a video or an image.
    pub kind: JobKind,
    /// The location: an address, a path on the server, or a data URL.
    pub url: String,
}

/// Cuts off the signature of the address.
impl fmt::Debug for ChatMedia {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatMedia")
            .field("kind", &self.kind)
            .field("url", &unsigned(&self.url))
            .finish()
    }
}
