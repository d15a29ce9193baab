//! A code that a server writes into the text: `InvalidApiKey: …`, `[1026] …`,
//! `… (code: 1301)`.

use super::meaning::{normal, of_broad_code, of_code};

/// The longest text that is considered as a code.
const LONGEST: usize = 64;

/// The code in a text, before its words or named in them.
pub(super) fn code_in(text: &str) -> Option<&str> {
    split(text).map(|(code, _)| code).or_else(|| named(text))
}

/// The text without the code before its words.
pub(super) fn words_after(text: &str) -> &str {
    split(text).map_or(text, |(_, words)| words)
}

/// The code before the words, and the words.
fn split(text: &str) -> Option<(&str, &str)> {
    let bare = text.trim_start_matches([' ', '[', '(', '【', '（', '<', '"', '\'', '`']);
    let code = bare.split(|c: char| !is_in_code(c)).next()?;
    let after = &bare[code.len()..];
    let words = after.trim_start_matches([' ', ']', ')', '】', '）', '>', '"', '\'', '`']);
    let bracketed = bare.len() < text.len() && words.len() < after.len();
    let parted = words.trim_start_matches([':', '：', '-', '—', '|', ',', '，', '=']);
    let told = parted.len() < words.len() || bracketed;
    let words = parted.trim_start();
    let code = code.trim_end_matches(['.', '-', ':']);
    (told && !words.is_empty() && is_code(code)).then_some((code, words))
}

/// Words that announce a code in a text.
const NAMES: &[&str] = &["code", "错误码", "错误代码", "状态码", "錯誤碼"];

/// A code of the tables that the text announces: `error code: 1026`.
fn named(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    NAMES.iter().find_map(|name| {
        let mut found = lower.match_indices(name);
        found.find_map(|(at, name)| {
            let after = &text[at + name.len()..];
            let value = after.trim_start_matches([' ', ':', '：', '=', '"', '\'', '[', '(']);
            let code = value.split(|c: char| !is_in_code(c)).next()?;
            let code = code.trim_end_matches(['.', '-']);
            (value.len() < after.len() && is_known(code)).then_some(code)
        })
    })
}

fn is_in_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')
}

/// True if a word has the form of a code: one that the tables know, or one that no sentence
/// begins with. A status does not count: its meaning is decided elsewhere.
fn is_code(word: &str) -> bool {
    if word.len() < 3 || word.len() > LONGEST {
        return false;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return (4..=8).contains(&word.len());
    }
    let inner = word.as_bytes().windows(2).any(|pair| {
        pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()
            || matches!(pair[0], b'_' | b'.') && pair[1].is_ascii_alphabetic()
    });
    // The names of classes say less than the words after them.
    let class = word.ends_with("Error") || word.ends_with("Exception");
    is_known(word) || (inner && !class)
}

fn is_known(code: &str) -> bool {
    let code = normal(code);
    of_code(&code).or_else(|| of_broad_code(&code)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_in_a_text_is_told_from_its_words() {
        for (text, code, words) in [
            ("InvalidApiKey: no", Some("InvalidApiKey"), "no"),
            (
                "Throttling.RateQuota：slow",
                Some("Throttling.RateQuota"),
                "slow",
            ),
            ("1026: new", Some("1026"), "new"),
            ("[1301] risk", Some("1301"), "risk"),
            ("(content_filter) x", Some("content_filter"), "x"),
            ("Arrearage - pay", Some("Arrearage"), "pay"),
            (
                "it failed (code: 1301)",
                Some("1301"),
                "it failed (code: 1301)",
            ),
            (
                "生成失败，错误码：1026",
                Some("1026"),
                "生成失败，错误码：1026",
            ),
            ("400: Invalid model", None, "400: Invalid model"),
            ("Error: x", None, "Error: x"),
            ("Note: x", None, "Note: x"),
            ("In the end: x", None, "In the end: x"),
            ("code: 400", None, "code: 400"),
            ("", None, ""),
        ] {
            assert_eq!(code_in(text), code, "{text}");
            assert_eq!(words_after(text), words, "{text}");
        }
    }
}
