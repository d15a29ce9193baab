//! `sora.tasks.recent` and `sora.tasks.list`: tasks of images, and of
//! everything (`docs/wire/sora.md` §6.3, §6.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::drafts::check_limit;
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Result};

/// Lists the latest tasks of images, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRecentTasks {
    /// How many to answer at most, from 1 to 100; the server's default is 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Lists all tasks, newest first. Not in the document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListTasks {
    /// How many to answer at most, from 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on: the `last_id` of the page before.
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
    /// Whether there are more.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub has_more: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A task.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// Its id, `task_…`.
    pub id: String,
    /// `image_gen` or `video_gen`.
    #[serde(rename = "type", default, deserialize_with = "lenient::optional_text")]
    pub kind: Option<String>,
    /// The server's word: `completed` and its family, or `queued`, `running`,
    /// `succeeded`, `failed`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// Progress from 0 to 1, when the server says it.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress_pct: Option<f64>,
    /// When it was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// The prompt.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub prompt: Option<String>,
    /// The image, as the document names it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub image_url: Option<String>,
    /// What was made.
    #[serde(default, deserialize_with = "lenient::list")]
    pub generations: Vec<Generation>,
    /// Why it failed.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub failure_reason: Option<String>,
    /// The same, as some servers name it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub error_message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Something that a task made.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Generation {
    /// Its id, `gen_…`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub id: Option<String>,
    /// Where it is.
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

/// Asks where the file of a generation is. Not in the document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetGenerationDownload {
    /// The generation, `gen_…`.
    pub generation_id: String,
}

/// Where a file is.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerationDownload {
    /// Its address, signed and valid for a limited time.
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
