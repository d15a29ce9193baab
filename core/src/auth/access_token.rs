//! What an access token says of itself.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::api::{Timestamp, lenient};
use crate::secret::Secret;

/// The claims of an access token that sorakit uses.
///
/// They are read **without verifying the signature**: they only help to plan,
/// and the server decides. Do not trust them for anything else.
///
/// ```
/// use sorakit::auth::Claims;
///
/// // {"exp":1767225600,"https://api.openai.com/profile":{"email":"a@b.example"}}
/// let token = "eyJhbGciOiJub25lIn0.\
///     eyJleHAiOjE3NjcyMjU2MDAsImh0dHBzOi8vYXBpLm9wZW5haS5jb20vcHJvZmlsZSI6\
///     eyJlbWFpbCI6ImFAYi5leGFtcGxlIn19.x";
/// let claims = Claims::read(&token.into()).unwrap();
/// assert_eq!(claims.email.as_deref(), Some("a@b.example"));
/// assert_eq!(claims.expires_at.unwrap().as_millis(), 1767225600000);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claims {
    /// When the token ends (`exp`).
    pub expires_at: Option<Timestamp>,
    /// The account's e-mail address, in the claim
    /// `https://api.openai.com/profile` (wire.md §2.1) or `email`.
    pub email: Option<String>,
}

impl Claims {
    /// Reads a JWT; `None` when the token is none, as a gateway's API key.
    pub fn read(token: &Secret) -> Option<Self> {
        let mut pieces = token.expose().split('.');
        let (_header, payload, _signature) = (pieces.next()?, pieces.next()?, pieces.next()?);
        let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
        let payload: Value = serde_json::from_slice(&payload).ok()?;
        let email = payload
            .get("https://api.openai.com/profile")
            .and_then(|profile| profile.get("email"))
            .or_else(|| payload.get("email"))
            .and_then(Value::as_str)
            .map(Into::into);
        Some(Self {
            expires_at: payload
                .get("exp")
                .and_then(lenient::number)
                .map(|secs| Timestamp::from_secs(secs as i64)),
            email,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_jwt_has_no_claims() {
        for token in ["", "sk-abc", "a.b", "a.!!.c", "a.e30", "x.bm90IGpzb24.y"] {
            assert_eq!(Claims::read(&token.into()), None, "{token}");
        }
        assert_eq!(Claims::read(&"a.e30.c".into()), Some(Claims::default()));
    }
}
