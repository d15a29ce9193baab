//! A video or image that an answer names.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::JobKind;
use crate::model::text::unsigned;

/// A video or image in an answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatMedia {
    /// What it is.
    pub kind: JobKind,
    /// Where it is: an address, a path at the server, or a data URL.
    pub url: String,
}

/// With the signature of the address cut off.
impl fmt::Debug for ChatMedia {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatMedia")
            .field("kind", &self.kind)
            .field("url", &unsigned(&self.url))
            .finish()
    }
}
