//! `sora2api.admin_tokens.*`: the gateway's accounts, many at once (`docs/wire/sora2api.md`
//! §7.2.2). The upstream gateway has other routes for
//! these (docs/wire/sora2api.md §11.3): see [`Flavour`](crate::Flavour).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{AddToken, check_filled, delete, operation, post, set};
use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::accepted;
use crate::api::{Body, Context, Meta, Operation, Reply, lenient};
use crate::model::{Error, Result};

/// Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
/// [`ImportTokens`](super::ImportTokens) there.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct BatchAddTokens {
    /// The accounts.
    pub tokens: Vec<AddToken>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Removes all disabled accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteDisabledTokens {}

/// Checks whether the accounts' access tokens are valid, and enables or disables the accounts
/// accordingly.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestTokens {
    /// True to test only the accounts that are enabled. Default: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_active: Option<bool>,
    /// True to test only the accounts that are disabled. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_disabled: Option<bool>,
}

/// Enables all accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableTokens {}

/// Disables all accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableTokens {}

/// Redeems an invite code for all accounts without Sora 2.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateTokens {
    /// The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
    pub invite_code: String,
}

/// The result of adding accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct BatchAdded {
    /// The number of accounts added.
    #[serde(default, deserialize_with = "lenient::count")]
    pub added: u64,
    /// The number of accounts that were there already.
    #[serde(default, deserialize_with = "lenient::count")]
    pub skipped: u64,
    /// The number of accounts that could not be added.
    #[serde(default, deserialize_with = "lenient::count")]
    pub failed: u64,
    /// The outcome for each account.
    #[serde(default, deserialize_with = "lenient::list")]
    pub details: Vec<BatchDetail>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The outcome for one account that was to be added.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct BatchDetail {
    /// The beginning of the access token.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub token: Option<String>,
    /// `added`, `skipped` or `failed`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The account.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of removing disabled accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct DeletedTokens {
    /// The number of accounts removed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub deleted_count: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of testing accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TestedTokens {
    /// The number of accounts whose access token is valid.
    #[serde(default, deserialize_with = "lenient::count")]
    pub valid: u64,
    /// The number of accounts whose access token is not valid.
    #[serde(default, deserialize_with = "lenient::count")]
    pub invalid: u64,
    /// The number of accounts disabled.
    #[serde(default, deserialize_with = "lenient::count")]
    pub auto_disabled: u64,
    /// The number of accounts enabled.
    #[serde(default, deserialize_with = "lenient::count")]
    pub auto_enabled: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name, such as `results`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of enabling accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct EnabledTokens {
    /// The number of accounts enabled.
    #[serde(default, deserialize_with = "lenient::count")]
    pub enabled_count: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of disabling accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct DisabledTokens {
    /// The number of accounts disabled.
    #[serde(default, deserialize_with = "lenient::count")]
    pub disabled_count: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of redeeming an invite code for several accounts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ActivatedTokens {
    /// The number of accounts that have Sora 2 now.
    #[serde(default, deserialize_with = "lenient::count")]
    pub activated: u64,
    /// The number of accounts that already had it.
    #[serde(default, deserialize_with = "lenient::count")]
    pub already_active: u64,
    /// The number of accounts that failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub failed: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Refuses what cannot be an invite code: the document's have 6 characters, and those of
/// the backend behind it the form `SORA-XXXX-XXXX` (`docs/wire/sora.md` §3.3).
pub(super) fn check_invite_code(code: &str) -> Result<()> {
    check_filled("invite_code", code)?;
    match code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        true => Ok(()),
        false => Err(Error::invalid(
            "invite_code",
            "must be letters, digits and hyphens, such as `ABC123` or `SORA-XXXX-XXXX`",
        )),
    }
}

operation!(BatchAddTokens => BatchAdded,
post("sora2api.admin_tokens.batch_add", "/api/tokens/batch-add")
    .source("docs/wire/sora2api.md §7.2.2"),
check: |batch| match batch.tokens.is_empty() {
    true => Err(Error::invalid("tokens", "must hold at least one account")),
    false => batch.tokens.iter().try_for_each(AddToken::check_fields),
});
operation!(DeleteDisabledTokens => DeletedTokens,
    delete("sora2api.admin_tokens.delete_disabled", "/api/tokens/batch-delete-disabled")
        .source("docs/wire/sora2api.md §7.2.2"));
operation!(EnableTokens => EnabledTokens,
    set("sora2api.admin_tokens.batch_enable", "/api/tokens/batch-enable")
        .source("docs/wire/sora2api.md §7.2.2"));
operation!(DisableTokens => DisabledTokens,
    set("sora2api.admin_tokens.batch_disable", "/api/tokens/batch-disable")
        .source("docs/wire/sora2api.md §7.2.2"));
operation!(ActivateTokens => ActivatedTokens,
    post("sora2api.admin_tokens.batch_activate", "/api/tokens/batch-activate")
        .source("docs/wire/sora2api.md §7.2.2"),
    check: |batch| check_invite_code(&batch.invite_code));

impl Operation for TestTokens {
    type Output = TestedTokens;

    const META: Meta = set("sora2api.admin_tokens.batch_test", "/api/tokens/batch-test")
        .source("docs/wire/sora2api.md §7.2.2");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request_with_query(self, &["only_active", "only_disabled"])
    }

    fn decode(reply: &Reply) -> Result<TestedTokens> {
        accepted(reply)
    }
}
