//! `sora2api.admin.*`: logging in and out (`docs/wire/sora2api.md` §7.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, check_filled, operation, set};
use crate::api::{Auth, Meta, Operation, Reply, lenient};
use crate::model::{Dialect, Error, ErrorKind, Result, Secret};

/// Logs an admin in. The client keeps the token for the calls that follow.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// The admin's name.
    pub username: String,
    /// The password.
    pub password: Secret,
}

/// A login.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LoggedIn {
    /// The token of the login, `admin-…`. It lives until logout, a new password,
    /// or a restart of the gateway.
    pub token: Secret,
    /// The gateway's message.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Logs the admin out: the token is worth nothing any more.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logout {}

impl Operation for Login {
    type Output = LoggedIn;

    const META: Meta = Meta::post("sora2api.admin.login", Dialect::Sora2api, "/api/login")
        .auth(Auth::None)
        .source("docs/wire/sora2api.md §7.1");

    fn check(&self) -> Result<()> {
        check_filled("username", &self.username)?;
        check_filled("password", self.password.expose())
    }

    // A wrong password is `success: false` with status 200 (docs/wire/sora2api.md §12.1).
    fn decode(reply: &Reply) -> Result<LoggedIn> {
        let value = reply.value()?;
        match value.get("token").and_then(Value::as_str) {
            Some(token) if !token.is_empty() => reply.json(),
            _ => {
                let message = value.get("message").and_then(Value::as_str);
                Err(Error::new(
                    ErrorKind::Authentication,
                    message.unwrap_or("the login was refused"),
                )
                .with_hint("Check the admin's name and password."))
            }
        }
    }
}

operation!(Logout => Done,
    set("sora2api.admin.logout", "/api/logout").source("docs/wire/sora2api.md §7.1"));
