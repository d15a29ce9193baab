//! The words that servers use for a job's status.
//!
//! Each word is one line, with the servers that say it; to teach sorakit a new one, add
//! it to `table`. Case, separators and the words around it (`TASK_STATUS_SUCCEED`,
//! `Request Moderated`, `JOB_STATE_RUNNING`, `TaskStatus.FAILED`) are removed first.

mod table;

use super::JobStatus::{self, Cancelled, Failed};
use table::WORDS;

/// Words around a status word that say nothing about the status.
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
    "in",
    "after",
];

/// The same in Chinese, before or after a word without spaces.
const AROUND_CHINESE: &[&str] = &[
    "任务", "视频", "图片", "任務", "視頻", "影片", "状态", "狀態", "了",
];

/// Words that turn a word into its opposite.
const NOT: &[&str] = &["not", "no", "non", "never", "un", "isnt", "wasnt"];

/// A longer word is a text, not a status.
const LONGEST: usize = 64;

impl JobStatus {
    /// The status that a server's word means, or `None` if the word is unknown. Numbers
    /// mean nothing by themselves.
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
            .filter(|piece| !is_measure(piece))
            .collect();
        if let Some(status) = known(&core.concat()).or_else(|| known(chinese(&whole))) {
            return Some(status);
        }
        of_several(&core)
    }

    /// A server's word as a code: `timed_out` from `TASK_STATUS_TIMED_OUT`. `None` for
    /// words that say only that it failed.
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

/// True for a number, and one with a unit: `45`, `32s`, `3min`.
fn is_measure(piece: &str) -> bool {
    let unit = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    let units = ["", "s", "sec", "secs", "m", "min", "ms", "h"];
    unit.len() < piece.len() && units.contains(&unit)
}

fn known(word: &str) -> Option<JobStatus> {
    let mut words = WORDS.iter();
    words.find_map(|(status, words)| words.contains(&word).then_some(*status))
}

/// The lower-case pieces of a word: `InProgress`, `IN_PROGRESS` and `in-progress` are the
/// same two.
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

/// Several words, of which the known ones agree. Where the others are unknown, only an
/// end without a result is believed: `upload_completed` is not the video's end, while
/// `moderation_failed` is.
fn of_several(core: &[&str]) -> Option<JobStatus> {
    let mut pieces = core.iter().copied();
    let mut core = Vec::new();
    let mut denied = false;
    while let Some(piece) = pieces.next() {
        match NOT.contains(&piece) {
            // It negates the word that follows, and nothing else.
            true => denied = pieces.next().is_some() || denied,
            false => core.push(piece),
        }
    }
    if core.is_empty() || (core.len() < 2 && !denied) {
        return None;
    }
    let statuses: Vec<JobStatus> = core.iter().filter_map(|piece| known(piece)).collect();
    let first = *statuses.first()?;
    // The last piece says how it ended: `throttled_failed`, `aborted_error`.
    if core.last().and_then(|piece| known(piece)) == Some(Failed) {
        return Some(Failed);
    }
    let agree = statuses.iter().all(|status| *status == first);
    let ended = matches!(first, Failed | Cancelled);
    (agree && (ended || statuses.len() == core.len())).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::JobStatus::{Queued, Running, Succeeded};
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
            ("COMPLETED_WITH_WARNINGS", Succeeded),
            ("partially-succeeded", Succeeded),
            ("渲染完成", Succeeded),
            ("unsuccessful", Failed),
            ("OUT_OF_MEMORY", Failed),
            ("aborted_error", Failed),
            ("not_started_failed", Failed),
            ("throttled_failed", Failed),
            ("异常终止", Failed),
            ("已撤销", Cancelled),
            ("提交成功", Queued),
            ("TASK_STATUS_UNSPECIFIED", Queued),
            ("on-hold", Queued),
            ("STOPPED_BY_USER", Cancelled),
            ("user_cancelled", Cancelled),
            ("terminated by the client", Cancelled),
            ("任务已取消", Cancelled),
            ("已作废", Cancelled),
            ("JOB_STATE_CANCELLING", Running),
            ("取消中", Running),
            ("未启动", Queued),
            ("booting", Running),
            ("loading", Running),
            ("ALL_DONE", Succeeded),
            ("output_ready", Succeeded),
            ("finalised", Succeeded),
            ("exported", Succeeded),
            ("succesful", Succeeded),
            ("已結束", Succeeded),
            ("任务全部完成", Succeeded),
            ("视频转码完成", Succeeded),
            ("not_passed", Failed),
            ("审核未通过", Failed),
            ("未通过", Failed),
            ("REFUNDED", Failed),
            ("preempted", Failed),
            ("Completed in 32s", Succeeded),
            ("failed after 3min", Failed),
            ("Terminé", Succeeded),
            ("En cours", Running),
            ("fehlgeschlagen", Failed),
            ("ошибка", Failed),
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
