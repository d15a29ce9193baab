//! The places where servers write the facts about a job: one ordered list of keys for each
//! fact, and one of the wrappers around it. One more line teaches sorakit a server.
//!
//! Keys are written in snake case and found in camel case too.

/// Wrappers around a job. new-api's `data` holds its upstream's whole answer in another
/// `data`.
pub(super) const WRAPPERS: &[&str] = &[
    "data",                    // new-api, Kling, kie.ai, WaveSpeed, one-api relays
    "task",                    // Novita, Sora2API's tasks
    "job",                     // OpenRouter-like gateways
    "output",                  // DashScope, RunPod
    "result",                  // Jimeng, Cloudflare
    "response",                // Tencent Hunyuan, Google
    "resp",                    // PixVerse
    "payload",                 // the web product
    "body",                    // proxies of functions
    "record",                  // self-hosted servers
    "task_info",               // Kling's callbacks
    "task_result",             // Kling
    "detail",                  // FastAPI, which wraps what it raises
    "video",                   // gateways that wrap one object of a kind
    "generate_video_response", // Google: what became of an operation
    "prompt_feedback",         // Google: of the prompt
    "generation",              // gateways that wrap one object of a kind
    "prediction",              // Replicate-like hosts
    "operation",               // gateways to Google
    "aigc_video_task",         // Tencent
    "sd_generation_job",       // Leonardo
    "generations_by_pk",       // Leonardo
];

/// Lists in which the job stands that a poll asked after.
pub(super) const LISTED: &[&str] = &[
    "list",
    "items",
    "tasks",
    "jobs",
    "records",
    "predictions",
    "operations",
];

/// A job's own id, where a server names it as such.
pub(super) const JOB_ID: &[&str] = &[
    "task_id",        // Kling, DashScope, MiniMax, Vidu, relays
    "job_id",         // Tencent Hunyuan, self-hosted servers
    "video_id",       // PixVerse, HeyGen
    "generation_id",  // AIML API, relays' `/v2/video/generations`
    "prediction_id",  // Replicate-like hosts
    "operation_id",   // Azure-like hosts
    "generate_id",    // gateways
    "job_uuid",       // self-hosted servers
    "task_uuid",      // Runware
    "invocation_arn", // Bedrock
    "creation_id",    // gateways
    "submission_id",  // gateways
    "record_id",      // self-hosted servers
    "prompt_id",      // ComfyUI
    "taskid",         // relays
    "jobid",          // relays
    "videoid",        // relays
];

/// The address at which the new job is asked after, where nothing else names it.
pub(super) const OWN_ADDRESS: &[&str] = &[
    "status_url",  // fal
    "polling_url", // Black Forest Labs
    "poll_url",
    "query_url",
    "job_url",
    "task_url",
    "self",
    "location",
    "operation_location",
    "href",
];

/// Objects of links, and which of them is the job's own: Replicate's `urls.get`.
pub(super) const LINKS: &[&str] = &["urls", "links", "_links"];
pub(super) const OWN_LINK: &[&str] = &["get", "self", "status", "poll"];

/// The id of whatever object contains it.
pub(super) const ID: &[&str] = &["id", "_id"];

/// The name of an operation, which is the job's id: Google.
pub(super) const NAME: &str = "name";

/// Lists of ids, of which the first is the job's.
pub(super) const LISTED_IDS: &[&str] = &["task_ids", "job_ids", "video_ids", "ids", "uuids"];

/// Lists of new jobs, when nothing else is named.
pub(super) const LISTS: &[&str] = &[
    "videos",
    "tasks",
    "jobs",
    "items",
    "list",
    "results",
    "creations",
    "generations",
    "predictions",
    "operations", // Flow
];

/// The id of a request, which is the job's where there is no other: xAI, fal.
pub(super) const REQUEST_ID: &[&str] = &["request_id", "uuid"];

/// Wrappers that hold the job's id alone, as text: new-api's `data`, Midjourney
/// proxies' `result`.
pub(super) const BARE_ID: &[&str] = &["data", "result", "task", "job", "output"];

/// The word for the job's state.
pub(super) const STATE: &[&str] = &[
    "status",            // OpenAI, and most
    "state",             // Vidu, Luma, kie.ai
    "task_status",       // Kling, DashScope, Zhipu
    "job_status",        // self-hosted servers
    "video_status",      // gateways
    "generation_status", // gateways
    "status_text",       // relays that write a number as `status`
    "phase",             // Kubernetes-like servers
];

/// The word inside an object that stands in the state's place.
pub(super) const INSIDE_STATE: &[&str] = &[
    "name",
    "value",
    "code",
    "text",
    "label",
    "type",
    "key",
    "current",
    "message",
    "description",
    "completed",
    "done",
    "success",
];

/// True when the job has ended, as a boolean: Google's operations.
pub(super) const ENDED: &[&str] = &["done", "finished", "is_finished", "completed"];

/// The number of videos that were filtered out, or the reason that the prompt was: Google.
pub(super) const FILTERED: &[&str] = &["rai_media_filtered_count", "block_reason"];

/// PixVerse's documented state numbers, which occur only in its envelope.
pub(super) const PIXVERSE: &[(&str, &str)] = &[
    ("1", "succeeded"),
    ("5", "running"),
    ("6", "deleted"),
    ("7", "moderated"),
    ("8", "failed"),
];

/// kie.ai documents 0 as generating, 1 as success, 2 and 3 as failed.
pub(super) const SUCCESS_FLAG: &str = "success_flag";

pub(super) const PROGRESS: &[&str] = &[
    "progress",
    "progress_percent",
    "progress_percentage",
    "percentage",
    "percent",
    "task_progress",
];

/// Progress from 0 to 1, as the native backend writes it.
pub(super) const PROGRESS_FRACTION: &str = "progress_pct";

pub(super) const MODEL: &[&str] = &["model", "model_name", "model_id"];

/// The prompt as the server worked it out.
pub(crate) const REVISED_PROMPT: &[&str] = &[
    "revised_prompt", // SGLang, OpenAI's images
    "actual_prompt",  // DashScope
];

pub(super) const CREATED: &[&str] = &[
    "created_at",
    "submit_time", // new-api, DashScope
    "created",
    "create_time", // kie.ai, Volcengine
    "created_time",
];

pub(super) const STARTED: &[&str] = &["started_at", "start_time"];

pub(super) const COMPLETED: &[&str] = &[
    "completed_at",
    "finish_time",   // new-api
    "finished_at",   // Azure
    "complete_time", // kie.ai
    "end_time",      // DashScope
    "ended_at",
];

pub(super) const EXPIRES: &[&str] = &["expires_at", "expire_time", "expire_at"];

/// The length in seconds. The actual length comes before the requested one.
pub(super) const SECONDS: &[&str] = &[
    "duration_s", // vLLM-Omni
    "seconds",    // OpenAI
    "duration",
    "n_seconds", // Azure
    "video_duration",
    "duration_seconds",
];

pub(super) const THUMBNAIL: &[&str] = &[
    "thumbnail_url",
    "cover_url",       // Vidu
    "cover_image_url", // Zhipu
    "poster_url",
    "thumbnail",
];

/// The number of frames, and of frames a second.
pub(super) const FRAMES: &[&str] = &["num_frames", "frame_count", "frames"];
pub(super) const FPS: &[&str] = &["fps", "frame_rate", "frames_per_second"];

/// The number of outputs: SGLang, of which each is fetched by its number.
pub(super) const OUTPUTS: &[&str] = &["num_outputs"];

/// The addresses of numbered outputs, in order, and null for those without one: SGLang,
/// whose outputs have addresses in cloud storage alone.
pub(super) const OUTPUT_URLS: &str = "urls";

/// The files of numbered outputs on the server's own disk: SGLang.
pub(super) const OUTPUT_FILES: &str = "file_paths";

/// A video's address, or an object that contains it.
pub(super) const ADDRESS: &[&str] = &[
    "video_url", // relays, DashScope, Jimeng, kie.ai
    "videos_url",
    "video_uri",
    "url",
    "result_url",       // new-api
    "output_url",       // relays
    "download_url",     // MiniMax's files
    "downloadable_url", // the web product
    "result_video_url", // Tencent Hunyuan
    "file_url",
    "signed_url",
    "s3_url",
    "media_url",
    "play_url",
    "mp4", // skyriff's links
    "mp4_url",
    "uri",     // Google
    "gcs_uri", // Vertex
    "href",
    "src",
    "video",  // xAI, fal, Luma's assets: an object or an address
    "videos", // Kling's result
    "video_list",
    "video_urls",
    "creations",         // Vidu
    "generations",       // Azure, the web product
    "generated_samples", // Google
    "generated_videos",  // Google
    "generate_video_response",
    "video_result", // Zhipu
    "task_result",  // Kling
    "result_json",  // kie.ai: JSON in a text
    "result_urls",  // kie.ai
    "results",      // Grsai
    "result",
    "output",  // Runway, Replicate: a list, or an address
    "outputs", // WaveSpeed, Together
    "content", // Ark
    "assets",  // Luma
    "artifacts",
    "files",
    "file",
    "sample",        // Black Forest Labs
    "urls",          // SGLang
    "unsigned_urls", // OpenRouter
    "info",
    "links",
    "link",
    "works",                 // Kling's site
    "resource.resource",     // Kling's site
    "video.resource",        // PiAPI
    "file_infos",            // Tencent
    "encodings.source.path", // the web product
    "metadata",              // new-api's OpenAI form
    "response",
    "resp",
    "aigc_video_task",
    "data",
];

/// A relay writes the address of a video that succeeded here.
pub(super) const ADDRESS_OF_SUCCESS: &[&str] = &["fail_reason"];

/// The video itself, in base64: Dynamo, LocalAI.
pub(super) const BYTES: &[&str] = &["b64_json", "video_base64", "base64", "bytes_base64_encoded"];

/// Keys that hold something only when the job failed. What stands there beside a success without a
/// video is why there is none.
pub(super) const FAILURE: &[&str] = &[
    "error",
    "errors",
    "last_error",
    "task_error",
    "exception",
    "fail_reason",
    "failure_reason",
    "failed_reason",
    "failure_message",
    "fail_msg",
    "failure",
    "reject_reason",
    "moderation_reason",
];

/// The reason for the failure, the surest first: an object with a code and a text, a text,
/// or a list of either.
pub(super) const REASON: &[&str] = &[
    "error", // OpenAI, and most
    "errors",
    "err",
    "last_error",
    "error_info",
    "task_error",
    "exception",
    "error_message",
    "error_msg",
    "err_msg", // PixVerse
    "errmsg",
    "fail_reason",    // new-api
    "failure_reason", // the web product, Luma, Azure
    "failed_reason",
    "failure_message",
    "fail_msg", // kie.ai
    "failure",  // Runway
    "reject_reason",
    "moderation_reason",
    "rai_media_filtered_reasons", // Google
    "block_reason_message",       // Google
    "block_reason",
    "reason",
    "reason_str",      // the web product
    "task_status_msg", // Kling
    "status_message",
    "status_msg", // MiniMax
    "base_resp",  // MiniMax
    "detail",     // FastAPI
    "details",
    "description",
    "remark", // relays
    "tips",   // relays
    "message",
    "msg",
];

/// The words of an error object.
pub(super) const MESSAGE: &[&str] = &[
    "message",
    "msg",
    "error_message",
    "error_msg",
    "err_msg",
    "status_msg",
    "error_description",
    "description",
    "reason",
    "text",
    "title",
    "error",
    "errors",
    "detail",
    "details",
];

/// The code of an error object.
pub(super) const CODE: &[&str] = &[
    "code",
    "error_code",   // Tencent Hunyuan, relays
    "err_code",     // Vidu, PixVerse
    "fail_code",    // kie.ai
    "failure_code", // Runway
    "status_code",  // MiniMax
    "type",
];
