//! `sora2api.admin_tokens.import`: accounts from elsewhere (`docs/wire/sora2api.md`
//! §7.2.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{check_concurrency, check_filled, operation, post};
use crate::api::lenient;
use crate::model::{Error, Result, Secret};

/// Adds accounts, and changes those whose e-mail address is already known.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ImportTokens {
    /// The accounts.
    pub tokens: Vec<ImportedToken>,
    /// The step that the gateway takes with the accounts first. Upstream only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<ImportMode>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The step that the upstream gateway takes with imported accounts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportMode {
    /// Nothing.
    Offline,
    /// Tries the access token.
    At,
    /// Exchanges the session token.
    St,
    /// Exchanges the refresh token.
    Rt,
}

/// An account to import, with the token that the [mode](ImportMode) starts from.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ImportedToken {
    /// The e-mail address, which identifies the account.
    pub email: String,
    /// The access token. The modes `st` and `rt` do without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<Secret>,
    /// The session token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_token: Option<Secret>,
    /// The refresh token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
    /// The client id that the refresh token was issued to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The account's own proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// True to enable the account, false to disable it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// True to let the account make images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_enabled: Option<bool>,
    /// True to let the account make videos.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_enabled: Option<bool>,
    /// The most images that the account makes at once; -1 means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_concurrency: Option<i32>,
    /// The most videos that the account makes at once; -1 means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_concurrency: Option<i32>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of an import.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ImportedTokens {
    /// The number of accounts added.
    #[serde(default, deserialize_with = "lenient::count")]
    pub added: u64,
    /// The number of accounts changed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub updated: u64,
    /// The number of accounts that failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub failed: u64,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name, such as `results`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Refuses an account without the token that the mode starts from.
fn check(token: &ImportedToken, mode: Option<ImportMode>) -> Result<()> {
    check_filled("email", &token.email)?;
    let (field, needed) = match mode {
        None | Some(ImportMode::Offline | ImportMode::At) => ("access_token", &token.access_token),
        Some(ImportMode::St) => ("session_token", &token.session_token),
        Some(ImportMode::Rt) => ("refresh_token", &token.refresh_token),
    };
    check_filled(
        field,
        needed.as_ref().map(Secret::expose).unwrap_or_default(),
    )?;
    check_concurrency(token.image_concurrency, token.video_concurrency)
}

// A refresh token that is exchanged on the way is used up.
operation!(ImportTokens => ImportedTokens,
post("sora2api.admin_tokens.import", "/api/tokens/import").source("docs/wire/sora2api.md §7.2.3"),
check: |import| match import.tokens.is_empty() {
    true => Err(Error::invalid("tokens", "must hold at least one account")),
    false => import.tokens.iter().try_for_each(|token| check(token, import.mode)),
});
