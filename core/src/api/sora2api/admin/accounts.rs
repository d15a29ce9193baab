//! `sora2api.admin_tokens.*`: the gateway's accounts, one at a time (`docs/wire/sora2api.md`
//! §7.2.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::token::ManagedToken;
use super::{Done, check_concurrency, check_filled, delete, get, operation, post, put, set};
use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::{listed, optional_flag};
use crate::api::{Meta, Operation, Reply, lenient};
use crate::model::{Error, Result, Secret};

/// Lists the accounts, with their credentials.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTokens {}

/// Adds an account.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct AddToken {
    /// The access token.
    pub token: Secret,
    /// The session token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub st: Option<Secret>,
    /// The refresh token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rt: Option<Secret>,
    /// The client id that the refresh token was issued to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The account's own proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// True to let the account make images. Default: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_enabled: Option<bool>,
    /// True to let the account make videos. Default: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_enabled: Option<bool>,
    /// The most images that the account makes at once; -1 means no limit. Default: -1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_concurrency: Option<i32>,
    /// The most videos that the account makes at once; -1 means no limit. Default: -1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_concurrency: Option<i32>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Changes an account. What is absent stays as it is.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UpdateToken {
    /// The account.
    pub token_id: TokenId,
    /// The access token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Secret>,
    /// The session token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub st: Option<Secret>,
    /// The refresh token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rt: Option<Secret>,
    /// The client id that the refresh token was issued to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The account's own proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_url: Option<Secret>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
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

/// Enables or disables an account. Running gateways answer success for an unknown account too
/// (docs/wire/sora2api.md §12.1).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SetTokenStatus {
    /// The account.
    pub token_id: TokenId,
    /// True to enable the account, false to disable it.
    pub is_active: bool,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Enables an account and clears its errors.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableToken {
    /// The account.
    pub token_id: TokenId,
}

/// Disables an account.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableToken {
    /// The account.
    pub token_id: TokenId,
}

/// Checks whether an account's access token is valid, and reads what the account may make.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestToken {
    /// The account.
    pub token_id: TokenId,
}

/// Removes an account. Running gateways answer success for an unknown account
/// too (docs/wire/sora2api.md §12.1).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteToken {
    /// The account.
    pub token_id: TokenId,
}

/// An account that was added.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct AddedToken {
    /// The account's id in the gateway.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The state of an account after it was enabled or disabled.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TokenSwitched {
    /// True if the account is enabled.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_active: bool,
    /// The number of failures since then.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub error_count: Option<u64>,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The result of testing an account's access token. `success` in the answer means that the test was
/// run; `status` holds its outcome.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TestedToken {
    /// `success` when the token is valid, else `failed`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// The e-mail address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub email: Option<String>,
    /// The user name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// True if the account has Sora 2.
    #[serde(default, deserialize_with = "optional_flag")]
    pub sora2_supported: Option<bool>,
    /// The account's invite code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub sora2_invite_code: Option<String>,
    /// The number of times the invite code was used.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub sora2_redeemed_count: Option<u64>,
    /// The number of times the invite code can be used.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub sora2_total_count: Option<u64>,
    /// The number of videos that the account may still make.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub sora2_remaining_count: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl AddToken {
    /// An account with this access token and the gateway's defaults.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            st: None,
            rt: None,
            client_id: None,
            proxy_url: None,
            remark: None,
            image_enabled: None,
            video_enabled: None,
            image_concurrency: None,
            video_concurrency: None,
            extra: Map::new(),
        }
    }

    pub(super) fn check_fields(&self) -> Result<()> {
        check_filled("token", self.token.expose())?;
        check_concurrency(self.image_concurrency, self.video_concurrency)
    }
}

impl UpdateToken {
    /// An update of this account that changes nothing yet.
    pub fn new(token_id: impl Into<TokenId>) -> Self {
        Self {
            token_id: token_id.into(),
            token: None,
            st: None,
            rt: None,
            client_id: None,
            proxy_url: None,
            remark: None,
            image_enabled: None,
            video_enabled: None,
            image_concurrency: None,
            video_concurrency: None,
            extra: Map::new(),
        }
    }
}

impl Operation for ListTokens {
    type Output = Vec<ManagedToken>;

    const META: Meta =
        get("sora2api.admin_tokens.list", "/api/tokens").source("docs/wire/sora2api.md §7.2.1");

    fn decode(reply: &Reply) -> Result<Vec<ManagedToken>> {
        listed(reply, &["tokens", "data"])
    }
}

operation!(AddToken => AddedToken,
    post("sora2api.admin_tokens.add", "/api/tokens").source("docs/wire/sora2api.md §7.2.1"),
    check: AddToken::check_fields);
operation!(UpdateToken => Done,
put("sora2api.admin_tokens.update", "/api/tokens/{token_id}").source("docs/wire/sora2api.md §7.2.1"),
check: |update| {
    check_concurrency(update.image_concurrency, update.video_concurrency)?;
    match serde_json::to_value(update) {
        Ok(Value::Object(fields)) if fields.len() < 2 => {
            Err(Error::invalid("token_id", "give something to change beside it"))
        }
        _ => Ok(()),
    }
});
operation!(SetTokenStatus => Done,
    put("sora2api.admin_tokens.set_status", "/api/tokens/{token_id}/status")
        .source("docs/wire/sora2api.md §7.2.1"));
operation!(EnableToken => TokenSwitched,
    set("sora2api.admin_tokens.enable", "/api/tokens/{token_id}/enable")
        .source("docs/wire/sora2api.md §7.2.1"));
operation!(DisableToken => TokenSwitched,
    set("sora2api.admin_tokens.disable", "/api/tokens/{token_id}/disable")
        .source("docs/wire/sora2api.md §7.2.1"));
operation!(TestToken => TestedToken,
    set("sora2api.admin_tokens.test", "/api/tokens/{token_id}/test")
        .source("docs/wire/sora2api.md §7.2.1"));
operation!(DeleteToken => Done,
    delete("sora2api.admin_tokens.delete", "/api/tokens/{token_id}")
        .source("docs/wire/sora2api.md §7.2.1"));
