//! `sora2api.admin_proxy.*`: the gateway's proxy (`docs/wire/sora2api.md`
//! §7.4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, get, operation, set};
use crate::api::lenient;
use crate::api::sora2api::answer::optional_flag;
use crate::model::{Error, Secret};

/// Reads the gateway's proxy.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetProxy {}

/// The gateway's proxy.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ProxyConfig {
    /// True if the gateway uses a proxy.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub proxy_enabled: bool,
    /// The proxy's address. It may hold a password.
    #[serde(default)]
    pub proxy_url: Option<Secret>,
    /// True if the gateway uses a pool of several proxies.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub proxy_pool_enabled: bool,
    /// The number of proxies in the pool.
    #[serde(default, deserialize_with = "lenient::count")]
    pub proxy_pool_count: u64,
    /// True if images are uploaded through another proxy. Upstream only.
    #[serde(
        default,
        deserialize_with = "optional_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub image_upload_proxy_enabled: Option<bool>,
    /// The address of that proxy. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_upload_proxy_url: Option<Secret>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Sets the gateway's proxy.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct SetProxy {
    /// True to use a proxy.
    pub proxy_enabled: bool,
    /// The proxy's address, such as `http://proxy:8080`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// True to use a pool of several proxies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_pool_enabled: Option<bool>,
    /// True to upload images through another proxy. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_upload_proxy_enabled: Option<bool>,
    /// The address of that proxy. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_upload_proxy_url: Option<Secret>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetProxy => ProxyConfig,
    get("sora2api.admin_proxy.get", "/api/proxy/config").source("docs/wire/sora2api.md §7.4"));
operation!(SetProxy => Done,
set("sora2api.admin_proxy.set", "/api/proxy/config").source("docs/wire/sora2api.md §7.4"),
check: |proxy| {
    for (field, url) in [
        ("proxy_url", &proxy.proxy_url),
        ("image_upload_proxy_url", &proxy.image_upload_proxy_url),
    ] {
        let url = url.as_ref().map(Secret::expose).unwrap_or_default();
        if !url.is_empty() && !url.contains("://") {
            return Err(Error::invalid(field, "must be an address such as http://proxy:8080"));
        }
    }
    Ok(())
});
