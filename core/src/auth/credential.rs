//! What is known of an account's tokens, and kept in a store.

use serde::{Deserialize, Serialize};

use super::{Claims, OauthClient};
use crate::api::Timestamp;
use crate::error::{Error, Result};
use crate::secret::{Secret, WithSecrets, is_unseen};

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
    /// Marks the tokens that the caller gave, so that newly given ones replace
    /// what a store has kept of older ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
}

impl Credential {
    /// The credential with its tokens, which serialising it leaves out.
    pub fn with_secrets(&self) -> WithSecrets<'_, Self> {
        WithSecrets(self)
    }

    /// Refuses tokens that cannot be what they are given as, naming the field.
    pub fn check(&self) -> Result<()> {
        for (field, token) in [
            ("access_token", &self.access_token),
            ("session_token", &self.session_token),
            ("refresh_token", &self.refresh_token),
        ] {
            let Some(token) = token else { continue };
            let text = token.expose();
            if text.is_empty() || !text.chars().all(|c| c.is_ascii_graphic()) {
                return Err(Error::invalid(
                    field,
                    "must be printable ASCII without spaces; copy it again, without quotes",
                ));
            }
            // A JWT has three pieces; one that was cut while copying has fewer.
            if field == "access_token" && text.starts_with("eyJ") && text.split('.').count() != 3 {
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

    /// When the access token ends: as it says itself, else as it was issued.
    pub fn access_token_ends(&self) -> Option<Timestamp> {
        let claims = self.access_token.as_ref().and_then(Claims::read);
        claims
            .and_then(|claims| claims.expires_at)
            .or(self.expires_at)
    }

    /// Marks these tokens as given by the caller.
    pub(crate) fn mark_given(&mut self) {
        let mut text = String::new();
        for token in [&self.access_token, &self.session_token, &self.refresh_token] {
            text.push_str(token.as_ref().map_or("", Secret::expose));
            text.push('\n');
        }
        let digest = crate::sentinel::keccak::sha3_512(text.as_bytes());
        self.given = Some(
            digest[..8]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        );
    }
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
}
