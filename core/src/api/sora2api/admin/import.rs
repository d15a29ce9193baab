//! `sora2api.admin_tokens.import`: accounts from elsewhere (`docs/wire/sora2api.md`
//! §7.2.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{check_concurrency, check_filled, operation, post};
use crate::api::lenient;
use crate::model::{Error, Result, Secret};

/// Adds accounts, and changes those whose e-mail address is there already.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ImportTokens {
    /// The accounts.
    pub tokens: Vec<ImportedToken>,
    /// What the gateway does with them first. The upstream gateway's alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<ImportMode>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What the upstream gateway does with imported accounts first.
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
    /// The e-mail address, by which it is known.
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
    /// Its own proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Whether it is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Whether it makes images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_enabled: Option<bool>,
    /// Whether it makes videos.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_enabled: Option<bool>,
    /// How many images it makes at once; -1 is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_concurrency: Option<i32>,
    /// How many videos it makes at once; -1 is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_concurrency: Option<i32>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What came of an import.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ImportedTokens {
    /// How many were added.
    #[serde(default, deserialize_with = "lenient::count")]
    pub added: u64,
    /// How many were changed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub updated: u64,
    /// How many failed.
    #[serde(default, deserialize_with = "lenient::count")]
    pub failed: u64,
    /// The gateway's words.
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
