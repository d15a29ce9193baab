//! Bodies on their way out, and what faults do to them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{self, Stream, StreamExt as _};
use http_body::{Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};

use super::connection::{Connection, Serving};
use crate::engine::Engine;
use crate::exchange::ReplyBody;

/// A body for hyper.
pub type Body = UnsyncBoxBody<Bytes, Broken>;

/// A body ends in the middle because a fault says so.
#[derive(Debug)]
pub struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the body was broken off by a scripted fault")
    }
}

impl std::error::Error for Broken {}

/// Bytes read from a large content at a time.
const PIECE: usize = 64 * 1024;
/// Long enough on loopback for what was written to leave before the connection
/// ends.
const BEFORE_END: Duration = Duration::from_millis(30);

/// What happens to a body on its way.
#[derive(Clone)]
pub enum Course {
    /// It is sent.
    Plain,
    /// After so many bytes the connection is reset.
    Reset {
        at: u64,
        connection: Arc<Connection>,
    },
    /// After so many bytes it ends.
    Truncate { at: u64 },
    /// After so many bytes it waits once.
    Stall {
        at: u64,
        time: Duration,
        engine: Arc<Engine>,
    },
    /// It trickles.
    Slow {
        bytes_per_second: u64,
        engine: Arc<Engine>,
    },
}

/// Makes a body for hyper.
pub fn send(body: ReplyBody, course: Course) -> Body {
    match (body, course) {
        (ReplyBody::Bytes(bytes), Course::Plain) => Full::new(bytes)
            .map_err(|never| match never {})
            .boxed_unsync(),
        (body, Course::Plain) => boxed(pieces(body).map(Ok)),
        (body, course) => boxed(staged(pieces(body), course)),
    }
}

/// The body, whose request is being answered until it is sent.
pub fn hold(body: Body, serving: Serving) -> Body {
    Held {
        body,
        _serving: serving,
    }
    .boxed_unsync()
}

struct Held {
    body: Body,
    _serving: Serving,
}

impl http_body::Body for Held {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

fn boxed(pieces: impl Stream<Item = Result<Bytes, Broken>> + Send + 'static) -> Body {
    StreamBody::new(pieces.map(|piece| piece.map(Frame::data))).boxed_unsync()
}

/// A body piece by piece.
pub fn pieces(body: ReplyBody) -> stream::BoxStream<'static, Bytes> {
    match body {
        ReplyBody::Bytes(bytes) => stream::iter([bytes]).boxed(),
        ReplyBody::Stream(pieces) => pieces,
        ReplyBody::Content { content, range } => stream::iter(content.chunks(range, PIECE)).boxed(),
    }
}

/// Where a body stands while a fault acts on it.
struct Staged {
    pieces: stream::BoxStream<'static, Bytes>,
    rest: Bytes,
    sent: u64,
    course: Course,
}

impl Staged {
    /// The next bytes, at most `most`; empty at the end.
    async fn next(&mut self, most: u64) -> Bytes {
        while self.rest.is_empty() {
            match self.pieces.next().await {
                Some(piece) => self.rest = piece,
                None => return Bytes::new(),
            }
        }
        let most = usize::try_from(most)
            .unwrap_or(usize::MAX)
            .min(self.rest.len());
        let piece = self.rest.split_to(most);
        self.sent += piece.len() as u64;
        piece
    }

    /// The next bytes as the fault has them; `None` at the end.
    async fn step(&mut self) -> Option<Result<Bytes, Broken>> {
        let piece = match self.course.clone() {
            Course::Plain => self.next(u64::MAX).await,
            Course::Reset { at, connection } => {
                if self.sent >= at {
                    tokio::time::sleep(BEFORE_END).await;
                    connection.reset();
                    std::future::pending::<()>().await;
                }
                self.next(at - self.sent).await
            }
            Course::Truncate { at } => {
                if self.sent >= at {
                    tokio::time::sleep(BEFORE_END).await;
                    return Some(Err(Broken));
                }
                self.next(at - self.sent).await
            }
            Course::Stall { at, time, engine } => {
                if self.sent >= at {
                    self.course = Course::Plain;
                    super::pause::pause(&engine, time).await;
                    self.next(u64::MAX).await
                } else {
                    self.next(at - self.sent).await
                }
            }
            Course::Slow {
                bytes_per_second,
                engine,
            } => {
                let tick = (bytes_per_second / 20).max(1);
                let time = Duration::from_secs_f64(tick as f64 / bytes_per_second.max(1) as f64);
                super::pause::pause(&engine, time).await;
                self.next(tick).await
            }
        };
        (!piece.is_empty()).then_some(Ok(piece))
    }
}

fn staged(
    pieces: stream::BoxStream<'static, Bytes>,
    course: Course,
) -> impl Stream<Item = Result<Bytes, Broken>> + Send {
    let start = Staged {
        pieces,
        rest: Bytes::new(),
        sent: 0,
        course,
    };
    stream::unfold(start, |mut staged| async move {
        let step = staged.step().await?;
        Some((step, staged))
    })
}
