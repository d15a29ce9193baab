//! A length as servers want it: a string for some, a number for others.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Error, Result};

/// A length in seconds, sent in the form it is given in: OpenAI and new-api want
/// a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Seconds {
    /// As text.
    Text(String),
    /// As a number.
    Number(u32),
}

impl Seconds {
    /// Refuses what is not a length.
    pub(crate) fn check(&self, field: &str) -> Result<()> {
        let number = match self {
            Self::Text(text) => text.parse::<f64>().unwrap_or(0.0),
            Self::Number(number) => f64::from(*number),
        };
        if number.is_finite() && number > 0.0 {
            return Ok(());
        }
        Err(Error::invalid(
            field,
            format!("must be a number of seconds above 0, not `{self}`"),
        ))
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl From<u32> for Seconds {
    /// Text, which most servers want.
    fn from(seconds: u32) -> Self {
        Self::Text(seconds.to_string())
    }
}
