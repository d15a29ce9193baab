//! `sora.tasks.recent` and `sora.tasks.list`: image tasks, and all tasks (`docs/wire/sora.md`
//! §6.3, §6.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::drafts::check_limit;
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Result};

/// Lists the latest image tasks, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRecentTasks {
    /// The maximum number of tasks to return, from 1 to 100; the server's default is 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Lists all tasks, newest first. Not in the document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTasks {
    /// The maximum number of tasks to return, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `last_id` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of tasks.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct TaskPage {
    /// The tasks, newest first. Servers name the list `tasks` or `task_responses`.
    #[serde(default, deserialize_with = "lenient::list")]
    pub tasks: Vec<Task>,
    /// The last task's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub last_id: Option<String>,
    /// True if there are more tasks.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub has_more: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A task.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// The task's id, `task_…`.
    pub id: String,
    /// `image_gen` or `video_gen`.
    #[serde(rename = "type", default, deserialize_with = "lenient::optional_text")]
    pub kind: Option<String>,
    /// The state, in the server's words: `completed` and its synonyms, or `queued`, `running`,
    /// `succeeded`, `failed`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// Progress from 0 to 1, when the server reports it.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress_pct: Option<f64>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The prompt.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub prompt: Option<String>,
    /// The image, as the document names it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub image_url: Option<String>,
    /// The images and videos that the task made.
    #[serde(default, deserialize_with = "lenient::list")]
    pub generations: Vec<Generation>,
    /// The reason for the failure.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub failure_reason: Option<String>,
    /// The same, as some servers name it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub error_message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An image or video that a task made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Generation {
    /// The generation's id, `gen_…`.
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
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Asks for the address of a generation's file. Not in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetGenerationDownload {
    /// The generation, `gen_…`.
    pub generation_id: String,
}

/// The address of a file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerationDownload {
    /// The address, signed and valid for a limited time.
    pub url: String,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn read_page(reply: &Reply) -> Result<TaskPage> {
    let mut value = reply.value()?;
    if value.is_array() {
        value = json!({ "tasks": value });
    }
    lenient::fill(&mut value, "tasks", &["task_responses", "items"]);
    for task in lenient::items(&mut value, "tasks") {
        lenient::fill(task, "progress_pct", &["progress"]);
    }
    reply.read(value)
}

impl Operation for ListRecentTasks {
    type Output = TaskPage;

    const META: Meta = Meta::get("sora.tasks.recent", Dialect::Sora, "/v2/recent_tasks")
        .source("docs/wire/sora.md §6.3");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<TaskPage> {
        read_page(reply)
    }
}

impl Operation for ListTasks {
    type Output = TaskPage;

    const META: Meta = Meta::get("sora.tasks.list", Dialect::Sora, "/v2/list_tasks")
        .source("docs/wire/sora.md §6.6");

    fn check(&self) -> Result<()> {
        check_limit(self.limit)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<TaskPage> {
        read_page(reply)
    }
}

impl Operation for GetGenerationDownload {
    type Output = GenerationDownload;

    const META: Meta = Meta::get(
        "sora.generations.download",
        Dialect::Sora,
        "/generations/{generation_id}/download",
    )
    .source("docs/wire/sora.md §6.6");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}
