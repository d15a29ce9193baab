//! `sora2api.admin_token_refresh.*`: renewing access tokens (`docs/wire/sora2api.md`
//! §7.9).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, get, operation, set};
use crate::api::lenient;

/// Reads whether the gateway renews access tokens automatically.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetTokenRefresh {}

/// Sets whether the gateway renews access tokens automatically.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetTokenRefresh {
    /// True to renew access tokens automatically.
    pub enabled: bool,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TokenRefreshAnswer {
    /// The settings.
    #[serde(default)]
    pub config: TokenRefreshConfig,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The setting for the automatic renewal of access tokens.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TokenRefreshConfig {
    /// True if the gateway renews access tokens automatically.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub at_auto_refresh_enabled: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetTokenRefresh => TokenRefreshAnswer,
    get("sora2api.admin_token_refresh.get", "/api/token-refresh/config")
        .source("docs/wire/sora2api.md §7.9"));
operation!(SetTokenRefresh => Done,
    set("sora2api.admin_token_refresh.set", "/api/token-refresh/enabled")
        .source("docs/wire/sora2api.md §7.9"));
