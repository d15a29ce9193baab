//! The session cookie, as people copy it out of a browser.

use std::collections::BTreeMap;

use crate::model::Timestamp;

/// The cookie's name, before the number of a piece.
pub(crate) const NAME: &str = "__Secure-next-auth.session-token";

/// The longest value of one cookie; a longer one is set in pieces.
const LONGEST: usize = 3936;

/// The end of the name, by which the cookie is known under any prefix.
const SUFFIX: &str = "session-token";

/// The number of a cookie's piece, or none for a whole one, and its value.
type Cookies = BTreeMap<Option<usize>, String>;

const TWO: &str = "holds two different session tokens, an old one and a new one; give the newer \
    one alone";
const A_PIECE: &str = "is only a piece of the session token; give all its pieces, \
    `session-token.0`, `session-token.1` and so on";

/// The session token in a text that names its cookie: `name=value`, a whole `Cookie`
/// header, a row of a browser's list, or the pieces `.0`, `.1` of a cookie that was too long
/// for one. `None` if the cookie is not in it.
pub(crate) fn token(pasted: &str) -> Option<Result<String, &'static str>> {
    let decoded = percent_encoding::percent_decode_str(pasted).decode_utf8_lossy();
    let mut cookies = Cookies::new();
    for (piece, value) in named(&decoded) {
        let before = cookies.insert(piece, value.to_owned());
        if before.is_some_and(|before| before != value) {
            return Some(Err(TWO));
        }
    }
    (!cookies.is_empty()).then(|| assembled(cookies))
}

/// The cookies of a session in a text, each by its name.
fn named(text: &str) -> Vec<(Option<usize>, &str)> {
    let is_sign = |c: char| c.is_whitespace() || "\"'=:".contains(c);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(SUFFIX) {
        let (piece, after) = match after.strip_prefix('.') {
            Some(after) => {
                let digits = after.find(|c: char| !c.is_ascii_digit());
                let (digits, after) = after.split_at(digits.unwrap_or(after.len()));
                (digits.parse().ok(), after)
            }
            None => (None, after),
        };
        rest = after.trim_start_matches(is_sign);
        if rest.len() < after.len() {
            let end = rest.find(|c: char| c.is_whitespace() || "\"';,".contains(c));
            let (value, after) = rest.split_at(end.unwrap_or(rest.len()));
            found.push((piece, value));
            rest = after;
        }
    }
    found
}

/// One token of all its pieces, or of the whole cookie.
fn assembled(mut cookies: Cookies) -> Result<String, &'static str> {
    let whole = cookies.remove(&None);
    let has_all = cookies.len() > 1 && cookies.keys().flatten().copied().eq(0..cookies.len());
    let joined: String = cookies.into_values().collect();
    let token = match whole {
        Some(whole) if joined.is_empty() || joined == whole => whole,
        Some(_) => return Err(TWO),
        None if has_all => joined,
        None => return Err(A_PIECE),
    };
    match is_cut(&token) {
        true => Err(A_PIECE),
        false => Ok(token),
    }
}

/// True if a session token is encrypted and not whole: it has five parts between dots, of
/// which the last is never empty. A signed one has three.
pub(crate) fn is_cut(token: &str) -> bool {
    let parts = token.split('.').count();
    token.starts_with("eyJ") && (!matches!(parts, 3 | 5) || token.ends_with('.'))
}

/// The `Cookie` header of a session token.
pub(crate) fn header(token: &str) -> String {
    if token.len() <= LONGEST {
        return format!("{NAME}={token}");
    }
    let pieces = token.as_bytes().chunks(LONGEST).enumerate();
    let pieces = pieces.map(|(number, piece)| {
        let piece = String::from_utf8_lossy(piece);
        format!("{NAME}.{number}={piece}")
    });
    pieces.collect::<Vec<_>>().join("; ")
}

/// The session token that an answer sets in place of the one sent. One that is taken back,
/// or of which only a piece is set, replaces nothing.
pub(crate) fn rotated(headers: &http::HeaderMap) -> Option<String> {
    let read = |value: &http::HeaderValue| Timestamp::read(&value.to_str().ok()?.into());
    // No session of Sora's is older than this, and no answer.
    let now = headers.get("date").and_then(read);
    let now = now.unwrap_or(Timestamp::from_secs(1_700_000_000));
    let mut set = Cookies::new();
    for cookie in headers.get_all("set-cookie") {
        let Some((pair, attributes)) = cookie.to_str().ok().map(|cookie| {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            (pair.trim(), attributes)
        }) else {
            continue;
        };
        let found = named(pair);
        let Some((piece, value)) = found.first().filter(|_| pair.starts_with(NAME)) else {
            continue;
        };
        // A later one replaces an earlier one of the same name.
        match value.is_empty() || is_taken_back(value, attributes, now) {
            true => drop(set.remove(piece)),
            false => drop(set.insert(*piece, (*value).to_owned())),
        }
    }
    assembled(set).ok()
}

/// True if a cookie is set only to be deleted.
fn is_taken_back(value: &str, attributes: &str, now: Timestamp) -> bool {
    let ended = attributes.split(';').any(|attribute| {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "max-age" => value.parse::<i64>().is_ok_and(|seconds| seconds <= 0),
            // Older servers write `01-Jan-1970`.
            "expires" => [value.to_owned(), value.replace('-', " ")]
                .into_iter()
                .find_map(|value| Timestamp::read(&value.into()))
                .is_some_and(|time| time <= now),
            _ => false,
        }
    });
    ended || value.eq_ignore_ascii_case("deleted")
}

#[cfg(test)]
mod tests {
    use super::*;

    const JWE: &str = "eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVydGV4dA.dGFn";

    #[test]
    fn every_way_of_pasting_is_read() {
        let name = NAME;
        let (one, two) = JWE.split_at(30);
        for pasted in [
            format!("{name}={JWE}"),
            format!("{name}=\"{JWE}\""),
            format!("{name}:\"{JWE}\""),
            format!("{name}%3D{JWE}"),
            format!("{name}\t{JWE}\tchatgpt.com\t/"),
            format!("Cookie: oai-did=x; {name}={JWE}; other=1"),
            format!("{name}.1={two}; {name}.0={one}"),
            format!("{name}.0={one}\n{name}.1={two}\n"),
            format!("{name}={JWE}; {name}.0={one}; {name}.1={two}"),
        ] {
            assert_eq!(token(&pasted), Some(Ok(JWE.to_owned())), "{pasted}");
        }
        assert_eq!(token(JWE), None);
    }

    #[test]
    fn a_piece_and_two_tokens_are_refused() {
        let name = NAME;
        let (one, two) = JWE.split_at(30);
        for (pasted, why) in [
            (format!("{name}.1={two}"), A_PIECE),
            (format!("{name}.0={one}"), A_PIECE),
            (format!("{name}.0={one}; {name}.2={two}"), A_PIECE),
            (
                format!("{name}.0={}; {name}.1={}", &one[..9], &one[9..]),
                A_PIECE,
            ),
            (format!("{name}={one}"), A_PIECE),
            (format!("{name}=old; {name}.0={one}; {name}.1={two}"), TWO),
            (format!("{name}={JWE}; {name}.0={one}"), TWO),
            (format!("{name}=old; {name}={JWE}"), TWO),
        ] {
            assert_eq!(token(&pasted), Some(Err(why)), "{pasted}");
        }
    }

    #[test]
    fn a_long_one_is_sent_in_pieces() {
        assert_eq!(header("short"), format!("{NAME}=short"));
        let long = "x".repeat(LONGEST + 10);
        let sent = header(&long);
        assert!(sent.contains("session-token.0=") && sent.contains("session-token.1="));
        assert_eq!(token(&sent), Some(Ok(long)));
    }

    #[test]
    fn what_an_answer_sets_is_read() {
        let mut headers = http::HeaderMap::new();
        assert_eq!(rotated(&headers), None);
        for cookie in [
            "other=1; Path=/".to_owned(),
            format!("{NAME}.1=two; Path=/; Secure"),
            format!("{NAME}.0=one; Path=/"),
            format!("{NAME}.2=; Max-Age=0"),
        ] {
            headers.append("set-cookie", cookie.parse().unwrap());
        }
        assert_eq!(rotated(&headers).as_deref(), Some("onetwo"));
    }

    #[test]
    fn what_is_taken_back_or_set_in_half_replaces_nothing() {
        let rotated = |cookies: &[String]| {
            let mut headers = http::HeaderMap::new();
            headers.append("date", "Tue, 15 Jul 2025 10:00:00 GMT".parse().unwrap());
            for cookie in cookies {
                headers.append("set-cookie", cookie.parse().unwrap());
            }
            rotated(&headers)
        };
        let (one, two) = JWE.split_at(30);
        for gone in [
            "=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/",
            "=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT",
            "=x; Expires=Mon, 14 Jul 2025 10:00:00 GMT",
            "=x; max-age=0",
            "=x; Max-Age=-1",
            "=deleted",
            "=; Max-Age=0",
            ".0=x",
            ".1=x",
        ] {
            assert_eq!(rotated(&[format!("{NAME}{gone}")]), None, "{gone}");
        }
        let later = "Expires=Thu, 14 Aug 2025 10:00:00 GMT; Path=/";
        assert_eq!(
            rotated(&[format!("{NAME}={JWE}; {later}")]).as_deref(),
            Some(JWE)
        );
        let pieces = [
            format!("{NAME}=; Max-Age=0"),
            format!("{NAME}.0={one}; {later}"),
            format!("{NAME}.1={two}; {later}"),
        ];
        assert_eq!(rotated(&pieces).as_deref(), Some(JWE));
        assert_eq!(rotated(&pieces[..2]), None);
    }
}
