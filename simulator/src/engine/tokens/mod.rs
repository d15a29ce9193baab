//! Credentials: access tokens (JWT), session tokens, refresh tokens that rotate, API keys.

mod clients;
mod refresh;

pub use clients::CLIENTS;
pub use refresh::{RefreshProblem, Refreshed};

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sha2::{Digest, Sha256};

use clients::Refresh;

/// How long credentials live.
#[derive(Debug, Clone, Copy)]
pub struct Lives {
    /// Access tokens from a session token; ten days.
    pub access: SignedDuration,
    /// Access tokens from a refresh token; the day that `docs/wire/sora.md` §1.2 shows.
    pub refreshed_access: SignedDuration,
    /// Session tokens; three months.
    pub session: SignedDuration,
    /// Refresh tokens that are not used; a year.
    pub refresh: SignedDuration,
}

impl Default for Lives {
    fn default() -> Self {
        Self {
            access: SignedDuration::from_hours(240),
            refreshed_access: SignedDuration::from_hours(24),
            session: SignedDuration::from_hours(24 * 90),
            refresh: SignedDuration::from_hours(24 * 365),
        }
    }
}

/// Why an access token is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenProblem {
    /// This simulator never issued it.
    Unknown,
    /// Its `exp` has passed.
    Expired,
    /// It was revoked.
    Invalidated,
}

#[derive(Debug, Clone)]
struct Access {
    account: String,
    expires: Timestamp,
    invalidated: bool,
}

#[derive(Debug, Clone)]
struct Session {
    account: String,
    expires: Timestamp,
    access: Option<String>,
}

/// Every credential that a simulator has issued.
#[derive(Debug, Default)]
pub struct Tokens {
    /// How long new credentials live.
    pub lives: Lives,
    access: HashMap<String, Access>,
    sessions: HashMap<String, Session>,
    refresh: HashMap<String, Refresh>,
    api_keys: HashMap<String, String>,
    issued: u64,
}

impl Tokens {
    /// Issues an access token for `account` that expires at `expires`: a JWT
    /// with `exp`, `iat` and the email claim of the real ones. Its signature is
    /// a digest, not RSA; the simulator knows its own tokens by their text.
    pub fn issue_access(
        &mut self,
        account: &str,
        email: &str,
        now: Timestamp,
        expires: Timestamp,
    ) -> String {
        self.issued += 1;
        let header = json!({"alg": "RS256", "typ": "JWT", "kid": "simulator"});
        let claims = json!({
            "aud": ["https://api.openai.com/v1"],
            "client_id": CLIENTS[1].0,
            "exp": expires.as_second(),
            "iat": now.as_second(),
            "iss": "https://auth.openai.com",
            "jti": format!("simulator-{}", self.issued),
            "sub": account,
            "https://api.openai.com/auth": {"user_id": account},
            "https://api.openai.com/profile": {"email": email, "email_verified": true},
        });
        let signed = format!("{}.{}", encode(&header), encode(&claims));
        let signature = URL_SAFE_NO_PAD.encode(Sha256::digest(signed.as_bytes()));
        let token = format!("{signed}.{signature}");
        let access = Access {
            account: account.to_owned(),
            expires,
            invalidated: false,
        };
        self.access.insert(token.clone(), access);
        token
    }

    /// Whose access token this is, if it is good now.
    pub fn check_access(&self, token: &str, now: Timestamp) -> Result<String, TokenProblem> {
        let access = self.access.get(token).ok_or(TokenProblem::Unknown)?;
        if access.invalidated {
            return Err(TokenProblem::Invalidated);
        }
        if now >= access.expires {
            return Err(TokenProblem::Expired);
        }
        Ok(access.account.clone())
    }

    /// Adds a session token; `token` fixes its text.
    pub fn add_session(&mut self, token: String, account: &str, now: Timestamp) {
        let session = Session {
            account: account.to_owned(),
            expires: now + self.lives.session,
            access: None,
        };
        self.sessions.insert(token, session);
    }

    /// The account and the end of a session that is still good.
    pub fn check_session(&self, token: &str, now: Timestamp) -> Option<(String, Timestamp)> {
        let session = self.sessions.get(token)?;
        (now < session.expires).then(|| (session.account.clone(), session.expires))
    }

    /// The access token of a session: the same one until it is about to
    /// expire or is revoked, as the real service does.
    pub fn access_of_session(
        &mut self,
        token: &str,
        email: &str,
        now: Timestamp,
    ) -> Option<(String, Timestamp)> {
        let (account, _) = self.check_session(token, now)?;
        let known = self.sessions.get(token)?.access.clone();
        if let Some(known) = known
            && let Some(access) = self.access.get(&known)
            && !access.invalidated
            && now + SignedDuration::from_hours(1) < access.expires
        {
            return Some((known, access.expires));
        }
        let expires = now + self.lives.access;
        let fresh = self.issue_access(&account, email, now, expires);
        self.sessions.get_mut(token)?.access = Some(fresh.clone());
        Some((fresh, expires))
    }

    /// Adds an API key for `account`.
    pub fn add_api_key(&mut self, key: String, account: &str) {
        self.api_keys.insert(key, account.to_owned());
    }

    /// Whose API key this is.
    pub fn check_api_key(&self, key: &str) -> Option<String> {
        self.api_keys.get(key).cloned()
    }

    /// Replaces the API key `old` by `new`; true if there was such a key.
    pub fn change_api_key(&mut self, old: &str, new: String) -> bool {
        match self.api_keys.remove(old) {
            Some(account) => {
                self.api_keys.insert(new, account);
                true
            }
            None => false,
        }
    }

    /// Makes every access token of `account` expired at `now`.
    pub fn expire_access(&mut self, account: &str, now: Timestamp) {
        for access in self
            .access
            .values_mut()
            .filter(|access| access.account == account)
        {
            access.expires = access.expires.min(now);
        }
    }

    /// Revokes every access token of `account`.
    pub fn invalidate_access(&mut self, account: &str) {
        for access in self
            .access
            .values_mut()
            .filter(|access| access.account == account)
        {
            access.invalidated = true;
        }
    }

    /// Ends every session of `account` and uses up its refresh tokens.
    pub fn revoke_logins(&mut self, account: &str) {
        self.sessions
            .retain(|_, session| session.account != account);
        for refresh in self
            .refresh
            .values_mut()
            .filter(|refresh| refresh.account == account)
        {
            refresh.used = true;
        }
    }
}

fn encode(value: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        Timestamp::from_second(1_700_000_000).unwrap()
    }

    #[test]
    fn a_session_repeats_its_access_token_until_it_nears_its_end() {
        let mut tokens = Tokens::default();
        tokens.add_session("sess-1".into(), "user-1", start());
        let (first, expires) = tokens
            .access_of_session("sess-1", "a@example.test", start())
            .unwrap();
        assert!(first.starts_with("eyJhbGciOiJ"));
        let soon = start() + SignedDuration::from_hours(1);
        assert_eq!(
            tokens.access_of_session("sess-1", "a", soon).unwrap().0,
            first
        );
        let late = expires - SignedDuration::from_mins(5);
        assert_ne!(
            tokens.access_of_session("sess-1", "a", late).unwrap().0,
            first
        );
        assert_eq!(
            tokens.check_access(&first, expires),
            Err(TokenProblem::Expired)
        );
    }
}
