//! Prompt enhancement (`docs/wire/sora2api.md` §6.7).

use serde_json::json;

use super::access::{body, client};
use super::gateway::open;
use super::people::check_token;
use crate::dialects::sora::prompts::expand;
use crate::engine::jobs::JobKind;
use crate::exchange::{Answer, Call, Reply};

/// `POST /v1/enhance_prompt?token_id`
pub async fn enhance(call: Call) -> Answer {
    let client = client(&call)?;
    let fields = body(&call, &["prompt", "expansion_level", "duration_s"])?;
    let prompt = fields.string("prompt")?;
    let levels = ["short", "medium", "long"];
    let level = fields.optional_one_of("expansion_level", &levels)?;
    let seconds = match fields.get("duration_s") {
        Some(_) => fields.integer_of("duration_s", &[10, 15])?,
        None => 10,
    };
    check_token(&call)?;
    open(&call, |gateway, world| {
        let only = client.account.as_deref();
        gateway
            .pool
            .choose(world, &gateway.settings, JobKind::Video, only, call.now)
    })?;
    let text = expand(prompt, level.unwrap_or("medium"), seconds);
    Ok(Reply::json(json!({"enhanced_prompt": text})))
}
