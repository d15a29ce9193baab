//! The session cookie, as people copy it out of a browser.

/// The cookie's name, before the number of a piece.
pub(crate) const NAME: &str = "__Secure-next-auth.session-token";

/// The longest value of one cookie; a longer one is set in pieces.
const LONGEST: usize = 3936;

/// The session token in what was pasted: the value itself, `name=value`, a whole
/// `Cookie` header, or the pieces `.0`, `.1` of a cookie that was too long for one.
pub(crate) fn token(pasted: &str) -> String {
    let mut pieces: Vec<(usize, &str)> = pasted
        .split([';', '\n', '\r'])
        .filter_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            let name = name.trim().trim_start_matches("Cookie:").trim_start();
            let after = name.split_once("session-token")?.1;
            let number = match after {
                "" => 0,
                piece => piece.strip_prefix('.')?.parse().ok()?,
            };
            Some((number, value.trim().trim_matches('"')))
        })
        .collect();
    if pieces.is_empty() {
        return pasted.trim().to_owned();
    }
    pieces.sort_by_key(|(number, _)| *number);
    pieces.into_iter().map(|(_, value)| value).collect()
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

/// The session token that an answer sets in place of the one sent.
pub(crate) fn rotated(headers: &http::HeaderMap) -> Option<String> {
    let set: Vec<_> = headers
        .get_all("set-cookie")
        .iter()
        .filter_map(|cookie| {
            let cookie = cookie.to_str().ok()?.split(';').next()?.trim();
            let (name, value) = cookie.split_once('=')?;
            // A piece that is taken back has no value.
            (name.starts_with(NAME) && !value.trim().is_empty()).then_some(cookie)
        })
        .collect();
    let token = token(&set.join(";"));
    (!token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_pasting_is_read() {
        let name = NAME;
        for pasted in [
            "onetwo".to_owned(),
            " onetwo\n".to_owned(),
            format!("{name}=onetwo"),
            format!("Cookie: oai-did=x; {name}=onetwo; other=1"),
            format!("{name}.1=two; {name}.0=one"),
            format!("{name}.0=one\n{name}.1=two\n"),
        ] {
            assert_eq!(token(&pasted), "onetwo", "{pasted}");
        }
    }

    #[test]
    fn a_long_one_is_sent_in_pieces() {
        assert_eq!(header("short"), format!("{NAME}=short"));
        let long = "x".repeat(LONGEST + 10);
        let sent = header(&long);
        assert!(sent.contains("session-token.0=") && sent.contains("session-token.1="));
        assert_eq!(token(&sent), long);
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
}
