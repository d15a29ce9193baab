//! Which models there are.

use serde_json::{Value, json};

use crate::dialects::gateway::access::authenticate;
use crate::exchange::{Answer, Call, Reply};

/// The models that OpenAI served, with the snapshots.
pub const MODELS: [&str; 5] = [
    "sora-2",
    "sora-2-pro",
    "sora-2-2025-10-06",
    "sora-2-pro-2025-10-06",
    "sora-2-2025-12-08",
];

/// `GET /v1/models`
pub async fn list(call: Call) -> Answer {
    authenticate(&call)?;
    let model = |id: &str| json!({"id": id, "object": "model", "created": 1_759_708_800, "owned_by": "openai"});
    let data: Vec<Value> = MODELS.into_iter().map(model).collect();
    Ok(Reply::json(json!({"object": "list", "data": data})))
}
