//! The way of every call: check, open files, authorise, encode, send, decode,
//! and what the policy says when something fails.

use std::time::Duration;

use serde_json::Value;
use tracing::Instrument;

use crate::api::sora::{ExchangeSession, RefreshToken, RefreshedToken, Session};
use crate::api::{
    Auth, Body, Context, FileInput, Meta, Method, Operation, Patience, Repeatable, Reply,
    ReplyKind, Timestamp, failure, looks_like_html,
};
use crate::auth::{OptionSource, Renewer};
use crate::client::{Client, lock};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::host::{ByteStream, SendOptions, Taken};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};
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
        let reply = self.answer(Box::new(operation), options).await;
        let output = reply.and_then(|reply| {
            O::decode(&reply).map_err(|error| undecoded(&O::META, &reply, error))
        });
        output.map_err(|error| error.on(O::META.name))
    }

    /// Makes a call that is known by its name alone, with plain values. It is
    /// compiled once, and for each operation only what reads and writes its types.
    pub(crate) fn call_by_name(
        self,
        meta: &'static Meta,
        operation: Result<Box<dyn Sendable>>,
        decode: fn(&Reply) -> Result<Value>,
    ) -> BoxFuture<'static, Result<Value>> {
        Box::pin(async move {
            let reply = self.answer(operation?, SendOptions::default()).await;
            let output = reply
                .and_then(|reply| decode(&reply).map_err(|error| undecoded(meta, &reply, error)));
            output.map_err(|error| error.on(meta.name))
        })
    }

    /// The whole answer to an operation.
    async fn answer(&self, operation: Box<dyn Sendable>, options: SendOptions) -> Result<Reply> {
        let meta = operation.meta();
        let span = tracing::info_span!("sorakit", operation = meta.name);
        let whole = async {
            match self.attempt(operation, options, Wanted::Whole).await? {
                Answer::Whole(reply) => Ok(reply),
                Answer::Open(_) => unreachable!("the whole answer was wanted"),
            }
        }
        .instrument(span);
        match self.inner.total_timeout {
            Some(limit) => self.within(limit, whole).await.unwrap_or_else(|| {
                let what = format!("not done within {} s", limit.as_secs_f64());
                Err(match meta.repeatable {
                    Repeatable::Always => Error::new(ErrorKind::Timeout, what),
                    Repeatable::IfUntaken => Error::new(ErrorKind::OutcomeUnknown, what),
                })
            }),
            None => whole.await,
        }
        .map_err(|error| self.blame_clock(error))
    }

    /// A call of a renewal. What the caller's own call may take does not end it: a
    /// token that was sent is used up.
    async fn call_to_the_end<O: Operation>(&self, operation: O) -> Result<O::Output> {
        let options = SendOptions::default();
        let answer = self.attempt(Box::new(operation), options, Wanted::Whole);
        let output = answer.await.and_then(|answer| match answer {
            Answer::Whole(reply) => O::decode(&reply),
            Answer::Open(_) => unreachable!("the whole answer was wanted"),
        });
        output.map_err(|error| self.blame_clock(error).on(O::META.name))
    }

    /// Sends an operation, and again where the policy says so, until the server
    /// answers with success or the call has failed.
    pub(super) async fn attempt(
        &self,
        mut operation: Box<dyn Sendable>,
        options: SendOptions,
        wanted: Wanted,
    ) -> Result<Answer> {
        operation = self.open_files(operation).await?;
        operation.check()?;
        let meta = operation.meta();
        let mut attempts = Attempts::default();
        let mut refused: Option<Secret> = None;
        loop {
            let credential = self.credential(meta.auth, refused.as_ref()).await?;
            let (error, taken) = match self
                .send_once(&*operation, credential.as_ref(), options.clone(), wanted)
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
                meta.repeatable,
                failed,
                attempts,
                &self.inner.retry,
                self.jitter(),
            );
            tracing::debug!(kind = %error.kind(), ?next, "the request failed");
            let operation = meta.name.to_owned();
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
                Next::Refresh if meta.auth == Auth::Bearer && credential.is_some() => {
                    attempts.refreshed = true;
                    refused = credential;
                    // Without a way to renew, the server's own words say it best.
                    if !self.inner.account.can_renew() {
                        return Err(error);
                    }
                }
                Next::NewSentinel if meta.sentinel => attempts.new_sentinel = true,
                Next::Refresh | Next::NewSentinel | Next::GiveUp => return Err(error),
                Next::OutcomeUnknown => return Err(unknown(&error)),
            }
        }
    }

    async fn send_once(
        &self,
        operation: &dyn Sendable,
        credential: Option<&Secret>,
        mut options: SendOptions,
        wanted: Wanted,
    ) -> Result<Sent> {
        let meta = operation.meta();
        let sentinel = match meta.sentinel {
            true => Some(self.sentinel_token().await?),
            false => None,
        };
        // Only a body can be a form; a poll need not ask the system for random bytes.
        let boundary = match meta.method {
            Method::Get | Method::Delete => String::new(),
            Method::Post | Method::Put => self.boundary(),
        };
        let context = self.context(credential, sentinel.as_deref(), &boundary);
        let request = operation.encode(&context)?;
        self.inner.host.check(&request)?;
        let for_sentinel = meta.service == crate::api::Service::Sentinel;
        options.proxy = self.inner.proxies.choose(for_sentinel).map(Into::into);
        let limit = match operation.patience() {
            Patience::Request => self.inner.timeout,
            Patience::Image => self.inner.poll.image_deadline,
            Patience::Video => self.inner.poll.deadline,
        };
        let answer = match wanted {
            Wanted::Whole => self
                .exchange_within(request, options, limit, meta.reply != ReplyKind::Redirect)
                .await
                .map(Answer::Whole),
            Wanted::Open => match self.open(request, options, limit).await {
                Ok(Ok(response)) => Ok(Answer::Open(response)),
                Ok(Err(reply)) => Ok(Answer::Whole(reply)),
                Err(broken) => Err(broken),
            },
        };
        Ok(match answer {
            Ok(Answer::Whole(reply)) if !operation.accepts(reply.status) => {
                Sent::Refused(failure(&reply))
            }
            Ok(answer) => Sent::Done(answer),
            Err(broken) => Sent::Broken(broken.error, broken.taken),
        })
    }

    /// What parts a multipart form: nothing that a file could be made to hold.
    fn boundary(&self) -> String {
        let mut random = [0; 16];
        self.inner.host.random(&mut random);
        format!("sorakit-{:032x}", u128::from_be_bytes(random))
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
                account.access_token(self, refused).await
            }
        }
    }

    /// Opens the files of an operation, off the caller's thread.
    async fn open_files(&self, mut operation: Box<dyn Sendable>) -> Result<Box<dyn Sendable>> {
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
        let unreadable = move |error: std::io::Error, filename: &str| {
            Error::invalid(field, format!("cannot read {filename}: {error}")).caused_by(error)
        };
        #[cfg(target_family = "wasm")]
        {
            let opened = file.opened(field)?;
            let read = opened.source.read().await;
            read.map_err(|error| unreadable(error, &opened.filename))
        }
        #[cfg(not(target_family = "wasm"))]
        off_thread(move || {
            let opened = file.opened(field)?;
            let read = opened.source.read();
            read.map_err(|error| unreadable(error, &opened.filename))
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

/// An operation without its types: what is needed of it to send it. So the way of
/// a call is compiled once, not once for each operation.
pub(crate) trait Sendable: MaybeSend + MaybeSync {
    fn meta(&self) -> &'static Meta;
    fn check(&self) -> Result<()>;
    fn files(&mut self) -> Vec<&mut FileInput>;
    fn patience(&self) -> Patience;
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>>;
    fn accepts(&self, status: http::StatusCode) -> bool;
}

impl<O: Operation> Sendable for O {
    fn meta(&self) -> &'static Meta {
        &O::META
    }

    fn check(&self) -> Result<()> {
        Operation::check(self)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        Operation::files(self)
    }

    fn patience(&self) -> Patience {
        Operation::patience(self)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        Operation::encode(self, context)
    }

    fn accepts(&self, status: http::StatusCode) -> bool {
        O::accepts(status)
    }
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

/// The error of an answer that cannot be read. When it is a creation's, the
/// server took it all the same; but a web page comes from a wrong address, where
/// nothing was taken.
fn undecoded(meta: &Meta, reply: &Reply, error: Error) -> Error {
    let unreadable = meta.repeatable == Repeatable::IfUntaken
        && error.kind() == ErrorKind::UnexpectedResponse
        && !looks_like_html(&reply.body);
    if unreadable { unknown(&error) } else { error }
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

    fn monotonic(&self) -> Duration {
        self.inner.host.monotonic()
    }

    fn server_time(&self) -> Option<Timestamp> {
        let now = self.inner.host.now().as_millis();
        let offset = self.clock_offset()?;
        Some(Timestamp::from_millis(now.saturating_add(offset)))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.host.sleep(duration)
    }

    fn may_renew(&self) -> bool {
        self.inner.auto_refresh
    }

    fn exchange_session(&self, operation: ExchangeSession) -> BoxFuture<'static, Result<Session>> {
        let client = self.clone();
        Box::pin(async move { client.call_to_the_end(operation).await })
    }

    fn refresh(&self, operation: RefreshToken) -> BoxFuture<'static, Result<RefreshedToken>> {
        let client = self.clone();
        Box::pin(async move { client.call_to_the_end(operation).await })
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.inner.host.finish(future);
    }

    fn renewed(&self) {
        self.tell(Event::Renewed);
    }

    fn uses(&self, source: OptionSource) {
        let origin = self.inner.account.origin().to_owned();
        self.tell(Event::CredentialUsed { source, origin });
    }
}
