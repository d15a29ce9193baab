//! The words that servers have for where a job stands.
//!
//! One word is one line, with who says it; to teach sorakit a new one, add it here.
//! Case, separators and the words around it (`TASK_STATUS_SUCCEED`, `Request
//! Moderated`, `JOB_STATE_RUNNING`, `TaskStatus.FAILED`) are taken off before.

use super::JobStatus::{self, Cancelled, Failed, Queued, Running, Succeeded};

/// Every word, without separators and in lower case.
const WORDS: &[(JobStatus, &[&str])] = &[
    (
        Queued,
        &[
            "queued",       // OpenAI, and most
            "queue",        // SGLang's scheduler
            "queueing",     // MiniMax, Vidu
            "queuing",      // kie.ai
            "inqueue",      // fal, RunPod, Jimeng
            "enqueued",     // Meilisearch-like task queues
            "pending",      // DashScope, Runway, Replicate-like
            "submitted",    // Kling, Midjourney proxies
            "submit",       // one-api relays
            "created",      // Vidu, WaveSpeed, Freepik
            "notstart",     // new-api
            "notstarted",   // relays
            "preparing",    // MiniMax
            "waiting",      // kie.ai, HeyGen
            "wait",         // Tencent Hunyuan
            "accepted",     // Azure
            "received",     // Celery
            "scheduled",    // Kubernetes, RQ
            "deferred",     // RQ
            "initialized",  // self-hosted servers
            "initializing", // self-hosted servers
            "throttled",    // Runway
            "staged",       // PiAPI
            "排队",
            "排队中",
            "等待",
            "等待中",
            "待处理",
            "未开始",
            "已提交",
            "已创建",
            "准备中",
            "初始化",
            "排隊中",
            "等待處理",
            "待機中",
            "대기중",
        ],
    ),
    (
        Running,
        &[
            "inprogress",     // OpenAI, fal, new-api
            "processing",     // Kling, Vidu, Zhipu, Replicate
            "process",        // relays
            "running",        // DashScope, Runway, Ark
            "run",            // Tencent Hunyuan
            "generating",     // Jimeng, kie.ai
            "started",        // Celery, Pika
            "starting",       // Replicate
            "preprocessing",  // Sora, Azure
            "postprocessing", // Hedra, self-hosted servers
            "rendering",      // HeyGen-like
            "encoding",       // self-hosted servers
            "transcoding",    // self-hosted servers
            "upscaling",      // Runway-like
            "uploading",      // new-api forks, self-hosted servers
            "downloading",    // Sora2API forks
            "saving",         // Sora2API forks
            "finalizing",     // Hedra
            "dreaming",       // Luma
            "streaming",      // Pika
            "executing",      // ComfyUI
            "active",         // BullMQ
            "ongoing",        // relays
            "working",        // relays
            "loading",        // LocalAI
            "retrying",       // RunPod, Sora2API forks
            "retry",          // Celery
            "suspended",      // DashScope: held back for a time
            "modal",          // Midjourney proxies: asks for more
            "处理中",
            "进行中",
            "生成中",
            "运行中",
            "执行中",
            "制作中",
            "渲染中",
            "上传中",
            "审核中",
            "未完成",
            "正在生成",
            "正在处理",
            "處理中",
            "進行中",
            "生成中",
            "処理中",
            "진행중",
        ],
    ),
    (
        Succeeded,
        &[
            "completed",  // OpenAI, fal, Luma
            "complete",   // new-api's channels, Hedra
            "success",    // MiniMax, Vidu, Zhipu, Celery
            "succeeded",  // DashScope, Runway, Replicate, Ark
            "succeed",    // Kling
            "successful", // relays
            "finished",   // Pika, new-api's channels
            "finish",     // relays
            "done",       // Jimeng, Tencent Hunyuan, xAI
            "ready",      // Black Forest Labs, LTX
            "generated",  // Freepik-like
            "finalized",  // Sora's cameos
            "ok",         // relays
            "成功",
            "完成",
            "已完成",
            "已成功",
            "已生成",
            "生成成功",
            "生成完成",
            "处理完成",
            "执行成功",
            "處理完成",
            "完了",
            "완료",
        ],
    ),
    (
        Failed,
        &[
            "failed",           // OpenAI, and most
            "failure",          // new-api, Celery
            "fail",             // MiniMax, Zhipu, Tencent Hunyuan, kie.ai
            "error",            // Black Forest Labs, Pika, ModelsLab
            "errored",          // relays
            "exception",        // self-hosted servers
            "crashed",          // self-hosted servers
            "dead",             // Sidekiq-like queues
            "lost",             // self-hosted servers
            "interrupted",      // self-hosted servers after a restart
            "expired",          // Ark, xAI, OpenRouter
            "timeout",          // RunPod-like, one-api relays
            "timedout",         // RunPod
            "deadlineexceeded", // gRPC, Kubernetes
            "rejected",         // Celery, moderation
            "refused",          // moderation
            "denied",           // moderation
            "declined",         // moderation
            "blocked",          // moderation
            "banned",           // moderation
            "moderated",        // Black Forest Labs: `Request Moderated`
            "contentmoderated", // Black Forest Labs
            "violation",        // Grsai
            "violated",         // moderation
            "nsfw",             // Wan's hosts
            "flagged",          // moderation
            "filtered",         // Veo's hosts
            "censored",         // moderation
            "sensitive",        // moderation
            "unsafe",           // moderation
            "prohibited",       // moderation
            "forbidden",        // moderation
            "restricted",       // moderation
            "incomplete",       // OpenAI's Responses
            "invalid",          // relays
            "deleted",          // SGLang
            "removed",          // relays
            "unsupported",      // relays
            "discarded",        // Bull-like queues
            "dropped",          // queues
            "失败",
            "已失败",
            "生成失败",
            "处理失败",
            "执行失败",
            "错误",
            "出错",
            "异常",
            "超时",
            "已超时",
            "生成超时",
            "过期",
            "已过期",
            "拒绝",
            "已拒绝",
            "被拒绝",
            "违规",
            "内容违规",
            "审核失败",
            "审核不通过",
            "审核未通过",
            "未通过审核",
            "敏感内容",
            "已屏蔽",
            "被屏蔽",
            "已拦截",
            "被拦截",
            "已删除",
            "已失效",
            "失敗",
            "生成失敗",
            "錯誤",
            "逾時",
            "超時",
            "已過期",
            "已刪除",
            "違規",
            "エラー",
            "실패",
        ],
    ),
    (
        Cancelled,
        &[
            "cancelled",  // Sora2API
            "canceled",   // DashScope, Replicate
            "cancel",     // Midjourney proxies
            "aborted",    // Replicate, vLLM-Omni
            "abort",      // vLLM
            "terminated", // Modal-like hosts
            "stopped",    // RQ, relays
            "killed",     // hosts
            "revoked",    // Celery
            "withdrawn",  // relays
            "取消",
            "已取消",
            "被取消",
            "用户取消",
            "终止",
            "已终止",
            "中止",
            "已中止",
            "已停止",
            "終止",
            "已終止",
            "キャンセル",
            "취소",
        ],
    ),
];

/// What stands around a word and says nothing of the state.
const AROUND: &[&str] = &[
    "task",
    "job",
    "video",
    "image",
    "media",
    "generation",
    "request",
    "status",
    "state",
    "result",
    "run",
    "is",
    "was",
    "has",
    "been",
    "the",
    "by",
    "a",
    "with",
    "due",
    "to",
    "user",
    "client",
    "owner",
    "server",
    "system",
    "admin",
    "provider",
    "upstream",
    "successfully",
];

/// The same, before or after a word without spaces.
const AROUND_CHINESE: &[&str] = &[
    "任务", "视频", "图片", "任務", "視頻", "影片", "状态", "狀態", "了",
];

/// What turns a word into its opposite.
const NOT: &[&str] = &["not", "no", "non", "never", "un", "isnt", "wasnt"];

/// A longer word is a text, and none for a state.
const LONGEST: usize = 64;

impl JobStatus {
    /// The status that a server's word means, or `None` for a word that is not
    /// known. Numbers mean nothing by themselves.
    ///
    /// ```
    /// use sorakit::JobStatus;
    ///
    /// assert_eq!(JobStatus::from_word("IN_PROGRESS"), Some(JobStatus::Running));
    /// assert_eq!(JobStatus::from_word("TASK_STATUS_SUCCEED"), Some(JobStatus::Succeeded));
    /// assert_eq!(JobStatus::from_word("timed-out"), Some(JobStatus::Failed));
    /// assert_eq!(JobStatus::from_word("已取消"), Some(JobStatus::Cancelled));
    /// assert_eq!(JobStatus::from_word("marinating"), None);
    /// ```
    pub fn from_word(word: &str) -> Option<Self> {
        let pieces = pieces(word)?;
        let whole: String = pieces.concat();
        if let Some(status) = known(&whole) {
            return Some(status);
        }
        let rest: Vec<&str> = pieces.iter().map(String::as_str).collect();
        let core: Vec<&str> = rest
            .iter()
            .copied()
            .filter(|piece| !AROUND.contains(piece))
            .filter(|piece| !piece.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        if let Some(status) = known(&core.concat()).or_else(|| known(chinese(&whole))) {
            return Some(status);
        }
        of_several(&core)
    }

    /// A server's word as a code: `timed_out` of `TASK_STATUS_TIMED_OUT`. `None`
    /// of words that say no more than that it failed.
    pub(crate) fn code_of_word(word: &str) -> Option<String> {
        let pieces = pieces(word)?;
        let core: Vec<&str> = pieces
            .iter()
            .map(String::as_str)
            .filter(|piece| !AROUND.contains(piece))
            .collect();
        let plain = ["failed", "failure", "fail", "error", "errored"];
        let code = core.join("_");
        (code.is_ascii() && !code.is_empty() && !plain.contains(&code.as_str())).then_some(code)
    }
}

fn known(word: &str) -> Option<JobStatus> {
    let mut words = WORDS.iter();
    words.find_map(|(status, words)| words.contains(&word).then_some(*status))
}

/// The lower-case pieces of a word: `InProgress`, `IN_PROGRESS` and `in-progress`
/// are the same two.
fn pieces(word: &str) -> Option<Vec<String>> {
    let word = word.trim();
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut pieces = vec![String::new()];
    let mut after_lower = false;
    for c in word.chars() {
        if !c.is_alphanumeric() {
            pieces.push(String::new());
            after_lower = false;
            continue;
        }
        if after_lower && c.is_uppercase() {
            pieces.push(String::new());
        }
        after_lower = c.is_lowercase();
        if let Some(piece) = pieces.last_mut() {
            piece.extend(c.to_lowercase());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    Some(pieces)
}

fn chinese(word: &str) -> &str {
    let mut core = word;
    for around in AROUND_CHINESE {
        core = core.strip_prefix(around).unwrap_or(core);
        core = core.strip_suffix(around).unwrap_or(core);
    }
    core
}

/// Several words of which the known ones agree. Only an end without a result is
/// believed when the others are not known: `upload_completed` is not the video's
/// end, while `moderation_failed` is.
fn of_several(core: &[&str]) -> Option<JobStatus> {
    if core.len() < 2 || core.iter().any(|piece| NOT.contains(piece)) {
        return None;
    }
    let statuses: Vec<JobStatus> = core.iter().filter_map(|piece| known(piece)).collect();
    let first = *statuses.first()?;
    let agree = statuses.iter().all(|status| *status == first);
    let ended = matches!(first, Failed | Cancelled);
    (agree && (ended || statuses.len() == core.len())).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_status() {
        let mut seen = std::collections::HashMap::new();
        for (status, words) in WORDS {
            for word in *words {
                assert_eq!(JobStatus::from_word(word), Some(*status), "{word}");
                let before = seen.insert(*word, *status);
                assert!(before.is_none_or(|before| before == *status), "{word}");
            }
        }
    }

    #[test]
    fn case_separators_prefixes_and_company_do_not_matter() {
        for (word, status) in [
            ("NOT_START", Queued),
            ("Queueing", Queued),
            ("In-Progress", Running),
            ("InProgress", Running),
            ("JOB_STATE_RUNNING", Running),
            ("task.processing", Running),
            (" ⏳ Processing (45%) ", Running),
            ("TASK_STATUS_SUCCEED", Succeeded),
            ("TaskStatus.SUCCEEDED", Succeeded),
            ("completed_successfully", Succeeded),
            ("✅ 任务完成", Succeeded),
            ("视频生成成功", Succeeded),
            ("TIMED_OUT", Failed),
            ("TimedOut", Failed),
            ("timed out", Failed),
            ("time-out", Failed),
            ("Request Moderated", Failed),
            ("Content Moderated", Failed),
            ("moderation_blocked", Failed),
            ("moderation_failed", Failed),
            ("rejected_nsfw", Failed),
            ("generation_failed", Failed),
            ("blocked-by-filter", Failed),
            ("任务失败", Failed),
            ("任务已超时", Failed),
            ("STOPPED_BY_USER", Cancelled),
            ("user_cancelled", Cancelled),
            ("terminated by the client", Cancelled),
            ("任务已取消", Cancelled),
        ] {
            assert_eq!(JobStatus::from_word(word), Some(status), "{word}");
        }
    }

    #[test]
    fn what_is_not_known_is_no_state() {
        for word in [
            "",
            "marinating",
            "unknown",
            "1",
            "200",
            "not_completed",
            "not failed",
            "upload_completed",
            "failed_retrying",
            "moderation_pending",
            "video",
            &"completed ".repeat(20),
        ] {
            assert_eq!(JobStatus::from_word(word), None, "{word}");
        }
    }

    #[test]
    fn a_telling_word_is_a_code() {
        let code = |word| JobStatus::code_of_word(word);
        assert_eq!(code("TASK_STATUS_TIMED_OUT").as_deref(), Some("timed_out"));
        assert_eq!(code("Request Moderated").as_deref(), Some("moderated"));
        assert_eq!(code("FAILURE"), None);
        assert_eq!(code("失败"), None);
    }
}
