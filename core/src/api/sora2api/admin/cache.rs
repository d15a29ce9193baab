//! `sora2api.admin_cache.*`: the files that the gateway keeps (`docs/wire/sora2api.md`
//! §7.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, get, operation, set};
use crate::api::lenient;
use crate::api::sora2api::answer::integer;
use crate::model::Error;

/// Reads the settings by which the gateway keeps files.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCache {}

/// The answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CacheAnswer {
    /// The settings.
    #[serde(default)]
    pub config: CacheConfig,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The settings by which the gateway keeps files.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CacheConfig {
    /// True if the gateway keeps files.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub enabled: bool,
    /// The time to keep a file, in seconds; -1 means for ever.
    #[serde(default, deserialize_with = "integer")]
    pub timeout: i64,
    /// The address under which it offers them; empty when it is the gateway's own.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub base_url: Option<String>,
    /// The address that is in use.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub effective_base_url: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets how long the gateway keeps files.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetCacheTimeout {
    /// The time to keep a file, in seconds, from 60 to 86400; upstream takes -1 for ever.
    pub timeout: i64,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets the address under which the gateway offers files.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetCacheBaseUrl {
    /// The address; empty for the gateway's own.
    pub base_url: String,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets whether the gateway keeps files.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetCacheEnabled {
    /// True to keep files.
    pub enabled: bool,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetCache => CacheAnswer,
    get("sora2api.admin_cache.get", "/api/cache/config").source("docs/wire/sora2api.md §7.5"));
operation!(SetCacheTimeout => Done,
set("sora2api.admin_cache.set_timeout", "/api/cache/config").source("docs/wire/sora2api.md §7.5"),
check: |cache| match cache.timeout {
    -1 | 60..=86_400 => Ok(()),
    other => Err(Error::invalid(
        "timeout",
        format!("must be from 60 to 86400 seconds, or -1 for ever, not {other}"),
    )),
});
operation!(SetCacheBaseUrl => Done,
set("sora2api.admin_cache.set_base_url", "/api/cache/base-url")
    .source("docs/wire/sora2api.md §7.5"),
check: |cache| {
    let url = cache.base_url.as_str();
    match url.is_empty() || url.starts_with("https://") || url.starts_with("http://") {
        true => Ok(()),
        false => Err(Error::invalid("base_url", "must be an address (https://…) or empty")),
    }
});
operation!(SetCacheEnabled => Done,
    set("sora2api.admin_cache.set_enabled", "/api/cache/enabled")
        .source("docs/wire/sora2api.md §7.5"));
