//! Refresh tokens: each serves once, and only the client it was issued to (`docs/wire/sora.md` §1.2, §1.3).

use jiff::Timestamp;

use super::Tokens;
use super::clients::{CLIENTS, Refresh};

/// Why a refresh is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshProblem {
    /// No such client id.
    UnknownClient,
    /// The redirect URI does not belong to the client id.
    WrongRedirect,
    /// Unknown, expired, already used, or bound to another client id.
    InvalidGrant,
}

/// What a refresh gives.
#[derive(Debug, Clone)]
pub struct Refreshed {
    /// The new access token.
    pub access_token: String,
    /// The refresh token that replaces the one used.
    pub refresh_token: String,
    /// Seconds until the access token expires.
    pub expires_in: i64,
    /// Whose it is.
    pub account: String,
}

impl Tokens {
    /// Adds a refresh token bound to `client_id`; `token` fixes its text.
    pub fn add_refresh(&mut self, token: String, account: &str, client_id: &str, now: Timestamp) {
        let refresh = Refresh {
            account: account.to_owned(),
            client_id: client_id.to_owned(),
            expires: now + self.lives.refresh,
            used: false,
        };
        self.refresh.insert(token, refresh);
    }

    /// Exchanges a refresh token: it is used up, and a new one takes its place.
    pub fn rotate(
        &mut self,
        token: &str,
        client_id: &str,
        redirect_uri: &str,
        replacement: String,
        now: Timestamp,
        email_of: impl Fn(&str) -> String,
    ) -> Result<Refreshed, RefreshProblem> {
        let (_, redirects) = CLIENTS
            .iter()
            .find(|(known, _)| *known == client_id)
            .ok_or(RefreshProblem::UnknownClient)?;
        if !redirects.contains(&redirect_uri) {
            return Err(RefreshProblem::WrongRedirect);
        }
        let refresh = self
            .refresh
            .get_mut(token)
            .ok_or(RefreshProblem::InvalidGrant)?;
        if refresh.used || now >= refresh.expires || refresh.client_id != client_id {
            return Err(RefreshProblem::InvalidGrant);
        }
        refresh.used = true;
        let account = refresh.account.clone();
        self.add_refresh(replacement.clone(), &account, client_id, now);
        let expires = now + self.lives.refreshed_access;
        let access_token = self.issue_access(&account, &email_of(&account), now, expires);
        Ok(Refreshed {
            access_token,
            refresh_token: replacement,
            expires_in: self.lives.refreshed_access.as_secs(),
            account,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        Timestamp::from_second(1_700_000_000).unwrap()
    }

    #[test]
    fn a_refresh_token_serves_once_and_only_its_own_client() {
        let mut tokens = Tokens::default();
        let (client, redirects) = CLIENTS[0];
        tokens.add_refresh("first".into(), "user-1", client, start());
        let email = |_: &str| "a@example.test".to_owned();
        let other = CLIENTS[1];
        let wrong = tokens.rotate("first", other.0, other.1[0], "x".into(), start(), email);
        assert_eq!(wrong.unwrap_err(), RefreshProblem::InvalidGrant);
        let good = tokens
            .rotate(
                "first",
                client,
                redirects[0],
                "second".into(),
                start(),
                email,
            )
            .unwrap();
        assert_eq!(
            tokens.check_access(&good.access_token, start()).unwrap(),
            "user-1"
        );
        let again = tokens.rotate(
            "first",
            client,
            redirects[0],
            "third".into(),
            start(),
            email,
        );
        assert_eq!(again.unwrap_err(), RefreshProblem::InvalidGrant);
        assert!(
            tokens
                .rotate(
                    "second",
                    client,
                    redirects[0],
                    "third".into(),
                    start(),
                    email
                )
                .is_ok()
        );
    }
}
