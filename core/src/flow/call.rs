//! The way of every call: check, open files, authorise, encode, send, decode,
//! and what the policy says when something fails.

use tracing::Instrument;

use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::api::{
    Auth, FileInput, Operation, Repeatable, Reply, Timestamp, failure, looks_like_html,
};
use crate::auth::Renewer;
use crate::client::{Client, lock};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::host::{SendOptions, Taken};
use crate::platform::BoxFuture;
use crate::policy::retry::{self, Attempts, Failed, Next};
use crate::secret::Secret;

impl Client {
    /// Makes one call of any operation.
    ///
    /// # Errors
    /// Bad values are refused before anything is sent. What may have been taken
    /// is not sent again; that is the kind `outcome_unknown`.
    pub async fn call<O: Operation>(&self, operation: O) -> Result<O::Output> {
        self.call_with(operation, SendOptions::default()).await
    }

    /// Makes one call, with progress of its upload.
    pub async fn call_with<O: Operation>(
        &self,
        operation: O,
        options: SendOptions,
    ) -> Result<O::Output> {
        let span = tracing::info_span!("sorakit", operation = O::META.name);
        let whole = self.attempt(operation, options).instrument(span);
        let outcome = match self.inner.total_timeout {
            Some(limit) => self.within(limit, whole).await.unwrap_or_else(|| {
                let what = format!("not done within {} s", limit.as_secs_f64());
                Err(match O::META.repeatable {
                    Repeatable::Always => Error::new(ErrorKind::Timeout, what),
                    Repeatable::IfUntaken => Error::new(ErrorKind::OutcomeUnknown, what),
                })
            }),
            None => whole.await,
        };
        outcome.map_err(|error| error.on(O::META.name))
    }

    async fn attempt<O: Operation>(
        &self,
        mut operation: O,
        options: SendOptions,
    ) -> Result<O::Output> {
        operation = self.open_files(operation).await?;
        operation.check()?;
        let mut attempts = Attempts::default();
        let mut refused: Option<Secret> = None;
        loop {
            let credential = self.credential(O::META.auth, refused.as_ref()).await?;
            let (error, taken) = match self
                .send_once(&operation, credential.as_ref(), options.clone())
                .await
            {
                Ok(Sent::Done(output)) => return Ok(output),
                Ok(Sent::Refused(error)) => (error, None),
                Ok(Sent::Broken(error, taken)) => (error, Some(taken)),
                Err(error) => return Err(error),
            };
            let failed = Failed {
                error: &error,
                taken,
            };
            let next = retry::next(
                O::META.repeatable,
                failed,
                attempts,
                &self.inner.retry,
                self.jitter(),
            );
            tracing::debug!(kind = %error.kind(), ?next, "the request failed");
            let operation = O::META.name.to_owned();
            match next {
                Next::Retry(after) => {
                    attempts.retries += 1;
                    let kind = error.kind();
                    self.tell(Event::Retrying {
                        operation,
                        kind,
                        after,
                    });
                    self.inner.host.sleep(after).await;
                }
                Next::WaitForSlot(after) => {
                    attempts.waited_for_slot += after;
                    self.tell(Event::WaitingForSlot { operation, after });
                    self.inner.host.sleep(after).await;
                }
                Next::Refresh if O::META.auth == Auth::Bearer && credential.is_some() => {
                    attempts.refreshed = true;
                    refused = credential;
                    // Without a way to renew, the server's own words say it best.
                    if !self.inner.account.can_renew() {
                        return Err(error);
                    }
                }
                Next::NewSentinel if O::META.sentinel => attempts.new_sentinel = true,
                Next::Refresh | Next::NewSentinel | Next::GiveUp => return Err(error),
                Next::OutcomeUnknown => return Err(unknown(&error)),
            }
        }
    }

    async fn send_once<O: Operation>(
        &self,
        operation: &O,
        credential: Option<&Secret>,
        mut options: SendOptions,
    ) -> Result<Sent<O::Output>> {
        let sentinel = match O::META.sentinel {
            true => Some(self.sentinel_token().await?),
            false => None,
        };
        let mut random = [0; 16];
        self.inner.host.random(&mut random);
        let boundary = format!("sorakit-{:032x}", u128::from_be_bytes(random));
        let context = self.context(credential, sentinel.as_deref(), &boundary);
        let request = operation.encode(&context)?;
        let for_sentinel = O::META.service == crate::api::Service::Sentinel;
        options.proxy = self.inner.proxies.choose(for_sentinel).map(Into::into);
        let reply: Reply = match self.exchange(request, options).await {
            Ok(reply) => reply,
            Err(broken) => return Ok(Sent::Broken(broken.error, broken.taken)),
        };
        if !O::accepts(reply.status) {
            return Ok(Sent::Refused(failure(&reply)));
        }
        match O::decode(&reply) {
            Ok(output) => Ok(Sent::Done(output)),
            // The server took it, and its answer cannot be read. A web page
            // comes from a wrong address, where nothing was taken.
            Err(error)
                if O::META.repeatable == Repeatable::IfUntaken
                    && error.kind() == ErrorKind::UnexpectedResponse
                    && !looks_like_html(&reply.body) =>
            {
                Err(unknown(&error))
            }
            Err(error) => Err(error),
        }
    }

    async fn credential(&self, auth: Auth, refused: Option<&Secret>) -> Result<Option<Secret>> {
        match auth {
            Auth::None | Auth::SessionCookie => Ok(None),
            Auth::Admin => {
                let token = lock(&self.inner.admin_token).clone();
                token.map(Some).ok_or_else(|| {
                    Error::new(ErrorKind::Authentication, "no admin is logged in")
                        .hint("Log in first, or set the admin token.")
                })
            }
            Auth::Bearer => {
                let account = &self.inner.account;
                account.access_token(self, refused).await.map(Some)
            }
        }
    }

    /// Opens the files of an operation, off the caller's thread.
    async fn open_files<O: Operation>(&self, mut operation: O) -> Result<O> {
        if operation.files().is_empty() {
            return Ok(operation);
        }
        off_thread(move || {
            for file in operation.files() {
                open_file("file", file)?;
            }
            Ok(operation)
        })
        .await
    }

    /// Opens a file, off the caller's thread; `field` names it in errors.
    pub(crate) async fn open_file(
        &self,
        field: &'static str,
        mut file: FileInput,
    ) -> Result<FileInput> {
        off_thread(move || {
            open_file(field, &mut file)?;
            Ok(file)
        })
        .await
    }
}

#[cfg(not(target_family = "wasm"))]
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    blocking::unblock(work).await
}

#[cfg(target_family = "wasm")]
async fn off_thread<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    work()
}

#[cfg(not(target_family = "wasm"))]
fn open_file(field: &str, file: &mut FileInput) -> Result<()> {
    file.open_blocking(field)
}

#[cfg(target_family = "wasm")]
fn open_file(_: &str, file: &mut FileInput) -> Result<()> {
    file.open_in_memory()
}

enum Sent<T> {
    Done(T),
    /// The server answered an error.
    Refused(Error),
    /// No whole answer came.
    Broken(Error, Taken),
}

fn unknown(error: &Error) -> Error {
    let mut unknown = Error::new(
        ErrorKind::OutcomeUnknown,
        format!("the request was sent, and then: {}", error.message()),
    )
    .caused_by(error.clone());
    if let Some(status) = error.http_status() {
        unknown = unknown.status(status);
    }
    unknown
}

impl Renewer for Client {
    fn now(&self) -> Timestamp {
        self.inner.host.now()
    }

    fn may_renew(&self) -> bool {
        self.inner.auto_refresh
    }

    fn exchange_session(&self, operation: ExchangeSession) -> BoxFuture<'static, Result<Session>> {
        let client = self.clone();
        Box::pin(async move { client.call(operation).await })
    }

    fn refresh(&self, operation: RefreshToken) -> BoxFuture<'static, Result<RefreshedToken>> {
        let client = self.clone();
        Box::pin(async move { client.call(operation).await })
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.inner.host.finish(future);
    }

    fn renewed(&self) {
        self.tell(Event::Renewed);
    }
}
