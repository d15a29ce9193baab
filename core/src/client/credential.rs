//! The kind of a token, as far as its form tells, and what people paste around it.

use crate::api::sora::session_cookie;
use crate::auth::Credential;
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
        if dialect.into() == Some(Dialect::Sora) {
            for (field, token) in [
                ("access_token", &credential.access_token),
                ("session_token", &credential.session_token),
                ("refresh_token", &credential.refresh_token),
            ] {
                check_kind(field, token.as_ref())?;
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
    let text = text.trim();
    let cookie;
    let token = match field {
        "session_token" => {
            cookie = session_cookie::token(text);
            &cookie
        }
        "access_token" | "api_key" => {
            let text = text.strip_prefix("Authorization:").unwrap_or(text).trim();
            match text.split_once(char::is_whitespace) {
                Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
                _ => text,
            }
        }
        _ => text,
    };
    if token.is_empty() {
        return Err(Error::invalid(
            field,
            "is empty; leave it out where the server asks for none",
        ));
    }
    if !token.chars().all(|c| c.is_ascii_graphic()) {
        return Err(Error::invalid(
            field,
            "must be printable ASCII without spaces; copy it again, without quotes",
        ));
    }
    if token.eq_ignore_ascii_case("bearer") {
        return Err(Error::invalid(
            field,
            "is the word `Bearer` alone, without the token",
        ));
    }
    Ok(token.into())
}

/// Refuses, for Sora's own interface, a token of another kind.
fn check_kind(field: &str, token: Option<&Secret>) -> Result<()> {
    let Some(token) = token.map(Secret::expose) else {
        return Ok(());
    };
    let parts = token.split('.').count();
    let is = match token {
        _ if token.starts_with("sess-") => Some("session_token"),
        _ if token.starts_with("eyJ") && parts == 5 => Some("session_token"),
        _ if token.starts_with("eyJ") && parts == 3 => Some("access_token"),
        _ => None,
    };
    match is.filter(|is| *is != field) {
        Some(is) => Err(Error::invalid(
            field,
            format!("has the form of a session's or an access token; give it as `{is}`"),
        )),
        None => Ok(()),
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
        for bad in ["", "  ", "\"sk\" x", "s k", "Bearer", "ключ"] {
            let error = Credential::from_options(&given("api_key", bad), Dialect::Openai);
            assert_eq!(error.unwrap_err().field(), Some("api_key"), "{bad:?}");
        }
    }

    #[test]
    fn a_mix_up_is_refused_on_sora_and_a_key_is_not_judged() {
        let (jwt, jwe) = ("eyJa.eyJb.c", "eyJa..b.c.d");
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
