//! Accepting connections and speaking HTTP over them.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};

use super::Routes;
use super::connection::{Connection, Socket};
use super::exchange::answer;
use crate::engine::Engine;

/// A bound socket and what is served on it.
pub(crate) struct Listener {
    /// Name in the journal and in fault rules.
    pub name: String,
    /// The socket, bound to loopback.
    pub socket: std::net::TcpListener,
    /// What is served.
    pub routes: Arc<Routes>,
}

static CONNECTIONS: AtomicU64 = AtomicU64::new(0);

/// Serves `listener` until the task is dropped.
pub(crate) async fn serve(listener: Listener, engine: Arc<Engine>) -> std::io::Result<()> {
    let Listener {
        name,
        socket,
        routes,
    } = listener;
    socket.set_nonblocking(true)?;
    let socket = TcpListener::from_std(socket)?;
    let name: Arc<str> = name.into();
    loop {
        let stream = match socket.accept().await {
            Ok((stream, _)) => stream,
            // Out of descriptors, or the peer is already gone: try again soon.
            Err(_) => {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                continue;
            }
        };
        tokio::spawn(converse(
            stream,
            name.clone(),
            routes.clone(),
            engine.clone(),
        ));
    }
}

/// Speaks HTTP/1.1 or HTTP/2 with prior knowledge. A request to upgrade to
/// `h2c` is an ordinary HTTP/1.1 request whose `Upgrade` header is ignored.
async fn converse(stream: TcpStream, name: Arc<str>, routes: Arc<Routes>, engine: Arc<Engine>) {
    let _ = stream.set_nodelay(true);
    let connection = Connection::new(CONNECTIONS.fetch_add(1, Ordering::Relaxed));
    let socket = Socket::new(stream, connection.clone());
    let held = connection.clone();
    let service = service_fn(move |request| {
        let work = answer(
            engine.clone(),
            routes.clone(),
            name.clone(),
            held.clone(),
            request,
        );
        async move { Ok::<_, Infallible>(work.await) }
    });
    let builder = Builder::new(TokioExecutor::new());
    let conversation = builder.serve_connection(TokioIo::new(socket), service);
    tokio::select! {
        // A broken connection is the client's business, not ours.
        _ = conversation => {}
        () = connection.torn() => {}
    }
}
