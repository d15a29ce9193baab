//! Answers that come piece by piece, as server-sent events.

use std::collections::VecDeque;
use std::time::Duration;

use futures_lite::StreamExt;

use serde_json::Value;

use super::call::{Answer, Sent, Wanted};
use crate::api::{Descriptor, EventOperation, EventReader, FileInput, Meta, Repeatable, Sendable};
use crate::client::Client;
use crate::host::{ByteStream, SendOptions};
use crate::model::{Error, ErrorKind, Result};
use crate::platform::{BoxStream, MaybeSend};

/// Events as they come. The stream ends after an error.
pub type EventStream<T> = BoxStream<'static, Result<T>>;

/// The longest silence of a stream. Gateways report the state of a generation at least
/// every half minute, or keep the connection alive with comments.
const LONGEST_SILENCE: Duration = Duration::from_secs(180);

/// The longest time for which an answer is read on after its last event.
const AFTERWARDS: Duration = Duration::from_secs(5);

impl Client {
    /// Makes one call, and yields what its answer says piece by piece.
    ///
    /// The request is sent when the stream is first polled, and once: a request that may
    /// have been taken is never sent again. Dropping the stream ends it; once its last
    /// event has come, the rest is read all the same, for 5 s at most.
    ///
    /// # Errors
    /// `timeout` when nothing comes for 180 s, or the whole takes longer than
    /// the client's `video_timeout`; `connection` when the stream breaks off
    /// before its end. For a creation each of them is `outcome_unknown`.
    pub fn stream<O: EventOperation>(&self, operation: O) -> EventStream<O::Event> {
        self.stream_read_by(Box::new(operation), O::Reader::default())
    }

    /// Like [`stream`](Self::stream), for an operation known by its descriptor, with
    /// plain values.
    ///
    /// # Errors
    /// `unsupported` for an operation that is answered as a whole, and whatever is wrong
    /// with the fields.
    pub fn stream_described(
        &self,
        operation: &'static Descriptor,
        fields: Value,
        files: &[FileInput],
    ) -> Result<EventStream<Value>> {
        let events = operation.events.ok_or_else(|| {
            Error::new(ErrorKind::Unsupported, "it is answered as a whole").on(operation.meta.name)
        })?;
        Ok(self.stream_read_by((operation.read)(fields, files)?, (events.reader)()))
    }

    fn stream_read_by<R: EventReader>(
        &self,
        operation: Box<dyn Sendable>,
        reader: R,
    ) -> EventStream<R::Event>
    where
        R::Event: MaybeSend,
    {
        let reading = Reading {
            client: self.clone(),
            meta: operation.meta(),
            deadline: Duration::ZERO,
            state: State::Unsent(operation),
            reader,
            ready: VecDeque::new(),
        };
        Box::pin(futures_util::stream::unfold(
            Some(reading),
            |reading| async {
                let mut reading = reading?;
                match reading.next().await {
                    Ok(Some(event)) => Some((Ok(event), Some(reading))),
                    Ok(None) => None,
                    Err(error) => Some((Err(error.on(reading.meta.name)), None)),
                }
            },
        ))
    }
}

struct Reading<R: EventReader> {
    client: Client,
    meta: &'static Meta,
    /// The time by which the answer has to be complete, by the monotonic clock.
    deadline: Duration,
    state: State,
    reader: R,
    /// Events that were read together with the previous one.
    ready: VecDeque<Result<R::Event>>,
}

enum State {
    Unsent(Box<dyn Sendable>),
    Open(ByteStream),
    /// The last event has come, and the end of the body not yet.
    Over(ByteStream),
    Ended,
}

impl<R: EventReader> Reading<R> {
    async fn next(&mut self) -> Result<Option<R::Event>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return event.map(Some).map_err(|error| lost(self.meta, error));
            }
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Unsent(operation) => self.state = State::Open(self.open(operation).await?),
                State::Open(body) if self.reader.is_over() => {
                    self.state = State::Over(body);
                    self.read_on().await;
                    self.state = State::Ended;
                    return Ok(None);
                }
                State::Open(mut body) => match self.receive(&mut body).await {
                    Ok(Some(bytes)) => {
                        self.ready.extend(self.reader.push(&bytes));
                        self.state = State::Open(body);
                    }
                    Ok(None) => self.ready.extend(self.reader.finish()),
                    Err(error) => return Err(self.reader.keep(error)),
                },
                State::Over(_) | State::Ended => return Ok(None),
            }
        }
    }

    /// Reads on to the end of an answer that has said everything, for [`AFTERWARDS`] at
    /// most. Gateways give their slot free only after their last event: one that is hung
    /// up on before never does (`docs/wire/sora2api.md` §12.2).
    async fn read_on(&mut self) {
        if let State::Over(body) = &mut self.state {
            let rest = async { while let Some(Ok(_)) = body.next().await {} };
            self.client.within(AFTERWARDS, rest).await;
        }
    }

    async fn open(&mut self, operation: Box<dyn Sendable>) -> Result<ByteStream> {
        self.client.speaks(self.meta).await?;
        let options = SendOptions::default();
        // A short wait does not end what others may wait for.
        let deadline = self.client.spoken().poll.deadline;
        let deadline = deadline.max(self.client.deadline.unwrap_or_default());
        self.deadline = self.client.monotonic().saturating_add(deadline);
        let sent = Sent::default();
        let answer = self.client.attempt(operation, options, Wanted::Open, &sent);
        match Box::pin(answer).await? {
            Answer::Open(response) => Ok(response.into_body()),
            Answer::Whole(_) => unreachable!("an open answer was wanted"),
        }
    }

    /// Returns the next bytes, or `None` at the end.
    async fn receive(&mut self, body: &mut ByteStream) -> Result<Option<bytes::Bytes>> {
        let now = self.client.monotonic();
        if self.reader.is_complete() {
            // A server may leave a stream open that has said everything.
            self.deadline = self.deadline.min(now.saturating_add(AFTERWARDS));
        }
        let left = self.deadline.saturating_sub(now);
        if left.is_zero() && self.reader.is_complete() {
            return Ok(None);
        }
        if left.is_zero() {
            let what = "the answer is not complete in time";
            return Err(unfinished(self.meta, ErrorKind::Timeout, what));
        }
        let limit = LONGEST_SILENCE.min(left);
        match self.client.within(limit, body.next()).await {
            Some(Some(Ok(bytes))) => Ok(Some(bytes)),
            // After its last event a stream may end in any way.
            Some(Some(Err(_))) if self.reader.is_complete() => Ok(None),
            Some(Some(Err(error))) => {
                let what = format!("the stream broke off: {error}");
                Err(unfinished(self.meta, ErrorKind::Connection, &what).caused_by(error))
            }
            Some(None) => Ok(None),
            None if self.reader.is_complete() => Ok(None),
            None => {
                let what = format!("nothing came for {} s", limit.as_secs_f64());
                Err(unfinished(self.meta, ErrorKind::Timeout, &what))
            }
        }
    }
}

/// Reads on in the background, where nobody waits for it any more.
fn read_on(client: &Client, mut body: ByteStream) {
    let host = client.inner.host.clone();
    let unfinished = crate::host::Unfinished::begin();
    client.inner.host.finish(Box::pin(async move {
        let _until_then = unfinished;
        let rest = async { while let Some(Ok(_)) = body.next().await {} };
        futures_lite::future::or(rest, host.sleep(AFTERWARDS)).await;
    }));
}

impl<R: EventReader> Drop for Reading<R> {
    /// Whoever has heard the last event may well not ask for more.
    fn drop(&mut self) {
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Open(body) | State::Over(body) if self.reader.is_complete() => {
                read_on(&self.client, body);
            }
            _ => {}
        }
    }
}

/// The error of a stream that was not read to its end: the outcome of a creation is
/// unknown.
fn unfinished(meta: &Meta, kind: ErrorKind, what: &str) -> Error {
    match meta.repeatable {
        Repeatable::Always => Error::new(kind, what),
        Repeatable::IfUntaken => Error::new(ErrorKind::OutcomeUnknown, what),
    }
}

/// The error of an answer that arrived but cannot be read: the outcome of a creation is
/// unknown.
fn lost(meta: &Meta, error: Error) -> Error {
    match (meta.repeatable, error.kind()) {
        (Repeatable::IfUntaken, ErrorKind::UnexpectedResponse) => {
            error.with_kind(ErrorKind::OutcomeUnknown)
        }
        _ => error,
    }
}
