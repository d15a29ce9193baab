//! One connection: the means to tear it down in the middle, and what its client
//! is waited for.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::limits::Limits;

/// A handle on one connection for the requests that travel over it.
#[derive(Debug)]
pub struct Connection {
    /// Number, from 0.
    pub id: u64,
    reset: AtomicBool,
    torn: Notify,
    /// How many bytes may still be written before it is reset.
    left: AtomicU64,
    /// By how much the length is off that the next head states.
    off: AtomicI64,
    traffic: Mutex<Traffic>,
}

/// Where the conversation stands.
#[derive(Debug)]
struct Traffic {
    /// Requests that are being answered.
    served: usize,
    /// Since when nothing is: the opening, or the end of the last answer.
    since: Instant,
    /// When the first byte of the next request came.
    heard: Option<Instant>,
    /// Whether a request was answered already.
    used: bool,
    /// Since when the client takes nothing of what is sent.
    blocked: Option<Instant>,
}

impl Connection {
    pub fn new(id: u64) -> Arc<Self> {
        let traffic = Traffic {
            served: 0,
            since: Instant::now(),
            heard: None,
            used: false,
            blocked: None,
        };
        Arc::new(Self {
            id,
            reset: AtomicBool::new(false),
            torn: Notify::new(),
            left: AtomicU64::new(u64::MAX),
            off: AtomicI64::new(0),
            traffic: Mutex::new(traffic),
        })
    }

    /// Tears the connection down with a TCP reset.
    pub fn reset(&self) {
        self.reset.store(true, Ordering::SeqCst);
        self.close();
    }

    /// Ends the connection.
    pub fn close(&self) {
        self.torn.notify_one();
    }

    /// Tears the connection down once so many bytes more were written.
    pub fn reset_after(&self, bytes: u64) {
        self.left.store(bytes, Ordering::SeqCst);
    }

    /// States a length in the next head that is off by so many bytes.
    pub fn misstate_length(&self, by: i64) {
        self.off.store(by, Ordering::SeqCst);
    }

    /// The head with another length, of the same size as it is, if it is to have one.
    fn misstated(&self, head: &[u8]) -> Option<Vec<u8>> {
        const NAME: &[u8] = b"content-length: ";
        let by = self.off.load(Ordering::SeqCst);
        if by == 0 {
            return None;
        }
        let found = head.windows(NAME.len()).position(|part| part == NAME)?;
        let start = found + NAME.len();
        let digits = head[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let digits = digits.count();
        let stated: i64 = std::str::from_utf8(&head[start..start + digits])
            .ok()?
            .parse()
            .ok()?;
        let largest = 10_i64.saturating_pow(u32::try_from(digits).ok()?) - 1;
        let other = stated.saturating_add(by).clamp(0, largest);
        self.off.store(0, Ordering::SeqCst);
        let mut misstated = head.to_vec();
        misstated[start..start + digits].copy_from_slice(format!("{other:0digits$}").as_bytes());
        Some(misstated)
    }

    /// How many of `length` bytes may be written now.
    fn allowed(&self, length: usize) -> usize {
        usize::try_from(self.left.load(Ordering::SeqCst))
            .unwrap_or(usize::MAX)
            .min(length)
    }

    /// Counts what was written.
    fn wrote(&self, bytes: usize) {
        let left = self.left.load(Ordering::SeqCst);
        if left != u64::MAX {
            self.left
                .store(left.saturating_sub(bytes as u64), Ordering::SeqCst);
        }
    }

    /// Resolves when [`Connection::reset`] or [`Connection::close`] was called.
    pub async fn torn(&self) {
        self.torn.notified().await;
    }

    /// Marks a request as being answered until the guard is dropped.
    pub fn serve(self: &Arc<Self>) -> Serving {
        let mut traffic = self.traffic();
        traffic.served += 1;
        traffic.heard = None;
        Serving(self.clone())
    }

    /// Since when it waits for a request, if it does.
    pub fn idle_since(&self) -> Option<Instant> {
        let traffic = self.traffic();
        (traffic.served == 0).then_some(traffic.since)
    }

    /// Resolves when the client was waited for longer than `limits` allow.
    pub async fn overdue(&self, limits: &Limits) {
        loop {
            let soon = Instant::now() + limits.head.min(limits.idle);
            let end = self.traffic().end(limits);
            if end.is_some_and(|end| end <= Instant::now()) {
                return;
            }
            tokio::time::sleep_until(end.map_or(soon, |end| end.min(soon))).await;
        }
    }

    fn traffic(&self) -> MutexGuard<'_, Traffic> {
        self.traffic
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn heard(&self) {
        let mut traffic = self.traffic();
        if traffic.served == 0 {
            traffic.heard.get_or_insert_with(Instant::now);
        }
    }

    fn took(&self, taken: bool) {
        let mut traffic = self.traffic();
        match taken {
            true => traffic.blocked = None,
            false => {
                traffic.blocked.get_or_insert_with(Instant::now);
            }
        }
    }
}

impl Traffic {
    /// Until when the client is waited for; none while it waits for an answer.
    fn end(&self, limits: &Limits) -> Option<Instant> {
        let unread = self.blocked.map(|since| since + limits.idle);
        let request = match (self.heard, self.used) {
            _ if self.served > 0 => None,
            (Some(heard), _) => Some(heard + limits.head),
            (None, false) => Some(self.since + limits.head),
            (None, true) => Some(self.since + limits.idle),
        };
        unread.into_iter().chain(request).min()
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub struct Serving(Arc<Connection>);

impl Drop for Serving {
    fn drop(&mut self) {
        let mut traffic = self.0.traffic();
        traffic.served -= 1;
        traffic.since = Instant::now();
        traffic.used = true;
    }
}

/// A socket that closes with a reset when its connection says so.
pub struct Socket {
    stream: TcpStream,
    connection: Arc<Connection>,
}

impl Socket {
    pub fn new(stream: TcpStream, connection: Arc<Connection>) -> Self {
        Self { stream, connection }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        if self.connection.reset.load(Ordering::SeqCst) {
            // Without it the peer would see an orderly end instead of a reset.
            let _ = self.stream.set_zero_linger();
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = ready!(Pin::new(&mut self.stream).poll_read(cx, buffer));
        if buffer.filled().len() > before {
            self.connection.heard();
        }
        Poll::Ready(read)
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let allowed = self.connection.allowed(bytes.len());
        if allowed == 0 && !bytes.is_empty() {
            self.connection.reset();
            return Poll::Pending;
        }
        let misstated = self.connection.misstated(bytes);
        let bytes = misstated.as_deref().unwrap_or(bytes);
        let written = Pin::new(&mut self.stream).poll_write(cx, &bytes[..allowed]);
        if let Poll::Ready(Ok(bytes)) = written {
            self.connection.wrote(bytes);
        }
        self.connection.took(written.is_ready());
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let whole: usize = pieces.iter().map(|piece| piece.len()).sum();
        let off = self.connection.off.load(Ordering::SeqCst) != 0;
        if off || self.connection.allowed(whole) < whole {
            let first = pieces.iter().find(|piece| !piece.is_empty());
            return self.poll_write(cx, first.map_or(&[][..], |piece| &**piece));
        }
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        if let Poll::Ready(Ok(bytes)) = written {
            self.connection.wrote(bytes);
        }
        self.connection.took(written.is_ready());
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
