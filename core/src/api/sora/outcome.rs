//! Answers that say no more than that it was done.

use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Reply, failure, looks_like_html, refusal};
use crate::model::Result;

/// That something was done.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// Whether it was done; a server that says nothing but a good status means
    /// that it was.
    #[serde(default = "yes")]
    pub success: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn yes() -> bool {
    true
}

impl Done {
    /// Reads any answer with a good status; one that says otherwise is an error.
    pub(super) fn read(reply: &Reply) -> Result<Self> {
        if let Some(error) = refusal(reply) {
            return Err(error);
        }
        Ok(match reply.value() {
            Ok(Value::Object(mut extra)) => {
                extra.remove("success");
                Self {
                    success: true,
                    extra,
                }
            }
            _ => Self {
                success: true,
                extra: Map::new(),
            },
        })
    }
}

/// That a thing is gone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deleted {
    /// Whether the server had no such thing: it was deleted before, or never
    /// existed.
    #[serde(default)]
    pub already_gone: bool,
}

impl Deleted {
    /// Which statuses mean that it is gone: servers answer 204, 200, and 404 for
    /// what is gone already (`docs/wire/sora.md` §7.2, §8.4).
    pub(super) fn accepts(status: StatusCode) -> bool {
        status.is_success() || status == StatusCode::NOT_FOUND
    }

    pub(super) fn read(reply: &Reply) -> Result<Self> {
        let already_gone = reply.status == StatusCode::NOT_FOUND;
        // A web page says that the path is wrong, not that the thing is gone.
        if already_gone && looks_like_html(&reply.body) {
            return Err(failure(reply));
        }
        Ok(Self { already_gone })
    }
}
