//! `sora2api.admin_tokens.st2at` and `rt2at`: one token for another, through the
//! gateway (`docs/wire/sora2api.md` §7.2.4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{check_filled, operation, post, set};
use crate::api::{Timestamp, lenient};
use crate::model::Secret;

/// Exchanges a session token for an access token. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeSessionToken {
    /// The session token.
    pub st: Secret,
}

/// Exchanges a refresh token for an access token. Nothing is stored: the answer
/// holds the refresh token that replaces the one given.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRefreshToken {
    /// The refresh token.
    pub rt: Secret,
    /// The client id that it was issued to. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
}

/// The result of exchanging a session token.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ConvertedSessionToken {
    /// The access token.
    pub access_token: Secret,
    /// The account's e-mail address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub email: Option<String>,
    /// The time at which the session ends.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub expires: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of exchanging a refresh token.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ConvertedRefreshToken {
    /// The access token.
    pub access_token: Secret,
    /// The refresh token for the next time.
    #[serde(default)]
    pub refresh_token: Option<Secret>,
    /// The lifetime of the access token, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub expires_in: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(ExchangeSessionToken => ConvertedSessionToken,
    set("sora2api.admin_tokens.st2at", "/api/tokens/st2at").source("docs/wire/sora2api.md §7.2.4"),
    check: |exchange| check_filled("st", exchange.st.expose()));
// A refresh token is used up by the exchange.
operation!(ExchangeRefreshToken => ConvertedRefreshToken,
    post("sora2api.admin_tokens.rt2at", "/api/tokens/rt2at").source("docs/wire/sora2api.md §7.2.4"),
    check: |exchange| check_filled("rt", exchange.rt.expose()));
