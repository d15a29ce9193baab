//! The description that the framework serves of itself, without a credential:
//! by its paths a client tells the flavours apart (docs/wire/sora2api.md §11.2).

use serde_json::{Value, json};

use crate::dialects::Operation;
use crate::exchange::Reply;

/// `GET /openapi.json` over `operations`.
pub fn operation(operations: &[Operation]) -> Operation {
    let mut paths = json!({});
    for operation in operations {
        let method = operation.method.as_str().to_ascii_lowercase();
        paths[operation.path][method] = json!({
            "operationId": operation.name,
            "responses": {"200": {"description": "Successful Response"}},
        });
    }
    let body: Value = json!({
        "openapi": "3.1.0",
        "info": {"title": "Sora2API", "description": "OpenAI compatible API for Sora", "version": "1.0.0"},
        "paths": paths,
    });
    Operation::get("sora2api.server.describe", "/openapi.json", move |_call| {
        let body = body.clone();
        async move { Ok(Reply::json(body)) }
    })
}
