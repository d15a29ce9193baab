//! One account's access token: had, renewed once for all who wait, and saved
//! before it is used.

use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use futures_util::future::Shared;

use super::{Credential, CredentialStore};
use crate::api::Timestamp;
use crate::api::sora::{ExchangeSession, RefreshToken};
use crate::error::{Error, ErrorKind, Result};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};
use crate::policy::refresh;
use crate::secret::Secret;

/// The tokens of a client's account.
pub(crate) struct Account {
    store: Arc<dyn CredentialStore>,
    state: Mutex<State>,
}

struct State {
    credential: Credential,
    /// Whether the store has been read.
    loaded: bool,
    /// The renewal under way. It is kept here, so that it goes on when the call
    /// that began it is cancelled: a refresh token that was sent is used up.
    renewal: Option<Renewal>,
}

type Renewal = Shared<BoxFuture<'static, Result<Secret>>>;

/// The calls that a renewal makes, and the clock. The client gives them.
pub(crate) trait Renewer: Clone + MaybeSend + MaybeSync + 'static {
    fn now(&self) -> Timestamp;
    /// Whether the caller wants access tokens to be renewed.
    fn may_renew(&self) -> bool;
    fn exchange_session(
        &self,
        operation: ExchangeSession,
    ) -> BoxFuture<'static, Result<crate::api::sora::Session>>;
    fn refresh(
        &self,
        operation: RefreshToken,
    ) -> BoxFuture<'static, Result<crate::api::sora::RefreshedToken>>;
    /// Runs the future to its end even when nobody waits for it.
    fn finish(&self, future: BoxFuture<'static, ()>);
    fn renewed(&self);
}

impl Account {
    pub(crate) fn new(mut given: Credential, store: Arc<dyn CredentialStore>) -> Self {
        given.mark_given();
        Self {
            store,
            state: Mutex::new(State {
                credential: given,
                loaded: false,
                renewal: None,
            }),
        }
    }

    /// Whether a refused access token can be replaced.
    pub(crate) fn can_renew(&self) -> bool {
        self.state().credential.can_renew()
    }

    /// An access token that is fit for use; another one than `refused`, which a
    /// server did not take.
    pub(crate) async fn access_token<R: Renewer>(
        self: &Arc<Self>,
        renewer: &R,
        refused: Option<&Secret>,
    ) -> Result<Secret> {
        self.load().await?;
        let renewal = {
            let mut state = self.state();
            if let Some(renewal) = &state.renewal {
                renewal.clone()
            } else {
                match usable(&state.credential, renewer, refused)? {
                    Some(token) => return Ok(token),
                    None => {
                        let renewal: BoxFuture<'static, _> =
                            Box::pin(self.clone().renew(renewer.clone(), refused.cloned()));
                        let renewal = renewal.shared();
                        state.renewal = Some(renewal.clone());
                        drop(state);
                        renewer.finish(Box::pin(renewal.clone().map(|_| ())));
                        renewal
                    }
                }
            }
        };
        renewal.await
    }

    async fn load(&self) -> Result<()> {
        if self.state().loaded {
            return Ok(());
        }
        let stored = self.store.load().await?;
        let mut state = self.state();
        if !state.loaded {
            state.loaded = true;
            adopt(&mut state.credential, stored);
        }
        Ok(())
    }

    async fn renew<R: Renewer>(
        self: Arc<Self>,
        renewer: R,
        refused: Option<Secret>,
    ) -> Result<Secret> {
        let outcome = self.renew_locked(&renewer, refused.as_ref()).await;
        self.state().renewal = None;
        if outcome.is_ok() {
            renewer.renewed();
        }
        outcome
    }

    async fn renew_locked<R: Renewer>(
        &self,
        renewer: &R,
        refused: Option<&Secret>,
    ) -> Result<Secret> {
        let _guard = self.store.lock().await?;
        let mut credential = self.state().credential.clone();
        // Another process may have renewed it while this one waited.
        adopt(&mut credential, self.store.load().await?);
        if let Some(token) = usable(&credential, renewer, refused)? {
            self.state().credential = credential;
            return Ok(token);
        }
        let token = exchange(&mut credential, renewer).await?;
        // In memory first: should saving fail, this process still has it.
        self.state().credential = credential.clone();
        self.store.save(credential).await?;
        Ok(token)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// Takes over what a store kept, unless the caller has given other tokens since.
fn adopt(credential: &mut Credential, stored: Option<Credential>) {
    if let Some(stored) = stored
        && (stored.given == credential.given || !has_tokens(credential))
    {
        *credential = stored;
    }
}

fn has_tokens(credential: &Credential) -> bool {
    credential.access_token.is_some() || credential.can_renew()
}

/// The access token, if it can be used; `None` if it has to be renewed; an
/// error if it cannot be.
fn usable<R: Renewer>(
    credential: &Credential,
    renewer: &R,
    refused: Option<&Secret>,
) -> Result<Option<Secret>> {
    let now = renewer.now();
    let can_renew = renewer.may_renew() && credential.can_renew();
    let ends = credential.access_token_ends();
    match &credential.access_token {
        Some(token) if refused == Some(token) => {}
        Some(token) if !refresh::needed(ends, now) => return Ok(Some(token.clone())),
        // Near its end, and there is no other: it is good until then.
        Some(token) if !can_renew && ends.is_some_and(|ends| now < ends) => {
            return Ok(Some(token.clone()));
        }
        _ => {}
    }
    if can_renew {
        return Ok(None);
    }
    let why = match (&credential.access_token, ends) {
        (None, _) => "no token or API key is given".to_owned(),
        (Some(_), Some(ends)) if now >= ends => format!("the access token expired at {ends}"),
        (Some(_), _) => "the server does not accept the access token".to_owned(),
    };
    Err(Error::new(ErrorKind::Authentication, why)
        .hint("Give a valid token; with a refresh token or session token it renews itself."))
}

/// Gets a new access token, from the refresh token if there is one, else from
/// the session token.
async fn exchange<R: Renewer>(credential: &mut Credential, renewer: &R) -> Result<Secret> {
    if let Some(refresh_token) = &credential.refresh_token {
        let (client_id, redirect_uri) = credential.oauth_client()?;
        let refreshed = renewer
            .refresh(RefreshToken {
                refresh_token: refresh_token.clone(),
                client_id,
                redirect_uri,
            })
            .await?;
        if let Some(next) = refreshed.refresh_token {
            credential.refresh_token = Some(next);
        }
        credential.expires_at = refreshed
            .expires_in
            .map(|secs| renewer.now().after(std::time::Duration::from_secs(secs)));
        credential.access_token = Some(refreshed.access_token.clone());
        return Ok(refreshed.access_token);
    }
    let session_token = credential.session_token.clone().ok_or_else(|| {
        Error::new(
            ErrorKind::Authentication,
            "the access token cannot be renewed",
        )
    })?;
    let session = renewer
        .exchange_session(ExchangeSession { session_token })
        .await?;
    // `expires` is the session's end; the access token says its own.
    credential.expires_at = None;
    credential.access_token = Some(session.access_token.clone());
    Ok(session.access_token)
}
