//! Refusals that gateways write as the text of an answer (docs/wire/sora2api.md §12.2).

use serde_json::Value;

use super::media::ChatMedia;
use super::phrases::{
    BEGINS, ENDS, FAILED, GOES_ON, OFFERS, POLITE, RULES, SIGNS, SORRY, STATES, UNABLE, VERBS,
    VIOLATES, WARNING, WHY,
};
use super::result::ChatResult;
use crate::api::{ended, is_worded_refusal, refusal_in};
use crate::model::{Error, JobKind, JobStatus};

/// The number of places in a text at which JSON is tried.
const TRIED: usize = 4;

/// The error in a text that is a refusal, such as `❌ 生成失败: reason`, `> failed`, or JSON
/// that states an error. Its kind is the one that its reason means, else
/// `generation_failed`. `None` for any other text.
pub fn refused(text: &str) -> Option<Error> {
    let mut rest = text.trim();
    let mut tried = 0;
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        if line.starts_with(['{', '`', '[']) && tried < TRIED {
            tried += 1;
            if let Some(error) = in_json(rest) {
                return Some(error);
            }
        }
        if is_refusal(line) {
            return Some(ended(None, &reason(rest)));
        }
        rest = rest[line.len()..].trim_start();
    }
    None
}

/// True if a text links to nothing but what its refusal speaks of: the picture in it, the file
/// that was given, a page of help.
pub(super) fn stands_in_refusal(text: &str, result: &ChatResult) -> bool {
    let refusals = text.lines().filter(|line| is_refusal(line));
    let refusals: Vec<&str> = refusals.filter(|line| !offers(line)).collect();
    let spoken_of: Vec<ChatMedia> = refusals
        .iter()
        .flat_map(|line| ChatResult::read(line).media)
        .collect();
    result.character.is_none()
        && !refusals.is_empty()
        && result.media.iter().all(|media| {
            spoken_of.iter().any(|one| one.url == media.url)
                || (media.kind == JobKind::Image && is_preview(text, &media.url))
        })
}

/// True if a line tells of a failure beside the result that it links to.
fn offers(line: &str) -> bool {
    let lower = line.to_lowercase();
    OFFERS.iter().any(|word| lower.contains(word))
}

/// True if a text links to an image as a preview: `![preview](…)`.
fn is_preview(text: &str, url: &str) -> bool {
    let names = [
        "preview",
        "thumbnail",
        "cover",
        "poster",
        "预览",
        "封面",
        "缩略图",
    ];
    let label = text.find(url).and_then(|at| {
        let before = text[..at].strip_suffix("](")?;
        before.rsplit_once('[')
    });
    label.is_some_and(|(_, label)| {
        let label = label.to_lowercase();
        label.len() < 64 && names.iter().any(|name| label.contains(name))
    })
}

/// Reads `{"error": …}` and the like at the start of a text, also in a code block.
fn in_json(text: &str) -> Option<Error> {
    let text = match text.strip_prefix("```") {
        Some(block) => block.trim_start_matches("json").trim_start(),
        None => text,
    };
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let value = values.next()?.ok().filter(Value::is_object)?;
    refusal_in(&value)
}

/// True if a line says that something failed, before a pause or as a whole.
fn is_refusal(line: &str) -> bool {
    let (words, signs) = undecorated(line);
    // Full-width and half-width forms alike.
    let lower = words.to_lowercase();
    if GOES_ON.iter().any(|word| lower.contains(word)) {
        return false;
    }
    if line.trim_start().to_lowercase().starts_with("<error") {
        return true;
    }
    let bare = signs.trim_start_matches(['>', ' ', '*', '#', '-', '_', '`']);
    if bare.starts_with(FAILED) || bare.starts_with(WARNING) {
        return !words.is_empty();
    }
    let about_it = !signs.is_empty();
    let clauses = || lower.split(PAUSES).flat_map(|clause| clause.split(". "));
    let first = clauses().next().unwrap_or_default();
    let is_long = first.chars().count() > 60;
    let mut pieces = clauses().map(str::trim);
    // "Sorry, your request was blocked: …": polite words do not count.
    let clause = pieces
        .by_ref()
        .take(4)
        .map(|piece| impolite(trimmed(piece)))
        .find(|piece| !piece.is_empty())
        .unwrap_or_default();
    let value = pieces.find(|piece| !piece.is_empty()).unwrap_or_default();
    if breaks_rules(&lower) || (is_apology(&lower) || is_unable(clause)) && is_worded_refusal(words)
    {
        return true;
    }
    if is_long {
        return false;
    }
    says_it_ended(clause, value)
        || is_unable(clause)
        || is_status(clause)
        || fails(clause, about_it)
        // In Chinese the words go on after a space.
        || clause
            .split_whitespace()
            .next()
            .is_some_and(|word| !word.is_ascii() && fails(trimmed(word), about_it))
}

/// True if a line begins with an apology.
fn is_apology(line: &str) -> bool {
    SORRY.iter().any(|sorry| line.starts_with(sorry))
}

/// True if a short line says that the request or its result breaks a rule.
fn breaks_rules(line: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    let begins = |word: &&str| impolite(line).starts_with(word);
    line.chars().count() <= 160 && BEGINS.iter().any(begins) && has(VIOLATES) && has(RULES)
}

/// Characters that end a clause.
const PAUSES: &[char] = &[
    '<', ':', '：', '，', ',', '。', ';', '；', '!', '！', ']', '】', '?', '？', '|', '\u{2014}',
];

fn trimmed(piece: &str) -> &str {
    piece
        .trim_matches(|c: char| c.is_whitespace() || "*_`.~[【".contains(c))
        .trim_end_matches('了')
}

/// Strips a clause of its polite words.
fn impolite(mut clause: &str) -> &str {
    for _ in 0..4 {
        let before = clause;
        for word in POLITE {
            if let Some(rest) = clause.strip_prefix(word)
                && (!word.is_ascii() || rest.is_empty() || rest.starts_with(' '))
            {
                clause = rest.trim_start();
            }
        }
        if clause == before {
            break;
        }
    }
    clause
}

fn fails(clause: &str, about_it: bool) -> bool {
    if clause.chars().count() > 48 {
        return false;
    }
    let about = about_it || BEGINS.iter().any(|word| clause.starts_with(word));
    let starts = ["error ", "生成失败", "任务失败", "生成失敗", "任務失敗"];
    about
        && (ENDS.iter().any(|word| clause.ends_with(word))
            || starts
                .iter()
                .any(|word| clause.starts_with(word) && !clause.contains("次数")))
}

/// `status: failed`.
fn says_it_ended(key: &str, value: &str) -> bool {
    let word = trimmed(value).split_whitespace().next().unwrap_or_default();
    let ended = JobStatus::from_word(word.trim_matches(['*', '`', '"', '\'']));
    STATES.contains(&key) && matches!(ended, Some(JobStatus::Failed | JobStatus::Cancelled))
}

/// `unable to generate the video`, `无法生成视频`.
fn is_unable(clause: &str) -> bool {
    let english = UNABLE.iter().any(|unable| {
        let verb = clause
            .strip_prefix(unable)
            .map(str::trim_start)
            .unwrap_or_default();
        VERBS.iter().any(|known| {
            verb.strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.']))
        })
    });
    let subject = clause
        .find("无法")
        .or_else(|| clause.find("無法"))
        .or_else(|| clause.find("未能"));
    let chinese = subject.is_some_and(|at| {
        let about = at == 0 || BEGINS.iter().any(|word| clause.starts_with(word));
        let verbs = [
            "生成", "处理", "處理", "创建", "創建", "完成", "提供", "制作", "提交", "获取",
        ];
        about && verbs.iter().any(|verb| clause[at..].contains(verb))
    });
    english || chinese
}

/// `HTTP 400`, `error code 500`.
fn is_status(clause: &str) -> bool {
    let mut words = clause.split_whitespace();
    let Some(status) = words.next_back().and_then(|word| word.parse::<u16>().ok()) else {
        return false;
    };
    let mut named = words.peekable();
    let known = [
        "http",
        "error",
        "code",
        "status",
        "错误码",
        "状态码",
        "错误",
    ];
    (400..600).contains(&status)
        && named.peek().is_some()
        && named.all(|word| known.contains(&word))
}

/// Strips a line of the signs and Markdown before its words, and returns the signs that
/// mark a notice.
fn undecorated(line: &str) -> (&str, &str) {
    let mark = |c: char| c.is_whitespace() || "*#_`~-[【\u{fe0f}\u{200d}".contains(c);
    let bare = line.trim_start_matches(|c| mark(c) || SIGNS.contains(&c));
    let signs = &line[..line.len() - bare.len()];
    let told = signs.contains(SIGNS) || signs.contains("**");
    (bare, if told { signs } else { "" })
}

/// The text after the sign and the words for "generation failed".
fn reason(text: &str) -> String {
    let (text, _) = undecorated(text);
    let text = match text.get(..6) {
        Some(tag) if tag.eq_ignore_ascii_case("<error") => {
            let inside = text.split_once('>').map_or(text, |(_, inside)| inside);
            inside.split("</").next().unwrap_or(inside)
        }
        _ => text,
    };
    let line = text.lines().next().unwrap_or_default();
    // Not an address's colon.
    let mut colons = line.match_indices([':', '：']);
    let colon = colons.find(|(at, _)| !line[*at..].starts_with("://"));
    let rest = match colon {
        Some((at, _)) => text[at..].trim_start_matches([':', '：']),
        None => text,
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || c == '*');
    if rest.is_empty() {
        return text.trim().to_owned();
    }
    // A state says little; the lines after it give the reason.
    let (first, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let says_little = JobStatus::from_word(trimmed(first)).is_some();
    let why = after.lines().find_map(|line| {
        let (line, _) = undecorated(line);
        let (key, why) = line.split_once([':', '：'])?;
        let known = WHY.contains(&trimmed(&key.to_lowercase()));
        (known && !why.trim().is_empty()).then(|| why.trim().to_owned())
    });
    match (says_little, why) {
        (true, Some(why)) => why,
        _ => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ErrorKind;

    #[test]
    fn refusals_are_told_from_answers() {
        for (text, kind, message) in [
            (
                "很抱歉，您的提示词违反了内容政策",
                ErrorKind::ContentPolicy,
                "很抱歉，您的提示词违反了内容政策",
            ),
            (
                "I cannot create this video because it may violate our policies.",
                ErrorKind::ContentPolicy,
                "I cannot create this video because it may violate our policies.",
            ),
            (
                "Your prompt violates our content policy.",
                ErrorKind::ContentPolicy,
                "Your prompt violates our content policy.",
            ),
            (
                "Generation failed. The engine gave up.",
                ErrorKind::GenerationFailed,
                "Generation failed. The engine gave up.",
            ),
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
            assert_eq!(error.reason(), message);
        }
        for text in [
            "❌ whales",
            "⚠️ whales",
            "> 进度 10%\n🚫 内容违规 whales",
            "视频生成失败，原因：whales",
            "视频生成失败了 whales",
            "> **失败** whales",
            "失败原因：whales",
            "> 任务状态: failed\n> reason: whales",
            "> Status: failed whales",
            "- 状态：失败\n- 原因：whales",
            "任务超时 whales",
            "生成超时，请重试 whales",
            "上游返回错误: whales",
            "服务器错误：whales",
            "An error occurred: whales",
            "HTTP 400: whales",
            "提示词违规，whales",
            "审核不通过：whales",
            "> 内容审核中\n> 您的内容未通过审核，请修改 whales",
            "Sorry, your request was blocked: whales",
            "Unable to generate video: whales",
            "I'm sorry, I can't generate this: whales",
            "Could not generate the video: whales",
            "无法生成视频：whales",
            "任務失敗：whales",
            "> 10%\n{\"error\":{\"message\":\"whales\"}}",
            "> 10%\n```json\n{\"error\":{\"message\":\"whales\"}}\n```\n",
            "<error>whales</error>",
        ] {
            let error = refused(text).unwrap_or_else(|| panic!("{text}"));
            assert!(error.reason().contains("whales"), "{text}: {error}");
        }
        for text in [
            "",
            "a cat",
            "A film about how the mission failed: a tragedy",
            "Prompt: \"Error: 404\" neon sign, rain",
            "The heist fails. 失败者的故事：他失败了",
            "Story of failure: a man",
            "Your character @failed: ready",
            "错误的爱情：提示词已增强",
            "> 失败次数: 0",
            "失败重试: 0 次",
            "Unable to sleep, a man walks the streets",
            "✅ 任务完成",
            "⚠️ 注意：生成需要几分钟",
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
