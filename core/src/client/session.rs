//! The session of an admin on a gateway that has an administration
//! (`docs/wire/sora2api.md` §7.1): given, logged in for, or kept in a file.

use super::{Client, lock};
use crate::api::sora2api::admin::{Login, Logout};
use crate::api::{Meta, Operation, Reply};
#[cfg(not(target_family = "wasm"))]
use crate::auth::{Credential, CredentialStore};
use crate::model::{Error, ErrorKind, Result, Secret};

impl Client {
    /// Sets the token of an admin login (`docs/wire/sora2api.md` §7.1), or forgets it.
    pub fn set_admin_token(&self, token: Option<Secret>) {
        if let Some(token) = &token {
            self.inner.hidden.add(token);
        }
        *lock(&self.inner.admin.token) = token;
    }

    /// True if the client has an admin's session, or can log in for one.
    pub(crate) fn has_admin(&self) -> bool {
        let admin = &self.inner.admin;
        let has = lock(&admin.token).is_some() || admin.login.is_some();
        #[cfg(not(target_family = "wasm"))]
        let has = has || admin.store.is_some();
        has
    }

    /// The token of the admin's session, another than `refused`: the current one, the one
    /// in the file, or that of a new login.
    pub(super) async fn admin_token(&self, refused: Option<&Secret>) -> Result<Secret> {
        let admin = &self.inner.admin;
        let usable = |token: Option<Secret>| token.filter(|token| Some(token) != refused);
        if let Some(token) = usable(lock(&admin.token).clone()) {
            return Ok(token);
        }
        let _turn = admin.turn.lock().await;
        // Somebody else may have logged in meanwhile.
        if let Some(token) = usable(lock(&admin.token).clone()) {
            return Ok(token);
        }
        #[cfg(not(target_family = "wasm"))]
        if let Some(token) = usable(self.kept_admin_token().await?) {
            self.set_admin_token(Some(token.clone()));
            return Ok(token);
        }
        let Some((username, password)) = admin.login.clone() else {
            return Err(
                Error::new(ErrorKind::Authentication, "no admin is logged in").with_hint(
                    "Log in with `admin.login`, or give `admin_token`, or `admin_username` with \
                     `admin_password`.",
                ),
            );
        };
        // Boxed: this is on the way of every call, and itself makes one.
        let login = Box::pin(self.call_to_the_end(Login { username, password })).await?;
        self.set_admin_token(Some(login.token.clone()));
        self.keep_admin_token(Some(login.token.clone())).await?;
        Ok(login.token)
    }

    /// True if a refused session can be replaced by another.
    pub(super) fn can_renew_admin(&self) -> bool {
        self.inner.admin.login.is_some()
    }

    /// Keeps the session that a login has answered with, and forgets the one that a
    /// logout has ended, whichever way the operation was called.
    pub(super) async fn note_admin(&self, meta: &Meta, reply: &Reply) -> Result<()> {
        let token = if meta.name == Login::META.name {
            Login::decode(reply).ok().map(|login| login.token)
        } else if meta.name == Logout::META.name {
            None
        } else {
            return Ok(());
        };
        if meta.name == Login::META.name && token.is_none() {
            return Ok(());
        }
        self.set_admin_token(token.clone());
        self.keep_admin_token(token).await
    }

    /// The session in the file, if it is this server's and this admin's.
    #[cfg(not(target_family = "wasm"))]
    async fn kept_admin_token(&self) -> Result<Option<Secret>> {
        let admin = &self.inner.admin;
        let Some(store) = &admin.store else {
            return Ok(None);
        };
        let name = admin.login.as_ref().map(|(name, _)| name);
        let kept = store.load().await?.filter(|kept| {
            kept.origin.as_deref() == Some(self.admin_origin().as_str())
                && (name.is_none() || kept.account.as_ref() == name)
        });
        Ok(kept.and_then(|kept| kept.access_token))
    }

    /// Writes the session, or that there is none, to the file.
    async fn keep_admin_token(&self, token: Option<Secret>) -> Result<()> {
        #[cfg(not(target_family = "wasm"))]
        if let Some(store) = &self.inner.admin.store {
            let kept = Credential {
                access_token: token,
                origin: Some(self.admin_origin()),
                account: self
                    .inner
                    .admin
                    .login
                    .as_ref()
                    .map(|(name, _)| name.clone()),
                ..Credential::default()
            };
            return store.save(kept).await;
        }
        drop(token);
        Ok(())
    }

    #[cfg(not(target_family = "wasm"))]
    fn admin_origin(&self) -> String {
        let url = crate::model::url::Url::parse(self.base_url());
        url.map(|url| url.origin().ascii_serialization())
            .unwrap_or_default()
    }
}
