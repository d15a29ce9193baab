//! What the native account may do, and prompts.

use std::time::Duration;

use serde_json::Value;

use crate::api::sora::{CheckQuota, EnhancePrompt, ModelName};
use crate::client::Client;
use crate::model::{AccountQuota, EnhanceRequest, ModelInfo, ModelKind, QuotaUnit, Result};

pub(super) async fn enhance(client: &Client, request: EnhanceRequest) -> Result<String> {
    let enhanced = client
        .call(EnhancePrompt {
            prompt: request.prompt,
            expansion_level: request.level,
            duration_s: request.duration.unwrap_or(10),
        })
        .await?;
    Ok(enhanced.enhanced_prompt)
}

pub(super) async fn quota(client: &Client) -> Result<AccountQuota> {
    let answer = client.call(CheckQuota {}).await?;
    let raw = serde_json::to_value(&answer).unwrap_or_default();
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

/// The names of `docs/wire/sora.md` §9.4: the backend has no list.
pub(super) fn models() -> Vec<ModelInfo> {
    ModelName::ALL.iter().map(|name| describe(name)).collect()
}

fn describe(id: &str) -> ModelInfo {
    let (kind, orientation, duration) = match id.parse() {
        Ok(ModelName::Image { orientation }) => (Some(ModelKind::Image), orientation, None),
        Ok(ModelName::Video {
            orientation,
            n_frames,
            ..
        }) => (
            Some(ModelKind::Video),
            Some(orientation),
            Some(n_frames / 30),
        ),
        Ok(ModelName::Prompt { seconds, .. }) => (Some(ModelKind::Prompt), None, Some(seconds)),
        Err(_) => (None, None, None),
    };
    ModelInfo {
        id: id.to_owned(),
        kind,
        orientation,
        duration,
        description: None,
        raw: Value::Null,
    }
}
