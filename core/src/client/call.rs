//! The path of every call: check, open files, authorise, encode, send, decode, and
//! apply the policy when something fails.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::Value;
use tracing::Instrument;

use super::exchange::Named;
use super::send::{Broken, Limit};
use crate::api::sora2api;
use crate::api::videos_v1::VideoJob;
use crate::api::{
    Auth, Descriptor, FileInput, Meta, Method, Operation, Patience, Repeatable, Reply, ReplyKind,
    Sendable, Service, asked_wait,
};
use crate::client::Client;
use crate::host::{self, ByteStream, SendOptions};
use crate::model::{Error, ErrorKind, Event, Result, Secret};
use crate::platform::MaybeSend;
use crate::policy::retry::{self, Attempts, Failed, Next};

impl Client {
    /// Calls any operation once.
    ///
    /// # Errors
    /// Bad values are refused before anything is sent. A request that the server may have
    /// taken is not sent again; its error is of the kind `outcome_unknown`.
    pub async fn call<O: Operation>(&self, operation: O) -> Result<O::Output> {
        self.call_with(operation, SendOptions::default()).await
    }

    /// Makes one call, reporting the progress of its upload.
    pub async fn call_with<O: Operation>(
        &self,
        operation: O,
        options: SendOptions,
    ) -> Result<O::Output> {
        let (output, _) = self.call_for_reply(operation, options).await?;
        Ok(output)
    }

    /// Makes one call that is answered with a video's job, and returns how long the server
    /// asks to wait before the next one.
    pub(crate) async fn call_for_job<O: Operation<Output = VideoJob>>(
        &self,
        operation: O,
    ) -> Result<(VideoJob, Option<Duration>)> {
        let operation = Box::new(operation);
        self.call_read_by(operation, |reply| {
            Ok((O::decode(&reply.clone().briefly())?, asked_wait(reply)))
        })
        .await
    }

    /// Makes one call, and returns besides its result what the server said, unchanged.
    pub(crate) async fn call_for_raw<O: Operation>(
        &self,
        operation: O,
    ) -> Result<(O::Output, Value)> {
        let (output, reply) = self
            .call_for_reply(operation, SendOptions::default())
            .await?;
        Ok((output, reply.value().unwrap_or_default()))
    }

    async fn call_for_reply<O: Operation>(
        &self,
        operation: O,
        options: SendOptions,
    ) -> Result<(O::Output, Reply)> {
        let mut reading = Decoding::by(O::decode);
        // Boxed: the sending future is large, and stacks of threads are not.
        let reply = Box::pin(self.answer(Box::new(operation), options, &mut reading)).await;
        let output = reply.and_then(|reply| Ok((reading.output(&O::META, &reply)?, reply)));
        output.map_err(|error| error.on(O::META.name))
    }

    /// Calls an operation by its descriptor, with plain values: its fields as JSON, and the
    /// files that `{"attachment": n}` refers to.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// let operation = sorakit::api::find("sora.quota.check").expect("it is one");
    /// let quota = client.call_described(operation, serde_json::json!({}), &[]).await?;
    /// println!("{quota}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn call_described(
        &self,
        operation: &'static Descriptor,
        fields: Value,
        files: &[FileInput],
    ) -> Result<Value> {
        let named = |error: Error| error.on(operation.meta.name);
        let read = (operation.read)(fields, files).map_err(named)?;
        self.call_read_by(read, operation.decode).await
    }

    /// Makes a call whose answer is read by `decode`.
    pub(super) async fn call_read_by<T: MaybeSend>(
        &self,
        operation: Box<dyn Sendable>,
        decode: impl Fn(&Reply) -> Result<T> + MaybeSend,
    ) -> Result<T> {
        let meta = operation.meta();
        let mut reading = Decoding::by(decode);
        // Boxed: the sending future is large, and stacks of threads are not.
        let reply = Box::pin(self.answer(operation, SendOptions::default(), &mut reading)).await;
        let output = reply.and_then(|reply| reading.output(meta, &reply));
        output.map_err(|error| error.on(meta.name))
    }

    /// Returns the whole answer to an operation.
    async fn answer(
        &self,
        operation: Box<dyn Sendable>,
        options: SendOptions,
        reading: &mut dyn Reading,
    ) -> Result<Reply> {
        let meta = operation.meta();
        let span = tracing::info_span!(target: "sorakit", "call", operation = meta.name);
        let sent = Sent::default();
        let whole = async {
            self.speaks(meta).await?;
            // Boxed, here and elsewhere: whoever holds a call's future moves it, on a stack
            // where another language may have left little room.
            let answer = self.attempt(operation, options, Wanted::Whole(reading), &sent);
            match Box::pin(answer).await? {
                Answer::Whole(reply) => {
                    self.note_admin(meta, &reply).await?;
                    Ok(reply)
                }
                Answer::Open(_) => unreachable!("the whole answer was wanted"),
            }
        }
        .instrument(span);
        match self.inner.total_timeout {
            Some(limit) => self.within(limit, whole).await.unwrap_or_else(|| {
                let what = format!(
                    "not done within {} s (`total_timeout`)",
                    limit.as_secs_f64()
                );
                Err(match sent.is_open(meta) {
                    false => Error::new(ErrorKind::Timeout, what),
                    true => Error::new(ErrorKind::OutcomeUnknown, what),
                })
            }),
            None => whole.await,
        }
        .map_err(|error| self.explain(error))
    }

    /// Makes a renewal's call. The caller's own time limit does not end it: a token that
    /// was sent is used up.
    pub(super) async fn call_to_the_end<O: Operation>(&self, operation: O) -> Result<O::Output> {
        let (options, sent) = (SendOptions::default(), Sent::default());
        let mut reading = Decoding::by(O::decode);
        let wanted = Wanted::Whole(&mut reading);
        let answer = self.attempt(Box::new(operation), options, wanted, &sent);
        let output = Box::pin(answer).await.and_then(|answer| match answer {
            Answer::Whole(reply) => reading.output.map_or_else(|| O::decode(&reply), Ok),
            Answer::Open(_) => unreachable!("the whole answer was wanted"),
        });
        output.map_err(|error| self.explain(error).on(O::META.name))
    }

    /// Refuses an operation of another dialect than the server's.
    pub(super) async fn speaks(&self, meta: &Meta) -> Result<()> {
        self.find_out().await?;
        let (own, other) = (self.dialect(), meta.dialect);
        if own == other {
            return Ok(());
        }
        let what = format!("this client speaks `{own}`, and the operation is one of `{other}`");
        Err(Error::new(ErrorKind::Unsupported, what).with_hint(
            "Make a client with that dialect, or use `videos`, `images` and the others, which work \
             on every dialect.",
        ))
    }

    /// Sends an operation, repeating it where the policy says so, until the server answers
    /// with success or the call has failed.
    pub(super) async fn attempt(
        &self,
        mut operation: Box<dyn Sendable>,
        options: SendOptions,
        mut wanted: Wanted<'_>,
        sent: &Sent,
    ) -> Result<Answer> {
        let meta = operation.meta();
        operation = self.open_files(operation).await?;
        operation.check()?;
        self.may_send()?;
        let mut attempts = Attempts::default();
        if self.without_retries {
            attempts.retries = u32::MAX;
        }
        let mut refused: Option<Secret> = None;
        let mut full_since: Option<Duration> = None;
        let mut may_be_done = false;
        loop {
            let credential = self.credential(meta.auth, refused.as_ref()).await?;
            let exchanged = self
                .send_once(
                    &*operation,
                    credential.as_ref(),
                    SendOptions {
                        // A kept connection that the server has just closed would leave it
                        // unknown whether the request was taken; the next kept one may be
                        // closed as well.
                        fresh: meta.repeatable == Repeatable::IfUntaken || attempts.retries > 0,
                        ..options.clone()
                    },
                    matches!(wanted, Wanted::Open),
                    sent,
                )
                .await?;
            let (error, taken, left) = match exchanged {
                Exchanged::Done(answer) => match wanted.read(meta, &answer) {
                    Ok(()) => return Ok(answer),
                    Err(error) => (error, None, None),
                },
                // It was deleted by the attempt whose answer was lost.
                Exchanged::Refused(error, reply)
                    if may_be_done
                        && meta.method == Method::Delete
                        && error.kind() == ErrorKind::NotFound =>
                {
                    let gone = Answer::Whole(gone(&reply));
                    wanted.read(meta, &gone)?;
                    return Ok(gone);
                }
                Exchanged::Refused(error, reply) => (error, None, Some(reply)),
                Exchanged::Broken(broken) => match broken.came {
                    // It holds what was paid for, however its end got lost.
                    Some(reply) if wanted.is_all_there(&*operation, &reply) => {
                        return Ok(Answer::Whole(*reply));
                    }
                    left => (broken.error, Some(broken.taken), left),
                },
            };
            let failed = Failed {
                error: &error,
                taken,
            };
            match retry::is_safe(Repeatable::IfUntaken, failed) {
                // The server has not taken it, so nothing is open until it is sent again.
                true => sent.closed(),
                false => may_be_done = true,
            }
            if error.kind() == ErrorKind::TooManyJobs {
                let now = self.monotonic();
                attempts.waited_for_slot = now.saturating_sub(*full_since.get_or_insert(now));
            }
            let next = retry::next(
                meta.repeatable,
                failed,
                attempts,
                &self.spoken().retry,
                self.jitter(),
            );
            tracing::debug!(target: "sorakit::retry", kind = %error.kind(), ?next, "the request failed");
            let error = match retry::is_safe(meta.repeatable, failed) {
                true => error,
                false => error.clone().with_retryable(false),
            };
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
                Next::WaitForSlot(_) if self.without_slot_wait => return Err(error),
                Next::WaitForSlot(after) => {
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
                Next::Refresh if meta.auth == Auth::Admin && self.can_renew_admin() => {
                    attempts.refreshed = true;
                    refused = credential;
                }
                Next::NewSentinel if meta.sentinel => attempts.new_sentinel = true,
                Next::Refresh | Next::NewSentinel | Next::GiveUp => return Err(error),
                Next::OutcomeUnknown => return Err(unknown(meta, &error, left.as_deref())),
            }
        }
    }

    async fn send_once(
        &self,
        operation: &dyn Sendable,
        credential: Option<&Secret>,
        mut options: SendOptions,
        open: bool,
        sent: &Sent,
    ) -> Result<Exchanged> {
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
        if let Some(credential) = credential {
            self.inner.hidden.add(credential);
        }
        let context = self.context(credential, sentinel.as_deref(), &boundary);
        let mut request = operation.encode(&context)?;
        self.inner.host.check(&request)?;
        request.extensions_mut().insert(Named(meta.name));
        let for_sentinel = meta.service == Service::Sentinel;
        let url = request.uri().to_string();
        options.proxy = self
            .inner
            .proxies
            .choose(for_sentinel, &url)
            .map(Into::into);
        let limit = self.limit(operation);
        sent.opened();
        let answer = match open {
            false => self
                .exchange_within(
                    request,
                    options,
                    limit,
                    meta.reply != ReplyKind::Redirect,
                    operation.is_answered_with_job(),
                )
                .await
                .map(Answer::Whole),
            true => match self.open(request, options, limit).await {
                Ok(Ok(response)) => Ok(Answer::Open(response)),
                Ok(Err(reply)) => Ok(Answer::Whole(reply)),
                Err(broken) => Err(broken),
            },
        };
        Ok(match answer {
            Ok(Answer::Whole(reply)) => {
                let reply = reply.asked(self.base_url(), operation.job());
                if let Some(error) = self.answered_elsewhere(&url, &reply) {
                    return Ok(Exchanged::Refused(error, Box::new(reply)));
                }
                match operation.answers(&reply) {
                    true => Exchanged::Done(Answer::Whole(reply)),
                    false => {
                        let redirected = self.redirected(&url, &reply);
                        let error = redirected.unwrap_or_else(|| operation.failure(&reply));
                        let error = match sora2api::lacks_route(meta, &reply) {
                            true => sora2api::other_flavour(meta, &error),
                            false => error,
                        };
                        Exchanged::Refused(error, Box::new(reply))
                    }
                }
            }
            Ok(answer) => Exchanged::Done(answer),
            Err(mut broken) => {
                broken.came = broken
                    .came
                    .map(|came| Box::new(came.asked(self.base_url(), operation.job())));
                Exchanged::Broken(broken)
            }
        })
    }

    /// The longest time for the answer. A request that must not be sent twice gets more
    /// time than a read, because giving up on its answer loses the job's id; one that is
    /// answered with the finished work gets the time of a wait for it.
    fn limit(&self, operation: &dyn Sendable) -> Limit {
        let (inner, poll) = (&self.inner, &self.spoken().poll);
        let (time, option) = match (operation.patience(), operation.meta().repeatable) {
            (Patience::Request, Repeatable::Always) => (inner.timeout, "timeout"),
            (Patience::Request, Repeatable::IfUntaken) => {
                (inner.creation_timeout, "creation_timeout")
            }
            (Patience::Image, _) => (poll.image_deadline, "image_timeout"),
            (Patience::Video, _) => (poll.deadline, "video_timeout"),
        };
        match (operation.patience(), self.deadline) {
            (Patience::Image | Patience::Video, Some(deadline)) => Limit {
                time: deadline,
                option: "the wait's timeout",
            },
            _ => Limit { time, option },
        }
    }

    /// The boundary of a multipart form, which no file can be made to contain.
    fn boundary(&self) -> String {
        let mut random = [0; 16];
        self.inner.host.random(&mut random);
        format!("sorakit-{:032x}", u128::from_be_bytes(random))
    }

    pub(super) async fn credential(
        &self,
        auth: Auth,
        refused: Option<&Secret>,
    ) -> Result<Option<Secret>> {
        match auth {
            Auth::None | Auth::SessionCookie => Ok(None),
            Auth::Admin => self.admin_token(refused).await.map(Some),
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
        host::off_thread(move || {
            for file in operation.files() {
                host::open_here("file", file)?;
            }
            Ok(operation)
        })
        .await
    }
}

/// The part of an answer that is wanted.
pub(super) enum Wanted<'a> {
    /// The whole answer, read by this reader.
    Whole(&'a mut dyn Reading),
    /// The body as it arrives.
    Open,
}

impl Wanted<'_> {
    /// Reads the answer to a repeatable request: one that cannot be read is requested
    /// again.
    fn read(&mut self, meta: &Meta, answer: &Answer) -> Result<()> {
        match (self, answer) {
            (Self::Whole(reading), Answer::Whole(reply))
                if meta.repeatable == Repeatable::Always =>
            {
                reading.read(reply)
            }
            _ => Ok(()),
        }
    }

    /// True if an answer that ended badly, to a request that must not be sent twice, is
    /// complete all the same: a wrong length, a connection that was cut or not closed. Its
    /// text tells.
    fn is_all_there(&mut self, operation: &dyn Sendable, reply: &Reply) -> bool {
        let meta = operation.meta();
        match self {
            Self::Whole(reading)
                if meta.repeatable == Repeatable::IfUntaken && meta.reply == ReplyKind::Json =>
            {
                // What replaces a token that is used up is nowhere else: its part counts, too.
                let is_enough = match meta.service {
                    Service::Oauth => reply.begins_as_json(),
                    _ => reply.is_one_text(),
                };
                is_enough && operation.answers(reply) && reading.read(reply).is_ok()
            }
            _ => false,
        }
    }
}

/// Reads an answer, and keeps what it says.
pub(super) trait Reading: MaybeSend {
    fn read(&mut self, reply: &Reply) -> Result<()>;
}

/// Reads an answer by an operation's own `decode`, or by another reader of it.
struct Decoding<T, F> {
    decode: F,
    output: Option<T>,
}

impl<T, F: Fn(&Reply) -> Result<T>> Decoding<T, F> {
    fn by(decode: F) -> Self {
        let output = None;
        Self { decode, output }
    }

    /// Returns what the answer says, reading it now unless it was read before.
    fn output(self, meta: &Meta, reply: &Reply) -> Result<T> {
        match self.output {
            Some(output) => Ok(output),
            None => (self.decode)(reply).map_err(|error| undecoded(meta, reply, error)),
        }
    }
}

impl<T: MaybeSend, F: Fn(&Reply) -> Result<T> + MaybeSend> Reading for Decoding<T, F> {
    fn read(&mut self, reply: &Reply) -> Result<()> {
        self.output = Some((self.decode)(reply)?);
        Ok(())
    }
}

/// A successful answer.
pub(super) enum Answer {
    Whole(Reply),
    Open(http::Response<ByteStream>),
}

/// The answer of a server that has deleted what was to be deleted.
fn gone(reply: &Reply) -> Reply {
    Reply::new(http::StatusCode::NO_CONTENT, reply.headers.clone(), "")
}

/// The error of an answer that cannot be read, or that refuses under a status of success. A
/// creation may have been taken all the same: something in front of the server answered with a
/// page, or the answer says that an upstream broke off.
fn undecoded(meta: &Meta, reply: &Reply, error: Error) -> Error {
    if meta.repeatable == Repeatable::Always {
        return error;
    }
    match error.kind() == ErrorKind::UnexpectedResponse || error.is_open() {
        true => unknown(meta, &error, Some(reply)),
        // A refusal under a status of success may follow a request that was taken.
        false if error.untaken() => error,
        false => error.with_retryable(false),
    }
}

enum Exchanged {
    Done(Answer),
    /// The server answered with an error.
    Refused(Error, Box<Reply>),
    /// No whole answer came.
    Broken(Broken),
}

/// Tracks whether a call has a request out that is not answered yet.
#[derive(Default)]
pub(super) struct Sent(AtomicBool);

impl Sent {
    fn opened(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn closed(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// True if the server may have taken a request that must not be sent twice.
    fn is_open(&self, meta: &Meta) -> bool {
        meta.repeatable == Repeatable::IfUntaken && self.0.load(Ordering::Relaxed)
    }
}

/// The error of a request that may have been taken, with all that is known of it,
/// including what is left of its answer.
fn unknown(meta: &Meta, error: &Error, left: Option<&Reply>) -> Error {
    let unknown = error.outcome_unknown();
    let unknown = match left {
        Some(reply) => reply.traced_in(unknown),
        None => unknown,
    };
    match meta.service {
        Service::Oauth => unknown.with_hint(
            "The token may be used up: try again, and sign in again if it is refused from now on.",
        ),
        _ => unknown,
    }
}
