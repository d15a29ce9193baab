//! The class of an error (`000_*` appendix, wire.md §2.4).

use super::stated::Stated;
use crate::error::ErrorKind;

/// The class of an error, by code first, then by text, then by status: real
/// servers send one code under many statuses.
pub(super) fn classify(status: u16, stated: &Stated) -> ErrorKind {
    let text = stated.message.as_deref().unwrap_or("").to_lowercase();
    if stated.html {
        let challenge = ["just a moment", "attention required", "cloudflare", "cf_"]
            .iter()
            .any(|sign| text.contains(sign));
        return match status {
            403 | 429 | 503 => ErrorKind::Blocked,
            _ if challenge => ErrorKind::Blocked,
            404 => ErrorKind::NotFound,
            500..=599 => ErrorKind::Server,
            _ => ErrorKind::UnexpectedResponse,
        };
    }
    // Some servers write one code for too many requests and too many jobs.
    if text.contains("generations in progress") {
        return ErrorKind::TooManyJobs;
    }
    let codes = stated.codes.iter().rev();
    for code in codes
        .chain(stated.types.iter().rev())
        .chain(&stated.message)
    {
        if let Some(kind) = by_code(&code.to_lowercase()) {
            return kind;
        }
    }
    by_text(&text)
        .or_else(|| (stated.param.as_deref() == Some("country")).then_some(ErrorKind::Region))
        .unwrap_or_else(|| by_status(status))
}

/// The class that a server's code means, where that is known.
pub(crate) fn kind_of_code(code: &str) -> Option<ErrorKind> {
    by_code(&code.to_lowercase())
}

/// The class that a server's lower-case words mean, where that is known.
pub(crate) fn kind_of_text(text: &str) -> Option<ErrorKind> {
    by_code(text).or_else(|| by_text(text))
}

pub(super) fn by_code(code: &str) -> Option<ErrorKind> {
    Some(match code {
        "token_invalidated"
        | "token_expired"
        | "unauthorized"
        | "missing_credential"
        | "invalid_grant"
        | "invalid_client"
        | "invalid_api_key"
        | "authentication_error" => ErrorKind::Authentication,
        "cf_shield_429" => ErrorKind::Blocked,
        "sentinel_block" => ErrorKind::Sentinel,
        "heavy_load" => ErrorKind::Overloaded,
        "too_many_concurrent_tasks" => ErrorKind::TooManyJobs,
        "rate_limit_exhausted"
        | "insufficient_credits"
        | "insufficient_quota"
        | "insufficient_user_quota"
        | "quota_exceeded" => ErrorKind::QuotaExhausted,
        "rate_limit_exceeded" | "too_many_requests" => ErrorKind::RateLimited,
        "unsupported_country_code" => ErrorKind::Region,
        "phone_number_required" | "sora_username_not_yet_created" => ErrorKind::AccountSetup,
        "content_policy_violation"
        | "safety_filter_triggered"
        | "sora_content_violation"
        | "moderation_blocked"
        | "image_review_failed"
        | "prompt_review_failed"
        | "result_review_failed" => ErrorKind::ContentPolicy,
        "generation_failed" | "sora_error" => ErrorKind::GenerationFailed,
        "timeout" => ErrorKind::Timeout,
        "task_not_completed" | "video_not_ready" => ErrorKind::NotReady,
        "task_not_found" | "task_not_exist" | "content_not_found" | "not_found" => {
            ErrorKind::NotFound
        }
        "permission_denied" | "forbidden" => ErrorKind::Permission,
        "internal_error" => ErrorKind::Server,
        _ => return None,
    })
}

pub(super) fn by_text(text: &str) -> Option<ErrorKind> {
    const SIGNS: &[(&str, ErrorKind)] = &[
        ("heavy_load", ErrorKind::Overloaded),
        ("under heavy load", ErrorKind::Overloaded),
        ("hmmm something didn't look right", ErrorKind::Sentinel),
        ("token_invalidated", ErrorKind::Authentication),
        ("token_expired", ErrorKind::Authentication),
        ("a user is required", ErrorKind::Authentication),
        ("missing bearer authentication", ErrorKind::Authentication),
        ("not authenticated", ErrorKind::Authentication),
        ("invalid api key", ErrorKind::Authentication),
        ("invalid or expired token", ErrorKind::Authentication),
        ("unsupported_country", ErrorKind::Region),
        ("cf_shield_429", ErrorKind::Blocked),
        ("just a moment", ErrorKind::Blocked),
        ("task is not completed", ErrorKind::NotReady),
        ("task not completed", ErrorKind::NotReady),
        ("generation is still in-progress", ErrorKind::NotReady),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| text.contains(sign))
        .map(|(_, kind)| *kind)
}

fn by_status(status: u16) -> ErrorKind {
    match status {
        401 => ErrorKind::Authentication,
        402 => ErrorKind::QuotaExhausted,
        403 => ErrorKind::Permission,
        404 | 410 => ErrorKind::NotFound,
        405 | 501 => ErrorKind::Unsupported,
        408 | 504 => ErrorKind::Timeout,
        409 => ErrorKind::Conflict,
        429 => ErrorKind::RateLimited,
        503 => ErrorKind::Overloaded,
        400..=499 => ErrorKind::BadRequest,
        500..=599 => ErrorKind::Server,
        _ => ErrorKind::UnexpectedResponse,
    }
}
