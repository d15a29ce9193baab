//! One connection, and the means to tear it down in the middle.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;

/// A handle on one connection for the requests that travel over it.
#[derive(Debug)]
pub struct Connection {
    /// Number, from 0.
    pub id: u64,
    reset: AtomicBool,
    torn: Notify,
    /// How many bytes may still be written before it is reset.
    left: AtomicU64,
}

impl Connection {
    pub fn new(id: u64) -> Arc<Self> {
        Arc::new(Self {
            id,
            reset: AtomicBool::new(false),
            torn: Notify::new(),
            left: AtomicU64::new(u64::MAX),
        })
    }

    /// Tears the connection down with a TCP reset.
    pub fn reset(&self) {
        self.reset.store(true, Ordering::SeqCst);
        self.torn.notify_one();
    }

    /// Tears the connection down once so many bytes more were written.
    pub fn reset_after(&self, bytes: u64) {
        self.left.store(bytes, Ordering::SeqCst);
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

    /// Resolves when [`Connection::reset`] was called.
    pub async fn torn(&self) {
        self.torn.notified().await;
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
        Pin::new(&mut self.stream).poll_read(cx, buffer)
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
        let written = Pin::new(&mut self.stream).poll_write(cx, &bytes[..allowed]);
        if let Poll::Ready(Ok(bytes)) = written {
            self.connection.wrote(bytes);
        }
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let whole: usize = pieces.iter().map(|piece| piece.len()).sum();
        if self.connection.allowed(whole) < whole {
            let first = pieces.iter().find(|piece| !piece.is_empty());
            return self.poll_write(cx, first.map_or(&[][..], |piece| &**piece));
        }
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        if let Poll::Ready(Ok(bytes)) = written {
            self.connection.wrote(bytes);
        }
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
