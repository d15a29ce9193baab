//! Results that come piece by piece: progress and then a result, events, bytes.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::lock::Mutex as AsyncMutex;
use futures_util::{StreamExt, stream};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde_json::{Value, json};
use sorakit::MediaStream;
use sorakit::platform::{BoxFuture, BoxStream};
use sorakit::{ByteRange, DownloadOptions, Error, Job, Result, TransferProgress, WaitOptions};
use sorakit_bridge::{Deliverable, Session};

use crate::blocking::wait as block;
use crate::completions::Completions;
use crate::error::raise;
use crate::value::to_python;

/// One piece of a stream.
pub enum Piece {
    /// An intermediate piece: a job, a number of bytes, an event.
    Progress(Value),
    /// Bytes of a file.
    Bytes(Bytes),
    /// The result, with which the stream ends.
    Done(Value),
}

type Pieces = BoxStream<'static, Result<Piece>>;

/// Pieces, requested one after the other. Between two of them only the core's own threads
/// work; closing the stream ends the operation.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Stream {
    shared: Arc<Shared>,
}

/// What the stream and the request under way hold of it.
struct Shared {
    pieces: AsyncMutex<Option<Pieces>>,
    closed: AtomicBool,
}

#[pymethods]
impl Stream {
    /// Returns the next piece as `(is_result, value)`, or None at the end.
    fn next(&self, py: Python<'_>) -> PyResult<Option<(bool, Py<PyAny>)>> {
        let piece = block(py, next(self.shared.clone()))?;
        convert(py, piece)
    }

    /// Begins to request the next piece, which `future` gets.
    fn begin(&self, completions: &Completions, future: Py<PyAny>) -> u64 {
        completions.begin(future, next(self.shared.clone()), |py, piece| {
            let piece = convert(py, piece)?;
            Ok(piece.into_pyobject(py)?.unbind())
        })
    }

    /// Ends the stream.
    fn close(&self) {
        self.shared.closed.store(true, Ordering::SeqCst);
        self.shared.let_go();
    }
}

impl Stream {
    /// Makes a stream of these pieces.
    pub fn new(pieces: Pieces) -> Self {
        Self {
            shared: Arc::new(Shared {
                pieces: AsyncMutex::new(Some(pieces)),
                closed: AtomicBool::new(false),
            }),
        }
    }
}

impl Shared {
    /// Drops the pieces of a closed stream, unless a request has them, which then does so itself:
    /// an exception may keep the stream for as long as it is looked at.
    fn let_go(&self) {
        if self.closed.load(Ordering::SeqCst)
            && let Some(mut pieces) = self.pieces.try_lock()
        {
            *pieces = None;
        }
    }
}

/// A request under way. It lets go of a stream that was closed meanwhile, when it ends or is
/// dropped.
struct Request(Arc<Shared>);

impl Drop for Request {
    fn drop(&mut self) {
        self.0.let_go();
    }
}

async fn next(shared: Arc<Shared>) -> Option<Result<Piece>> {
    // Dropped after the lock, which comes later.
    let request = Request(shared);
    let mut pieces = request.0.pieces.lock().await;
    let piece = pieces.as_mut()?.next().await;
    if !matches!(piece, Some(Ok(Piece::Progress(_) | Piece::Bytes(_)))) {
        *pieces = None;
    }
    piece
}

fn convert(py: Python<'_>, piece: Option<Result<Piece>>) -> PyResult<Option<(bool, Py<PyAny>)>> {
    let Some(piece) = piece else { return Ok(None) };
    Ok(Some(match piece.map_err(|error| raise(py, &error))? {
        Piece::Progress(value) => (false, to_python(py, &value)?.unbind()),
        Piece::Bytes(bytes) => (false, PyBytes::new(py, &bytes).into_any().unbind()),
        Piece::Done(value) => (true, to_python(py, &value)?.unbind()),
    }))
}

/// The events of an operation.
pub fn events(events: BoxStream<'static, Result<Value>>) -> Stream {
    Stream::new(Box::pin(events.map(|event| event.map(Piece::Progress))))
}

/// Waits until a job has succeeded.
pub fn wait(session: Session, job: Job, timeout: Option<Duration>) -> Stream {
    progressing(move |told| async move {
        let on_progress = move |job: &Job| told.tell(value_of(job));
        let options = WaitOptions {
            deadline: timeout,
            on_progress: Some(Arc::new(on_progress)),
        };
        Ok(value_of(&session.wait(&job, options).await?))
    })
}

/// The job as each poll sees it.
pub fn watch(session: &Session, job: &Job) -> Stream {
    let seen = session.watch(job);
    Stream::new(Box::pin(
        seen.map(|job| job.map(|job| Piece::Progress(value_of(&job)))),
    ))
}

/// The interval at which a download reports its progress.
const REPORTS: Duration = Duration::from_millis(100);

/// Downloads a job's video, its image with this number, or the file at an address.
pub fn download(session: Session, what: Deliverable, path: PathBuf, index: usize) -> Stream {
    progressing(move |told| async move {
        let last = Mutex::new(None::<Instant>);
        let on_progress = move |progress: TransferProgress| {
            let mut last = lock(&last);
            let due = last.is_none_or(|last| last.elapsed() >= REPORTS);
            if due || Some(progress.done) == progress.total {
                *last = Some(Instant::now());
                told.tell(json!({ "done": progress.done, "total": progress.total }));
            }
        };
        let options = DownloadOptions {
            on_progress: Some(Arc::new(on_progress)),
        };
        let download = session.download(&what, index, &path, options).await?;
        Ok(json!({
            "bytes": download.bytes,
            "media_type": download.media_type.mime(),
            "width": download.video.as_ref().map(|video| video.width),
            "height": download.video.as_ref().map(|video| video.height),
            "duration": download.video.as_ref().map(|video| video.duration.as_secs_f64()),
        }))
    })
}

/// Yields a range of a job's video, of its image with this number, or of the file at an address.
pub fn open(session: Session, what: Deliverable, index: usize, range: ByteRange) -> Stream {
    bytes(async move { session.open(&what, index, range).await })
}

/// A file that is being opened: what is known of it, then its bytes.
pub fn bytes(opening: impl Future<Output = Result<MediaStream>> + Send + 'static) -> Stream {
    let pieces = stream::once(opening).flat_map(|opened| -> Pieces {
        match opened {
            Err(error) => Box::pin(stream::iter([Err(error)])),
            Ok(media) => {
                let known = json!({
                    "length": media.length,
                    "start": media.start,
                    "end": media.end(),
                    "media_type": media.media_type(),
                });
                let bytes = stream::unfold(Some(media), |media| async {
                    let mut media = media?;
                    match media.chunk().await.transpose()? {
                        Ok(bytes) => Some((Ok(Piece::Bytes(bytes)), Some(media))),
                        Err(error) => Some((Err(error), None)),
                    }
                });
                Box::pin(stream::iter([Ok(Piece::Progress(known))]).chain(bytes))
            }
        }
    });
    Stream::new(Box::pin(pieces))
}

fn value_of(job: &Job) -> Value {
    serde_json::to_value(job).unwrap_or_default()
}

/// The latest report that was not taken yet.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Option<Value>>>);

impl Told {
    fn tell(&self, value: Value) {
        *lock(&self.0) = Some(value);
    }
}

/// A future that reports its progress, as a stream: requesting the next piece drives it, and
/// returns the latest report, and in the end the result.
fn progressing<F>(make: impl FnOnce(Told) -> F) -> Stream
where
    F: Future<Output = Result<Value>> + Send + 'static,
{
    let told = Told::default();
    Stream::new(Box::pin(Progressing {
        future: Some(Box::pin(make(told.clone()))),
        result: None,
        told,
    }))
}

struct Progressing {
    future: Option<BoxFuture<'static, Result<Value>>>,
    result: Option<Result<Value, Error>>,
    told: Told,
}

impl stream::Stream for Progressing {
    type Item = Result<Piece>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Piece>>> {
        if let Some(future) = &mut self.future
            && let Poll::Ready(result) = future.as_mut().poll(context)
        {
            self.future = None;
            self.result = Some(result);
        }
        if let Some(value) = lock(&self.told.0).take() {
            return Poll::Ready(Some(Ok(Piece::Progress(value))));
        }
        match (self.result.take(), &self.future) {
            (Some(result), _) => Poll::Ready(Some(result.map(Piece::Done))),
            (None, None) => Poll::Ready(None),
            (None, Some(_)) => Poll::Pending,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}
