//! Outgoing bodies: files are read as they are sent.

use std::fmt;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use super::lock;
use crate::host::SendOptions;
use crate::host::files::open_to_read;
use crate::model::{Body, Segment, Source};

/// The number of bytes of a file read at once.
const CHUNK: usize = 128 << 10;

/// A body as reqwest sends it: bytes in memory as they are, the rest chunk by chunk.
pub(super) fn into_reqwest(body: Body, options: &SendOptions) -> reqwest::Body {
    if let Some(bytes) = body.in_memory().filter(|_| options.on_sent.is_none()) {
        return bytes.into();
    }
    let length = body.len();
    let segments: Vec<Segment> = body.segments().to_vec();
    let stream = futures_util::stream::iter(segments).flat_map(|segment| match segment {
        Segment::Bytes(bytes) | Segment::Source(Source::Bytes(bytes)) => in_chunks(bytes),
        Segment::Source(source) => read_chunks(source),
    });
    let on_sent = options.on_sent.clone();
    let mut sent = 0;
    let stream = stream.map(move |chunk| {
        if let (Ok(chunk), Some(on_sent)) = (&chunk, &on_sent) {
            sent += Bytes::len(chunk) as u64;
            on_sent.sent(sent);
        }
        chunk
    });
    reqwest::Body::wrap(SizedBody {
        stream: Box::pin(stream),
        left: length,
    })
}

type Chunks = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send + Sync>>;

fn in_chunks(mut bytes: Bytes) -> Chunks {
    let chunks = std::iter::from_fn(move || {
        let size = bytes.len().min(CHUNK);
        (size > 0).then(|| Ok(bytes.split_to(size)))
    });
    Box::pin(futures_util::stream::iter(chunks.collect::<Vec<_>>()))
}

type Reader = Box<dyn std::io::Read + Send>;

fn read_chunks(source: Source) -> Chunks {
    type State = (Option<Reader>, Source);
    let start: State = (None, source);
    let stream = futures_util::stream::try_unfold(start, |(reader, source)| async move {
        let read = move || -> std::io::Result<Option<(Bytes, State)>> {
            let mut reader = match reader {
                Some(reader) => reader,
                None => open(&source)?,
            };
            let mut chunk = vec![0; CHUNK];
            let size = read_full(&mut reader, &mut chunk)?;
            chunk.truncate(size);
            Ok((size > 0).then(|| (chunk.into(), (Some(reader), source))))
        };
        tokio::task::spawn_blocking(read)
            .await
            .unwrap_or_else(|_| Err(std::io::Error::other("reading was ended")))
    });
    Box::pin(SyncStream(Mutex::new(Box::pin(stream))))
}

fn open(source: &Source) -> std::io::Result<Reader> {
    Ok(match source {
        Source::Bytes(bytes) => Box::new(std::io::Cursor::new(bytes.clone())),
        Source::Path { path, .. } => Box::new(open_to_read(path)?),
        Source::Reader { open, .. } => open.open()?,
    })
}

fn read_full(reader: &mut Reader, chunk: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < chunk.len() {
        match reader.read(&mut chunk[filled..]) {
            Ok(0) => break,
            Ok(size) => filled += size,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// A stream behind a lock that is never contended, because reqwest asks for
/// `Sync` bodies.
struct SyncStream(Mutex<Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>>);

impl Stream for SyncStream {
    type Item = std::io::Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        lock(&self.0).as_mut().poll_next(context)
    }
}

/// A body that could not be sent whole, through no fault of the network.
#[derive(Debug)]
pub(super) struct Unread(String);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unread {}

impl From<Unread> for std::io::Error {
    fn from(error: Unread) -> Self {
        Self::other(error)
    }
}

/// A stream of known length. A file that shrank or grew in the meantime is an error,
/// rather than a request that hangs.
struct SizedBody {
    stream: Chunks,
    left: u64,
}

impl http_body::Body for SizedBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        let chunk = std::task::ready!(self.stream.as_mut().poll_next(context));
        Poll::Ready(match chunk {
            Some(Ok(chunk)) => match self.left.checked_sub(chunk.len() as u64) {
                Some(left) => {
                    self.left = left;
                    Some(Ok(http_body::Frame::data(chunk)))
                }
                None => Some(Err(Unread("the file grew while it was sent".into()).into())),
            },
            Some(Err(error)) => {
                let what = format!("the file could not be read while it was sent: {error}");
                Some(Err(Unread(what).into()))
            }
            None if self.left > 0 => {
                self.left = 0;
                Some(Err(
                    Unread("the file shrank while it was sent".into()).into()
                ))
            }
            None => None,
        })
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.left)
    }
}
