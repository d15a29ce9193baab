//! The claims of an access token.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::api::Timestamp;
use crate::model::Secret;

/// The claims of an access token that sorakit uses.
///
/// They are read **without verifying the signature**: they only help with planning; the
/// server decides. Do not trust them for anything else.
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
    /// The expiry time (`exp`).
    pub expires_at: Option<Timestamp>,
    /// The time of issue (`iat`).
    pub issued_at: Option<Timestamp>,
    /// The account's e-mail address, in the claim
    /// `https://api.openai.com/profile` (`docs/wire/sora.md` §1.4) or `email`.
    pub email: Option<String>,
    /// The account that the token is for: the e-mail address, else the account's id or
    /// the subject (`sub`).
    pub account: Option<String>,
}

impl Claims {
    /// Reads a JWT; `None` if the token is not one, such as a gateway's API key.
    pub fn read(token: &Secret) -> Option<Self> {
        let mut pieces = token.expose().split('.');
        let (_header, payload, _signature) = (pieces.next()?, pieces.next()?, pieces.next()?);
        let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
        let payload: Value = serde_json::from_slice(&payload).ok()?;
        let text = |value: Option<&Value>| value?.as_str().map(str::to_owned);
        let within = |claim: &str, name: &str| text(payload.get(claim)?.get(name));
        let email = within("https://api.openai.com/profile", "email")
            .or_else(|| text(payload.get("email")));
        let account = email
            .clone()
            .or_else(|| within("https://api.openai.com/auth", "user_id"))
            .or_else(|| text(payload.get("sub")));
        Some(Self {
            expires_at: payload.get("exp").and_then(Timestamp::read),
            issued_at: payload.get("iat").and_then(Timestamp::read),
            email,
            account,
        })
    }

    /// The token's lifetime, if it says when it was issued.
    pub(crate) fn lifetime(&self) -> Option<Duration> {
        let lifetime = self.expires_at?.since(self.issued_at?);
        (!lifetime.is_zero()).then_some(lifetime)
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

    #[test]
    fn an_absurd_end_is_far_away_or_not_known() {
        let end = |exp: &str| {
            let claims = URL_SAFE_NO_PAD.encode(format!("{{\"exp\":{exp}}}"));
            let claims = Claims::read(&format!("a.{claims}.c").into()).unwrap();
            claims.expires_at
        };
        let in_a_thousand_years = Timestamp::from_secs(33_000_000_000);
        for far in [
            "1e18",
            "1e308",
            "9223372036854775807",
            "\"1e18\"",
            "18446744073709551615",
        ] {
            let read = end(far).unwrap();
            assert!(read > in_a_thousand_years, "{far} reads as {read}");
            // Stored, and read back.
            let stored = serde_json::to_string(&read).unwrap();
            assert_eq!(serde_json::from_str::<Timestamp>(&stored).unwrap(), read);
        }
        for none in ["-1", "-1e18", "null", "\"soon\"", "[]", "true"] {
            assert_eq!(end(none), None, "{none}");
        }
        assert_eq!(end("\"1767225600\""), end("1767225600"));
        assert_eq!(end("1767225600000"), end("1767225600"));
    }
}
