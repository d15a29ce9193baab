//! The native account's quota and models, and prompts.

use std::time::Duration;

use serde_json::Value;

use crate::api::sora::{
    AcceptInvite, AcceptedInvite, Bootstrap, CheckQuota, CheckUsername, EnhancePrompt, GetMe,
    ModelName, SetUsername, Username,
};
use crate::client::Client;
use crate::model::{AccountQuota, EnhanceRequest, ModelInfo, ModelKind, QuotaUnit, Result};

pub(super) async fn enhance(client: &Client, request: EnhanceRequest) -> Result<String> {
    let enhanced = client
        .call(EnhancePrompt {
            prompt: request.prompt,
            expansion_level: request.level.unwrap_or_default(),
            duration_s: request.duration.unwrap_or(10),
        })
        .await?;
    Ok(enhanced.enhanced_prompt)
}

pub(super) async fn quota(client: &Client) -> Result<AccountQuota> {
    let (answer, raw) = client.call_for_raw(CheckQuota {}).await?;
    let figures = answer.rate_limit_and_credit_balance;
    let resets_in = figures.access_resets_in_seconds;
    Ok(AccountQuota {
        remaining: Some(figures.estimated_num_videos_remaining as f64),
        used: None,
        total: None,
        unit: QuotaUnit::Videos,
        exhausted: figures.rate_limit_reached,
        resets_at: (resets_in > 0).then(|| client.now().after(Duration::from_secs(resets_in))),
        raw,
    })
}

pub(super) async fn accept_invite(client: &Client, invite_code: String) -> Result<AcceptedInvite> {
    client.call(AcceptInvite { invite_code }).await
}

pub(super) async fn username_available(client: &Client, username: String) -> Result<bool> {
    Ok(client.call(CheckUsername { username }).await?.available)
}

/// Sets a name, or reads the account's own.
pub(super) async fn username(client: &Client, name: Option<String>) -> Result<Username> {
    match name {
        Some(username) => client.call(SetUsername { username }).await,
        None => {
            let me = client.call(GetMe {}).await?;
            Ok(Username {
                username: me.username,
                display_name: me.name,
                ..Username::default()
            })
        }
    }
}

/// A server that says nothing but a good status means that it was done.
pub(super) async fn bootstrap(client: &Client) -> Result<()> {
    client.call(Bootstrap {}).await.map(|_| ())
}

/// The names of `docs/wire/sora.md` §9.4: the backend has no list.
pub(super) fn models() -> Vec<ModelInfo> {
    ModelName::ALL.iter().map(|name| describe(name)).collect()
}

fn describe(id: &str) -> ModelInfo {
    let mut info = ModelInfo {
        id: id.to_owned(),
        kind: None,
        model: None,
        size: None,
        orientation: None,
        duration: None,
        description: None,
        raw: Value::Null,
    };
    match id.parse() {
        Ok(ModelName::Image { orientation }) => {
            info.kind = Some(ModelKind::Image);
            info.orientation = orientation;
        }
        Ok(ModelName::Video {
            model,
            size,
            orientation,
            n_frames,
        }) => {
            info.kind = Some(ModelKind::Video);
            info.model = word(&model);
            info.size = word(&size);
            info.orientation = Some(orientation);
            info.duration = Some(n_frames / 30);
        }
        Ok(ModelName::Prompt { seconds, .. }) => {
            info.kind = Some(ModelKind::Prompt);
            info.duration = Some(seconds);
        }
        Err(_) => {}
    }
    info
}

/// A value as the wire writes it.
fn word(value: &impl serde::Serialize) -> Option<String> {
    let value = serde_json::to_value(value).ok()?;
    value.as_str().map(Into::into)
}
