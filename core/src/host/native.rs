//! The native host: reqwest with rustls, on threads of its own, so that the
//! client works under any executor.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use super::{ByteStream, Host, SendOptions, Taken, TransportError};
use crate::api::{Body, Segment, Source, Timestamp};
use crate::error::{Error, ErrorKind};
use crate::platform::BoxFuture;
use crate::sentinel::{Challenge, Config, Limits, Solution, SolveError, solve};

/// How the native host connects.
#[derive(Debug, Clone, Default)]
pub struct NativeOptions {
    /// How long a connection may take to be made; 10 s when absent.
    pub connect_timeout: Option<Duration>,
    /// Further trusted certificate authorities, in PEM.
    pub ca_certificate: Option<Vec<u8>>,
}

/// Sends over reqwest.
#[derive(Clone)]
pub struct NativeHost {
    options: NativeOptions,
    certificates: Vec<reqwest::Certificate>,
    clients: Arc<Mutex<Clients>>,
}

/// One HTTP client per proxy, of the process that made them.
#[derive(Default)]
struct Clients {
    process: u32,
    by_proxy: HashMap<Option<String>, reqwest::Client>,
}

impl NativeHost {
    /// A host with these options. Fails when the certificate is not valid PEM.
    pub fn new(options: NativeOptions) -> Result<Self, Error> {
        let invalid = |cause: reqwest::Error| {
            Error::new(
                ErrorKind::Configuration,
                "the CA certificate is not valid PEM",
            )
            .caused_by(cause)
        };
        let pem = options.ca_certificate.as_deref();
        let certificates = pem.map(reqwest::Certificate::from_pem_bundle);
        let certificates = certificates.transpose().map_err(invalid)?;
        if certificates.as_ref().is_some_and(Vec::is_empty) {
            return Err(Error::new(
                ErrorKind::Configuration,
                "the CA file holds no certificate in PEM",
            ));
        }
        let host = Self {
            options,
            certificates: certificates.unwrap_or_default(),
            clients: Arc::default(),
        };
        // What is within a certificate is read when a client is made with it.
        if !host.certificates.is_empty() {
            host.build(None).map_err(invalid)?;
        }
        Ok(host)
    }

    fn client(&self, proxy: &Option<String>) -> Result<reqwest::Client, TransportError> {
        let mut clients = lock(&self.clients);
        // Connections do not survive a fork: their tasks run in the parent.
        if clients.process != std::process::id() {
            clients.process = std::process::id();
            clients.by_proxy.clear();
        }
        if let Some(client) = clients.by_proxy.get(proxy) {
            return Ok(client.clone());
        }
        let client = self
            .build(proxy.as_deref())
            .map_err(|error| TransportError {
                taken: Taken::No,
                message: format!("the HTTP client cannot be set up: {}", causes(&error)),
            })?;
        clients.by_proxy.insert(proxy.clone(), client.clone());
        Ok(client)
    }

    fn build(&self, proxy: Option<&str>) -> reqwest::Result<reqwest::Client> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(
                self.options
                    .connect_timeout
                    .unwrap_or(Duration::from_secs(10)),
            )
            .no_proxy();
        if let Some(proxy) = proxy {
            builder = builder.proxy(reqwest::Proxy::all(proxy)?);
        }
        if !self.certificates.is_empty() {
            builder = builder.tls_certs_merge(self.certificates.clone());
        }
        builder.build()
    }
}

impl Host for NativeHost {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let host = self.clone();
        Box::pin(async move {
            let client = host.client(&options.proxy)?;
            let request = request.map(|body| into_reqwest(body, &options));
            let request = reqwest::Request::try_from(request).map_err(|error| TransportError {
                taken: Taken::No,
                message: format!("not a valid address: {}", causes(&error)),
            })?;
            let task = Task(runtime().spawn(async move { client.execute(request).await }));
            let response = task.await.map_err(|error| transport_error(&error))?;
            let response: http::Response<reqwest::Body> = response.into();
            Ok(response.map(|body| -> ByteStream {
                let body = http_body_util::BodyDataStream::new(body);
                Box::pin(body.map_err(|error| transport_error(&error)))
            }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let _context = runtime().enter();
        Box::pin(tokio::time::sleep(duration))
    }

    fn now(&self) -> Timestamp {
        let since = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn random(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system gives random bytes");
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        runtime().spawn(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        mut limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        // An easy challenge costs less than handing it to another thread.
        if challenge.difficulty.expected_tries() < 2_000.0 {
            return Box::pin(async move { solve(&challenge, &config, limits) });
        }
        let cancel = limits.cancel.get_or_insert_default().clone();
        Box::pin(async move {
            let _guard = CancelOnDrop(cancel);
            unblock(move || solve(&challenge, &config, limits)).await
        })
    }
}

/// Ends a search whose caller is gone.
struct CancelOnDrop(Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A task on the host's runtime, ended when its caller is gone.
struct Task<T>(JoinHandle<T>);

impl<T> Future for Task<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        Pin::new(&mut self.0)
            .poll(context)
            .map(|joined| match joined {
                Ok(value) => value,
                Err(error) => std::panic::resume_unwind(error.into_panic()),
            })
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Runs what may block on another thread, also after a fork.
pub(crate) fn unblock<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = T> + Send {
    Task(runtime().spawn_blocking(work))
}

/// The runtime of the whole process: one worker, made when it is first needed,
/// and again after a fork, which does not copy threads.
fn runtime() -> &'static Runtime {
    static CURRENT: Mutex<Option<(u32, &'static Runtime)>> = Mutex::new(None);
    let process = std::process::id();
    let mut current = lock(&CURRENT);
    match *current {
        Some((made_by, runtime)) if made_by == process => runtime,
        _ => {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name("sorakit")
                .enable_all()
                .build()
                .expect("the system gives a thread");
            // The parent's runtime is leaked on purpose: its threads are not here.
            let runtime: &'static Runtime = Box::leak(Box::new(runtime));
            *current = Some((process, runtime));
            runtime
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// How much of a file is read at once.
const CHUNK: usize = 128 << 10;

fn into_reqwest(body: Body, options: &SendOptions) -> reqwest::Body {
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
        Source::Path { path, .. } => Box::new(std::fs::File::open(path)?),
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

/// A stream of known length. A file that shrank or grew meanwhile is an error,
/// not a request that hangs.
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
                None => Some(Err(std::io::Error::other(
                    "the file grew while it was sent",
                ))),
            },
            Some(Err(error)) => Some(Err(error)),
            None if self.left > 0 => {
                self.left = 0;
                Some(Err(std::io::Error::other(
                    "the file shrank while it was sent",
                )))
            }
            None => None,
        })
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.left)
    }
}

fn transport_error(error: &reqwest::Error) -> TransportError {
    TransportError {
        taken: if error.is_connect() || error.is_builder() {
            Taken::No
        } else {
            Taken::Unknown
        },
        message: causes(error),
    }
}

/// An error and its causes in one line, without the address, which may hold a
/// signature.
fn causes(error: &reqwest::Error) -> String {
    let what = if error.is_connect() {
        "cannot connect"
    } else if error.is_timeout() {
        "timed out"
    } else if error.is_body() || error.is_decode() {
        "the connection broke off"
    } else {
        "the exchange failed"
    };
    let mut last = None;
    let mut cause = std::error::Error::source(error);
    while let Some(current) = cause {
        last = Some(current.to_string());
        cause = current.source();
    }
    match last {
        Some(last) if last != what => format!("{what}: {last}"),
        _ => what.to_owned(),
    }
}
