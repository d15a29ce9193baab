//! What an answer says about whether the request was taken: that it certainly was not, or that
//! another server behind this one broke off, so that nobody knows.

use super::broad::FETCHES;
use super::meaning::{Meaning, normal, of_status};
use super::stated::Stated;
use crate::model::ErrorKind;

/// Texts by which servers document that they took nothing, whatever the status.
const NOTHING_BEGAN: &[&str] = &[
    "we're under heavy load", // the native backend, docs/wire/sora.md §13
    "no available channel",   // new-api
    "无可用渠道",             // new-api
];

/// Words of a text that tells of something that did begin.
const BEGAN: &[&str] = &[
    "task",
    "job",
    "poll",
    "accepted",
    "created",
    "submitted",
    "queued",
    "任务",
    "已提交",
    "已创建",
];

/// Codes with which servers document that they took nothing, under any status: the
/// native backend's (`docs/wire/sora.md` §13).
pub(super) const DOCUMENTED: &[&str] = &["heavy_load", "too_many_concurrent_tasks"];

/// Codes of a gateway whose upstream broke off.
const BROKE_CODES: &[&str] = &[
    "do_request_failed", // new-api
    "bad_response_body", // new-api
    "read_response_body_failed",
    "upstream_timeout",
    "upstream_request_timeout",
    "upstream_unavailable",
    "bad_gateway",
    "gateway_timeout",
    "deadline_exceeded",
    "timeout",
    "request_timeout",
    "task_timeout",
    "internal",
    "internal_error",
    "internal_server_error",
    "server_error",
    "connection_error",
    "network_error",
];

/// Words of an upstream that broke off, in lower case; as in `words`, a phrase with ` & `
/// matches when the text contains all its parts.
const BROKE: &[&str] = &[
    "timed out",
    "timeout",
    "time out",
    "time-out",
    "deadline exceeded",
    "may still be running",
    "might still be running",
    "do request failed",
    "bad gateway",
    "upstream & reset",
    "upstream & closed",
    "upstream & broke",
    "upstream & crash",
    "upstream & unavailable",
    "upstream & no response",
    "upstream & disconnect",
    "upstream & not respond",
    "upstream & failed",
    "upstream error",
    "upstream server error",
    "upstream request failed",
    "upstream connect error",
    "internal error",
    "internal server error",
    "connection reset",
    "connection was reset",
    "connection closed",
    "connection was closed",
    "connection aborted",
    "connection lost",
    "connection broken",
    "server disconnected",
    "socket hang up",
    "broken pipe",
    "unexpected eof",
    ": eof",
    "operation was aborted",
    "request was aborted",
    "service unavailable",
    "econnreset",
    "etimedout",
    "network error",
    "超时",
    "逾时",
    "上游 & 失败",
    "上游 & 异常",
    "上游 & 错误",
    "上游 & 断开",
    "上游 & 无响应",
    "上游 & 中断",
    "服务异常",
    "服务器异常",
    "服务不可用",
    "服务错误",
    "服务器错误",
    "服务器内部错误",
    "系统异常",
    "系统错误",
    "内部错误",
    "内部异常",
    "网络异常",
    "网络错误",
    "网关错误",
    "连接中断",
    "连接断开",
    "连接被重置",
    "可能仍在",
    "可能还在",
];

/// Words about a value of the request, or about a session: a time limit of another kind.
const OTHER_TIMEOUT: &[&str] = &[
    "must be",
    "should be",
    "parameter",
    "invalid timeout",
    "session time",
    "login time",
    "参数",
    "登录超时",
    "会话超时",
    "登录已超时",
];

/// True if a text is one with which servers document that they took nothing, and tells of
/// nothing that did begin.
pub(super) fn says_nothing_began(text: &str) -> bool {
    NOTHING_BEGAN.iter().any(|known| text.contains(known))
        && !BEGAN.iter().any(|began| text.contains(began))
}

/// True if the answer says that the server took nothing: too many requests (429), no valid
/// credential (401), or a known refusal that the answer itself makes under a status that
/// means a refusal. What an error text merely quotes ("HTTP Error: 429 …" under 500) is
/// another server's answer, to another request.
pub(super) fn says_nothing_was_taken(status: u16, kind: ErrorKind, meaning: &Meaning) -> bool {
    if matches!(status, 401 | 429) {
        return true;
    }
    meaning.own
        && matches!(status, 400..=499 | 503)
        && matches!(
            kind,
            ErrorKind::Overloaded
                | ErrorKind::RateLimited
                | ErrorKind::TooManyJobs
                | ErrorKind::Authentication
                | ErrorKind::Sentinel
        )
}

/// True if the answer says, under whatever status of its own, that an upstream timed out or
/// broke: a job may run there. Words that name a reason which no server gives after it took a
/// request, and those by which nothing began, say more.
pub(super) fn leaves_open(stated: &Stated, meaning: &Meaning) -> bool {
    let text = stated.message.as_deref().unwrap_or_default().to_lowercase();
    let text = crate::model::text::simplified(&text);
    let codes = || {
        let quoted = stated.quoted.codes.iter().chain(&stated.quoted.types);
        quoted.chain(&stated.codes).chain(&stated.types)
    };
    let documented = |code: &String| DOCUMENTED.contains(&normal(code).as_str());
    let decided = meaning.is_told
        && !matches!(
            meaning.kind,
            Some(
                ErrorKind::Server
                    | ErrorKind::Timeout
                    | ErrorKind::Overloaded
                    | ErrorKind::RateLimited
                    | ErrorKind::TooManyJobs
                    | ErrorKind::NotReady
                    | ErrorKind::Conflict
            )
        );
    if decided || codes().any(documented) || says_nothing_began(&text) {
        return false;
    }
    // What became of a file of the request says nothing of an upstream.
    if stated.validation || FETCHES.iter().any(|sign| text.contains(sign)) {
        return false;
    }
    let broken = |status: u16| {
        let kind = of_status(status);
        matches!(
            kind,
            Some(ErrorKind::Server | ErrorKind::Timeout | ErrorKind::Overloaded)
        )
    };
    let numbers = codes().filter_map(|code| code.parse().ok());
    let mut statuses = stated.quoted.status.into_iter().chain(numbers);
    // An upstream that refused did not break.
    let refused = stated
        .quoted
        .status
        .is_some_and(|status| (400..500).contains(&status) && !broken(status));
    let worded = || {
        let holds = |phrase: &&str| phrase.split(" & ").all(|part| text.contains(part));
        let other = || OTHER_TIMEOUT.iter().any(|sign| text.contains(sign));
        !refused && BROKE.iter().any(holds) && !other()
    };
    statuses.any(broken)
        || codes().any(|code| BROKE_CODES.contains(&normal(code).as_str()))
        || worded()
        || matches!(meaning.kind, Some(ErrorKind::Server | ErrorKind::Timeout))
            && stated.page.is_none()
}

#[cfg(test)]
mod tests {
    use crate::api::Reply;
    use crate::api::failure::refusal;
    use crate::api::failure::tests::read;

    #[test]
    fn only_the_answers_own_words_say_that_nothing_was_taken() {
        for (status, body, untaken) in [
            (429, "", true),
            (429, "<html><title>429</title>", true),
            (401, "", true),
            (
                503,
                "upstream connect error or disconnect/reset before headers",
                false,
            ),
            (503, "", false),
            (
                503,
                r#"{"error":{"code":"heavy_load","message":"x"}}"#,
                true,
            ),
            (
                400,
                r#"{"error":{"message":"We're under heavy load, please try again later."}}"#,
                true,
            ),
            (
                400,
                r#"{"error":{"code":"sentinel_block","message":"x"}}"#,
                true,
            ),
            (
                400,
                r#"{"error":{"code":"too_many_concurrent_tasks"}}"#,
                true,
            ),
            (
                500,
                r#"{"error":{"code":"rate_limit_exceeded","message":"x"}}"#,
                false,
            ),
            // What no document names, or tells of a task, may come after the request was taken.
            (
                503,
                r#"{"error":{"code":"overloaded","message":"x"}}"#,
                false,
            ),
            (503, r#"{"error":{"code":"get_channel_failed"}}"#, false),
            (
                503,
                r#"{"error":{"message":"No available channel for model x"}}"#,
                true,
            ),
            (
                503,
                r#"{"error":{"message":"No available channel to poll task t; the task was created"}}"#,
                false,
            ),
            (500, r#"{"detail":"error: token_invalidated"}"#, false),
            (
                400,
                r#"{"detail":"HTTP Error: 429 {\"error\":{\"code\":\"heavy_load\"}}"}"#,
                false,
            ),
        ] {
            assert_eq!(read(status, body).untaken(), untaken, "{status} {body}");
        }
    }

    /// An answer that names a job was given to a request that was taken, whatever it says.
    #[test]
    fn what_names_a_job_is_never_untaken() {
        for (status, body) in [
            (
                503,
                r#"{"error":{"code":"heavy_load"},"id":"j","task_id":"j"}"#,
            ),
            (
                429,
                r#"{"error":{"code":"rate_limit_exceeded","task_id":"j"}}"#,
            ),
            (
                400,
                r#"{"error":{"code":"too_many_concurrent_tasks"},"data":{"task_id":"j"}}"#,
            ),
            (
                429,
                r#"{"id":"j","status":"queued","error":{"message":"slow down"}}"#,
            ),
            (500, r#"{"error":{"message":"x","task_id":"j"}}"#),
        ] {
            let error = read(status, body);
            assert!(!error.untaken(), "{status} {body}");
            assert_eq!(error.job_id(), Some("j"), "{status} {body}");
        }
        assert_eq!(
            read(429, r#"{"id":"req_1","error":{"message":"x"}}"#).job_id(),
            None
        );
    }

    /// Whatever the status: an upstream that broke off may have a job.
    #[test]
    fn an_upstream_that_broke_leaves_it_open_whatever_the_status() {
        for body in [
            r#"{"code":504,"msg":"upstream timeout, the task may still be running"}"#,
            r#"{"code":"500","msg":"x"}"#,
            r#"{"code":500,"message":"服务异常"}"#,
            r#"{"code":-1,"message":"上游服務異常"}"#,
            r#"{"code":-1,"message":"请求超时"}"#,
            r#"{"error":{"code":502,"message":"x"}}"#,
            r#"{"detail":"Gateway timeout waiting for upstream"}"#,
            r#"{"error":{"message":"do request failed: context deadline exceeded","code":"do_request_failed"}}"#,
            r#"{"success":false,"message":"HTTP Error: 502 <html>"}"#,
            r#"{"error":"read tcp 10.0.0.1: connection reset by peer"}"#,
            r#"{"error":"Post \"https://a/v1/videos\": EOF"}"#,
            r#"{"code":-1,"msg":"上游請求失敗"}"#,
            r#"{"error":{"type":"server_error","message":"x"}}"#,
        ] {
            let reply = Reply::new(
                http::StatusCode::OK,
                http::HeaderMap::new(),
                body.to_owned(),
            );
            let error = refusal(&reply).unwrap_or_else(|| panic!("{body}"));
            assert!(error.is_open(), "{body}: {error}");
            for status in [400, 403, 429] {
                let error = read(status, body);
                assert!(
                    error.is_open() && !error.untaken(),
                    "{status} {body}: {error}"
                );
            }
        }
        for body in [
            r#"{"code":-1,"msg":"x"}"#,
            r#"{"code":500,"msg":"内容违规"}"#,
            r#"{"code":500,"msg":"余额不足"}"#,
            r#"{"code":503,"msg":"No available channel for model x"}"#,
            r#"{"error":{"code":"heavy_load","message":"upstream timeout"}}"#,
            r#"{"code":400,"msg":"timeout must be a number"}"#,
            r#"{"code":-1,"msg":"登录超时，请重新登录"}"#,
            r#"{"code":-1,"msg":"failed to download image: timeout"}"#,
            r#"{"code":429,"msg":"x"}"#,
            r#"{"code":-1,"msg":"upstream request failed: HTTP 400: the size is wrong"}"#,
        ] {
            let reply = Reply::new(
                http::StatusCode::OK,
                http::HeaderMap::new(),
                body.to_owned(),
            );
            let error = refusal(&reply).unwrap_or_else(|| panic!("{body}"));
            assert!(!error.is_open(), "{body}: {error}");
        }
    }
}
