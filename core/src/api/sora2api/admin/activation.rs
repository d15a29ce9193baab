//! `sora2api.admin_tokens.*`: invites and user names (`docs/wire/sora2api.md`
//! §7.11 and §7.12).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::batch::check_invite_code;
use super::{operation, post, set};
use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::accepted;
use crate::api::{Body, Context, Meta, Operation, Reply, lenient};
use crate::model::Result;

/// Redeems an invite code for an account.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateSora2 {
    /// The account.
    pub token_id: TokenId,
    /// The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
    pub invite_code: String,
}

/// Gives an account a user name that the gateway chooses, if it has none.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateUsername {
    /// The account.
    pub token_id: TokenId,
}

/// Gives every enabled account a user name, if it has none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateUsernames {}

/// The result of redeeming an invite code.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ActivatedSora2 {
    /// True if the account already had Sora 2.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub already_accepted: bool,
    /// The account's own invite code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub invite_code: Option<String>,
    /// The number of times the account's invite code was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub redeemed_count: u64,
    /// The number of times the account's invite code can be used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_count: u64,
    /// The number of videos that the account may make.
    #[serde(default, deserialize_with = "lenient::count")]
    pub sora2_remaining_count: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An account's user name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ActivatedUsername {
    /// The name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// True if the account already had a user name.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub already_set: bool,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of giving user names to accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ActivatedUsernames {
    /// The number of accounts that have a user name now.
    #[serde(default, deserialize_with = "lenient::count")]
    pub activated: u64,
    /// The number of accounts that already had one.
    #[serde(default, deserialize_with = "lenient::count")]
    pub already_set: u64,
    /// The number of accounts that failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub failed: u64,
    /// The number of accounts in all.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total: u64,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ActivateSora2 {
    type Output = ActivatedSora2;

    const META: Meta = post(
        "sora2api.admin_tokens.activate_sora2",
        "/api/tokens/{token_id}/sora2/activate",
    )
    .source("docs/wire/sora2api.md §7.11");

    fn check(&self) -> Result<()> {
        check_invite_code(&self.invite_code)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request_with_query(self, &["invite_code"])
    }

    fn decode(reply: &Reply) -> Result<ActivatedSora2> {
        accepted(reply)
    }
}

// What has a name keeps it, so that asking twice is harmless.
operation!(ActivateUsername => ActivatedUsername,
    set("sora2api.admin_tokens.activate_username", "/api/tokens/{token_id}/activate-username")
        .source("docs/wire/sora2api.md §7.12"));
operation!(ActivateUsernames => ActivatedUsernames,
    set("sora2api.admin_tokens.batch_activate_username", "/api/tokens/batch-activate-username")
        .source("docs/wire/sora2api.md §7.12"));
