//! The six dialects by name.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::Error;

/// A family of servers that speak the same wire format.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// The native web backend (`docs/wire/sora.md`). Its own host closed in 2026.
    Sora,
    /// A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`).
    Mirror,
    /// The Sora2API gateway, OpenAI-style `/v1` with its admin `/api` (`docs/wire/sora2api.md`).
    Sora2api,
    /// The SkyRiff gateway (`docs/wire/skyriff.md`).
    Skyriff,
    /// A relay with `/v2/videos/generations` (`docs/wire/relay.md`).
    Relay,
    /// The Videos API as OpenAI defined it and self-hosted servers serve it.
    Openai,
}

impl Dialect {
    /// All dialects, in the order of the documents.
    pub const ALL: &'static [Dialect] = &[
        Self::Sora,
        Self::Mirror,
        Self::Sora2api,
        Self::Skyriff,
        Self::Relay,
        Self::Openai,
    ];

    /// The dialect's name on every surface.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sora => "sora",
            Self::Mirror => "mirror",
            Self::Sora2api => "sora2api",
            Self::Skyriff => "skyriff",
            Self::Relay => "relay",
            Self::Openai => "openai",
        }
    }

    /// True if servers of this dialect always require a credential; self-hosted ones may
    /// not.
    pub const fn has_keys(self) -> bool {
        !matches!(self, Self::Openai)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Dialect {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL
            .iter()
            .copied()
            .find(|dialect| dialect.as_str() == text)
            .ok_or_else(|| {
                let names: Vec<_> = Self::ALL.iter().map(|dialect| dialect.as_str()).collect();
                Error::invalid(
                    "dialect",
                    format!("`{text}` is none of {}", names.join(", ")),
                )
            })
    }
}
