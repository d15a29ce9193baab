//! The id of an account in the gateway.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The id under which the gateway keeps an account: a number, or text in some
/// forks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum TokenId {
    /// A number.
    Number(u64),
    /// Text.
    Text(String),
}

impl From<u64> for TokenId {
    fn from(id: u64) -> Self {
        Self::Number(id)
    }
}

impl From<&str> for TokenId {
    fn from(id: &str) -> Self {
        Self::Text(id.to_owned())
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(id) => id.fmt(f),
            Self::Text(id) => id.fmt(f),
        }
    }
}
