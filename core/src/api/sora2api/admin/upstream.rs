//! `sora2api.admin_upstream.*`: what the upstream gateway has in place of the
//! document's batch routes, and beyond them (docs/wire/sora2api.md §11.3). Which of the two a
//! server has, [`Flavour`](crate::Flavour) tells.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    DeletedTokens, DisabledTokens, Done, EnabledTokens, ImportedTokens, check_concurrency,
    check_filled, operation, post, set,
};
use crate::api::sora2api::TokenId;
use crate::model::{Error, Result, Secret};

/// Tries accounts' access tokens, and reads what they may make.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestUpdateTokens {
    /// The accounts; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_ids: Option<Vec<TokenId>>,
}

/// Takes accounts into use.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableAllTokens {
    /// The accounts; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_ids: Option<Vec<TokenId>>,
}

/// Removes accounts that are out of use.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteAllDisabledTokens {
    /// The accounts; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_ids: Option<Vec<TokenId>>,
}

/// Takes accounts out of use.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableSelectedTokens {
    /// The accounts.
    pub token_ids: Vec<TokenId>,
}

/// Removes accounts, whether they are in use or not.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteSelectedTokens {
    /// The accounts.
    pub token_ids: Vec<TokenId>,
}

/// Gives accounts a proxy of their own.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UpdateTokensProxy {
    /// The accounts.
    pub token_ids: Vec<TokenId>,
    /// The proxy's address; empty for none.
    pub proxy_url: Secret,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Adds accounts by their refresh tokens, which the gateway uses up and replaces.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ImportRefreshTokens {
    /// The refresh tokens.
    pub refresh_tokens: Vec<Secret>,
    /// The client id that they were issued to.
    pub client_id: String,
    /// The proxy to exchange them through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// The number of images that each makes at once; -1 means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_concurrency: Option<i32>,
    /// The number of videos that each makes at once; -1 means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_concurrency: Option<i32>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Ends a task.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelTask {
    /// The task's id.
    pub task_id: String,
}

fn check_selection(token_ids: &[TokenId]) -> Result<()> {
    match token_ids.is_empty() {
        true => Err(Error::invalid(
            "token_ids",
            "must hold at least one account",
        )),
        false => Ok(()),
    }
}

operation!(TestUpdateTokens => Done,
    set("sora2api.admin_upstream.test_update", "/api/tokens/batch/test-update")
        .source("docs/wire/sora2api.md §11.3"));
operation!(EnableAllTokens => EnabledTokens,
    set("sora2api.admin_upstream.enable_all", "/api/tokens/batch/enable-all")
        .source("docs/wire/sora2api.md §11.3"));
operation!(DeleteAllDisabledTokens => DeletedTokens,
    set("sora2api.admin_upstream.delete_disabled", "/api/tokens/batch/delete-disabled")
        .source("docs/wire/sora2api.md §11.3"));
operation!(DisableSelectedTokens => DisabledTokens,
    set("sora2api.admin_upstream.disable_selected", "/api/tokens/batch/disable-selected")
        .source("docs/wire/sora2api.md §11.3"),
    check: |batch| check_selection(&batch.token_ids));
operation!(DeleteSelectedTokens => DeletedTokens,
    set("sora2api.admin_upstream.delete_selected", "/api/tokens/batch/delete-selected")
        .source("docs/wire/sora2api.md §11.3"),
    check: |batch| check_selection(&batch.token_ids));
operation!(UpdateTokensProxy => Done,
    set("sora2api.admin_upstream.update_proxy", "/api/tokens/batch/update-proxy")
        .source("docs/wire/sora2api.md §11.3"),
    check: |batch| check_selection(&batch.token_ids));
operation!(ImportRefreshTokens => ImportedTokens,
post("sora2api.admin_upstream.import_pure_rt", "/api/tokens/import/pure-rt")
    .source("docs/wire/sora2api.md §11.3"),
check: |import| {
    if import.refresh_tokens.is_empty() {
        return Err(Error::invalid("refresh_tokens", "must hold at least one token"));
    }
    for token in &import.refresh_tokens {
        check_filled("refresh_tokens", token.expose())?;
    }
    check_filled("client_id", &import.client_id)?;
    check_concurrency(import.image_concurrency, import.video_concurrency)
});
operation!(CancelTask => Done,
    set("sora2api.admin_upstream.cancel_task", "/api/tasks/{task_id}/cancel")
        .source("docs/wire/sora2api.md §11.3"));
