//! Answers that come piece by piece, as server-sent events.

use std::collections::VecDeque;
use std::time::Duration;

use futures_lite::StreamExt;

use super::call::{Answer, Sent, Wanted};
use crate::api::{EventOperation, EventReader, Repeatable};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::host::{ByteStream, SendOptions};
use crate::platform::BoxStream;

/// Events as they come. It ends after an error.
pub type EventStream<T> = BoxStream<'static, Result<T>>;

/// How long a stream may be silent. Gateways say how a generation stands at
/// least every half minute, or keep the connection alive with comments.
const LONGEST_SILENCE: Duration = Duration::from_secs(180);

impl Client {
    /// Makes one call, and gives what its answer says piece by piece.
    ///
    /// The request is sent when the stream is first polled, and once: what may
    /// have been taken is never sent again. Dropping the stream ends it.
    ///
    /// # Errors
    /// `timeout` when nothing comes for 180 s, or the whole takes longer than
    /// the client's `video_timeout`; `connection` when the stream breaks off
    /// before its end. For a creation each of them is `outcome_unknown`.
    pub fn stream<O: EventOperation>(&self, operation: O) -> EventStream<O::Event> {
        let reading = Reading::<O> {
            client: self.clone(),
            deadline: Duration::ZERO,
            state: State::Unsent(operation),
            reader: O::Reader::default(),
            ready: VecDeque::new(),
        };
        Box::pin(futures_util::stream::unfold(
            Some(reading),
            |reading| async {
                let mut reading = reading?;
                match reading.next().await {
                    Ok(Some(event)) => Some((Ok(event), Some(reading))),
                    Ok(None) => None,
                    Err(error) => Some((Err(error.on(O::META.name)), None)),
                }
            },
        ))
    }
}

struct Reading<O: EventOperation> {
    client: Client,
    /// When the answer has to be complete, by the monotonic clock.
    deadline: Duration,
    state: State<O>,
    reader: O::Reader,
    /// Events that were read together with the one before.
    ready: VecDeque<Result<O::Event>>,
}

enum State<O> {
    Unsent(O),
    Open(ByteStream),
    Ended,
}

impl<O: EventOperation> Reading<O> {
    async fn next(&mut self) -> Result<Option<O::Event>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return event.map(Some).map_err(lost::<O>);
            }
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Unsent(operation) => self.state = State::Open(self.open(operation).await?),
                State::Open(_) if self.reader.is_over() => return Ok(None),
                State::Open(mut body) => match self.receive(&mut body).await {
                    Ok(Some(bytes)) => {
                        self.ready.extend(self.reader.push(&bytes));
                        self.state = State::Open(body);
                    }
                    Ok(None) => self.ready.extend(self.reader.finish()),
                    Err(error) => return Err(self.reader.keep(error)),
                },
                State::Ended => return Ok(None),
            }
        }
    }

    async fn open(&mut self, operation: O) -> Result<ByteStream> {
        self.client.speaks(&O::META)?;
        let options = SendOptions::default();
        let deadline = self.client.inner.poll.deadline;
        self.deadline = self.client.monotonic().saturating_add(deadline);
        let (sent, operation) = (Sent::default(), Box::new(operation));
        let answer = self.client.attempt(operation, options, Wanted::Open, &sent);
        match Box::pin(answer).await? {
            Answer::Open(response) => Ok(response.into_body()),
            Answer::Whole(_) => unreachable!("an open answer was wanted"),
        }
    }

    /// The next bytes, or `None` at the end.
    async fn receive(&mut self, body: &mut ByteStream) -> Result<Option<bytes::Bytes>> {
        let left = self.deadline.saturating_sub(self.client.monotonic());
        if left.is_zero() {
            return Err(unfinished::<O>(
                ErrorKind::Timeout,
                "the answer is not complete in time",
            ));
        }
        let limit = LONGEST_SILENCE.min(left);
        match self.client.within(limit, body.next()).await {
            Some(Some(Ok(bytes))) => Ok(Some(bytes)),
            // After its last event a stream may end as it likes.
            Some(Some(Err(_))) if self.reader.is_complete() => Ok(None),
            Some(Some(Err(error))) => {
                let what = format!("the stream broke off: {error}");
                Err(unfinished::<O>(ErrorKind::Connection, &what).caused_by(error))
            }
            Some(None) => Ok(None),
            None if self.reader.is_complete() => Ok(None),
            None => Err(unfinished::<O>(
                ErrorKind::Timeout,
                &format!("nothing came for {} s", limit.as_secs_f64()),
            )),
        }
    }
}

/// The error of a stream that was not read to its end: what a creation came to
/// is unknown.
fn unfinished<O: EventOperation>(kind: ErrorKind, what: &str) -> Error {
    match O::META.repeatable {
        Repeatable::Always => Error::new(kind, what),
        Repeatable::IfUntaken => Error::new(ErrorKind::OutcomeUnknown, what),
    }
}

/// An answer that cannot be read came all the same: what a creation came to is unknown.
fn lost<O: EventOperation>(error: Error) -> Error {
    match (O::META.repeatable, error.kind()) {
        (Repeatable::IfUntaken, ErrorKind::UnexpectedResponse) => {
            error.with_kind(ErrorKind::OutcomeUnknown)
        }
        _ => error,
    }
}
