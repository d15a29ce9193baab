//! The share of the work that a state's word states: `50%`, `1/2`, `1 of 2`.

/// A share, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Share {
    /// Of the job's progress: `50%`.
    Progress(f64),
    /// Of several parts: `1/2`.
    Parts(f64),
}

/// Returns the word without the shares in it, and the first of them.
pub(super) fn split(word: &str) -> (String, Option<Share>) {
    let mut rest = String::with_capacity(word.len());
    let mut found = None;
    let mut at = 0;
    let mut inside = false;
    while let Some(c) = word[at..].chars().next() {
        if c.is_ascii_digit() && !inside {
            let (number, length) = number(&word[at..]);
            let after = &word[at + length..];
            if let Some((share, further)) = share(number, after) {
                found = found.or(Some(share));
                rest.push(' ');
                at += length + further;
                continue;
            }
        }
        inside = c.is_ascii_digit();
        rest.push(c);
        at += c.len_utf8();
    }
    (rest, found)
}

/// The number at the start of a text, and its length.
fn number(text: &str) -> (f64, usize) {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let length = text.find(|c| !digits(c)).unwrap_or(text.len());
    let shown = text[..length].trim_end_matches('.');
    (shown.parse().unwrap_or_default(), shown.len())
}

/// The share that a number begins, and the length of what follows the number in it.
fn share(number: f64, after: &str) -> Option<(Share, usize)> {
    let bare = after.trim_start_matches([' ', '_']);
    let skipped = after.len() - bare.len();
    for sign in ["%", "％", "percent", "pct", "PERCENT"] {
        if bare.starts_with(sign) {
            return Some((Share::Progress(number / 100.0), skipped + sign.len()));
        }
    }
    for sign in ["/", "of ", "of_", "out of ", "out_of_", "OF_"] {
        let Some(whole) = bare.strip_prefix(sign) else {
            continue;
        };
        let whole = whole.trim_start();
        if whole.starts_with(|c: char| c.is_ascii_digit()) {
            let (of, length) = self::number(whole);
            let end = after.len() - whole.len() + length;
            let part = if of > 0.0 { number / of } else { 0.0 };
            return Some((Share::Parts(part), end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_taken_out_of_a_word() {
        use Share::{Parts, Progress};
        for (word, rest, share) in [
            ("50% complete", "  complete", Some(Progress(0.5))),
            ("已完成 50％", "已完成  ", Some(Progress(0.5))),
            ("99.5 percent done", "  done", Some(Progress(0.995))),
            ("0/1 succeeded", "  succeeded", Some(Parts(0.0))),
            ("1 out of 2 done", "  done", Some(Parts(0.5))),
            ("完成1/2", "完成 ", Some(Parts(0.5))),
            ("32s", "32s", None),
            ("1.", "1.", None),
        ] {
            assert_eq!(split(word), (rest.to_owned(), share), "{word}");
        }
    }
}
