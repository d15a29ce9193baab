//! The way of every call: check, open files, authorise, encode, send, decode,
//! and what the policy says when something fails.

use tracing::Instrument;

use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::api::{
    Auth, FileInput, Operation, Patience, Repeatable, Reply, ReplyKind, Timestamp, failure,
    looks_like_html,
};
use crate::auth::Renewer;
use crate::client::{Client, lock};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::host::{ByteStream, SendOptions, Taken};
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
        let whole = async {
            match self.attempt(operation, options, Wanted::Whole).await? {
                Answer::Whole(reply) => decode::<O>(&reply),
                Answer::Open(_) => unreachable!("the whole answer was wanted"),
            }
        }
        .instrument(span);
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

    /// Sends an operation, and again where the policy says so, until the server
    /// answers with success or the call has failed.
    pub(super) async fn attempt<O: Operation>(
        &self,
        mut operation: O,
        options: SendOptions,
        wanted: Wanted,
    ) -> Result<Answer> {
        operation = self.open_files(operation).await?;
        operation.check()?;
        let mut attempts = Attempts::default();
        let mut refused: Option<Secret> = None;
        loop {
            let credential = self.credential(O::META.auth, refused.as_ref()).await?;
            let (error, taken) = match self
                .send_once(&operation, credential.as_ref(), options.clone(), wanted)
                .await
            {
                Ok(Sent::Done(answer)) => return Ok(answer),
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
        wanted: Wanted,
    ) -> Result<Sent> {
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
        let limit = match operation.patience() {
            Patience::Request => self.inner.timeout,
            Patience::Image => self.inner.poll.image_deadline,
            Patience::Video => self.inner.poll.deadline,
        };
        let answer = match wanted {
            Wanted::Whole => self
                .exchange_within(
                    request,
                    options,
                    limit,
                    O::META.reply != ReplyKind::Redirect,
                )
                .await
                .map(Answer::Whole),
            Wanted::Open => match self.open(request, options, limit).await {
                Ok(Ok(response)) => Ok(Answer::Open(response)),
                Ok(Err(reply)) => Ok(Answer::Whole(reply)),
                Err(broken) => Err(broken),
            },
        };
        Ok(match answer {
            Ok(Answer::Whole(reply)) if !O::accepts(reply.status) => Sent::Refused(failure(&reply)),
            Ok(answer) => Sent::Done(answer),
            Err(broken) => Sent::Broken(broken.error, broken.taken),
        })
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

    /// The bytes of an opened file, read off the caller's thread.
    pub(crate) async fn read_file(
        &self,
        field: &'static str,
        file: FileInput,
    ) -> Result<bytes::Bytes> {
        off_thread(move || {
            let opened = file.opened(field)?;
            opened.source.read().map_err(|error| {
                Error::invalid(field, format!("cannot read {}: {error}", opened.filename))
            })
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
    crate::host::unblock(work).await
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

/// What of an answer is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    /// All of it.
    Whole,
    /// Its body as it arrives.
    Open,
}

/// An answer with success.
pub(super) enum Answer {
    Whole(Reply),
    Open(http::Response<ByteStream>),
}

/// Reads an answer. When a creation's cannot be read, the server took it all the
/// same; but a web page comes from a wrong address, where nothing was taken.
fn decode<O: Operation>(reply: &Reply) -> Result<O::Output> {
    O::decode(reply).map_err(|error| {
        let unreadable = O::META.repeatable == Repeatable::IfUntaken
            && error.kind() == ErrorKind::UnexpectedResponse
            && !looks_like_html(&reply.body);
        if unreadable { unknown(&error) } else { error }
    })
}

enum Sent {
    Done(Answer),
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
