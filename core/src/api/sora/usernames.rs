//! `sora.username.*`: the account's user name (`docs/wire/sora.md` §3.7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, Meta, Operation, lenient};
use crate::model::{Dialect, Error, Result};

/// Asks whether a user name is free.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckUsername {
    /// The name, without `@`.
    pub username: String,
}

/// The availability of a user name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct UsernameAvailability {
    /// True if the name can be taken.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub available: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets the account's user name, which publishing needs.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUsername {
    /// The name, without `@`.
    pub username: String,
}

/// The account's names.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Username {
    /// The user name.
    #[serde(default)]
    pub username: Option<String>,
    /// The display name.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Refuses text that can never be a user name.
pub(super) fn check_username(field: &str, name: &str) -> Result<()> {
    if name.is_empty() || name.starts_with('@') || name.chars().any(char::is_whitespace) {
        return Err(Error::invalid(
            field,
            "must not be empty, must not hold spaces, and is given without `@`",
        ));
    }
    Ok(())
}

impl Operation for CheckUsername {
    type Output = UsernameAvailability;

    const META: Meta = Meta::post(
        "sora.username.check",
        Dialect::Sora,
        "/project_y/profile/username/check",
    )
    .repeatable()
    .source("docs/wire/sora.md §3.7.1");

    fn check(&self) -> Result<()> {
        check_username("username", &self.username)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}

impl Operation for SetUsername {
    type Output = Username;

    // Asked for twice, the name is refused as taken, by the first of the two.
    const META: Meta = Meta::post(
        "sora.username.set",
        Dialect::Sora,
        "/project_y/profile/username/set",
    )
    .source("docs/wire/sora.md §3.7.2");

    fn check(&self) -> Result<()> {
        check_username("username", &self.username)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}
