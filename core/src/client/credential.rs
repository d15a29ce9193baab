//! The kind of a token, as far as its form tells, and what people paste around it.

use crate::api::sora::session_cookie;
use crate::auth::Credential;
use crate::model::text::is_hidden;
use crate::model::{Dialect, Error, Result, Secret};
use crate::options::Options;

impl Credential {
    /// The credential that options give: without what was pasted around it, and
    /// refused under the name of the option when it cannot be what it is given as.
    ///
    /// # Errors
    /// `invalid_input`, naming the option.
    pub fn from_options(options: &Options, dialect: impl Into<Option<Dialect>>) -> Result<Self> {
        let token = |field: &str, token: &Option<Secret>| {
            let cleaned = token.as_ref().map(|token| clean(field, token.expose()));
            cleaned.transpose()
        };
        let access_token = token("access_token", &options.access_token)?;
        let api_key = token("api_key", &options.api_key)?;
        if let (Some(one), Some(other)) = (&access_token, &api_key)
            && one != other
        {
            return Err(Error::invalid(
                "api_key",
                "is another name of `access_token`, and both are given; give one of them",
            ));
        }
        let credential = Self {
            session_token: token("session_token", &options.session_token)?,
            refresh_token: token("refresh_token", &options.refresh_token)?,
            client_id: options.client_id.clone(),
            redirect_uri: options.redirect_uri.clone(),
            access_token: access_token.clone(),
            ..Self::default()
        };
        let dialect = dialect.into();
        for (field, token) in [
            ("access_token", &credential.access_token),
            ("session_token", &credential.session_token),
            ("refresh_token", &credential.refresh_token),
        ] {
            // Elsewhere an access token is a gateway's key, and the other two are not used.
            let is_judged = match dialect {
                Some(dialect) => dialect == Dialect::Sora,
                None => field != "access_token",
            };
            if let Some(token) = token.as_ref().filter(|_| is_judged) {
                check_kind(field, token.expose())?;
            }
        }
        // A gateway's key may look like anything, so `api_key` is not judged.
        credential.check()?;
        Ok(Self {
            access_token: access_token.or(api_key),
            ..credential
        })
    }
}

/// Strips a token of what was pasted around it.
fn clean(field: &str, text: &str) -> Result<Secret> {
    let refused = |what: &str| Err(Error::invalid(field, what));
    let text = bare(text);
    if text.is_empty() {
        return refused("is empty; leave it out where the server asks for none");
    }
    if text.starts_with(['{', '[']) && text.contains('"') {
        return refused("is a JSON document; give the token in it alone");
    }
    let cookie = match session_cookie::token(text) {
        Some(_) if field != "session_token" => {
            return refused("is the session's cookie; give it as `session_token`");
        }
        Some(Ok(cookie)) => Some(cookie),
        Some(Err(what)) => return refused(what),
        None => None,
    };
    let token = match &cookie {
        Some(cookie) => cookie,
        None => text,
    };
    if token.eq_ignore_ascii_case("bearer") {
        return refused("is the word `Bearer` alone, without the token");
    }
    if is_placeholder(token) {
        return refused(
            "is a name that stands for the token, or a shortened form of it; give the token itself",
        );
    }
    if !token
        .chars()
        .all(|c| c.is_ascii_graphic() && !"\"'`".contains(c))
    {
        return refused("must be printable ASCII without spaces; copy it again, without quotes");
    }
    Ok(token.into())
}

/// A text without what stands around a token where it is copied: white space and marks
/// that are not seen, quotes, the name of a header, a variable or a field, and the scheme
/// `Bearer`.
fn bare(text: &str) -> &str {
    let mut text = text;
    loop {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || is_hidden(c));
        let unquoted = QUOTES.iter().find_map(|(open, close)| {
            let inner = trimmed.strip_prefix(*open)?.strip_suffix(*close)?;
            (!inner.contains([*open, *close])).then_some(inner)
        });
        let bare = unquoted
            .or_else(|| after_name(trimmed))
            .or_else(|| {
                let (scheme, token) = trimmed.split_once(char::is_whitespace)?;
                scheme.eq_ignore_ascii_case("bearer").then_some(token)
            })
            .unwrap_or(trimmed);
        if bare == text {
            return bare;
        }
        text = bare;
    }
}

/// The marks that people's editors put around a text.
const QUOTES: &[(char, char)] = &[
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('\u{201c}', '\u{201d}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{ab}', '\u{bb}'),
];

/// The ends of names under which tokens are written down, in small letters and without
/// hyphens: `OPENAI_API_KEY=…`, `x-api-key: …`, `"refresh_token": "…"`.
const NAMES: &[&str] = &["authorization", "key", "token", "secret"];

/// What follows the name under which a token is written down, if it has one.
fn after_name(text: &str) -> Option<&str> {
    let text = text.strip_prefix("export ").unwrap_or(text);
    let (name, value) = text.split_once(['=', ':'])?;
    let name = name.trim().trim_matches(['"', '\'']);
    let plain = name.to_ascii_lowercase().replace(['-', '_'], "");
    if !plain.chars().all(|c| c.is_ascii_alphanumeric())
        || !NAMES.iter().any(|end| plain.ends_with(end))
    {
        return None;
    }
    // A key may have a `:` in it, and base64 ends in `=`.
    let is_name = match text.as_bytes()[text.len() - value.len() - 1] {
        b'=' => !value.is_empty() && !value.starts_with('='),
        _ => plain == "authorization" || value.starts_with([' ', '\t', '"', '\'']),
    };
    is_name.then(|| value.trim_end().trim_end_matches([';', ',']))
}

/// True if a text is what a template, a shell or a page shows in place of a token.
fn is_placeholder(token: &str) -> bool {
    let enclosed = |open: char, close: char| {
        token.starts_with(open) && token.ends_with(close) && token.len() > 1
    };
    token.starts_with("${")
        || token.starts_with("$(")
        || token.starts_with("{{")
        || token
            .strip_prefix('$')
            .is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
        || enclosed('%', '%')
        || enclosed('<', '>')
        || ["***", "...", "\u{2026}", "\u{2022}\u{2022}"]
            .iter()
            .any(|cut| token.contains(cut))
}

/// Refuses, for Sora's own interface, a token of another kind.
fn check_kind(field: &str, token: &str) -> Result<()> {
    if field == "session_token" && session_cookie::is_cut(token) {
        return Err(Error::invalid(
            field,
            "looks like an encrypted session and is not whole: it must have five parts between dots",
        ));
    }
    let parts = token.split('.').count();
    let (what, meant) = match token {
        _ if token.starts_with("sess-") => ("a session token", "session_token"),
        _ if token.starts_with("rt_") => ("a refresh token", "refresh_token"),
        _ if token.starts_with("sk-") => ("an API key", "api_key"),
        _ if token.starts_with("eyJ") && parts == 5 => ("a session token", "session_token"),
        _ if token.starts_with("eyJ") && parts == 3 => ("an access token", "access_token"),
        _ => return Ok(()),
    };
    match meant == field {
        true => Ok(()),
        false => Err(Error::invalid(
            field,
            format!("has the form of {what}; give it as `{meant}`"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(field: &str, token: &str) -> Options {
        let token = Some(token.into());
        match field {
            "access_token" => Options {
                access_token: token,
                ..Options::default()
            },
            "api_key" => Options {
                api_key: token,
                ..Options::default()
            },
            "session_token" => Options {
                session_token: token,
                ..Options::default()
            },
            _ => Options {
                refresh_token: token,
                ..Options::default()
            },
        }
    }

    #[test]
    fn what_is_pasted_around_a_key_is_taken_off() {
        for pasted in [
            "sk",
            "sk\n",
            " sk\r\n",
            "Bearer sk",
            "bearer  sk\n",
            "Authorization: Bearer sk",
            "authorization:Bearer sk",
            "\"sk\"",
            "'sk'\n",
            "\u{201c}sk\u{201d}",
            "\u{feff}sk",
            "\u{200b}sk\u{a0}",
            "OPENAI_API_KEY=sk",
            "export OPENAI_API_KEY=\"sk\"\n",
            "x-api-key: sk",
            "\"api_key\": \"sk\",",
            "\"Authorization: Bearer sk\"",
        ] {
            for field in ["api_key", "access_token"] {
                let read = Credential::from_options(&given(field, pasted), Dialect::Openai);
                assert_eq!(
                    read.unwrap().access_token.unwrap().expose(),
                    "sk",
                    "{pasted:?}"
                );
            }
        }
        for bad in [
            "",
            "  ",
            "\"sk\" x",
            "s k",
            "Bearer",
            "ключ",
            "\"sk",
            "sk'",
            "${KEY}",
            "$OPENAI_API_KEY",
            "{{ key }}",
            "<your-key>",
            "%KEY%",
            "sk-ab***cd",
            "sk-ab...",
            "{\"key\": \"sk\"}",
            "__Secure-next-auth.session-token=eyJa..b.c.d",
        ] {
            let error = Credential::from_options(&given("api_key", bad), Dialect::Openai);
            assert_eq!(error.unwrap_err().field(), Some("api_key"), "{bad:?}");
        }
    }

    #[test]
    fn a_key_with_signs_in_it_stays_as_it_is() {
        for key in ["id:secret", "c2stYWJj==", "a=b", "token", "key:1", "$ab-1"] {
            let read = Credential::from_options(&given("api_key", key), Dialect::Openai);
            assert_eq!(read.unwrap().access_token.unwrap().expose(), key);
        }
    }

    #[test]
    fn a_mix_up_is_refused_on_sora_and_a_key_is_not_judged() {
        let (jwt, jwe) = ("eyJa.eyJb.c", "eyJa..b.c.d");
        let cookie = "__Secure-next-auth.session-token=eyJa..b.c.d";
        for (field, token, meant) in [
            ("access_token", "sess-1", Some("session_token")),
            ("access_token", jwe, Some("session_token")),
            ("access_token", jwt, None),
            ("session_token", jwt, Some("access_token")),
            ("session_token", jwe, None),
            ("session_token", "sess-1", None),
            ("refresh_token", jwt, Some("access_token")),
            ("refresh_token", "sess-1", Some("session_token")),
            ("refresh_token", "rt_1.abc", None),
            ("refresh_token", cookie, Some("session_token")),
            ("access_token", cookie, Some("session_token")),
            ("session_token", cookie, None),
            ("session_token", "\"eyJa..b.c.d\"", None),
            ("session_token", "eyJa..b.c", Some("five parts")),
            ("refresh_token", "sk-abc", Some("api_key")),
            ("session_token", "sk-abc", Some("api_key")),
            ("access_token", "sk-abc", Some("api_key")),
            ("access_token", "rt_1.abc", Some("refresh_token")),
            ("session_token", "rt_1.abc", Some("refresh_token")),
            ("api_key", "sk-abc", None),
            ("api_key", jwe, None),
            ("api_key", "sess-1", None),
            ("api_key", "eyJ.cut", None),
        ] {
            let read = Credential::from_options(&given(field, token), Dialect::Sora);
            match (read, meant) {
                (Ok(_), None) => {}
                (Err(error), Some(meant)) => {
                    assert_eq!(error.field(), Some(field));
                    assert!(error.reason().contains(meant), "{error}");
                }
                (read, _) => panic!("{field} {token}: {read:?}"),
            }
            assert!(
                field != "refresh_token"
                    || token != "sess-1"
                    || Credential::from_options(&given(field, token), Dialect::Openai).is_ok()
            );
        }
        let both = Options {
            access_token: Some("one".into()),
            api_key: Some("two".into()),
            ..Options::default()
        };
        assert!(Credential::from_options(&both, Dialect::Openai).is_err());
    }
}
