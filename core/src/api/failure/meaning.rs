//! The meanings of servers' codes and words. To teach sorakit another one, add a line to
//! `codes` or `words`: it then means the same through every channel (an HTTP error, a
//! failed job, an event of a stream, the text of a chat, a refusal with status 200).

use super::broad::{BROAD_WORDS, FIELDS};
use super::codes::{BROAD_CODES, CODES};
use super::words::WORDS;
use crate::model::ErrorKind;
use crate::model::ErrorKind::{
    Authentication, BadRequest, Configuration, Conflict, NotFound, Overloaded, Permission,
    QuotaExhausted, RateLimited, Region, Server, Timeout,
};
use crate::model::text::simplified;

/// The meaning of an answer, and its source.
pub(super) struct Meaning {
    pub(super) kind: Option<ErrorKind>,
    /// Set when the answer's own code or words say it, rather than what it quotes.
    pub(super) own: bool,
    /// Set when a code or words say it that are clear by themselves, rather than a status.
    pub(super) is_told: bool,
}

/// The meaning of a code that is clear by itself.
pub(super) fn of_code(code: &str) -> Option<ErrorKind> {
    find(CODES, |known| known == code)
}

/// The meaning of a code that says little.
pub(super) fn of_broad_code(code: &str) -> Option<ErrorKind> {
    find(BROAD_CODES, |known| known == code)
}

/// The meaning of a text in lower case.
pub(super) fn of_words(text: &str) -> Option<ErrorKind> {
    let text = &plain(text);
    let kind = find(WORDS, |phrase| holds(text, phrase))?;
    // The name of a field may be any word: "unknown parameter: moderation".
    let named = matches!(kind, ErrorKind::ContentPolicy | Region | RateLimited)
        && (FIELDS.iter().any(|phrase| holds(text, phrase)) || names_a_field(text));
    (!named).then_some(kind)
}

/// A text in the spelling of the tables.
fn plain(text: &str) -> String {
    let text = simplified(text);
    let keys = ["apikey", "api_key", "api-key"].iter();
    keys.fold(text.into_owned(), |text, key| text.replace(key, "api key"))
}

/// Whether a text speaks of a parameter by its name: `参数 … 无效`.
fn names_a_field(text: &str) -> bool {
    let Some((_, after)) = text.split_once("参数") else {
        return false;
    };
    let ends = ["无效", "不支持", "未知"];
    let end = ends.iter().filter_map(|word| after.find(word)).min();
    let name = end.map(|end| after[..end].trim()).unwrap_or_default();
    !name.is_empty() && !name.contains([':', '：', ',', '，', '。'])
}

/// The meaning of a text in lower case that says little.
pub(super) fn of_broad_words(text: &str) -> Option<ErrorKind> {
    let text = &plain(text);
    find(BROAD_WORDS, |phrase| holds(text, phrase))
}

/// The meaning of a status.
pub(super) fn of_status(status: u16) -> Option<ErrorKind> {
    Some(match status {
        401 => Authentication,
        402 => QuotaExhausted,
        403 => Permission,
        404 | 410 => NotFound,
        405 | 501 => ErrorKind::Unsupported,
        407 => Configuration,
        // 499: a gateway in front gave the request up while the server went on.
        408 | 499 | 504 => Timeout,
        409 => Conflict,
        429 => RateLimited,
        451 => Region,
        503 | 529 => Overloaded,
        400..=499 => BadRequest,
        500..=599 => Server,
        _ => return None,
    })
}

/// A code in the form of the tables: `SensitiveWords-Detected` becomes
/// `sensitive_words_detected`.
pub(super) fn normal(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    let mut after_small = false;
    for c in code.trim().chars().take(100) {
        if c.is_ascii_uppercase() && after_small {
            out.push('_');
        }
        after_small = c.is_ascii_lowercase() || c.is_ascii_digit();
        match c.is_alphanumeric() {
            true => out.extend(c.to_lowercase()),
            false if out.ends_with('_') || out.is_empty() => {}
            false => out.push('_'),
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    out
}

fn find(table: &[(ErrorKind, &[&str])], matches: impl Fn(&str) -> bool) -> Option<ErrorKind> {
    let mut lines = table.iter();
    let line = lines.find(|(_, signs)| signs.iter().any(|sign| matches(sign)));
    line.map(|(kind, _)| *kind)
}

fn holds(text: &str, phrase: &str) -> bool {
    phrase.split(" & ").all(|part| text.contains(part))
}

/// Every line of the tables that decides a kind: a code or a phrase, and its meaning.
#[cfg(test)]
pub(super) fn lines() -> impl Iterator<Item = (bool, &'static str, ErrorKind)> {
    let lines = |code, table: &'static [(ErrorKind, &'static [&'static str])]| {
        table
            .iter()
            .flat_map(move |(kind, signs)| signs.iter().map(move |sign| (code, *sign, *kind)))
    };
    lines(true, CODES).chain(lines(false, WORDS))
}
