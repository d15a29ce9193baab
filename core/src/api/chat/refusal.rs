//! Errors and refusals that arrive with status 200 (wire.md §1.3).

use serde_json::Value;

use crate::api::{Reply, kind_of_text, refusal};
use crate::error::{Error, ErrorKind};

/// How gateways begin the text of a refusal.
const SIGNS: &[&str] = &["❌", "生成失败", "generation failed:", "error:"];

/// What a reason says when moderation refused.
const POLICY: &[&str] = &[
    "policy",
    "policies",
    "violat",
    "guardrail",
    "moderation",
    "safety",
    "likeness",
    "违规",
    "违反",
    "审核",
    "审查",
    "敏感",
    "不合规",
];

/// The error in a text that is a refusal, such as `❌ 生成失败: reason`:
/// `content_policy` when the reason says so, else `generation_failed`. `None`
/// for any other text.
pub fn refused(text: &str) -> Option<Error> {
    let text = text.trim();
    let lower = text.to_lowercase();
    SIGNS.iter().find(|sign| lower.starts_with(**sign))?;
    let reason = reason(text);
    Some(Error::new(kind_of_reason(reason), reason))
}

/// What stands after the sign and the words for "generation failed".
fn reason(text: &str) -> &str {
    let text = text.trim_start_matches('❌').trim_start();
    let rest = match text.split_once([':', '：']) {
        Some((_, rest)) if !rest.trim().is_empty() => rest,
        _ => text,
    };
    rest.trim()
}

/// Whether a reason for a failure says that moderation refused.
pub(crate) fn is_moderation(reason: &str) -> bool {
    let lower = reason.to_lowercase();
    POLICY.iter().any(|word| lower.contains(word))
}

fn kind_of_reason(reason: &str) -> ErrorKind {
    if is_moderation(reason) {
        return ErrorKind::ContentPolicy;
    }
    kind_of_text(&reason.to_lowercase()).unwrap_or(ErrorKind::GenerationFailed)
}

/// The error that an event or an answer states: `{"error": …}` or
/// `{"success": false}`.
pub(super) fn stated_error(value: &Value) -> Option<Error> {
    let reply = Reply::new(
        http::StatusCode::OK,
        http::HeaderMap::new(),
        value.to_string(),
    );
    let stated = refusal(&reply)?;
    let kind = match stated.kind() {
        ErrorKind::BadRequest => kind_of_reason(stated.message()),
        kind => kind,
    };
    let error = Error::new(kind, stated.message());
    Some(match stated.code() {
        Some(code) => error.with_code(code),
        None => error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_told_from_answers() {
        for (text, kind, message) in [
            (
                "❌ 生成失败: 服务器开小差",
                ErrorKind::GenerationFailed,
                "服务器开小差",
            ),
            (
                "❌ 生成失败：This content may violate our guardrails",
                ErrorKind::ContentPolicy,
                "This content may violate our guardrails",
            ),
            (
                "❌ Generation failed: heavy_load",
                ErrorKind::Overloaded,
                "heavy_load",
            ),
            ("❌ 生成失败", ErrorKind::GenerationFailed, "生成失败"),
            ("Error: no tokens", ErrorKind::GenerationFailed, "no tokens"),
        ] {
            let error = refused(text).unwrap();
            assert_eq!(error.kind(), kind, "{text}");
            assert_eq!(error.message(), message);
        }
        for text in [
            "",
            "a cat",
            "{\"type\":\"video\",\"url\":\"u\"}",
            "No error: fine",
        ] {
            assert!(refused(text).is_none(), "{text}");
        }
    }
}
