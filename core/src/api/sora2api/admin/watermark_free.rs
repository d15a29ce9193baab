//! `sora2api.admin_watermark_free.*`: settings of the gateway, passed through as
//! documented (`docs/wire/sora2api.md` §7.7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, get, operation, set};
use crate::api::lenient;
use crate::api::sora2api::answer::optional_flag;
use crate::model::Secret;

/// Reads whether the gateway returns links without a watermark.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetWatermarkFree {}

/// The gateway's settings for links without a watermark.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct WatermarkFreeConfig {
    /// True if the gateway returns links without a watermark.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub watermark_free_enabled: bool,
    /// The method: `third_party` or `custom`; forks also write `builtin`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub parse_method: Option<String>,
    /// The admin's own service.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub custom_parse_url: Option<String>,
    /// The token of that service.
    #[serde(default)]
    pub custom_parse_token: Option<Secret>,
    /// True if the gateway returns the link with a watermark when it gets none without one. Not in
    /// the document.
    #[serde(
        default,
        deserialize_with = "optional_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub fallback_on_failure: Option<bool>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets whether the gateway returns links without a watermark. For your own works only: the gateway
/// publishes each of them to do so.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetWatermarkFree {
    /// True to return links without a watermark.
    pub watermark_free_enabled: bool,
    /// The method: `third_party` or `custom`; some forks have `builtin`. Default: `third_party`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["third_party", "custom", "builtin"]))]
    pub parse_method: Option<String>,
    /// The admin's own service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_parse_url: Option<String>,
    /// The token of that service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_parse_token: Option<Secret>,
    /// True to return the link with a watermark when the gateway gets none without one. Not in the
    /// document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback_on_failure: Option<bool>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetWatermarkFree => WatermarkFreeConfig,
    get("sora2api.admin_watermark_free.get", "/api/watermark-free/config")
        .source("docs/wire/sora2api.md §7.7"));
operation!(SetWatermarkFree => Done,
    set("sora2api.admin_watermark_free.set", "/api/watermark-free/config")
        .source("docs/wire/sora2api.md §7.7"));
