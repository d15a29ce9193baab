//! `sora2api.tasks.*`: the tasks that an account is working on (`docs/wire/sora2api.md` §6.8 to
//! §6.10).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{TokenId, operation};
use crate::api::{Meta, Timestamp, lenient};
use crate::model::Dialect;

/// Lists the tasks that an account is working on.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPendingTasks {
    /// The account.
    pub token_id: TokenId,
}

/// Lists the tasks that an account is working on, from the backend's second list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPendingTasksV2 {
    /// The account.
    pub token_id: TokenId,
}

/// Reads the state of a task.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetTask {
    /// The account.
    pub token_id: TokenId,
    /// The task's id, `task_…`.
    pub task_id: String,
}

/// The tasks that an account is working on.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct PendingTasks {
    /// The account.
    #[serde(default)]
    pub token_id: Option<TokenId>,
    /// The number of tasks.
    #[serde(default, deserialize_with = "lenient::count")]
    pub count: u64,
    /// The tasks.
    #[serde(default, deserialize_with = "lenient::list")]
    pub tasks: Vec<GatewayTask>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The state of a task.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TaskAnswer {
    /// The task.
    #[serde(default)]
    pub task: GatewayTask,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A task of the native backend, as the gateway passes it on.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GatewayTask {
    /// The task's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The backend's word for its state.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// The prompt.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub prompt: Option<String>,
    /// The title.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub title: Option<String>,
    /// Progress from 0 to 1.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress_pct: Option<f64>,
    /// The works that the task has made.
    #[serde(default, deserialize_with = "lenient::list")]
    pub generations: Vec<TaskGeneration>,
    /// The gateway's own id of the task.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub task_id: Option<String>,
    /// The model.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The addresses of the works. On the wire, the text of a JSON array.
    #[serde(default, deserialize_with = "addresses")]
    pub result_urls: Vec<String>,
    /// The reason for the failure.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub error_message: Option<String>,
    /// The time at which the task was begun.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The time at which the task ended.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub completed_at: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A work that a task has made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TaskGeneration {
    /// The work's id, `gen_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// The address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub url: Option<String>,
    /// Width in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub width: Option<u64>,
    /// Height in pixels.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub height: Option<u64>,
    /// Fields that no document names.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Addresses: a list, the text of one, or one alone.
fn addresses<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let listed = |value: &Value| {
        let items = value.as_array()?.iter();
        Some(items.filter_map(|it| it.as_str().map(Into::into)).collect())
    };
    Ok(match &value {
        Value::String(text) => serde_json::from_str(text)
            .ok()
            .and_then(|inner: Value| listed(&inner))
            .unwrap_or_else(|| {
                Some(text.clone())
                    .filter(|it| !it.is_empty())
                    .into_iter()
                    .collect()
            }),
        other => listed(other).unwrap_or_default(),
    })
}

operation!(ListPendingTasks => PendingTasks,
    Meta::get("sora2api.tasks.pending", Dialect::Sora2api, "/v1/tokens/{token_id}/pending-tasks")
        .source("docs/wire/sora2api.md §6.8"));
operation!(ListPendingTasksV2 => PendingTasks,
    Meta::get("sora2api.tasks.pending_v2", Dialect::Sora2api, "/v1/tokens/{token_id}/pending-tasks-v2")
        .source("docs/wire/sora2api.md §6.9"));
operation!(GetTask => TaskAnswer,
    Meta::get("sora2api.tasks.get", Dialect::Sora2api, "/v1/tokens/{token_id}/tasks/{task_id}")
        .source("docs/wire/sora2api.md §6.10"));
