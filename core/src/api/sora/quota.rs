//! `sora.quota.check`: the videos that the account may still make (`docs/wire/sora.md` §3.4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, Meta, Operation, lenient};
use crate::model::{Dialect, Result};

/// Asks how many videos the account may still make, and when that resets.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckQuota {}

/// The account's quota.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Quota {
    /// The figures.
    #[serde(default)]
    pub rate_limit_and_credit_balance: RateLimitAndCreditBalance,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The figures of a quota. What a server leaves out reads as zero or false.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RateLimitAndCreditBalance {
    /// The approximate number of videos left.
    #[serde(default, deserialize_with = "lenient::count")]
    pub estimated_num_videos_remaining: u64,
    /// True if no more videos may be made until the reset.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub rate_limit_reached: bool,
    /// Seconds until the quota is full again.
    #[serde(default, deserialize_with = "lenient::count")]
    pub access_resets_in_seconds: u64,
    /// Fields that the document does not name, such as `credit_remaining`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for CheckQuota {
    type Output = Quota;

    const META: Meta =
        Meta::get("sora.quota.check", Dialect::Sora, "/nf/check").source("docs/wire/sora.md §3.4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify_app(context.request(self)?, context)
    }
}
