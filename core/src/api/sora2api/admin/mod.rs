//! The administration of a Sora2API gateway (`docs/wire/sora2api.md` §7,
//! §11.3).
//!
//! All of it needs the token of an admin login, which
//! [`Client::admin_login`](crate::Client::admin_login) gets and keeps.

mod accounts;
mod activation;
mod batch;
mod cache;
mod characters;
mod cloudflare;
mod config;
mod conversion;
mod describe;
mod generation;
mod import;
mod login;
mod logs;
mod proxy;
mod stats;
mod token;
mod token_refresh;
mod upstream;
mod watermark_free;

pub use accounts::{
    AddToken, AddedToken, DeleteToken, DisableToken, EnableToken, ListTokens, SetTokenStatus,
    TestToken, TestedToken, TokenSwitched, UpdateToken,
};
pub use activation::{
    ActivateSora2, ActivateUsername, ActivateUsernames, ActivatedSora2, ActivatedUsername,
    ActivatedUsernames,
};
pub use batch::{
    ActivateTokens, ActivatedTokens, BatchAddTokens, BatchAdded, DeleteDisabledTokens,
    DeletedTokens, DisableTokens, DisabledTokens, EnableTokens, EnabledTokens, TestTokens,
    TestedTokens,
};
pub use cache::{
    CacheAnswer, CacheConfig, GetCache, SetCacheBaseUrl, SetCacheEnabled, SetCacheTimeout,
};
pub use characters::{
    CharacterAnswer, CharacterVisibility, DeleteCharacter, GetCharacter, ListCharacters,
    ListTokenCharacters, ManagedCharacter, UpdateCharacter,
};
pub use cloudflare::{
    ClearCloudflare, CloudflareAnswer, CloudflareConfig, CloudflareState, GetCloudflare,
    GetCloudflareState, RefreshCloudflare, SetCloudflare,
};
pub use config::{AdminConfig, GetConfig, SetApiKey, SetConfig, SetDebug, SetPassword};
pub use conversion::{
    ConvertedRefreshToken, ConvertedSessionToken, ExchangeRefreshToken, ExchangeSessionToken,
};
pub use describe::{Describe, Described};
pub use generation::{
    GenerationAnswer, GenerationTimeout, GetGenerationTimeout, SetGenerationTimeout,
};
pub use import::{ImportMode, ImportTokens, ImportedToken, ImportedTokens};
pub use login::{LoggedIn, Login, Logout};
pub use logs::{ClearLogs, ListLogs, LogEntry};
pub use proxy::{GetProxy, ProxyConfig, SetProxy};
pub use stats::GetSystemStats;
pub use token::ManagedToken;
pub use token_refresh::{GetTokenRefresh, SetTokenRefresh, TokenRefreshAnswer, TokenRefreshConfig};
pub use upstream::{
    CancelTask, DeleteAllDisabledTokens, DeleteSelectedTokens, DisableSelectedTokens,
    EnableAllTokens, ImportRefreshTokens, TestUpdateTokens, UpdateTokensProxy,
};
pub use watermark_free::{GetWatermarkFree, SetWatermarkFree, WatermarkFreeConfig};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation;
use crate::api::{Auth, Meta, lenient};
use crate::model::{Dialect, Error, Result};

/// The answer of an operation that reports only that it was done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Everything else in the answer, such as the value that was set.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

const fn get(name: &'static str, path: &'static str) -> Meta {
    Meta::get(name, Dialect::Sora2api, path).auth(Auth::Admin)
}

/// A `POST` that makes or uses up something.
const fn post(name: &'static str, path: &'static str) -> Meta {
    Meta::post(name, Dialect::Sora2api, path).auth(Auth::Admin)
}

/// A `POST` that sets a thing to a value, which twice is the same as once.
const fn set(name: &'static str, path: &'static str) -> Meta {
    post(name, path).repeatable()
}

const fn put(name: &'static str, path: &'static str) -> Meta {
    Meta::put(name, Dialect::Sora2api, path).auth(Auth::Admin)
}

const fn delete(name: &'static str, path: &'static str) -> Meta {
    Meta::delete(name, Dialect::Sora2api, path).auth(Auth::Admin)
}

/// Refuses a number outside the documented range.
fn check_range(field: &str, value: Option<u32>, lowest: u32, highest: u32) -> Result<()> {
    match value {
        Some(value) if !(lowest..=highest).contains(&value) => Err(Error::invalid(
            field,
            format!("must be from {lowest} to {highest} seconds, not {value}"),
        )),
        _ => Ok(()),
    }
}

/// Refuses an empty text.
fn check_filled(field: &str, text: &str) -> Result<()> {
    match text.trim().is_empty() {
        true => Err(Error::invalid(field, "must not be empty")),
        false => Ok(()),
    }
}

/// Refuses a limit of jobs at once that is neither a number from 1 nor -1.
fn check_concurrency(image: Option<i32>, video: Option<i32>) -> Result<()> {
    for (field, value) in [("image_concurrency", image), ("video_concurrency", video)] {
        if value.is_some_and(|value| value < 1 && value != -1) {
            return Err(Error::invalid(
                field,
                "must be 1 or more, or -1 for no limit",
            ));
        }
    }
    Ok(())
}
