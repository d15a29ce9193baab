//! How the gateway is set up, with the defaults of its configuration file (`docs/wire/sora2api.md` §10).

use jiff::{SignedDuration, Timestamp};

use crate::engine::jobs::JobKind;

/// Everything that the administration can set besides tokens and passwords.
#[derive(Debug, Clone)]
pub struct Settings {
    /// A token with so many errors is disabled.
    pub error_ban_threshold: i64,
    /// Debug log.
    pub debug_enabled: bool,
    /// Proxy for all tokens.
    pub proxy_enabled: bool,
    /// Its address.
    pub proxy_url: Option<String>,
    /// Whether a pool of proxies is used.
    pub proxy_pool_enabled: bool,
    /// Whether media is kept by the gateway.
    pub cache_enabled: bool,
    /// For how long, in seconds.
    pub cache_timeout: i64,
    /// The address that links to kept media begin with.
    pub cache_base_url: String,
    /// Seconds after which an image counts as failed.
    pub image_timeout: i64,
    /// Seconds after which a video counts as failed.
    pub video_timeout: i64,
    /// Whether finished videos are published for a link without a watermark.
    pub watermark_free_enabled: bool,
    /// How that link is found.
    pub parse_method: String,
    /// Address of a service that finds it.
    pub custom_parse_url: Option<String>,
    /// The service's token.
    pub custom_parse_token: Option<String>,
    /// Whether the link with the watermark serves where that fails.
    pub fallback_on_failure: bool,
    /// Whether the Cloudflare solver is used.
    pub solver_enabled: bool,
    /// Its address.
    pub solver_api_url: Option<String>,
    /// When its credentials were got, if they were.
    pub solved_at: Option<Timestamp>,
    /// Whether expired access tokens are renewed.
    pub at_auto_refresh_enabled: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            error_ban_threshold: 3,
            debug_enabled: false,
            proxy_enabled: false,
            proxy_url: None,
            proxy_pool_enabled: false,
            cache_enabled: true,
            cache_timeout: 7200,
            cache_base_url: String::new(),
            image_timeout: 300,
            video_timeout: 1800,
            watermark_free_enabled: false,
            parse_method: "third_party".into(),
            custom_parse_url: None,
            custom_parse_token: None,
            fallback_on_failure: true,
            solver_enabled: false,
            solver_api_url: None,
            solved_at: None,
            at_auto_refresh_enabled: false,
        }
    }
}

impl Settings {
    /// Seconds after which a job of `kind` counts as failed.
    pub fn timeout(&self, kind: JobKind) -> SignedDuration {
        SignedDuration::from_secs(match kind {
            JobKind::Image => self.image_timeout,
            JobKind::Video => self.video_timeout,
        })
    }
}
