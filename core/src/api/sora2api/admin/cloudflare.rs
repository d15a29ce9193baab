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

/// Sets whether the gateway uses a solver, and which.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetCloudflare {
    /// Whether it does.
    pub solver_enabled: bool,
    /// The solver's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solver_api_url: Option<Secret>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Reads how the gateway's credentials stand.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCloudflareState {}

/// Has the gateway get credentials anew. It fails when the solver is off.
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

/// Whether the gateway uses a solver, and which.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CloudflareConfig {
    /// Whether it does.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub solver_enabled: bool,
    /// The solver's address. It may hold a key.
    #[serde(default)]
    pub solver_api_url: Option<Secret>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How the gateway's credentials stand. The document does not say what is in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CloudflareState {
    /// The state, as the gateway says it. It may hold cookies.
    #[serde(default)]
    pub state: Value,
    /// The gateway's words.
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
