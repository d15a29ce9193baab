//! Which models there are.

use serde_json::{Value, json};

use super::flavour::Flavour;
use crate::dialects::Operation;
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
    let flavour = Flavour::of(call.dialect);
    let owner = match flavour {
        Flavour::SgLang => "sglang",
        Flavour::VllmOmni => "vllm",
        Flavour::FastVideo => "fastvideo",
        Flavour::Dynamo => "nvidia",
        Flavour::Unsloth => "local",
        _ => "openai",
    };
    let model = |id: &str| {
        let mut model =
            json!({"id": id, "object": "model", "created": 1_759_708_800, "owned_by": owner});
        match flavour {
            Flavour::NewApi => model["supported_endpoint_types"] = json!(["openai-video"]),
            Flavour::LocalAi => model = json!({"id": id, "object": "model"}),
            _ => {}
        }
        model
    };
    let models = match flavour {
        // They run the model that they were started with.
        Flavour::SgLang
        | Flavour::VllmOmni
        | Flavour::FastVideo
        | Flavour::Dynamo
        | Flavour::Unsloth
        | Flavour::LocalAi => &MODELS[..1],
        _ => &MODELS[..],
    };
    let data: Vec<Value> = models.iter().map(|id| model(id)).collect();
    let reply = Reply::json(json!({"object": "list", "data": data}));
    Ok(match flavour {
        Flavour::NewApi => reply.header("x-oneapi-request-id", "20261128000000000000000"),
        _ => reply,
    })
}

/// The description that the frameworks of some servers serve, without a credential.
pub fn description(flavour: Flavour, operations: &[Operation]) -> Option<Operation> {
    let (path, title) = match flavour {
        Flavour::LiteLlm => ("/openapi.json", "LiteLLM API"),
        Flavour::Unsloth => ("/openapi.json", "Unsloth UI Backend"),
        Flavour::FastVideo => ("/openapi.json", "FastVideo OpenAI-Compatible API"),
        Flavour::SgLang | Flavour::VllmOmni => ("/openapi.json", "FastAPI"),
        Flavour::LocalAi => ("/swagger/doc.json", "LocalAI API"),
        Flavour::OpenAi | Flavour::Dynamo | Flavour::NewApi => return None,
    };
    let mut paths = json!({});
    for operation in operations {
        paths[operation.path][operation.method.as_str().to_ascii_lowercase()] = json!({});
    }
    let body =
        json!({"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": paths});
    Some(Operation::get(
        "openai.server.describe",
        path,
        move |_call| {
            let body = body.clone();
            async move { Ok(Reply::json(body)) }
        },
    ))
}
