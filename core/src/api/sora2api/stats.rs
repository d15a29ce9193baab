//! `sora2api.stats.*` and `sora2api.invite_codes.*`: what the gateway counts and
//! gives away (`docs/wire/sora2api.md` §6.1 and §6.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation;
use crate::api::{Meta, Operation, Reply, lenient, refusal};
use crate::model::{Dialect, Error, ErrorKind, Result};

/// Asks what the gateway has made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetStats {}

/// The answer with the gateway's figures.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct StatsAnswer {
    /// The figures.
    #[serde(default)]
    pub stats: GatewayStats,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The figures of a gateway.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GatewayStats {
    /// Accounts in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_tokens: u64,
    /// Enabled accounts.
    #[serde(default, deserialize_with = "lenient::count")]
    pub active_tokens: u64,
    /// Images made today.
    #[serde(default, deserialize_with = "lenient::count")]
    pub today_images: u64,
    /// Images made in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_images: u64,
    /// Videos made today.
    #[serde(default, deserialize_with = "lenient::count")]
    pub today_videos: u64,
    /// Videos made in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_videos: u64,
    /// Errors today.
    #[serde(default, deserialize_with = "lenient::count")]
    pub today_errors: u64,
    /// Errors in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_errors: u64,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Asks for an invite code of any account that has one left.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetInviteCode {}

/// An invite code.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct InviteCode {
    /// The code.
    pub invite_code: String,
    /// The number of times the code can still be used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub remaining_count: u64,
    /// The number of times the code can be used in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_count: u64,
    /// The e-mail address of the account that owns the code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub email: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

operation!(GetStats => StatsAnswer,
    Meta::get("sora2api.stats.get", Dialect::Sora2api, "/v1/stats").source("docs/wire/sora2api.md §6.1"));

impl Operation for GetInviteCode {
    type Output = InviteCode;

    const META: Meta = Meta::get(
        "sora2api.invite_codes.get",
        Dialect::Sora2api,
        "/v1/invite-codes",
    )
    .source("docs/wire/sora2api.md §6.2");

    // None left is `success: false` with status 200.
    fn decode(reply: &Reply) -> Result<InviteCode> {
        match refusal(reply) {
            Some(refused) => Err(Error::new(ErrorKind::NotFound, refused.reason())),
            None => reply.json(),
        }
    }
}
