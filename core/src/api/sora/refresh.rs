//! `sora.tokens.refresh`: a refresh token for an access token (`docs/wire/sora.md` §1.2).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use super::OauthClient;
use crate::api::{
    Auth, Body, Context, Meta, OTHER_CLIENT, Operation, Reply, Service, failure, lenient,
};
use crate::model::{Dialect, Error, ErrorKind, Result, Secret};

/// Exchanges a refresh token for a new access token.
///
/// The refresh token is used up by the call: the answer's one replaces it, and
/// has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
/// token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
/// those that are known are [`OauthClient::ALL`].
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
    /// The new access token, a JWT.
    pub access_token: Secret,
    /// The refresh token for the next time. Absent when the old one stays valid.
    #[serde(default, deserialize_with = "optional_secret")]
    pub refresh_token: Option<Secret>,
    /// How long the access token lives, in seconds.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub expires_in: Option<u64>,
    /// `Bearer`.
    #[serde(default)]
    pub token_type: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A token. `null`, what is blank or holds a space, and whatever is no text name none:
/// the old one stays.
fn optional_secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Secret>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text.trim())
            .filter(|text| !text.is_empty() && !text.contains(char::is_whitespace))
            .map(Into::into),
        _ => None,
    })
}

impl Operation for RefreshToken {
    type Output = RefreshedToken;

    const META: Meta = Meta::post("sora.tokens.refresh", Dialect::Sora, "/oauth/token")
        .at(Service::Oauth)
        .auth(Auth::None)
        .source("docs/wire/sora.md §1.2");

    /// A 401 is about the client, not about a token (`docs/wire/sora.md` §1.2).
    fn failure(reply: &Reply) -> Error {
        let error = failure(reply);
        match error.kind() {
            ErrorKind::Authentication => error.hint(OTHER_CLIENT),
            _ => error,
        }
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
