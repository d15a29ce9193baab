//! Prompt enhancement (`docs/wire/sora.md` §5.5).

use serde_json::json;

use super::access::authenticate;
use crate::exchange::{Answer, Call, Reply};

/// `POST /editor/enhance_prompt`
pub async fn enhance(call: Call) -> Answer {
    authenticate(&call)?;
    let fields = call.json()?;
    if !call.observed() {
        fields.only(&["prompt", "expansion_level", "duration_s"])?;
    }
    let prompt = fields.string("prompt")?;
    let level = fields.one_of("expansion_level", &["short", "medium", "long"])?;
    let seconds = fields.integer_of("duration_s", &[10, 15, 20])?;
    Ok(Reply::json(
        json!({"enhanced_prompt": expand(prompt, level, seconds)}),
    ))
}

/// A longer text that depends on nothing but its arguments.
pub fn expand(prompt: &str, level: &str, seconds: i64) -> String {
    const DETAILS: [&str; 4] = [
        "Soft afternoon light falls from the left and long shadows reach across the ground.",
        "The camera follows slowly at eye level with a shallow depth of field.",
        "Colours are warm and a little muted, with fine film grain.",
        "Small movements in the background keep the scene alive.",
    ];
    let count = match level {
        "short" => 1,
        "medium" => 2,
        _ => DETAILS.len(),
    };
    format!(
        "{prompt}. {} The scene lasts {seconds} seconds.",
        DETAILS[..count].join(" ")
    )
}
