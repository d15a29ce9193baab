//! `sora2api.admin_config.*`: the gateway itself (`docs/wire/sora2api.md`
//! §7.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, check_filled, get, operation, post, set};
use crate::api::lenient;
use crate::api::sora2api::answer::optional_flag;
use crate::model::{Error, Secret};

/// Reads the gateway's settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetConfig {}

/// The gateway's settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct AdminConfig {
    /// The number of consecutive errors after which an account is disabled.
    #[serde(default, deserialize_with = "lenient::count")]
    pub error_ban_threshold: u64,
    /// The key of the `/v1` interfaces.
    #[serde(default)]
    pub api_key: Option<Secret>,
    /// The admin's name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub admin_username: Option<String>,
    /// True if requests are written to the log in full.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub debug_enabled: bool,
    /// True if a failed task is tried again with another account. Upstream only.
    #[serde(
        default,
        deserialize_with = "optional_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub task_retry_enabled: Option<bool>,
    /// The most times that a failed task is tried again. Upstream only.
    #[serde(
        default,
        deserialize_with = "lenient::optional_count",
        skip_serializing_if = "Option::is_none"
    )]
    pub task_max_retries: Option<u64>,
    /// True if an account is disabled when the backend answers it with 401. Upstream only.
    #[serde(
        default,
        deserialize_with = "optional_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_disable_on_401: Option<bool>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets when an account is disabled, and when a task is tried again.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetConfig {
    /// The number of consecutive errors after which an account is disabled, from 1.
    pub error_ban_threshold: u32,
    /// True to try a failed task again with another account. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_retry_enabled: Option<bool>,
    /// The most times that a failed task is tried again. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_max_retries: Option<u64>,
    /// True to disable an account when the backend answers it with 401. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auto_disable_on_401: Option<bool>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets the admin's password, and name if one is given. It ends all logins:
/// log in again.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SetPassword {
    /// The current password.
    pub old_password: Secret,
    /// The new password.
    pub new_password: Secret,
    /// The new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets the key of the `/v1` interfaces.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SetApiKey {
    /// The new key.
    pub new_api_key: Secret,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets whether requests are written to the log in full.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetDebug {
    /// True to write requests to the log in full.
    pub enabled: bool,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetConfig => AdminConfig,
    get("sora2api.admin_config.get", "/api/admin/config").source("docs/wire/sora2api.md §7.3"));
operation!(SetConfig => Done,
set("sora2api.admin_config.set", "/api/admin/config").source("docs/wire/sora2api.md §7.3"),
check: |config| match config.error_ban_threshold {
    0 => Err(Error::invalid("error_ban_threshold", "must be 1 or more")),
    _ => Ok(()),
});
// After the first time the old password is another.
operation!(SetPassword => Done,
post("sora2api.admin_config.set_password", "/api/admin/password")
    .source("docs/wire/sora2api.md §7.3"),
check: |change| {
    check_filled("old_password", change.old_password.expose())?;
    check_filled("new_password", change.new_password.expose())
});
operation!(SetApiKey => Done,
    set("sora2api.admin_config.set_api_key", "/api/admin/apikey").source("docs/wire/sora2api.md §7.3"),
    check: |change| check_filled("new_api_key", change.new_api_key.expose()));
operation!(SetDebug => Done,
    set("sora2api.admin_config.set_debug", "/api/admin/debug").source("docs/wire/sora2api.md §7.3"));
