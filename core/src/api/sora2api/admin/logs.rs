//! `sora2api.admin_logs.*`: what the gateway did (`docs/wire/sora2api.md` §7.10,
//! §11.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, delete, get, operation};
use crate::api::sora2api::TokenId;
use crate::api::sora2api::answer::{listed, optional_integer};
use crate::api::{Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Error, Result};

/// Lists the gateway's latest actions.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListLogs {
    /// The most entries to return. Default: 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Empties the log. Upstream only (docs/wire/sora2api.md §11.3).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearLogs {}

/// An action of the gateway.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct LogEntry {
    /// The entry's id.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub id: Option<u64>,
    /// The account.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The account's e-mail address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub token_email: Option<String>,
    /// The account's user name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub token_username: Option<String>,
    /// The kind of action, such as `video_generation`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub operation: Option<String>,
    /// The status that the action ended with; -1 in some forks while it is in progress.
    #[serde(default, deserialize_with = "optional_integer")]
    pub status_code: Option<i64>,
    /// The duration of the action, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub duration: Option<f64>,
    /// The time of the action.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The request, as text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub request_body: Option<String>,
    /// The answer, as text.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub response_body: Option<String>,
    /// The id of the task that the action created.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub task_id: Option<String>,
    /// The progress of that task, in percent.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress: Option<f64>,
    /// The state of that task.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub task_status: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ListLogs {
    type Output = Vec<LogEntry>;

    const META: Meta =
        get("sora2api.admin_logs.list", "/api/logs").source("docs/wire/sora2api.md §7.10");

    fn check(&self) -> Result<()> {
        match self.limit {
            Some(0) => Err(Error::invalid("limit", "must be 1 or more")),
            _ => Ok(()),
        }
    }

    fn decode(reply: &Reply) -> Result<Vec<LogEntry>> {
        listed(reply, &["logs", "items", "data"])
    }
}

operation!(ClearLogs => Done,
    delete("sora2api.admin_logs.clear", "/api/logs").source("docs/wire/sora2api.md §11.3"));
