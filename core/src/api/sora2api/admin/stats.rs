//! `sora2api.admin_stats.*`: the figures, for the admin (`docs/wire/sora2api.md`
//! §7.10).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{get, operation};
use crate::api::sora2api::GatewayStats;

/// Asks what the gateway has made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetSystemStats {}

operation!(GetSystemStats => GatewayStats,
    get("sora2api.admin_stats.get", "/api/stats").source("docs/wire/sora2api.md §7.10"));
