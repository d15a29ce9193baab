//! `sora.tasks.pending*`: the account's jobs in progress (`docs/wire/sora.md` §6.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Result};

/// Lists the videos that are being made. One request serves all of an account's jobs. A job
/// that has ended is no longer listed, and appears among the drafts a few seconds later
/// (`docs/wire/sora.md` §6.1).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPending {}

/// Lists the videos that are being made, by the older path, whose progress jumps
/// from 0 to 0.9 (`docs/wire/sora.md` §6.4).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPendingV1 {}

/// A video that is being made.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct PendingTask {
    /// The task's id: `task_…` or `gen_…`.
    pub id: String,
    /// The state, in the server's words: `pending`, `processing`, `preprocessing`, `queued`,
    /// `running`, `completed`, `succeeded`, `failed`, `error`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// Progress from 0 to 1. Servers write `progress` or `progress_pct`, and neither while the
    /// task waits.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress_pct: Option<f64>,
    /// The same, by its name in the document.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress: Option<f64>,
    /// The time at which the task was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The prompt.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub prompt: Option<String>,
    /// The orientation.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub orientation: Option<String>,
    /// The length in frames, at 30 a second.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub n_frames: Option<u64>,
    /// The model, such as `sy_8`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// The reason for the task's failure.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub failure_reason: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ListPending {
    type Output = Vec<PendingTask>;

    const META: Meta = Meta::get("sora.tasks.pending", Dialect::Sora, "/nf/pending/v2")
        .source("docs/wire/sora.md §6.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Vec<PendingTask>> {
        read_list(reply)
    }
}

impl Operation for ListPendingV1 {
    type Output = Vec<PendingTask>;

    const META: Meta = Meta::get("sora.tasks.pending_v1", Dialect::Sora, "/nf/pending")
        .source("docs/wire/sora.md §6.4");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Vec<PendingTask>> {
        read_list(reply)
    }
}

/// A bare array, or one in an object.
fn read_list(reply: &Reply) -> Result<Vec<PendingTask>> {
    let mut value = reply.value()?;
    if !value.is_array() {
        lenient::fill(&mut value, "tasks", &["items", "task_responses"]);
        value = value.get_mut("tasks").map(Value::take).unwrap_or_default();
    }
    let Value::Array(mut tasks) = value else {
        return Ok(Vec::new());
    };
    for task in &mut tasks {
        lenient::both(task, ["progress", "progress_pct"]);
        name_creation(task);
    }
    Ok(lenient::readable(tasks))
}

/// Names the requested settings as the document does: real servers write them into
/// `creation_config`, which stays (`docs/wire/sora.md` §6.1, §6.2).
pub(super) fn name_creation(task: &mut Value) {
    for name in ["orientation", "n_frames", "model", "size", "style_id"] {
        let Some(asked) = task.pointer(&format!("/creation_config/{name}")).cloned() else {
            continue;
        };
        if let Some(fields) = task.as_object_mut()
            && fields.get(name).is_none_or(Value::is_null)
        {
            fields.insert(name.to_owned(), asked);
        }
    }
}
