//! The client: one account on one server.

mod addresses;
mod admin;
mod call;
mod clock;
mod credential;
pub(crate) mod detect;
mod events;
mod exchange;
mod gateway;
mod limits;
// A browser has no files to download to.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
mod content;
// A browser has no files to download to.
mod durations;
mod logged;
#[cfg_attr(target_family = "wasm", allow(dead_code))]
pub(crate) mod media;
pub(crate) mod open;
mod own;
mod pages;
mod range;
mod redirected;
mod reference;
// A browser checks no file of requests.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
mod rehearsal;
mod renewer;
pub(crate) mod send;
mod sentinel;
mod session;
mod slot;
mod spoken;

use std::fmt;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use async_lock::Semaphore;

use addresses::Addresses;
use admin::Admin;
use gateway::Gateway;
use logged::{logged, traffic_is_logged};
use rehearsal::Rehearsal;
use slot::Slots;
use spoken::Spoken;

pub use durations::seconds;
pub use events::EventStream;
use limits::transfer_limits;
pub use media::MediaStream;
pub use range::ByteRange;

use crate::api::{BaseUrls, Context, Timestamp};
use crate::auth::{Account, AccountSettings, Credential, CredentialStore, MemoryStore};
use crate::host::Host;
use crate::model::text::unsigned;
use crate::model::{Error, Event, Hidden, Observer, OptionSource, Result, Secret};
use crate::options::{Options, Resolved, password};
use crate::policy::address::{AddressRule, host_of};
use crate::policy::pace::TransferLimits;
use crate::policy::proxy::{self, Proxies};
use sorakit_sentinel::Limits;
use sorakit_sentinel::profile::Profile;

/// One account on one server. Cheap to clone; clones share everything: the
/// connections, the access token, and the poll that watches the account's jobs.
///
/// # Cancellation
///
/// Dropping the future of any call cancels it, and ends its exchange with the server. A job
/// that was begun goes on there: [`Videos::resume`](crate::Videos::resume) by its id, in any
/// process. A creation whose future is dropped before it is done may have been taken; then
/// [`Videos::find`](crate::Videos::find) looks for its job. A token that is being renewed is
/// stored all the same. [`WaitOptions::deadline`](crate::WaitOptions::deadline) bounds a wait,
/// and `total_timeout` any call.
///
/// # Logging
///
/// What happens inside calls goes to `tracing`, in spans of the target `sorakit` named `call`
/// with the `operation`, and to an observer ([`observe`](Self::observe)). No level holds a
/// secret. The targets:
///
/// | target | level | what |
/// |---|---|---|
/// | `sorakit::http` | debug | each request and its answer: `operation`, `method`, `url`, `status`, `elapsed` in seconds |
/// | `sorakit::retry` | info | a request that is sent again, a creation that waits for a slot |
/// | `sorakit::detect` | info | what the server speaks |
/// | `sorakit::credential` | info | a token that was renewed, and where a credential comes from |
/// | `sorakit::pow` | debug | a proof of work that was solved |
/// | `sorakit::job` | warn | a status that is not known |
/// | `sorakit::warning` | warn | what is unusual and not wrong |
///
/// # Example
///
/// ```no_run
/// # async fn example() -> sorakit::Result<()> {
/// use sorakit::{Client, Dialect, Options, VideoRequest};
///
/// let client = Client::new(Options {
///     dialect: Some(Dialect::Sora),
///     base_url: Some("http://127.0.0.1:8787/backend".into()),
///     access_token: Some("test".into()),
///     ..Options::default()
/// })?;
/// let job = client.videos().create(VideoRequest::new("a cat in the snow")).await?;
/// let job = client.videos().wait(&job).await?;
/// client.videos().download(&job, "cat.mp4").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
    /// Set to leave failed requests to the caller instead of retrying.
    pub(crate) without_retries: bool,
    /// Set to leave an account that is full to the caller.
    pub(crate) without_slot_wait: bool,
    /// The longest that a creation answered with the finished work may take, where the
    /// caller has said how long to wait for it.
    pub(crate) deadline: Option<Duration>,
    /// Set to send nothing.
    rehearsal: Option<Rehearsal>,
}

pub(crate) struct Inner {
    pub(crate) host: Arc<dyn Host>,
    /// The server's dialect and limits, as soon as they are known.
    pub(crate) spoken: OnceLock<Spoken>,
    /// The dialect and limits assumed until then.
    pub(crate) assumed: Spoken,
    /// Lets one caller at a time ask the server for them.
    pub(crate) asking: Semaphore,
    /// True if the server was asked for its flavour alone.
    pub(crate) flavour_asked: AtomicBool,
    pub(crate) urls: BaseUrls,
    /// Headers and query that go with every request to the API beside the key.
    pub(crate) gateway: Gateway,
    pub(crate) account: Arc<Account>,
    pub(crate) auto_refresh: bool,
    /// The session of an admin, for dialects that have one (`docs/wire/sora2api.md` §7.1).
    admin: Admin,
    pub(crate) profile: Profile,
    pub(crate) device_id: String,
    pub(crate) sentinel: SentinelSettings,
    /// The token of the caller's own link service.
    pub(crate) links_token: Option<Secret>,
    pub(crate) proxies: Proxies,
    /// The options as they were given, without their secrets.
    pub(crate) options: Options,
    pub(crate) timeout: Duration,
    /// The longest time for the answer to a request that must not be sent twice.
    pub(crate) creation_timeout: Duration,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) transfer: TransferLimits,
    /// The addresses that the server may name.
    pub(crate) addresses: AddressRule,
    /// Values that the rooms above keep with the client.
    pub(crate) slots: Slots,
    observer: Mutex<Option<Arc<dyn Observer>>>,
    /// Oddities of the options, for the first observer.
    warnings: Mutex<Vec<String>>,
    /// The server's clock minus this machine's, in milliseconds.
    clock_offset: Mutex<Option<i64>>,
    /// The client's secrets, left out of everything that is shown.
    pub(crate) hidden: Arc<Hidden>,
}

pub(crate) struct SentinelSettings {
    pub(crate) flow: String,
    pub(crate) token_flow: String,
    pub(crate) limits: Limits,
}

impl Client {
    /// Makes a client with these options, completed from the environment (see
    /// [`Options`]), over the bundled host. It makes no request.
    ///
    /// # Errors
    /// `configuration` or `invalid_input`, naming the option.
    #[cfg(not(target_family = "wasm"))]
    pub fn new(options: Options) -> Result<Self> {
        Self::from_resolved(options.resolve()?)
    }

    /// Makes a client as [`Client::new`] does, with the caller's own credential store.
    #[cfg(not(target_family = "wasm"))]
    pub fn new_with_store(options: Options, store: impl CredentialStore) -> Result<Self> {
        let mut resolved = options.resolve()?;
        let host = native_host(&resolved.options)?;
        // The store is the caller's own, whatever file a lower source names.
        resolved.options.credential_file = None;
        resolved.credential_file = Some(OptionSource::Code);
        Self::build(resolved, host, Arc::new(store))
    }

    /// Makes a client over the bundled host with options whose source is known.
    #[cfg(not(target_family = "wasm"))]
    pub fn from_resolved(resolved: Resolved) -> Result<Self> {
        let host = native_host(&resolved.options)?;
        Self::with_file(resolved, host)
    }

    /// Makes a client with options whose source is known, over what `around` makes of
    /// the bundled host: to see requests and answers.
    #[cfg(not(target_family = "wasm"))]
    pub fn from_resolved_over<H: Host>(
        resolved: Resolved,
        around: impl FnOnce(crate::host::NativeHost) -> H,
    ) -> Result<Self> {
        let host = native_host(&resolved.options)?;
        Self::with_file(resolved, around(host))
    }

    /// Makes a client with exactly these options over the caller's own host.
    pub fn with_host(options: Options, host: impl Host) -> Result<Self> {
        Self::with_file(Resolved::code(options), host)
    }

    /// Makes a client with exactly these options over the caller's own host and
    /// credential store.
    pub fn with_store(
        options: Options,
        host: impl Host,
        store: impl CredentialStore,
    ) -> Result<Self> {
        let mut resolved = Resolved::code(options);
        resolved.credential_file = Some(OptionSource::Code);
        Self::build(resolved, host, Arc::new(store))
    }

    pub(crate) fn with_file(mut resolved: Resolved, host: impl Host) -> Result<Self> {
        #[cfg(not(target_family = "wasm"))]
        if let Some(path) = resolved.options.credential_file.clone() {
            look_at_credential_file(&path, &mut resolved.warnings)?;
            return Self::build(resolved, host, Arc::new(crate::auth::FileStore::new(path)));
        }
        resolved.credential_file = None;
        Self::build(resolved, host, Arc::new(MemoryStore::default()))
    }

    fn build(resolved: Resolved, host: impl Host, store: Arc<dyn CredentialStore>) -> Result<Self> {
        let only_fills_store = resolved.is_kept_in_file();
        let options = resolved.options;
        let given = Spoken::given(&options)?;
        let assumed = Spoken::unknown(&options)?;
        let dialect = given.as_ref().map(|spoken| spoken.detection().dialect);
        // Where plain HTTP may go depends on them.
        for (field, address) in [
            ("credential_proxy", &options.credential_proxy),
            ("proxy", &options.proxy),
            ("sentinel_proxy", &options.sentinel_proxy),
        ] {
            if let Some(address) = address {
                proxy::check(field, address)?;
            }
        }
        let addresses = Addresses::of(&options)?;
        let gateway = Gateway::of(&options, &addresses)?;
        let hidden = Hidden::of_client();
        for secret in options
            .secrets()
            .chain(resolved.proxies.addresses().filter_map(password))
        {
            hidden.add(&secret);
        }
        let credential = Credential::from_options(&options, dialect)?;
        // Browsers do not let a page set some headers.
        if !gateway.is_empty() {
            host.check(&gateway.alone(&addresses.api)?)?;
        }
        let mut warnings = resolved.warnings;
        if resolved.tokens.is_none()
            && resolved.credential_file.is_none()
            && let Some(dialect) = dialect
            && dialect.has_keys()
            && !gateway.authorizes()
        {
            warnings.push(format!(
                "no credential is given, and servers of `{dialect}` ask for one; none is sent"
            ));
        }
        let tokens = resolved.tokens.unwrap_or(OptionSource::Code);
        let account = AccountSettings {
            origin: addresses.api.origin().ascii_serialization(),
            source: tokens,
            only_fills_store,
            store_timeout: seconds("store_timeout", options.store_timeout)?
                .unwrap_or(Duration::from_secs(30)),
        };
        let mut profile = options.profile.clone().unwrap_or_default();
        if let Some(language) = options.language.as_deref()
            && language != profile.language
        {
            profile = profile.with_language(language);
        }
        profile.check().map_err(|error| {
            Error::invalid(format!("profile.{}", error.field()), error.reason())
        })?;
        let mut random = [0; 16];
        host.random(&mut random);
        let device_id = options.device_id.clone().unwrap_or_else(|| uuid(random));
        let proxies = Proxies {
            credential: options.credential_proxy.clone(),
            client: options.proxy.clone(),
            sentinel: options.sentinel_proxy.clone(),
            environment: resolved.proxies,
        };
        let Addresses { urls, api, .. } = addresses;
        let way = proxies.choose(false, api.as_str());
        if let Some((variable, address)) = proxies.environment.choose(api.as_str())
            && way == Some(address)
        {
            proxy::check(variable, address)?;
        }
        let addresses = AddressRule {
            host: host_of(&api),
            allow_http: options.allow_http == Some(true),
            allow_private: options.allow_private_media == Some(true),
            resolves: cfg!(not(target_family = "wasm")) && way.is_none(),
        };
        let transfer = transfer_limits(&options)?;
        let admin = Admin::of(&options)?;
        let shown = options.without_secrets();
        for message in warnings.iter().cloned() {
            logged(&Event::Warning { message }.without_secrets());
        }
        let limits = Limits::default();
        let limits = Limits {
            max_tries: options.pow_max_tries.unwrap_or(limits.max_tries),
            max_time: seconds("pow_timeout", options.pow_timeout)?.unwrap_or(limits.max_time),
            threads: options.pow_threads.unwrap_or(0) as usize,
            ..limits
        };
        Ok(Self {
            without_retries: false,
            without_slot_wait: false,
            rehearsal: None,
            inner: Arc::new(Inner {
                host: Arc::new(host),
                spoken: given.map(OnceLock::from).unwrap_or_default(),
                assumed,
                asking: Semaphore::new(1),
                flavour_asked: AtomicBool::new(false),
                urls,
                gateway,
                account: Arc::new(Account::new(credential, store, account)),
                auto_refresh: options.auto_refresh.unwrap_or(true),
                admin,
                profile,
                device_id,
                links_token: options.links_token,
                sentinel: SentinelSettings {
                    flow: options.sentinel_flow.unwrap_or_else(|| "sora_init".into()),
                    token_flow: options
                        .sentinel_token_flow
                        .unwrap_or_else(|| "sora_2_create_task__auto".into()),
                    limits,
                },
                proxies,
                options: shown,
                timeout: seconds("timeout", options.timeout)?.unwrap_or(Duration::from_secs(30)),
                creation_timeout: seconds("creation_timeout", options.creation_timeout)?
                    .unwrap_or(Duration::from_secs(300)),
                total_timeout: seconds("total_timeout", options.total_timeout)?,
                transfer,
                addresses,
                slots: Slots::default(),
                observer: Mutex::new(None),
                warnings: Mutex::new(warnings),
                clock_offset: Mutex::new(None),
                hidden,
            }),
            deadline: None,
        })
    }

    /// Waits at most ten seconds for a renewal under way to finish and be stored. Call it
    /// before a program ends, so that the new refresh token is not lost; see also
    /// [`drain`](crate::host::drain).
    pub async fn close(&self) {
        let limit = Duration::from_secs(10);
        let settled = async {
            self.inner.account.settled().await;
            self.inner.account.save_what_is_left(self).await;
        };
        self.within(limit, settled).await;
    }

    /// Returns the same client with a deadline for its creations: on servers that answer a
    /// creation with the finished video or image, the answer may take as long. `None`
    /// leaves it at the client's `video_timeout` and `image_timeout`.
    #[must_use]
    pub fn with_deadline(mut self, deadline: Option<Duration>) -> Self {
        self.deadline = deadline.or(self.deadline);
        self
    }

    /// Returns the same client that waits for no free slot: a creation ends at once in
    /// `too_many_jobs` when the account has too many jobs in progress. For callers that keep
    /// their own number of jobs.
    #[must_use]
    pub fn without_slot_wait(mut self) -> Self {
        self.without_slot_wait = true;
        self
    }

    /// The API's base URL.
    pub fn base_url(&self) -> &str {
        &self.inner.urls.api
    }

    /// The host and port of the proxy that requests to the API go through, if any.
    pub fn proxy(&self) -> Option<String> {
        let proxy = self.inner.proxies.choose(false, self.base_url())?;
        let url = crate::model::url::Url::parse(proxy).ok()?;
        let port = url.port_or_known_default().unwrap_or(1080);
        Some(format!("{}:{port}", url.host_str()?))
    }

    /// Tells `observer` what happens inside calls, in place of the previous observer.
    pub fn observe(&self, observer: impl Observer) {
        let observer = Arc::new(observer);
        *lock(&self.inner.observer) = Some(observer.clone());
        for message in std::mem::take(&mut *lock(&self.inner.warnings)) {
            // `tracing` has them since the client was made.
            observer.on_event(&Event::Warning { message }.without_secrets());
        }
    }

    pub(crate) fn tell(&self, event: Event) {
        let event = event.without_secrets();
        logged(&event);
        let observer = lock(&self.inner.observer).clone();
        if let Some(observer) = observer {
            observer.on_event(&event);
        }
    }

    /// True if somebody is told of requests and answers.
    pub(crate) fn is_observed(&self) -> bool {
        let observer = lock(&self.inner.observer).clone();
        traffic_is_logged() || observer.is_some_and(|observer| observer.takes_traffic())
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.inner.host.now()
    }

    /// Takes the server's time from an answer.
    pub(crate) fn note_server_time(&self, headers: &http::HeaderMap) {
        let date = headers.get("date").and_then(|date| date.to_str().ok());
        let Some(date) = date.and_then(crate::api::read_http_date) else {
            return;
        };
        let offset = date.as_millis().saturating_sub(self.now().as_millis());
        *lock(&self.inner.clock_offset) = Some(offset);
    }

    pub(crate) fn clock_offset(&self) -> Option<i64> {
        *lock(&self.inner.clock_offset)
    }

    /// The time since some fixed moment: see [`Host::monotonic`].
    pub(crate) fn monotonic(&self) -> Duration {
        self.inner.host.monotonic()
    }

    /// Returns the same client whose calls end where they would send something.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn rehearsing(&self) -> (Self, Rehearsal) {
        let (mut client, rehearsal) = (self.clone(), Rehearsal::default());
        client.rehearsal = Some(rehearsal.clone());
        (client, rehearsal)
    }

    /// True if this client sends nothing.
    pub(crate) fn is_rehearsing(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// Ends a call of a rehearsal, which is about to send something.
    pub(crate) fn may_send(&self) -> Result<()> {
        self.rehearsal.as_ref().map_or(Ok(()), |it| Err(it.end()))
    }

    /// Returns the same client without retries, for callers that repeat requests anyway.
    pub(crate) fn without_retries(mut self) -> Self {
        self.without_retries = true;
        self
    }

    /// A random number from 0 to 1.
    pub(crate) fn jitter(&self) -> f64 {
        let mut random = [0; 4];
        self.inner.host.random(&mut random);
        f64::from(u32::from_le_bytes(random)) / f64::from(u32::MAX)
    }

    pub(crate) fn context<'a>(
        &'a self,
        credential: Option<&'a Secret>,
        sentinel: Option<&'a str>,
        boundary: &'a str,
    ) -> Context<'a> {
        Context {
            urls: &self.inner.urls,
            credential,
            profile: &self.inner.profile,
            device_id: &self.inner.device_id,
            sentinel,
            boundary,
        }
    }
}

/// Shows the dialect and address alone: all else may be secret.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("dialect", &self.dialect())
            .field("base_url", &unsigned(self.base_url()))
            .finish_non_exhaustive()
    }
}

/// Refuses a credential file that others can write, and warns of one that they can
/// read.
#[cfg(not(target_family = "wasm"))]
fn look_at_credential_file(path: &std::path::Path, warnings: &mut Vec<String>) -> Result<()> {
    let refused = |error: std::io::Error| {
        let what = format!("cannot use {}: {error}", path.display());
        Error::new(crate::ErrorKind::Storage, what)
            .with_field("credential_file")
            .caused_by(error)
    };
    let contents = crate::host::private_file::read(path).map_err(refused)?;
    if contents.is_some_and(|contents| contents.others_can_read) {
        warnings.push(format!(
            "others on this machine can read the credential file {}: chmod 600",
            path.display()
        ));
    }
    Ok(())
}

#[cfg(not(target_family = "wasm"))]
pub(crate) fn native_host(options: &Options) -> Result<crate::host::NativeHost> {
    let ca_certificate = match &options.ca_file {
        Some(path) => Some(std::fs::read(path).map_err(|error| {
            Error::invalid(
                "ca_file",
                format!("cannot read {}: {error}", path.display()),
            )
        })?),
        None => None,
    };
    crate::host::NativeHost::new(crate::host::NativeOptions {
        connect_timeout: seconds("connect_timeout", options.connect_timeout)?,
        ca_certificate,
    })
}

pub(crate) use crate::lock::lock;

/// Formats random bytes as a UUID of version 4.
pub(crate) fn uuid(random: [u8; 16]) -> String {
    uuid::Builder::from_random_bytes(random)
        .into_uuid()
        .to_string()
}
