//! `sora.session.exchange`: a session token for an access token (`docs/wire/sora.md` §1.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::session_cookie;
use crate::api::context_header;
use crate::api::{Auth, Body, Context, Meta, Operation, Reply, Service, Timestamp, lenient};
use crate::model::{Dialect, Error, ErrorKind, Result, Secret};

/// Exchanges the session token of a signed-in user for an access token.
///
/// The session token travels in the cookie `__Secure-next-auth.session-token`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeSession {
    /// The session token, as the cookie holds it.
    pub session_token: Secret,
}

/// The signed-in session.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// The access token, a JWT; its `exp` claim holds its expiry.
    #[serde(rename = "accessToken")]
    pub access_token: Secret,
    /// The signed-in user.
    #[serde(default)]
    pub user: Option<SessionUser>,
    /// The end of the session, not of the access token.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub expires: Option<Timestamp>,
    /// The session token that the answer sets in place of the one sent.
    #[serde(skip)]
    #[schemars(skip)]
    pub rotated: Option<Secret>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The signed-in user.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SessionUser {
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// The display name.
    #[serde(default)]
    pub name: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ExchangeSession {
    type Output = Session;

    const META: Meta = Meta::get("sora.session.exchange", Dialect::Sora, "/api/auth/session")
        .at(Service::Web)
        .auth(Auth::SessionCookie)
        .source("docs/wire/sora.md §1.1");

    fn check(&self) -> Result<()> {
        let token = self.session_token.expose();
        if token.is_empty() || token.contains([';', ',', ' ', '\r', '\n']) {
            return Err(Error::invalid(
                "session_token",
                "must be the value of the cookie `__Secure-next-auth.session-token` alone",
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let cookie = session_cookie::header(self.session_token.expose());
        let request = http::Request::get(context.urls.join(Service::Web, Self::META.path)?)
            .header("accept", "application/json")
            .header("cookie", context_header("session_token", &cookie)?)
            .header("origin", super::headers::WEB_ORIGIN)
            .header("referer", format!("{}/", super::headers::WEB_ORIGIN))
            .body(Body::empty())
            .map_err(|error| Error::new(ErrorKind::Configuration, error.to_string()))?;
        super::headers::identify(request, context)
    }

    // A dead session answers 200 with an empty object (`docs/wire/sora.md` §1.1).
    fn decode(reply: &Reply) -> Result<Session> {
        let value = reply.value()?;
        match value.get("accessToken") {
            Some(Value::String(token)) if !token.is_empty() => {
                let session: Session = reply.json()?;
                Ok(Session {
                    rotated: session_cookie::rotated(&reply.headers).map(Into::into),
                    ..session
                })
            }
            _ => Err(Error::new(
                ErrorKind::Authentication,
                "the session token is invalid or expired: the answer holds no access token",
            )),
        }
    }
}
