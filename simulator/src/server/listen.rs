//! Accepting connections and speaking HTTP over them.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::Routes;
use super::connection::{Connection, Socket};
use super::connections::Place;
use super::exchange::answer;
use super::service::{Service, Shared};

/// A bound socket and what is served on it.
pub(crate) struct Listener {
    /// Name in the journal and in fault rules.
    pub name: String,
    /// The socket, bound to loopback.
    pub socket: std::net::TcpListener,
    /// What is served.
    pub routes: Arc<Routes>,
    /// Whether it is served over TLS.
    pub tls: Option<TlsAcceptor>,
}

/// How long a TLS handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Serves `listener` until the task is dropped.
pub(crate) async fn serve(listener: Listener, shared: Arc<Shared>) -> std::io::Result<()> {
    listener.socket.set_nonblocking(true)?;
    let socket = TcpListener::from_std(listener.socket)?;
    let service = Arc::new(Service {
        origin: listener.name.into(),
        routes: listener.routes,
        shared,
    });
    loop {
        match socket.accept().await {
            Ok((stream, _)) => {
                let place = service.shared.connections.enter().await;
                tokio::spawn(greet(stream, listener.tls.clone(), service.clone(), place));
            }
            // Out of descriptors, or the peer is already gone: try again soon.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

/// Shakes hands if there is TLS, then speaks HTTP. It keeps its `place` to the end.
async fn greet(stream: TcpStream, tls: Option<TlsAcceptor>, service: Arc<Service>, place: Place) {
    let _ = stream.set_nodelay(true);
    let connection = Connection::new(service.shared.engine.next_connection());
    service.shared.connections.add(&connection);
    let socket = Socket::new(stream, connection.clone());
    let limits = service.shared.limits;
    let held = connection.clone();
    let talk = async move {
        match tls {
            None => converse(socket, held, service).await,
            Some(tls) => {
                // A failed handshake is the client's business, not ours.
                if let Ok(Ok(secured)) = tokio::time::timeout(HANDSHAKE, tls.accept(socket)).await {
                    converse(secured, held, service).await;
                }
            }
        }
    };
    tokio::select! {
        () = talk => {}
        () = connection.torn() => {}
        () = connection.overdue(&limits) => {}
    }
    drop(place);
}

/// Speaks HTTP/1.1 or HTTP/2. A request to upgrade to `h2c` is an ordinary
/// HTTP/1.1 request whose `Upgrade` header is ignored.
async fn converse<S>(stream: S, connection: Arc<Connection>, service: Arc<Service>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let respond = service_fn(move |request| {
        let work = answer(service.clone(), connection.clone(), request);
        async move { Ok::<_, Infallible>(work.await) }
    });
    let builder = Builder::new(TokioExecutor::new());
    // A broken connection is the client's business, not ours.
    let _ = builder
        .serve_connection(TokioIo::new(stream), respond)
        .await;
}
