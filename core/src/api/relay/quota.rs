//! `relay.quota.get`: the quota that the key has left.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::headers::uncached;
use crate::api::{Body, Context, Meta, Operation, Reply, lenient, refusal};
use crate::model::{Dialect, Result};

/// The amount of quota that the relay's site shows as one credit.
pub const QUOTA_PER_CREDIT: f64 = 500_000.0;

/// Reads how much of the key's quota is used and left.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetQuota {}

/// The key's quota, in the relay's raw unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quota {
    /// The amounts used and left together.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub total_quota: Option<f64>,
    /// The amount used.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub used_quota: Option<f64>,
    /// The amount left.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub remaining_quota: Option<f64>,
    /// The amount left, on a relay that reports nothing else.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub quota: Option<f64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Quota {
    /// The amount left, in the raw unit.
    pub fn remaining(&self) -> Option<f64> {
        let difference = || Some(self.total_quota? - self.used_quota?);
        self.remaining_quota.or(self.quota).or_else(difference)
    }

    /// A raw figure as the relay's site shows it.
    ///
    /// ```
    /// assert_eq!(sorakit::api::relay::Quota::credits(1_000_000.0), 2.0);
    /// ```
    pub fn credits(raw: f64) -> f64 {
        raw / QUOTA_PER_CREDIT
    }
}

impl Operation for GetQuota {
    type Output = Quota;

    const META: Meta = Meta::get("relay.quota.get", Dialect::Relay, "/v1/token/quota")
        .source("docs/wire/relay.md §4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request(self).map(uncached)
    }

    fn decode(reply: &Reply) -> Result<Quota> {
        if let Some(refusal) = refusal(reply) {
            return Err(refusal);
        }
        let mut value = reply.value()?;
        match value.get_mut("data").map(Value::take) {
            Some(inner @ Value::Object(_)) => reply.read(inner),
            _ => reply.json(),
        }
    }
}
