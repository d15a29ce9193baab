//! The gateway's description of itself, by which its flavours are told apart
//! (docs/wire/sora2api.md §11.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Auth, Meta, Operation};
use crate::model::Dialect;

/// Asks the gateway for the description of its own interfaces. No credential is
/// needed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Describe {}

/// The description of a gateway's interfaces: an OpenAPI document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Described {
    /// The paths, with what each takes.
    #[serde(default)]
    pub paths: Map<String, Value>,
    /// The rest of the document.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for Describe {
    type Output = Described;

    const META: Meta = Meta::get(
        "sora2api.server.describe",
        Dialect::Sora2api,
        "/openapi.json",
    )
    .auth(Auth::None)
    .source("docs/wire/sora2api.md §11.2");
}
