//! `sora2api.admin_cloudflare.*`: settings of the gateway, passed through as
//! documented (`docs/wire/sora2api.md` §7.8). sorakit itself solves no such
//! challenge.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, get, operation, set};
use crate::api::lenient;
use crate::model::Secret;

/// Reads whether the gateway uses a solver.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCloudflare {}

/// Turns the gateway's use of a solver on or off, and sets the solver.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetCloudflare {
    /// True to use a solver.
    pub solver_enabled: bool,
    /// The solver's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solver_api_url: Option<Secret>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Reads the state of the gateway's credentials.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCloudflareState {}

/// Has the gateway obtain new credentials. Fails when the solver is off.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshCloudflare {}

/// Has the gateway forget its credentials.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearCloudflare {}

/// The answer with the settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CloudflareAnswer {
    /// The settings.
    #[serde(default)]
    pub config: CloudflareConfig,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The gateway's settings for a solver.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CloudflareConfig {
    /// True if the gateway uses a solver.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub solver_enabled: bool,
    /// The solver's address. It may hold a key.
    #[serde(default)]
    pub solver_api_url: Option<Secret>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The state of the gateway's credentials. The document does not describe its content.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CloudflareState {
    /// The state, as the gateway gives it. It may hold cookies.
    #[serde(default)]
    pub state: Value,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetCloudflare => CloudflareAnswer,
    get("sora2api.admin_cloudflare.get", "/api/cloudflare/config")
        .source("docs/wire/sora2api.md §7.8"));
operation!(SetCloudflare => Done,
    set("sora2api.admin_cloudflare.set", "/api/cloudflare/config")
        .source("docs/wire/sora2api.md §7.8"));
operation!(GetCloudflareState => CloudflareState,
    get("sora2api.admin_cloudflare.state", "/api/cloudflare/state")
        .source("docs/wire/sora2api.md §7.8"));
operation!(RefreshCloudflare => CloudflareState,
    set("sora2api.admin_cloudflare.refresh", "/api/cloudflare/refresh")
        .source("docs/wire/sora2api.md §7.8"));
operation!(ClearCloudflare => CloudflareState,
    set("sora2api.admin_cloudflare.clear", "/api/cloudflare/clear")
        .source("docs/wire/sora2api.md §7.8"));
