//! The native host: reqwest with rustls, on its own threads, so that the client works
//! under any executor.

#[cfg(feature = "testing")]
mod at_work;
mod body;
mod certificate;
mod count;
#[cfg(unix)]
pub(crate) mod fork;
mod resolver;
mod runtime;
#[cfg(unix)]
mod signals;
mod tls;
mod unfinished;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::{Duration, Instant, SystemTime};

use futures_util::TryStreamExt;

use body::into_reqwest;
use resolver::{Refused, Resolver, admitted};

use super::{ByteStream, Host, Reach, SendOptions, Taken, TransportError};
use crate::lock::lock;
use crate::model::{Body, Error, ErrorKind, Timestamp};
use crate::platform::BoxFuture;
use sorakit_sentinel::{Challenge, Config, Limits, Solution, SolveError, solve};

#[cfg(feature = "testing")]
pub use at_work::at_work_elsewhere;
pub(crate) use runtime::{Task, runtime, unblock};
#[cfg(unix)]
pub use signals::take_as_default as take_signal_as_default;
pub(crate) use unfinished::Unfinished;
pub use unfinished::{DRAIN_LIMIT, drain};

/// Connection options of the native host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NativeOptions {
    /// The time limit for making a connection; 10 s if absent.
    pub connect_timeout: Option<Duration>,
    /// Additional trusted certificate authorities, in PEM.
    pub ca_certificate: Option<Vec<u8>>,
}

/// Sends requests with reqwest.
#[derive(Clone)]
pub struct NativeHost {
    options: Arc<NativeOptions>,
    certificates: Arc<[reqwest::Certificate]>,
    clients: Arc<Mutex<Clients>>,
}

/// One HTTP client per way to connect, for the process that made them.
#[derive(Default)]
struct Clients {
    process: u32,
    by_way: HashMap<Way, reqwest::Client>,
}

impl Drop for Clients {
    fn drop(&mut self) {
        if self.process != std::process::id() {
            std::mem::forget(std::mem::take(&mut self.by_way));
        }
    }
}

/// The way in which a request reaches its server.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Way {
    proxy: Option<String>,
    reach: Reach,
    /// Over a connection of its own, which is not kept either.
    fresh: bool,
    /// Without certificate authorities, where the machine has none and plain HTTP asks for none.
    unsecured: bool,
}

/// The number of idle connections kept per server, and for how long. Servers close idle
/// ones too, many after a minute or less.
const KEPT_IDLE: usize = 64;
const KEPT_FOR: Duration = Duration::from_secs(45);

/// The HTTP clients in use, each with its options: hosts with the same options share
/// connections, so that many clients cost no more sockets than one.
static SHARED: Mutex<Vec<(NativeOptions, Weak<Mutex<Clients>>)>> = Mutex::new(Vec::new());

/// The HTTP clients for these options, shared by all hosts with the same options.
fn shared(options: &NativeOptions) -> Arc<Mutex<Clients>> {
    let mut shared = lock(&SHARED);
    shared.retain(|(_, clients)| clients.strong_count() > 0);
    let same = shared.iter().filter(|(others, _)| others == options);
    if let Some(clients) = same.filter_map(|(_, clients)| clients.upgrade()).next() {
        return clients;
    }
    let clients = Arc::default();
    shared.push((options.clone(), Arc::downgrade(&clients)));
    clients
}

impl NativeHost {
    /// A host with these options. Fails if the certificate is not valid PEM, or if sorakit is
    /// built without cryptography for TLS and the program has installed none.
    pub fn new(options: NativeOptions) -> Result<Self, Error> {
        tls::check()?;
        let invalid = |cause: reqwest::Error| {
            Error::invalid(
                "ca_file",
                "holds no certificate that can be read, in PEM or DER",
            )
            .with_kind(ErrorKind::Configuration)
            .caused_by(cause)
        };
        let given = options.ca_certificate.as_deref();
        let certificates = given.map(certificate::read).transpose();
        let certificates = certificates.map_err(invalid)?;
        if certificates.as_ref().is_some_and(Vec::is_empty) {
            let what = "holds no certificate (`-----BEGIN CERTIFICATE-----`)";
            return Err(Error::invalid("ca_file", what).with_kind(ErrorKind::Configuration));
        }
        let host = Self {
            clients: shared(&options),
            options: options.into(),
            certificates: certificates.unwrap_or_default().into(),
        };
        // The contents of a certificate are read when a client is made with it.
        if !host.certificates.is_empty() {
            host.build(&Way::default()).map_err(invalid)?;
        }
        Ok(host)
    }

    fn client(&self, mut way: Way, is_secure: bool) -> Result<reqwest::Client, TransportError> {
        let mut clients = lock(&self.clients);
        // Connections do not survive a fork: their tasks run in the parent.
        if clients.process != std::process::id() {
            clients.process = std::process::id();
            // Nor are they closed: their own locks may have been held at the fork.
            std::mem::forget(std::mem::take(&mut clients.by_way));
        }
        if let Some(client) = clients.by_way.get(&way) {
            return Ok(client.clone());
        }
        let mut built = self.build(&way);
        if built.is_err() && !is_secure {
            way.unsecured = true;
            if let Some(client) = clients.by_way.get(&way) {
                return Ok(client.clone());
            }
            built = self.build(&way);
        }
        let client = built.map_err(|error| {
            let what = causes(&error);
            never_sent(match what.contains("No CA certificates") {
                true => certificate::no_authorities(),
                false => format!("the HTTP client cannot be set up: {what}"),
            })
        })?;
        clients.by_way.insert(way, client.clone());
        Ok(client)
    }

    fn build(&self, way: &Way) -> reqwest::Result<reqwest::Client> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .pool_max_idle_per_host(if way.fresh { 0 } else { KEPT_IDLE })
            .pool_idle_timeout(KEPT_FOR)
            .connect_timeout(
                self.options
                    .connect_timeout
                    .unwrap_or(Duration::from_secs(10)),
            )
            .dns_resolver(Resolver {
                reach: way.reach.clone(),
                proxy: way.proxy.as_deref().and_then(host_of),
            })
            // A line that is odd must not cost the answer, which may hold what was paid for.
            .http1_ignore_invalid_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .no_proxy();
        if let Some(proxy) = &way.proxy {
            builder = builder.proxy(reqwest::Proxy::all(proxy)?);
        }
        if way.unsecured {
            builder = builder.tls_certs_only([]);
        } else if !self.certificates.is_empty() {
            builder = builder.tls_certs_merge(self.certificates.iter().cloned());
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
            let way = Way {
                proxy: options.proxy.clone(),
                reach: options.reach.clone(),
                fresh: options.fresh,
                unsecured: false,
            };
            let is_secure = request.uri().scheme() != Some(&http::uri::Scheme::HTTP);
            let client = host.client(way, is_secure)?;
            let request = request.map(|body| into_reqwest(body, &options));
            let request = reqwest::Request::try_from(request)
                .map_err(|error| never_sent(format!("not a valid address: {}", causes(&error))))?;
            // An IP address in the URL is not resolved, so it is checked here.
            if options.reach != Reach::Anywhere
                && options.proxy.is_none()
                && let Some(address) = literal(request.url())
            {
                let judged = Task::spawn(admitted(address, options.reach)).await;
                judged.map_err(|refused| never_sent(refused.to_string()))?;
            }
            let task = Task::spawn(async move { client.execute(request).await });
            let response = match task.await {
                Ok(response) => response,
                Err(error) if is_refused_by_proxy(&error) => return Ok(proxy_refusal()),
                Err(error) => return Err(transport_error(&error)),
            };
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

    // The clock used by the timers of `sleep`: on Linux and macOS, the time that the
    // machine is awake.
    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
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

/// The host of an address as it is resolved.
fn host_of(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(Into::into)
}

/// The host and port of an address.
fn place(url: &reqwest::Url) -> Option<String> {
    let port = url.port_or_known_default()?;
    Some(format!("{}:{port}", url.host_str()?))
}

/// The IP address in a URL.
fn literal(url: &url::Url) -> Option<String> {
    match url.host()? {
        url::Host::Domain(_) => None,
        url::Host::Ipv4(address) => Some(address.to_string()),
        url::Host::Ipv6(address) => Some(address.to_string()),
    }
}

/// A failure before anything is sent, which would happen again.
fn never_sent(message: String) -> TransportError {
    TransportError {
        taken: Taken::No,
        permanent: true,
        message,
    }
}

fn transport_error(error: &reqwest::Error) -> TransportError {
    // The body's own error, from a file that changed or cannot be read: the server never
    // received the whole request.
    if let Some(unread) = cause::<body::Unread>(error) {
        return never_sent(unread.to_string());
    }
    if let Some(refused) = cause::<Refused>(error) {
        return never_sent(refused.to_string());
    }
    TransportError {
        taken: if error.is_connect()
            || error.is_builder()
            || cause(error).is_some_and(certificate::is_wanted)
        {
            Taken::No
        } else {
            Taken::Unknown
        },
        permanent: error.is_builder() || cause(error).is_some_and(is_permanent),
        message: match cause::<rustls::Error>(error) {
            Some(tls) => format!("{}; {}", causes(error), certificate::advice(tls)),
            None => causes(error),
        },
    }
}

/// True if a proxy asked for another user and password before it let anything through. Its
/// answer is an error without a type of its own here.
fn is_refused_by_proxy(error: &reqwest::Error) -> bool {
    const WORDS: &[&str] = &[
        "proxy authorization required",
        "credentials not accepted",
        "server implements authentication incorrectly",
    ];
    let mut cause = std::error::Error::source(error);
    while let Some(current) = cause {
        let said = current.to_string();
        if WORDS.iter().any(|words| said.contains(words)) {
            return error.is_connect();
        }
        cause = current.source();
    }
    false
}

/// The answer of such a proxy, as it is where no tunnel is needed.
fn proxy_refusal() -> http::Response<ByteStream> {
    let body: ByteStream = Box::pin(futures_util::stream::empty());
    let mut response = http::Response::new(body);
    *response.status_mut() = http::StatusCode::PROXY_AUTHENTICATION_REQUIRED;
    response
}

/// True if TLS would fail again in the same way. An alert may come from a server that is
/// just starting.
fn is_permanent(error: &rustls::Error) -> bool {
    use rustls::AlertDescription::{CloseNotify, InternalError, UserCanceled};
    !matches!(
        error,
        rustls::Error::AlertReceived(CloseNotify | InternalError | UserCanceled)
    )
}

/// The cause of this type, if an error has one, even inside a system error.
fn cause<E: std::error::Error + 'static>(error: &reqwest::Error) -> Option<&E> {
    let mut current = std::error::Error::source(error);
    while let Some(error) = current {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        let within = error.downcast_ref::<std::io::Error>();
        current = match within.and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

/// An error and its causes on one line, with host and port, and without the rest of the
/// address, which may contain a signature.
fn causes(error: &reqwest::Error) -> String {
    let place = error.url().and_then(place);
    let at = |before: &str| match &place {
        Some(place) => format!(" {before} {place}"),
        None => String::new(),
    };
    let what = if error.is_connect() {
        format!("cannot connect{}", at("to"))
    } else if error.is_timeout() {
        format!("timed out{}", at("at"))
    } else if error.is_body() || error.is_decode() {
        format!("the connection{} broke off", at("to"))
    } else {
        format!("the exchange{} failed", at("with"))
    };
    let mut last = None;
    let mut cause = std::error::Error::source(error);
    while let Some(current) = cause {
        last = Some(current.to_string());
        cause = current.source();
    }
    match last {
        Some(last) if last != what => format!("{what}: {last}"),
        _ => what,
    }
}
