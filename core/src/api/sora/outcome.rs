//! Answers that only report success.

use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Reply, failure, looks_like_html, refusal};
use crate::model::Result;

/// The outcome of an operation that only reports success.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// True if the operation succeeded; also true if a server answers nothing but a good status.
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

/// The outcome of a deletion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deleted {
    /// True if the server had no such thing: it was deleted earlier, or never existed.
    #[serde(default)]
    pub already_gone: bool,
}

impl Deleted {
    /// True for the statuses that mean that the thing is gone: servers answer 204, 200, and 404
    /// for a thing that is already gone (`docs/wire/sora.md` §7.2, §8.4).
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
