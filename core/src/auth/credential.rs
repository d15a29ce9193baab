//! An account's tokens and the facts about them, as a store keeps them.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Claims, OauthClient};
use crate::api::Timestamp;
use crate::model::{Error, Result, Secret, WithSecrets, is_unseen};

/// An account's tokens. At least one of the three must be present.
///
/// Serialised, it contains none of them: [`Credential::with_secrets`] does, for stores.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The access token, or a gateway's API key.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub access_token: Option<Secret>,
    /// The session token, used to obtain access tokens.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub session_token: Option<Secret>,
    /// The refresh token, used to obtain access tokens. Each use replaces it.
    #[serde(default, skip_serializing_if = "is_unseen")]
    pub refresh_token: Option<Secret>,
    /// The client that the refresh token was issued to; the iOS one if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The redirect URI, for an undocumented client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_uri: Option<String>,
    /// The time at which the access token expires, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The origin of the server that it is for, such as `https://gateway.example`. No
    /// other receives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The account that it belongs to, if an access token has named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The number of renewals. Of two with the same origin, the higher is newer.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub renewals: u64,
    /// Marks of the tokens that callers gave. A program gives the same tokens each time
    /// it starts: they are recognised, and newly given tokens are told apart from them.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "marks"
    )]
    pub given: Vec<String>,
    /// Marks of the tokens that a renewal replaced, which are recognised as used up if
    /// given again. Renewals add to them, so the oldest are forgotten.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "marks"
    )]
    pub replaced: Vec<String>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A list; anything else, as earlier versions wrote, reads as an empty one.
fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// The number of marks kept of each kind; the oldest are forgotten.
const KEPT_MARKS: usize = 64;

impl Credential {
    /// The credential with its tokens, which serialising it leaves out.
    pub fn with_secrets(&self) -> WithSecrets<'_, Self> {
        WithSecrets(self)
    }

    /// Refuses tokens that cannot be of the kind they are given as, naming the field.
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

    /// True if new access tokens can be obtained.
    pub fn can_renew(&self) -> bool {
        self.refresh_token.is_some() || self.session_token.is_some()
    }

    /// True if there is any token.
    pub fn has_tokens(&self) -> bool {
        self.access_token.is_some() || self.can_renew()
    }

    /// The time at which the access token expires, by this machine's clock: from its
    /// issue, or else from its own claim.
    pub fn access_token_ends(&self) -> Option<Timestamp> {
        let claims = || self.access_token.as_ref().and_then(Claims::read);
        self.expires_at
            .or_else(|| claims().and_then(|claims| claims.expires_at))
    }

    fn tokens(&self) -> [&Option<Secret>; 3] {
        [&self.access_token, &self.session_token, &self.refresh_token]
    }

    /// Marks a token as replaced by a renewal.
    pub(crate) fn mark_replaced(&mut self, token: &Secret) {
        mark(&mut self.replaced, token);
    }

    /// Marks all tokens as given by the caller.
    pub(crate) fn mark_all(&mut self) {
        for token in self.tokens().map(Clone::clone).into_iter().flatten() {
            mark(&mut self.given, &token);
        }
    }

    fn has_had(&self, token: &Secret) -> bool {
        let mark = mark_of(token);
        self.given.contains(&mark) || self.replaced.contains(&mark)
    }

    /// True if a store with this credential holds, or has held, every token of `given`.
    pub(crate) fn knows_all(&self, given: &Self) -> bool {
        let mut both = given.tokens().into_iter().zip(self.tokens());
        both.all(|(given, kept)| match given {
            Some(token) => given == kept || self.has_had(token),
            None => true,
        })
    }

    /// The given tokens, with stored ones in place of those that are used up.
    pub(crate) fn renewed_by(&self, given: &Self) -> Self {
        let mut newer = given.clone();
        let replaced = |given: &Option<Secret>, kept: &Option<Secret>| match given {
            Some(token) if self.has_had(token) => kept.clone(),
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
        newer.replaced = self.replaced.clone();
        for token in given.tokens().into_iter().flatten() {
            mark(&mut newer.given, token);
        }
        newer
    }
}

/// Appends a token's mark to a list.
fn mark(marks: &mut Vec<String>, token: &Secret) {
    let mark = mark_of(token);
    marks.retain(|known| *known != mark);
    marks.push(mark);
    let excess = marks.len().saturating_sub(KEPT_MARKS);
    marks.drain(..excess);
}

/// A mark that identifies a token without revealing it.
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
        kept.mark_replaced(&"refresh-1".into());
        kept.renewals = 1;
        assert!(kept.knows_all(&given(None, "refresh-1")));
        assert!(kept.knows_all(&given(Some("access-2"), "refresh-1")));
        // With another field beside it, a used-up token stays used up.
        let together = given(Some("access-new"), "refresh-1");
        assert!(!kept.knows_all(&together));
        let newer = kept.renewed_by(&together);
        assert_eq!(newer.refresh_token, Some("refresh-2".into()));
        assert_eq!(newer.access_token, Some("access-new".into()));
        assert_eq!(newer.renewals, 1);
        assert!(!kept.knows_all(&given(None, "refresh-other")));
    }

    /// However often it was renewed: a program gives the same token each time it starts.
    #[test]
    fn what_was_given_first_is_known_after_any_number_of_renewals() {
        let first = Credential {
            refresh_token: Some("refresh-0".into()),
            ..Credential::default()
        };
        let mut kept = first.clone();
        kept.mark_all();
        for number in 0..200 {
            kept.mark_replaced(&format!("refresh-{number}").into());
            kept.refresh_token = Some(format!("refresh-{}", number + 1).into());
        }
        assert!(kept.knows_all(&first));
        // And with anything else given beside it.
        for number in 0..200 {
            let together = Credential {
                access_token: Some(format!("access-{number}").into()),
                ..first.clone()
            };
            kept = kept.renewed_by(&together);
            kept.mark_all();
            assert_eq!(kept.refresh_token, Some("refresh-200".into()));
        }
    }

    #[test]
    fn marks_are_bounded() {
        let mut credential = Credential::default();
        for number in 0..200 {
            credential.mark_replaced(&number.to_string().into());
        }
        assert_eq!(credential.replaced.len(), KEPT_MARKS);
        let read = |text: &str| serde_json::from_str::<Credential>(text).unwrap().given;
        assert!(read(r#"{"given": "an earlier form"}"#).is_empty());
    }
}
