//! The way of every call: check, open files, authorise, encode, send, decode,
//! and what the policy says when something fails.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;
use tracing::Instrument;

use super::send::{Broken, Limit};
use crate::api::{
    Auth, Descriptor, FileInput, Meta, Method, Operation, Patience, Repeatable, Reply, ReplyKind,
    Sendable, asked_wait,
};
use crate::client::{Client, lock};
use crate::host::{self, ByteStream, SendOptions};
use crate::model::{Error, ErrorKind, Event, Result, Secret};
use crate::platform::MaybeSend;
use crate::policy::retry::{self, Attempts, Failed, Next};

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
        let (output, _) = self.call_for_reply(operation, options).await?;
        Ok(output)
    }

    /// Makes one call that polls, and says how long the server asks to wait before
    /// it is asked again.
    pub(crate) async fn call_for_poll<O: Operation>(
        &self,
        operation: O,
    ) -> Result<(O::Output, Option<Duration>)> {
        let (output, reply) = self
            .call_for_reply(operation, SendOptions::default())
            .await?;
        Ok((output, asked_wait(&reply)))
    }

    async fn call_for_reply<O: Operation>(
        &self,
        operation: O,
        options: SendOptions,
    ) -> Result<(O::Output, Reply)> {
        let mut reading = Decoding::by(O::decode);
        // Boxed: what sends a request is large, and stacks of threads are not.
        let reply = Box::pin(self.answer(Box::new(operation), options, &mut reading)).await;
        let output = reply.and_then(|reply| Ok((reading.output(&O::META, &reply)?, reply)));
        output.map_err(|error| error.on(O::META.name))
    }

    /// Makes a call of an operation that is known by its descriptor, with plain values:
    /// its fields as JSON, and the files that `{"attachment": n}` refers to.
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
        // Boxed: what sends a request is large, and stacks of threads are not.
        let reply = Box::pin(self.answer(operation, SendOptions::default(), &mut reading)).await;
        let output = reply.and_then(|reply| reading.output(meta, &reply));
        output.map_err(|error| error.on(meta.name))
    }

    /// The whole answer to an operation.
    async fn answer(
        &self,
        operation: Box<dyn Sendable>,
        options: SendOptions,
        reading: &mut dyn Reading,
    ) -> Result<Reply> {
        let meta = operation.meta();
        let span = tracing::info_span!("sorakit", operation = meta.name);
        let sent = Sent::default();
        let whole = async {
            self.speaks(meta)?;
            // Boxed, here and elsewhere: whoever holds a call's future moves it, on a
            // stack that another language may have left little of.
            let answer = self.attempt(operation, options, Wanted::Whole(reading), &sent);
            match Box::pin(answer).await? {
                Answer::Whole(reply) => Ok(reply),
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

    /// A call of a renewal. What the caller's own call may take does not end it: a
    /// token that was sent is used up.
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
    pub(super) fn speaks(&self, meta: &Meta) -> Result<()> {
        let (own, other) = (self.dialect(), meta.dialect);
        if own == other {
            return Ok(());
        }
        let what = format!("this client speaks `{own}`, and the operation is one of `{other}`");
        Err(Error::new(ErrorKind::Unsupported, what).hint(
            "Make a client with that dialect, or use `videos`, `images` and the others, which work \
             on every dialect.",
        ))
    }

    /// Sends an operation, and again where the policy says so, until the server
    /// answers with success or the call has failed.
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
        let mut attempts = Attempts::default();
        if self.without_retries {
            attempts.retries = u32::MAX;
        }
        let mut refused: Option<Secret> = None;
        let mut full_since: Option<Duration> = None;
        loop {
            let credential = self.credential(meta.auth, refused.as_ref()).await?;
            let exchanged = self
                .send_once(
                    &*operation,
                    credential.as_ref(),
                    SendOptions {
                        // A kept connection that the server has just closed would leave it
                        // open whether the request was taken; and the next kept one may be
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
                Exchanged::Refused(error, reply) => (error, None, Some(reply)),
                Exchanged::Broken(broken) => match broken.came {
                    // What was paid for is in it, however its end got lost.
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
            if error.kind() == ErrorKind::TooManyJobs {
                let now = self.monotonic();
                attempts.waited_for_slot = now.saturating_sub(*full_since.get_or_insert(now));
            }
            let next = retry::next(
                meta.repeatable,
                failed,
                attempts,
                &self.inner.retry,
                self.jitter(),
            );
            tracing::debug!(kind = %error.kind(), ?next, "the request failed");
            let error = match retry::is_safe(meta.repeatable, failed) {
                true => error,
                false => error.clone().set_retryable(false),
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
                Next::NewSentinel if meta.sentinel => attempts.new_sentinel = true,
                Next::Refresh | Next::NewSentinel | Next::GiveUp => return Err(error),
                Next::OutcomeUnknown => return Err(unknown(&error, left.as_deref())),
            }
            // The server has not taken it, so that nothing is open until it is sent again.
            sent.closed();
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
        let request = operation.encode(&context)?;
        self.inner.host.check(&request)?;
        let for_sentinel = meta.service == crate::api::Service::Sentinel;
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
                .exchange_within(request, options, limit, meta.reply != ReplyKind::Redirect)
                .await
                .map(Answer::Whole),
            true => match self.open(request, options, limit).await {
                Ok(Ok(response)) => Ok(Answer::Open(response)),
                Ok(Err(reply)) => Ok(Answer::Whole(reply)),
                Err(broken) => Err(broken),
            },
        };
        match &answer {
            Ok(Answer::Whole(reply)) => self.tell_answer(meta.name, reply.status, &reply.headers),
            Ok(Answer::Open(response)) => {
                self.tell_answer(meta.name, response.status(), response.headers());
            }
            Err(_) => {}
        }
        Ok(match answer {
            Ok(Answer::Whole(reply)) => {
                let reply = reply.asked(self.base_url(), operation.job());
                match operation.answers(&reply) {
                    true => Exchanged::Done(Answer::Whole(reply)),
                    false => {
                        let redirected = self.redirected(&url, &reply);
                        let error = redirected.unwrap_or_else(|| operation.failure(&reply));
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

    /// How long the answer may take. What must not be sent twice gets more time than
    /// a read, because an answer that is given up is lost, and with it the job's id;
    /// what is answered when it is made gets the time of a wait for it.
    fn limit(&self, operation: &dyn Sendable) -> Limit {
        let inner = &self.inner;
        let (time, option) = match (operation.patience(), operation.meta().repeatable) {
            (Patience::Request, Repeatable::Always) => (inner.timeout, "timeout"),
            (Patience::Request, Repeatable::IfUntaken) => {
                (inner.creation_timeout, "creation_timeout")
            }
            (Patience::Image, _) => (inner.poll.image_deadline, "image_timeout"),
            (Patience::Video, _) => (inner.poll.deadline, "video_timeout"),
        };
        match (operation.patience(), self.deadline) {
            (Patience::Image | Patience::Video, Some(deadline)) => Limit {
                time: deadline,
                option: "the wait's timeout",
            },
            _ => Limit { time, option },
        }
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
        host::off_thread(move || {
            for file in operation.files() {
                host::open_here("file", file)?;
            }
            Ok(operation)
        })
        .await
    }

    /// The bytes of an opened file, read off the caller's thread.
    pub(crate) async fn read_file(&self, field: &'static str, file: FileInput) -> Result<Bytes> {
        host::read_file(field, file).await
    }

    /// Opens a file, off the caller's thread; `field` names it in errors.
    pub(crate) async fn open_file(
        &self,
        field: &'static str,
        file: FileInput,
    ) -> Result<FileInput> {
        host::open_file(field, file).await
    }
}

/// What of an answer is wanted.
pub(super) enum Wanted<'a> {
    /// All of it, to be read so.
    Whole(&'a mut dyn Reading),
    /// Its body as it arrives.
    Open,
}

impl Wanted<'_> {
    /// Reads an answer to what may be repeated: one that cannot be read is asked for
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

    /// Whether an answer that did not end as it should, to what must not be sent twice,
    /// is all there all the same: a length that is not true, a connection that is cut
    /// or not closed. Its text tells.
    fn is_all_there(&mut self, operation: &dyn Sendable, reply: &Reply) -> bool {
        let meta = operation.meta();
        match self {
            Self::Whole(reading)
                if meta.repeatable == Repeatable::IfUntaken && meta.reply == ReplyKind::Json =>
            {
                reply.is_one_text() && operation.answers(reply) && reading.read(reply).is_ok()
            }
            _ => false,
        }
    }
}

/// What reads an answer, and keeps what it says.
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

    /// What the answer says, which is read now unless it was before.
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

/// An answer with success.
pub(super) enum Answer {
    Whole(Reply),
    Open(http::Response<ByteStream>),
}

/// The error of an answer that cannot be read. When it is a creation's, the server may
/// have taken it all the same, and what stands before it answered with a page.
fn undecoded(meta: &Meta, reply: &Reply, error: Error) -> Error {
    if meta.repeatable == Repeatable::Always {
        return error;
    }
    match error.kind() == ErrorKind::UnexpectedResponse {
        true => unknown(&error, Some(reply)),
        // A refusal under a status of success may follow a request that was taken.
        false if error.untaken() => error,
        false => error.set_retryable(false),
    }
}

enum Exchanged {
    Done(Answer),
    /// The server answered an error.
    Refused(Error, Box<Reply>),
    /// No whole answer came.
    Broken(Broken),
}

/// Whether a call has a request out whose answer is not there yet.
#[derive(Default)]
pub(super) struct Sent(AtomicBool);

impl Sent {
    fn opened(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn closed(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether the server may have taken what must not be sent twice.
    fn is_open(&self, meta: &Meta) -> bool {
        meta.repeatable == Repeatable::IfUntaken && self.0.load(Ordering::Relaxed)
    }
}

/// The error of a request that may have been taken, with all that is known of it: also
/// what is left of its answer.
fn unknown(error: &Error, left: Option<&Reply>) -> Error {
    let unknown = error.outcome_unknown();
    match left {
        Some(reply) => reply.traced_in(unknown),
        None => unknown,
    }
}
