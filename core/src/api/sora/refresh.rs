//! `sora.tokens.refresh`: a refresh token for an access token (`docs/wire/sora.md` §1.2).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use super::OauthClient;
use crate::api::{
    Auth, Body, Context, Meta, OTHER_CLIENT, Operation, Reply, Service, failure, lenient, refusal,
};
use crate::model::{Dialect, Error, ErrorKind, Result, Secret};

/// Exchanges a refresh token for a new access token.
///
/// The refresh token is used up by the call: the answer's one replaces it, and
/// has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
/// token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
/// the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshToken {
    /// The refresh token.
    pub refresh_token: Secret,
    /// The client id that the token was issued to. Default: the iOS application's,
    /// `app_LlGpXReQgckcGGUo2JrYvtJK`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = client_ids()))]
    pub client_id: Option<String>,
    /// The redirect URI that belongs to the client id. Default: that of a known client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = redirect_uris()))]
    pub redirect_uri: Option<String>,
}

fn client_ids() -> Vec<&'static str> {
    OauthClient::ALL.iter().map(|client| client.id).collect()
}

fn redirect_uris() -> Vec<&'static str> {
    OauthClient::ALL
        .iter()
        .map(|client| client.redirect_uri)
        .collect()
}

impl RefreshToken {
    /// The client id and the redirect URI that are sent.
    fn client(&self) -> Result<(&str, &str)> {
        let id = self.client_id.as_deref().unwrap_or(OauthClient::IOS.id);
        let known = OauthClient::find(id);
        let redirect_uri = self.redirect_uri.as_deref();
        match redirect_uri.or(known.map(|client| client.redirect_uri)) {
            Some(redirect_uri) => Ok((id, redirect_uri)),
            None => Err(Error::invalid(
                "redirect_uri",
                format!("`{id}` is no client that is known: give its redirect URI, too"),
            )),
        }
    }
}

/// The new tokens.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RefreshedToken {
    /// The new access token, a JWT. Empty if the answer holds a refresh token alone, which
    /// has to be stored all the same.
    #[serde(default = "no_token", deserialize_with = "secret")]
    pub access_token: Secret,
    /// The refresh token for the next time. Absent when the old one stays valid.
    #[serde(default, deserialize_with = "optional_secret")]
    pub refresh_token: Option<Secret>,
    /// The lifetime of the access token, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub expires_in: Option<u64>,
    /// `Bearer`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub token_type: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A token. `null`, blank text, words for nothing, and values that are not text mean no token:
/// the old one stays valid.
fn optional_secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Secret>, D::Error> {
    let Value::String(text) = Value::deserialize(deserializer)? else {
        return Ok(None);
    };
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let is_token = !text.is_empty()
        && !text.contains(char::is_whitespace)
        && !["null", "none", "nil", "undefined"].contains(&text.to_ascii_lowercase().as_str());
    Ok(is_token.then(|| text.into()))
}

fn no_token() -> Secret {
    Secret::from("")
}

fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Secret, D::Error> {
    Ok(optional_secret(deserializer)?.unwrap_or_else(no_token))
}

/// True for zero-width characters, which copying may bring along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The fields of a form, `access_token=…&refresh_token=…`.
fn form(text: &str) -> Option<Value> {
    let fields = form_urlencoded::parse(text.trim().as_bytes());
    let fields: Map<String, Value> = fields
        .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
        .collect();
    fields.contains_key("access_token").then(|| fields.into())
}

/// The tokens under their usual names, from the places and spellings that gateways use.
fn usual(mut value: Value) -> Value {
    for _ in 0..3 {
        if let Value::Array(items) = &mut value
            && items.len() == 1
        {
            value = items.remove(0);
        }
        let holds = |value: &Value, name: &str| value.get(name).is_some_and(Value::is_string);
        if [
            "access_token",
            "refresh_token",
            "accessToken",
            "refreshToken",
        ]
        .iter()
        .any(|name| holds(&value, name))
        {
            break;
        }
        let inner = ["data", "result", "tokens", "token"]
            .iter()
            .find_map(|name| value.get(*name).filter(|inner| !inner.is_string()));
        match inner.cloned() {
            Some(inner) => value = inner,
            None => break,
        }
    }
    for (name, other) in [
        ("access_token", "accessToken"),
        ("refresh_token", "refreshToken"),
        ("expires_in", "expiresIn"),
    ] {
        lenient::fill(&mut value, name, &[other]);
    }
    value
}

impl Operation for RefreshToken {
    type Output = RefreshedToken;

    const META: Meta = Meta::post("sora.tokens.refresh", Dialect::Sora, "/oauth/token")
        .at(Service::Oauth)
        .auth(Auth::None)
        .source("docs/wire/sora.md §1.2");

    /// A token that takes the place of another is nowhere else: an answer with one counts,
    /// whatever its status.
    fn answers(reply: &Reply) -> bool {
        let has_both = |tokens: RefreshedToken| {
            tokens.refresh_token.is_some() && !tokens.access_token.expose().is_empty()
        };
        Self::accepts(reply.status) || Self::decode(reply).is_ok_and(has_both)
    }

    fn decode(reply: &Reply) -> Result<RefreshedToken> {
        let value = match reply.value() {
            Ok(value) => value,
            // The tokens that came before the answer broke off.
            Err(error) if reply.begins_as_json() => reply.remains().ok_or(error)?,
            // As OAuth 2 allows for its errors, and some servers do for all.
            Err(error) => form(&reply.text()).ok_or(error)?,
        };
        let tokens: RefreshedToken = reply.read(usual(value))?;
        match tokens.access_token.expose().is_empty() && tokens.refresh_token.is_none() {
            true => Err(refusal(reply).map(about_the_client).unwrap_or_else(|| {
                Error::new(
                    ErrorKind::UnexpectedResponse,
                    "the server answers without a token",
                )
            })),
            false => Ok(tokens),
        }
    }

    /// A 401 is about the client, not about a token (`docs/wire/sora.md` §1.2).
    fn failure(reply: &Reply) -> Error {
        about_the_client(failure(reply))
    }

    fn check(&self) -> Result<()> {
        let token = self.refresh_token.expose();
        if token.is_empty() || token.chars().any(char::is_whitespace) {
            return Err(Error::invalid(
                "refresh_token",
                "must not be empty or hold spaces",
            ));
        }
        let (client_id, redirect_uri) = self.client()?;
        for (field, value) in [("client_id", client_id), ("redirect_uri", redirect_uri)] {
            if value.is_empty() {
                return Err(Error::invalid(
                    field,
                    "must be the one that the refresh token was issued to",
                ));
            }
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let (client_id, redirect_uri) = self.client()?;
        context.request_with(
            self,
            &json!({
                "client_id": client_id,
                "grant_type": "refresh_token",
                "redirect_uri": redirect_uri,
                "refresh_token": self.refresh_token,
            }),
        )
    }
}

fn about_the_client(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Authentication => error.with_hint(OTHER_CLIENT),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<RefreshedToken> {
        let (status, headers) = (http::StatusCode::OK, http::HeaderMap::new());
        RefreshToken::decode(&Reply::new(status, headers, body.to_owned()))
    }

    /// The replacement of a refresh token exists nowhere else: it is read out of every shape.
    #[test]
    fn a_new_refresh_token_is_read_out_of_every_shape() {
        for body in [
            r#"{"access_token":"a.b.c","refresh_token":"rt_2","token_type":5,"expires_in":"60"}"#,
            r#"{"data":{"access_token":"a.b.c","refresh_token":"rt_2"}}"#,
            r#"{"accessToken":"a.b.c","refreshToken":"rt_2"}"#,
            r#"[{"access_token":"a.b.c","refresh_token":"rt_2"}]"#,
            "access_token=a.b.c&refresh_token=rt_2&token_type=bearer",
        ] {
            let tokens = read(body).unwrap();
            assert_eq!(tokens.access_token.expose(), "a.b.c", "{body}");
            assert_eq!(tokens.refresh_token.unwrap().expose(), "rt_2", "{body}");
        }
        let failed = |body: &str| {
            let status = http::StatusCode::INTERNAL_SERVER_ERROR;
            RefreshToken::answers(&Reply::new(status, http::HeaderMap::new(), body.to_owned()))
        };
        assert!(failed(r#"{"access_token":"a.b.c","refresh_token":"rt_2"}"#));
        assert!(!failed(
            r#"{"error":"invalid_grant","refresh_token":"rt_2"}"#
        ));
        for body in [
            r#"{"access_token":null,"refresh_token":"rt_2"}"#,
            r#"{"access_token":7,"refresh_token":"rt_2"}"#,
        ] {
            let tokens = read(body).unwrap();
            assert!(tokens.access_token.expose().is_empty(), "{body}");
            assert_eq!(tokens.refresh_token.unwrap().expose(), "rt_2", "{body}");
        }
        for nothing in ["null", "None", "undefined", "\u{200b}", " "] {
            let body = serde_json::json!({"access_token": "a.b.c", "refresh_token": nothing});
            let tokens = read(&body.to_string()).unwrap();
            assert!(tokens.refresh_token.is_none(), "{nothing:?}");
        }
        assert!(read("{}").is_err());
    }

    #[test]
    fn tokens_are_read_out_of_what_is_left_of_an_answer() {
        let whole = r#"{"access_token":"a.b.c","refresh_token":"rt_2","expires_in":3600}"#;
        let after = |token: &str| whole.find(token).unwrap() + token.len() + 1;
        for cut in 1..whole.len() {
            let left = read(&whole[..cut]);
            let (access, refresh) = (cut >= after("a.b.c"), cut >= after("rt_2"));
            assert_eq!(left.is_ok(), access || refresh, "{cut}");
            let Ok(tokens) = left else { continue };
            assert_eq!(tokens.access_token.expose(), "a.b.c", "{cut}");
            let next = tokens.refresh_token.map(|token| token.expose().to_owned());
            assert_eq!(next, refresh.then(|| "rt_2".into()), "{cut}");
        }
    }

    #[test]
    fn a_refusal_with_200_is_one() {
        let error = read(r#"{"error":"invalid_grant","error_description":"used before"}"#);
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Authentication);
        assert!(error.reason().contains("used before"), "{error}");
        assert!(error.hint().unwrap_or_default().contains("client"));
    }
}
