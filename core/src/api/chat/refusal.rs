//! Refusals that gateways write as the text of an answer (wire.md §1.3).

use serde_json::Value;

use crate::api::{ended, refusal_in};
use crate::error::Error;

/// What a line of a refusal may begin with.
const SIGNS: &[char] = &[
    '❌', '⛔', '🚫', '✖', '✗', '✘', '🔴', '⚠', '❗', '‼', '😢', '😭', '>',
];

/// Signs that stand for a failure by themselves at the start of an answer.
const FAILED: &[char] = &['❌', '⛔', '🚫', '✖', '✗', '✘'];

/// What a line of a refusal says at its end before the colon.
const ENDS: &[&str] = &[
    "失败",
    "失敗",
    "错误",
    "錯誤",
    "出错",
    "异常",
    "被拒绝",
    "failed",
    "failure",
    "error",
    "rejected",
];

/// What such a line speaks of, when no sign stands before it.
const BEGINS: &[&str] = &[
    "error",
    "failed",
    "failure",
    "generation",
    "video",
    "image",
    "task",
    "job",
    "request",
    "creation",
    "upload",
    "sora",
    "api",
    "错误",
    "失败",
    "生成",
    "任务",
    "视频",
    "图片",
    "创建",
    "请求",
    "上传",
    "角色",
    "发生",
];

/// The error in a text that is a refusal, such as `❌ 生成失败: reason`, `> failed`,
/// or JSON that states an error. It has the kind that its reason means, else
/// `generation_failed`. `None` for any other text.
pub fn refused(text: &str) -> Option<Error> {
    let whole = text.trim();
    if let Some(error) = in_json(whole) {
        return Some(error);
    }
    if whole.starts_with(FAILED) {
        return Some(ended(None, reason(whole)));
    }
    let mut rest = whole;
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        if is_refusal(line) {
            return Some(ended(None, reason(rest)));
        }
        rest = rest[line.len()..].trim_start();
    }
    None
}

/// `{"error": …}` and its like as the text, also in a block of code.
fn in_json(text: &str) -> Option<Error> {
    let text = match text.strip_prefix("```") {
        Some(block) => block
            .trim_start_matches("json")
            .trim_end_matches('`')
            .trim(),
        None => text,
    };
    let value: Value = serde_json::from_str(text).ok().filter(Value::is_object)?;
    refusal_in(&value)
}

/// Whether a line says that something failed, before a colon or as the whole.
fn is_refusal(line: &str) -> bool {
    let (line, signed) = undecorated(line);
    let head = match line.split_once([':', '：', ']', '】']) {
        Some((head, _)) => head,
        None => line,
    };
    if head.chars().count() > 40 {
        return false;
    }
    let head = head
        .trim()
        .trim_end_matches(['*', '_', '.', '!', '！', '。'])
        .to_lowercase();
    let head = ["sorry, ", "the ", "your ", "很抱歉，", "抱歉，"]
        .iter()
        .fold(head.as_str(), |head, word| {
            head.strip_prefix(word).unwrap_or(head)
        });
    // It goes on by itself.
    let goes_on = ["正在重试", "自动重试", "retrying"]
        .iter()
        .any(|word| line.contains(word));
    let about = signed || BEGINS.iter().any(|word| head.starts_with(word));
    let fails = ENDS.iter().any(|word| head.ends_with(word))
        || ["failed to", "error ", "失败，", "生成失败", "任务失败"]
            .iter()
            .any(|word| head.starts_with(word));
    fails && about && !goes_on
}

/// A line without signs and Markdown before its words, and whether there was a sign.
fn undecorated(line: &str) -> (&str, bool) {
    let mark = |c: char| c.is_whitespace() || "*#_`~-[【\u{fe0f}\u{200d}".contains(c);
    let bare = line.trim_start_matches(|c| mark(c) || SIGNS.contains(&c));
    let signs = &line[..line.len() - bare.len()];
    (bare, signs.contains(SIGNS) || signs.contains("**"))
}

/// What stands after the sign and the words for "generation failed".
fn reason(text: &str) -> &str {
    let (text, _) = undecorated(text);
    let line = text.lines().next().unwrap_or_default();
    let rest = match line.find([':', '：']) {
        Some(at) => text[at..].trim_start_matches([':', '：']),
        None => text,
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || c == '*');
    if rest.is_empty() { text.trim() } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

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
            (
                "⚠️ 生成失败：内容违规",
                ErrorKind::ContentPolicy,
                "内容违规",
            ),
            (
                "任务失败：用户额度不足",
                ErrorKind::QuotaExhausted,
                "用户额度不足",
            ),
            (
                "排队中…\n> 进度 10%\n\n> failed",
                ErrorKind::GenerationFailed,
                "failed",
            ),
            (
                "working\n**Error**: token_expired",
                ErrorKind::Authentication,
                "token_expired",
            ),
            (
                "The video generation failed.",
                ErrorKind::GenerationFailed,
                "The video generation failed.",
            ),
            (
                "Failed to create the video: timeout",
                ErrorKind::GenerationFailed,
                "timeout",
            ),
            (
                "[ERROR] 无可用渠道",
                ErrorKind::Overloaded,
                "ERROR] 无可用渠道",
            ),
            (
                r#"{"code":-1,"msg":"余额不足"}"#,
                ErrorKind::QuotaExhausted,
                "余额不足",
            ),
            (
                "```json\n{\"error\":{\"message\":\"m\"}}\n```",
                ErrorKind::GenerationFailed,
                "m",
            ),
        ] {
            let error = refused(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(error.kind(), kind, "{text}");
            assert_eq!(error.message(), message);
        }
        for text in [
            "",
            "a cat",
            "{\"type\":\"video\",\"url\":\"u\"}",
            "No error: fine",
            "In the film, the mission failed",
            "生成失败，正在重试（第 1 次）",
            "video: https://a/failed.mp4",
        ] {
            assert!(refused(text).is_none(), "{text}");
        }
    }
}
