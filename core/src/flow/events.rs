//! Answers that come piece by piece, as server-sent events.

use std::collections::VecDeque;
use std::marker::PhantomData;
use std::time::Duration;

use futures_lite::StreamExt;

use super::call::{Answer, Sent, Wanted};
use crate::api::chat::EventDecoder;
use crate::api::{EventOperation, Repeatable};
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
            decoder: EventDecoder::default(),
            ready: VecDeque::new(),
            complete: false,
            events: PhantomData,
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
    decoder: EventDecoder,
    /// The data of events that were read together with the one before.
    ready: VecDeque<String>,
    /// Whether nothing more need come.
    complete: bool,
    events: PhantomData<fn() -> O::Event>,
}

enum State<O> {
    Unsent(O),
    Open(ByteStream),
    Ended,
}

impl<O: EventOperation> Reading<O> {
    async fn next(&mut self) -> Result<Option<O::Event>> {
        loop {
            while let Some(data) = self.ready.pop_front() {
                if data.trim() == "[DONE]" {
                    return Ok(None);
                }
                if let Some(event) = O::event(&data)? {
                    self.complete |= O::completes(&event);
                    return Ok(Some(event));
                }
            }
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Unsent(operation) => self.state = State::Open(self.open(operation).await?),
                State::Open(mut body) => {
                    if let Some(bytes) = self.receive(&mut body).await? {
                        let events = self.decoder.push(&bytes)?;
                        self.ready
                            .extend(events.into_iter().map(|event| event.data));
                        self.state = State::Open(body);
                    } else {
                        let last = self.decoder.finish();
                        self.ready.extend(last.map(|event| event.data));
                    }
                }
                State::Ended if self.complete => return Ok(None),
                State::Ended => {
                    return Err(unfinished::<O>(
                        ErrorKind::Connection,
                        "the stream ended before the answer was complete",
                    ));
                }
            }
        }
    }

    async fn open(&mut self, operation: O) -> Result<ByteStream> {
        let options = SendOptions::default();
        let deadline = self.client.inner.poll.deadline;
        self.deadline = self.client.monotonic().saturating_add(deadline);
        match self
            .client
            .attempt(Box::new(operation), options, Wanted::Open, &Sent::default())
            .await?
        {
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
            Some(Some(Err(_))) if self.complete => Ok(None),
            Some(Some(Err(error))) => {
                let what = format!("the stream broke off: {error}");
                Err(unfinished::<O>(ErrorKind::Connection, &what).caused_by(error))
            }
            Some(None) => Ok(None),
            None if self.complete => Ok(None),
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
