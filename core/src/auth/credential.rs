//! What is known of an account's tokens, and kept in a store.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Claims, OauthClient};
use crate::api::Timestamp;
use crate::model::{Error, Result, Secret, WithSecrets, is_unseen};

/// An account's tokens. At least one of the three has to be there.
///
/// Serialised, it holds none of them: [`Credential::with_secrets`] does, for stores.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The access token, or a gateway's API key.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub access_token: Option<Secret>,
    /// The session token, from which access tokens come.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub session_token: Option<Secret>,
    /// The refresh token, from which access tokens come. Each use replaces it.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub refresh_token: Option<Secret>,
    /// The client that the refresh token was issued to; the iOS one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The redirect URI, for a client that is not documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_uri: Option<String>,
    /// When the access token ends, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The origin of the server that it is for, such as `https://gateway.example`.
    /// No other gets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Whose it is, where an access token has told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// How often it was renewed. Of two with the same origin the higher is newer.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub renewals: u64,
    /// Marks of the tokens that it took the place of: given again, they are known
    /// to be used up, and a token that is given newly is told from them.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "marks"
    )]
    pub given: Vec<String>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A list; what is none, as earlier versions wrote, reads as an empty one.
fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// How many marks are kept; the oldest are forgotten.
const KEPT_MARKS: usize = 64;

impl Credential {
    /// The credential with its tokens, which serialising it leaves out.
    pub fn with_secrets(&self) -> WithSecrets<'_, Self> {
        WithSecrets(self)
    }

    /// Refuses tokens that cannot be what they are given as, naming the field.
    pub fn check(&self) -> Result<()> {
        let fields = ["access_token", "session_token", "refresh_token"];
        for (field, token) in fields.into_iter().zip(self.tokens()) {
            let Some(token) = token else { continue };
            let text = token.expose();
            if text.is_empty() || !text.chars().all(|c| c.is_ascii_graphic()) {
                return Err(Error::invalid(
                    field,
                    "must be printable ASCII without spaces; copy it again, without quotes",
                ));
            }
            // A JWT has three pieces; one that was cut while copying has fewer.
            if field == "access_token" && text.starts_with("eyJ") && text.split('.').count() < 3 {
                return Err(Error::invalid(
                    field,
                    "looks like a JWT and is not whole: it must have three parts between dots",
                ));
            }
        }
        self.oauth_client().map(|_| ())
    }

    /// The client id and redirect URI to refresh with.
    pub fn oauth_client(&self) -> Result<(String, String)> {
        let id = self.client_id.as_deref().unwrap_or(OauthClient::IOS.id);
        if let Some(redirect_uri) = &self.redirect_uri {
            return Ok((id.to_owned(), redirect_uri.clone()));
        }
        OauthClient::find(id)
            .map(|client| (client.id.to_owned(), client.redirect_uri.to_owned()))
            .ok_or_else(|| {
                Error::invalid(
                    "client_id",
                    format!(
                        "is none of the documented ones ({}, {}); give its `redirect_uri` too",
                        OauthClient::IOS.id,
                        OauthClient::WEB.id
                    ),
                )
            })
    }

    /// Whether new access tokens can be had.
    pub fn can_renew(&self) -> bool {
        self.refresh_token.is_some() || self.session_token.is_some()
    }

    /// Whether there is any token.
    pub fn has_tokens(&self) -> bool {
        self.access_token.is_some() || self.can_renew()
    }

    /// When the access token ends, by this machine's clock: as it was issued,
    /// else as it says itself.
    pub fn access_token_ends(&self) -> Option<Timestamp> {
        let claims = || self.access_token.as_ref().and_then(Claims::read);
        self.expires_at
            .or_else(|| claims().and_then(|claims| claims.expires_at))
    }

    fn tokens(&self) -> [&Option<Secret>; 3] {
        [&self.access_token, &self.session_token, &self.refresh_token]
    }

    /// Notes that a token is used up or replaced.
    pub(crate) fn mark(&mut self, token: &Secret) {
        let mark = mark_of(token);
        self.given.retain(|known| *known != mark);
        self.given.push(mark);
        let excess = self.given.len().saturating_sub(KEPT_MARKS);
        self.given.drain(..excess);
    }

    /// Notes all tokens as given by the caller.
    pub(crate) fn mark_all(&mut self) {
        for token in self.tokens().map(Clone::clone).into_iter().flatten() {
            self.mark(&token);
        }
    }

    /// Whether a store that keeps this one has, or has had, every token of `given`.
    pub(crate) fn knows_all(&self, given: &Self) -> bool {
        let mut both = given.tokens().into_iter().zip(self.tokens());
        both.all(|(given, kept)| match given {
            Some(token) => given == kept || self.given.contains(&mark_of(token)),
            None => true,
        })
    }

    /// The given tokens, with what is kept in the place of those that are used up.
    pub(crate) fn renewed_by(&self, given: &Self) -> Self {
        let mut newer = given.clone();
        let replaced = |given: &Option<Secret>, kept: &Option<Secret>| match given {
            Some(token) if self.given.contains(&mark_of(token)) => kept.clone(),
            _ => given.clone(),
        };
        newer.access_token = replaced(&given.access_token, &self.access_token);
        newer.session_token = replaced(&given.session_token, &self.session_token);
        newer.refresh_token = replaced(&given.refresh_token, &self.refresh_token);
        if newer.access_token == self.access_token {
            newer.expires_at = self.expires_at;
        }
        newer.origin = self.origin.clone();
        newer.account = self.account.clone();
        newer.renewals = self.renewals;
        newer.given = self.given.clone();
        newer
    }
}

/// What tells a token from others without saying what it is.
fn mark_of(token: &Secret) -> String {
    let digest = sorakit_sentinel::sha3_512(token.expose().as_bytes());
    let hex = digest[..8].iter().map(|byte| format!("{byte:02x}"));
    hex.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_token_is_refused_by_name() {
        for (token, good) in [
            ("eyJ.a.b", true),
            ("sk-anything", true),
            ("eyJ.cut", false),
            ("with space", false),
            ("", false),
        ] {
            let credential = Credential {
                access_token: Some(token.into()),
                ..Credential::default()
            };
            let checked = credential.check();
            assert_eq!(checked.is_ok(), good, "{token}");
            if let Err(error) = checked {
                assert_eq!(error.field(), Some("access_token"));
            }
        }
    }

    #[test]
    fn an_unknown_client_needs_its_redirect_uri() {
        let mut credential = Credential {
            client_id: Some("app_other".into()),
            ..Credential::default()
        };
        assert_eq!(
            credential.oauth_client().unwrap_err().field(),
            Some("client_id")
        );
        credential.redirect_uri = Some("x://y".into());
        assert!(credential.oauth_client().is_ok());
    }

    #[test]
    fn each_token_has_a_mark_of_its_own() {
        let given = |access: Option<&str>, refresh: &str| Credential {
            access_token: access.map(Into::into),
            refresh_token: Some(refresh.into()),
            ..Credential::default()
        };
        let mut kept = given(Some("access-2"), "refresh-2");
        kept.mark(&"refresh-1".into());
        kept.renewals = 1;
        assert!(kept.knows_all(&given(None, "refresh-1")));
        assert!(kept.knows_all(&given(Some("access-2"), "refresh-1")));
        // Another field beside it: what is used up stays so.
        let together = given(Some("access-new"), "refresh-1");
        assert!(!kept.knows_all(&together));
        let newer = kept.renewed_by(&together);
        assert_eq!(newer.refresh_token, Some("refresh-2".into()));
        assert_eq!(newer.access_token, Some("access-new".into()));
        assert_eq!(newer.renewals, 1);
        assert!(!kept.knows_all(&given(None, "refresh-other")));
    }

    #[test]
    fn marks_are_bounded() {
        let mut credential = Credential::default();
        for number in 0..200 {
            credential.mark(&number.to_string().into());
        }
        assert_eq!(credential.given.len(), KEPT_MARKS);
        let read = |text: &str| serde_json::from_str::<Credential>(text).unwrap().given;
        assert!(read(r#"{"given": "an earlier form"}"#).is_empty());
    }
}
