//! The words that servers use for a job's status.
//!
//! Each word is one line, with the servers that say it; to teach sorakit a new one, add
//! it to `table`. Case, separators, traditional characters and the words around it
//! (`TASK_STATUS_SUCCEED`, `Request Moderated`, `JOB_STATE_RUNNING`, `TaskStatus.FAILED`) are
//! removed first. What has several words is understood by its structure (`english`, `chinese`,
//! `share`), and where that is doubtful it is no known word: a job that runs on is asked after for
//! longer, while one that is wrongly taken for ended is lost.

mod chinese;
mod english;
mod share;
mod table;

use super::JobStatus::{self, Failed, Running, Succeeded};
use crate::model::text::simplified;
use share::Share;
use table::known;

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
        let word = simplified(word);
        let (word, share) = share::split(&word);
        let pieces = pieces(&word)?;
        let whole = pieces.concat();
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        let status = known(&whole).or_else(|| match chinese::is_in(&whole) {
            true => chinese::status(&whole),
            false => english::status(&pieces),
        })?;
        match (status, share) {
            // It is done with a part of the work.
            (Succeeded, Some(Share::Progress(share) | Share::Parts(share))) if share < 1.0 => {
                Some(Running)
            }
            // One of several has failed.
            (Failed, Some(Share::Parts(share))) if share < 1.0 => None,
            (status, _) => Some(status),
        }
    }

    /// A server's word as a code: `timed_out` from `TASK_STATUS_TIMED_OUT`. `None` for
    /// words that say only that it failed.
    pub(crate) fn code_of_word(word: &str) -> Option<String> {
        let pieces = pieces(word)?;
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        let plain = ["failed", "failure", "fail", "error", "errored"];
        let code = english::code(&pieces);
        (code.is_ascii() && !code.is_empty() && !plain.contains(&code.as_str())).then_some(code)
    }
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

#[cfg(test)]
mod tests {
    use super::JobStatus::{Cancelled, Queued};
    use super::table::WORDS;
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
            // The reason stands in the word.
            ("input_moderation", Failed),
            ("output_moderation", Failed),
            ("risk_control", Failed),
            ("audit_reject", Failed),
            ("NOT_PASS", Failed),
            ("RECITATION", Failed),
            ("insufficient_credits", Failed),
            ("insufficient_quota", Failed),
            ("over_quota", Failed),
            ("payment_required", Failed),
            ("bad_request", Failed),
            ("INTERNAL", Failed),
            ("max_retries_exceeded", Failed),
            ("max retries reached", Failed),
            ("failed after 3 retries", Failed),
            ("all attempts failed", Failed),
            ("failed, please try again", Failed),
            ("evicted", Failed),
            ("panic", Failed),
            ("500 error", Failed),
            ("failed at 50%", Failed),
            ("余额不足", Failed),
            ("积分不足", Failed),
            ("系统错误", Failed),
            ("内部错误", Failed),
            ("服务异常", Failed),
            ("生成出错", Failed),
            ("生成视频失败", Failed),
            ("生成失败：提示词不符合要求", Failed),
            ("生成失败，请稍后重试", Failed),
            ("已达最大重试次数，失败", Failed),
            ("被驳回", Failed),
            ("失效", Failed),
            ("涉黄", Failed),
            ("敏感", Failed),
            ("已下架", Failed),
            ("未成功", Failed),
            ("審核未通過", Failed),
            ("審核不通過", Failed),
            ("已逾時", Failed),
            ("產生失敗", Failed),
            ("手动终止", Cancelled),
            ("手動終止", Cancelled),
            ("已被取消", Cancelled),
            ("STOP", Cancelled),
            ("halted", Cancelled),
            ("取消成功", Cancelled),
            ("失敗，已退款", Failed),
            ("就绪", Succeeded),
            ("视频已就绪", Succeeded),
            ("影片已就緒", Succeeded),
            ("GENERATE_SUCCESS", Succeeded),
            ("RENDER_COMPLETE", Succeeded),
            ("rendering complete", Succeeded),
            ("execution_success", Succeeded),
            ("出图成功", Succeeded),
            ("已產生", Succeeded),
            ("SUCCESSED", Succeeded),
            ("100% complete", Succeeded),
            ("1/1 succeeded", Succeeded),
            ("completed after retry", Succeeded),
            ("completed without errors", Succeeded),
            // A part of the work.
            ("50% complete", Running),
            ("0/1 succeeded", Running),
            ("1 of 2 completed", Running),
            ("已完成 50%", Running),
            ("完成 1/2", Running),
            ("retry after failure", Running),
            ("异常处理中", Running),
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
            "not yet ready",
            "not yet completed",
            "has not been fully completed",
            "partially_completed",
            "almost done",
            "ready soon",
            "READY_TO_RUN",
            "ready for pickup",
            "image_ready",
            "image ready",
            "server_ready",
            "uploaded",
            "上传成功",
            "图片上传完成",
            "图片生成完成",
            "请求成功",
            "尚未完成",
            "待完成",
            "即将完成",
            "failed_attempt_1",
            "failed, will retry",
            "recovering from failure",
            "生成失败，正在重试",
            "生成失败，即将自动重试",
            "0 failed",
            "failed: 0",
            "1/2 failed",
            "2 failed",
            "失败 0 个",
            "callback_failed",
            "webhook timeout",
            "thumbnail_failed",
            "cancel_failed",
            "取消失败",
            "cancel_requested",
            "timeout warning",
            "error: none",
            "失败次数 1",
            "回调失败",
            "申请取消",
            "无法取消",
            "expired_soon",
            "即将过期",
            "无异常",
            "error_checking",
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
