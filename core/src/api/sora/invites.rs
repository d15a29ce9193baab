//! `sora.invites.*`: invite codes (`docs/wire/sora.md` §3.3, §3.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{
    Body, Context, Meta, NO_SORA_2, Operation, Reply, context_header, failure, lenient, refusal,
};
use crate::model::{Dialect, Error, ErrorKind, Result};

/// Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
/// 403 for one in a country that is not served.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetInvite {}

/// The account's own invite code.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Invite {
    /// The code.
    #[serde(default)]
    pub invite_code: Option<String>,
    /// The number of times the code was used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub redeemed_count: u64,
    /// The total number of times the code can be used.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total_count: u64,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
/// as once, and the answer says so.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvite {
    /// The code, such as `SORA-XXXX-XXXX`.
    pub invite_code: String,
}

/// The result of accepting an invite.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct AcceptedInvite {
    /// True if the account can use Sora 2 now.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub success: bool,
    /// True if the account could already use Sora 2 before.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub already_accepted: bool,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for GetInvite {
    type Output = Invite;

    const META: Meta = Meta::get("sora.invites.mine", Dialect::Sora, "/project_y/invite/mine")
        .source("docs/wire/sora.md §3.3");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    /// A 401 that names no token says that the account has no Sora 2 (`docs/wire/sora.md` §3.3).
    fn failure(reply: &Reply) -> Error {
        let error = failure(reply);
        match reply.status.as_u16() == 401 && names_no_token(&error) {
            true => error
                .with_kind(ErrorKind::AccountSetup)
                .with_hint(NO_SORA_2),
            false => error,
        }
    }
}

fn names_no_token(error: &Error) -> bool {
    let said = [error.code().unwrap_or_default(), error.reason()];
    error.kind() == ErrorKind::Authentication
        && !said.iter().any(|text| {
            let text = text.to_lowercase();
            text.contains("token") || text.contains("bearer") || text.contains("authentic")
        })
}

impl Operation for AcceptInvite {
    type Output = AcceptedInvite;

    const META: Meta = Meta::post(
        "sora.invites.accept",
        Dialect::Sora,
        "/project_y/invite/accept",
    )
    .source("docs/wire/sora.md §3.6");

    fn check(&self) -> Result<()> {
        if self.invite_code.trim().is_empty() {
            return Err(Error::invalid("invite_code", "must not be empty"));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut request = super::headers::identify(context.request(self)?, context)?;
        let cookie = format!("oai-did={}", context.device_id);
        request
            .headers_mut()
            .insert("cookie", context_header("device_id", &cookie)?);
        Ok(request)
    }

    fn decode(reply: &Reply) -> Result<AcceptedInvite> {
        match refusal(reply) {
            Some(error) => Err(error),
            None => reply.json(),
        }
    }
}
