//! One account's access token: kept ready, renewed once for all concurrent calls, and
//! saved before it is used.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::Shared;

use super::lifetime::{self, Issued};
use super::renewer::Renewer;
use super::{Claims, Credential, CredentialStore};
use crate::api::sora::{ExchangeSession, RefreshToken};
use crate::host::Unfinished;
use crate::lock::{Guard, lock};
use crate::model::{Error, ErrorKind, OptionSource, Result, Secret};
use crate::platform::{self, BoxFuture};
use crate::policy::refresh::Left;

/// The tokens of a client's account.
///
/// Of the credentials in memory and in the store, the newer one counts: the one renewed
/// more often. A renewed credential that could not be saved is saved before it is used,
/// and is never given up for an older one.
pub(crate) struct Account {
    settings: AccountSettings,
    store: Arc<dyn CredentialStore>,
    state: Mutex<State>,
}

/// An account's settings, apart from its tokens.
pub(crate) struct AccountSettings {
    /// The origin of the server, the only one to receive the tokens.
    pub(crate) origin: String,
    /// The source of the tokens.
    pub(crate) source: OptionSource,
    /// True if the tokens only fill a store that is still empty.
    pub(crate) only_fills_store: bool,
    /// The time limit for the store to answer, or to be locked by others.
    pub(crate) store_timeout: Duration,
}

struct State {
    given: Credential,
    credential: Credential,
    /// The known expiry of an access token issued to this process.
    issued: Option<Issued>,
    /// True once the store has been read.
    loaded: bool,
    /// True if the credential was renewed, and the store does not have it yet.
    unsaved: bool,
    /// True once the credential's source has been reported.
    told: bool,
    /// The renewal in progress. It is kept here so that it continues when the call that
    /// started it is cancelled: a refresh token that was sent is used up.
    renewal: Option<Renewal>,
    /// The process that started it: it does not continue in a child.
    process: u32,
}

type Renewal = Shared<BoxFuture<'static, Result<Secret>>>;

impl Account {
    pub(crate) fn new(
        given: Credential,
        store: Arc<dyn CredentialStore>,
        settings: AccountSettings,
    ) -> Self {
        let mut credential = given.clone();
        credential.origin = Some(settings.origin.clone());
        credential.mark_all();
        Self {
            settings,
            store,
            state: Mutex::new(State {
                given,
                credential,
                issued: None,
                loaded: false,
                unsaved: false,
                told: false,
                renewal: None,
                process: platform::process(),
            }),
        }
    }

    /// True if a refused access token can be replaced.
    pub(crate) fn can_renew(&self) -> bool {
        self.state().credential.can_renew()
    }

    /// The origin of the server, the only one to receive the tokens.
    pub(crate) fn origin(&self) -> &str {
        &self.settings.origin
    }

    /// True if there is any token, given or stored.
    pub(crate) fn has_tokens(&self) -> bool {
        self.state().credential.has_tokens()
    }

    /// Saves what was renewed and could not be saved: once more, before the client is gone.
    pub(crate) async fn save_what_is_left<R: Renewer>(&self, renewer: &R) {
        let left = {
            let state = self.state();
            state.unsaved.then(|| state.credential.clone())
        };
        let Some(credential) = left else {
            return;
        };
        if let Ok(_guard) = self.locked(renewer).await {
            let _ = self.save_renewed(renewer, credential).await;
        }
    }

    /// Completes when no renewal is in progress.
    pub(crate) fn settled(&self) -> impl Future<Output = ()> + use<> {
        let renewal = self.state().renewal.clone();
        async move {
            if let Some(renewal) = renewal {
                let _ = renewal.await;
            }
        }
    }

    /// A usable access token, other than `refused`, which a server did not accept. `None`
    /// if the caller gave no token and the server may not require one.
    pub(crate) async fn access_token<R: Renewer>(
        self: &Arc<Self>,
        renewer: &R,
        refused: Option<&Secret>,
    ) -> Result<Option<Secret>> {
        self.load(renewer).await?;
        let renewal = {
            let mut state = self.state();
            if let Some(renewal) = &state.renewal {
                renewal.clone()
            } else {
                match self.ready(&state, renewer, refused)? {
                    Ready::Use(token) => {
                        drop(state);
                        self.tell(renewer);
                        return Ok(Some(token));
                    }
                    Ready::Without => return Ok(None),
                    Ready::Renew => {
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
        let token = renewal.await?;
        self.tell(renewer);
        Ok(Some(token))
    }

    fn tell<R: Renewer>(&self, renewer: &R) {
        let source = {
            let mut state = self.state();
            if std::mem::replace(&mut state.told, true) {
                return;
            }
            // The given tokens that are left, or those that a store has kept.
            match state.given.has_tokens() && !self.settings.only_fills_store {
                true => self.settings.source,
                false => OptionSource::Store,
            }
        };
        // A caller who gave it in code knows.
        if source != OptionSource::Code {
            renewer.uses(source);
        }
    }

    async fn load<R: Renewer>(&self, renewer: &R) -> Result<()> {
        if self.state().loaded {
            return Ok(());
        }
        let stored = self.stored(renewer).await?;
        let is_unbound = stored
            .as_ref()
            .is_some_and(|stored| stored.has_tokens() && stored.origin.is_none());
        if is_unbound {
            self.bind(renewer).await?;
        }
        let mut state = self.state();
        if !state.loaded {
            let kept_for = stored.as_ref().and_then(|stored| stored.account.as_deref());
            self.check_account(&state.given, kept_for)?;
            self.reconcile(&mut state, stored);
            state.loaded = true;
        }
        Ok(())
    }

    /// Records in a store that does not name a server the one that its tokens are for.
    async fn bind<R: Renewer>(&self, renewer: &R) -> Result<()> {
        let _guard = self.locked(renewer).await?;
        match self.stored(renewer).await? {
            Some(mut stored) if stored.origin.is_none() => {
                stored.origin = Some(self.settings.origin.clone());
                self.save(renewer, stored).await
            }
            _ => Ok(()),
        }
    }

    async fn renew<R: Renewer>(
        self: Arc<Self>,
        renewer: R,
        refused: Option<Secret>,
    ) -> Result<Secret> {
        // The process waits for this before it ends.
        let _unfinished = Unfinished::begin();
        let outcome = self.renew_locked(&renewer, refused.as_ref()).await;
        self.state().renewal = None;
        outcome
    }

    async fn renew_locked<R: Renewer>(
        &self,
        renewer: &R,
        refused: Option<&Secret>,
    ) -> Result<Secret> {
        let _guard = self.locked(renewer).await?;
        // Another process may have renewed it while this one waited.
        let stored = self.stored(renewer).await?;
        let kept_for = stored.as_ref().and_then(|stored| stored.account.clone());
        let kept_renewals = stored.as_ref().map_or(0, |stored| stored.renewals);
        let mut credential = {
            let mut state = self.state();
            self.reconcile(&mut state, stored);
            let renewals = &mut state.credential.renewals;
            *renewals = kept_renewals.max(*renewals);
            state.credential.clone()
        };
        self.check_account(&credential, kept_for.as_deref())?;
        if self.state().unsaved {
            self.save_renewed(renewer, credential.clone()).await?;
        }
        {
            let state = self.state();
            match self.ready(&state, renewer, refused)? {
                Ready::Use(token) => return Ok(token),
                Ready::Renew => {}
                Ready::Without => return Err(no_token()),
            }
        }
        let issued = exchange(&mut credential, renewer).await?;
        {
            // In memory first: if saving fails, this process still has it.
            let mut state = self.state();
            state.credential = credential.clone();
            state.issued = issued.or(state.issued.take());
            state.unsaved = true;
        }
        if let Err(error) = self.check_account(&credential, kept_for.as_deref()) {
            return Err(self.set_aside(credential, error).await);
        }
        let token = credential.access_token.clone();
        self.save_renewed(renewer, credential).await?;
        renewer.renewed();
        token.filter(|token| refused != Some(token)).ok_or_else(|| {
            Error::new(
                ErrorKind::UnexpectedResponse,
                "the server answers without an access token; the new refresh token is kept",
            )
        })
    }

    async fn save_renewed<R: Renewer>(&self, renewer: &R, credential: Credential) -> Result<()> {
        self.save(renewer, credential).await?;
        self.state().unsaved = false;
        Ok(())
    }

    /// Takes over the stored credential, unless the one in memory is newer.
    fn reconcile(&self, state: &mut State, stored: Option<Credential>) {
        let Some(mut stored) = stored.filter(Credential::has_tokens) else {
            return;
        };
        let is_newer = stored.renewals > state.credential.renewals;
        let is_first =
            !state.credential.has_tokens() || (state.credential.renewals == 0 && !state.unsaved);
        if !is_newer && !is_first {
            return;
        }
        let given = &state.given;
        stored
            .origin
            .get_or_insert_with(|| self.settings.origin.clone());
        let takes_all =
            !given.has_tokens() || self.settings.only_fills_store || stored.knows_all(given);
        state.credential = match takes_all {
            true => stored,
            false if is_first => {
                let mut newer = stored.renewed_by(given);
                newer.mark_all();
                newer
            }
            // The newly given credential has been renewed here since.
            false => return,
        };
        state.unsaved = false;
    }

    fn ready<R: Renewer>(
        &self,
        state: &State,
        renewer: &R,
        refused: Option<&Secret>,
    ) -> Result<Ready> {
        let credential = &state.credential;
        if state.unsaved {
            return Ok(Ready::Renew);
        }
        let can_renew = renewer.may_renew() && credential.can_renew();
        if let Some(token) = credential
            .access_token
            .as_ref()
            .filter(|token| refused != Some(token))
        {
            let left = lifetime::left(credential, state.issued.as_ref(), renewer);
            // If there is no other, the server decides whether it has expired: this
            // machine's clock may be wrong.
            if left == Left::Enough || !can_renew {
                return Ok(Ready::Use(token.clone()));
            }
        }
        match credential.access_token {
            _ if can_renew => Ok(Ready::Renew),
            Some(_) => Err(Error::new(
                ErrorKind::Authentication,
                "the server does not accept the access token",
            )
            .with_hint(
                "Give a valid token; with a refresh token or session token it renews itself.",
            )),
            None if credential.can_renew() => Err(Error::new(
                ErrorKind::Authentication,
                "there is no access token, and `auto_refresh` is off",
            )),
            None => Ok(Ready::Without),
        }
    }

    /// Refuses a store for another server, or another account.
    fn check_origin(&self, stored: &Credential) -> Result<()> {
        let own = &self.settings.origin;
        match &stored.origin {
            Some(origin) if origin != own && stored.has_tokens() => Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "{} is for {origin}, and this client talks to {own}",
                    self.store.description()
                ),
            )
            .with_field("credential_file")
            .with_hint("Each server has a credential file of its own: name another one.")),
            _ => Ok(()),
        }
    }

    fn check_account(&self, credential: &Credential, kept_for: Option<&str>) -> Result<()> {
        let claims = credential.access_token.as_ref().and_then(Claims::read);
        let account = claims.and_then(|claims| claims.account);
        match (kept_for, account) {
            (Some(kept), Some(account)) if kept != account => Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "{} is {kept}'s, and the tokens given are {account}'s",
                    self.store.description()
                ),
            )
            .with_field("credential_file")
            .with_hint("Each account has a credential file of its own: name another one.")),
            _ => Ok(()),
        }
    }

    /// Sets aside a credential that must not replace another account's; the error says
    /// where.
    async fn set_aside(&self, credential: Credential, error: Error) -> Error {
        match self.store.set_aside(credential).await {
            Ok(Some(place)) => error.with_hint(format!(
                "The new tokens are kept in {place}: name that, or another one."
            )),
            _ => error,
        }
    }

    async fn stored<R: Renewer>(&self, renewer: &R) -> Result<Option<Credential>> {
        let late = || "does not answer".to_owned();
        let stored = self.in_time(renewer, self.store.load(), late).await?;
        if let Some(stored) = &stored {
            self.check_origin(stored)?;
        }
        Ok(stored)
    }

    async fn save<R: Renewer>(&self, renewer: &R, credential: Credential) -> Result<()> {
        let late = || "does not take the new tokens".to_owned();
        self.in_time(renewer, self.store.save(credential), late)
            .await
    }

    async fn locked<R: Renewer>(&self, renewer: &R) -> Result<super::StoreGuard> {
        let late = || match self.store.locked_by() {
            Some(holder) => format!("is locked by {holder}"),
            None => "is locked by somebody else".to_owned(),
        };
        self.in_time(renewer, self.store.lock(), late).await
    }

    /// The store's answer, within its time limit.
    async fn in_time<R: Renewer, T>(
        &self,
        renewer: &R,
        answer: impl Future<Output = Result<T>>,
        late: impl Fn() -> String,
    ) -> Result<T> {
        let limit = self.settings.store_timeout;
        let too_late = async {
            renewer.sleep(limit).await;
            let (store, what) = (self.store.description(), late());
            let what = format!("{store} {what}, for {} s now", limit.as_secs_f64());
            Err(Error::new(ErrorKind::Storage, what)
                .with_retryable(true)
                .with_hint("End what uses it, or give it more time with `store_timeout`."))
        };
        futures_lite::future::or(answer, too_late).await
    }

    fn state(&self) -> Guard<'_, State> {
        let mut state = lock(&self.state);
        let process = platform::process();
        if std::mem::replace(&mut state.process, process) != process {
            // The task that drives it is in the parent, and may hold it at this very
            // moment.
            std::mem::forget(state.renewal.take());
        }
        state
    }
}

/// The next step with a credential as it is.
enum Ready {
    /// Send this token.
    Use(Secret),
    /// Get another token, or save the existing one.
    Renew,
    /// Send no token.
    Without,
}

fn no_token() -> Error {
    Error::new(ErrorKind::Authentication, "no token or API key is given")
        .with_hint("Give a valid token; with a refresh token or session token it renews itself.")
}

/// Gets a new access token, from the refresh token if there is one, otherwise from the
/// session token.
async fn exchange<R: Renewer>(credential: &mut Credential, renewer: &R) -> Result<Option<Issued>> {
    let before = credential.access_token.clone();
    let (access_token, expires_in) = if let Some(used) = credential.refresh_token.clone() {
        let (client_id, redirect_uri) = credential.oauth_client()?;
        let refreshed = renewer
            .refresh(RefreshToken {
                refresh_token: used.clone(),
                client_id: Some(client_id),
                redirect_uri: Some(redirect_uri),
            })
            .await?;
        // An answer without a new one leaves the old one valid.
        if let Some(next) = refreshed.refresh_token.filter(|next| !next.is_empty()) {
            credential.mark_replaced(&used);
            credential.refresh_token = Some(next);
        }
        (refreshed.access_token, refreshed.expires_in)
    } else {
        let used = credential.session_token.clone().ok_or_else(no_token)?;
        let session = renewer
            .exchange_session(ExchangeSession {
                session_token: used.clone(),
            })
            .await?;
        if let Some(next) = session.rotated.filter(|next| *next != used) {
            credential.mark_replaced(&used);
            credential.session_token = Some(next);
        }
        // `expires` is when the session ends; the access token states its own expiry.
        (session.access_token, None)
    };
    credential.renewals += 1;
    // What replaces the refresh token has to be kept, whatever else is missing. A blank
    // access token replaces none.
    if access_token.is_empty() {
        return Ok(None);
    }
    if let Some(before) = before.filter(|before| *before != access_token) {
        credential.mark_replaced(&before);
    }
    let expires_in = expires_in.filter(|secs| *secs > 0).map(Duration::from_secs);
    let issued = Issued::now(credential, &access_token, expires_in, renewer);
    if let Some(account) = Claims::read(&access_token).and_then(|claims| claims.account) {
        credential.account = Some(account);
    }
    Ok(Some(issued))
}
