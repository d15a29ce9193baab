//! The detection of the server's dialect, once, at the first call.

use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt};

use crate::api::{Auth, Body, Service, context_header};
use crate::client::send::{Broken, strip_credentials};
use crate::client::spoken::Spoken;
use crate::client::{Client, lock};
use crate::host::{Host, SendOptions, Taken};
use crate::model::{Dialect, Error, ErrorKind, Event, Flavour, Result, Secret};
use crate::options::{Options, Resolved};
use crate::policy::detect::{
    Detection, PROBES, Probe, Seen, flavour_in, is_due, judge, tells_flavour,
};

/// The longest time for finding out what a server speaks.
const LIMIT: Duration = Duration::from_secs(5);

/// The longest wait for one answer before the next question is asked beside it: a server that
/// hangs on one path may answer on others.
const SHARE: Duration = Duration::from_secs(1);

/// The most times that a request is sent again when no answer comes.
const RETRIES: u32 = 2;

/// The most servers that a process remembers.
const REMEMBERED: usize = 64;

/// The servers that this process has asked, by base URL, oldest first.
static KNOWN: Mutex<Vec<(String, Detection)>> = Mutex::new(Vec::new());

impl Client {
    /// The dialect and flavour of the server, and how they are known; `None` until the
    /// first call has found them out.
    pub fn detected(&self) -> Option<&Detection> {
        self.inner.spoken.get().map(Spoken::detection)
    }

    /// The dialect that the server speaks; `openai` until it is known: see
    /// [`detected`](Self::detected).
    pub fn dialect(&self) -> Dialect {
        self.spoken().detection().dialect
    }

    /// The kind of the server, of a dialect that has several; `openai` until it is known.
    pub fn flavour(&self) -> Option<Flavour> {
        self.spoken().detection().flavour
    }

    pub(crate) fn spoken(&self) -> &Spoken {
        let inner = &self.inner;
        inner.spoken.get().unwrap_or(&inner.assumed)
    }

    /// Finds out what the server speaks, unless it is known: once for all who call.
    pub(crate) async fn find_out(&self) -> Result<()> {
        if self.inner.spoken.get().is_some() {
            return Ok(());
        }
        // Boxed: every call holds this future, and hardly any needs it.
        Box::pin(self.find_out_first()).await
    }

    async fn find_out_first(&self) -> Result<()> {
        let _first = self.inner.asking.acquire().await;
        if self.inner.spoken.get().is_some() {
            return Ok(());
        }
        let remembered = remembered(self.base_url());
        let detection = match remembered {
            Some(detection) => detection,
            None => self.ask().await?,
        };
        let spoken = Spoken::of(detection, &self.inner.options)?;
        if self.inner.spoken.set(spoken).is_ok() {
            self.tell_detected();
        }
        Ok(())
    }

    /// The server's flavour, where a request has to be worded for one or the other: asked for
    /// once, by the probes that can tell it. `None` where none of them does, or where all
    /// servers of the dialect are alike: then the answer to the request itself may tell, by
    /// [`learn`](Self::learn).
    pub(crate) async fn find_flavour(&self) -> Option<Flavour> {
        let may_ask = !self.is_rehearsing();
        if may_ask && self.find_out().await.is_ok() && self.flavour().is_none() {
            // Boxed, as above.
            Box::pin(self.find_flavour_first()).await;
        }
        self.flavour()
    }

    async fn find_flavour_first(&self) {
        let _first = self.inner.asking.acquire().await;
        let dialect = self.dialect();
        let is_asked = &self.inner.flavour_asked;
        if self.flavour().is_some() || is_asked.load(Ordering::Relaxed) {
            return;
        }
        let known = remembered(self.base_url()).filter(|known| known.dialect == dialect);
        let known = known.and_then(|known| Some((known.flavour?, known.evidence.last()?.clone())));
        let found = match known {
            Some(known) => Some(known),
            None => {
                let asked = Box::pin(self.probe_for_flavour(dialect));
                self.within(LIMIT, asked).await.flatten()
            }
        };
        is_asked.store(true, Ordering::Relaxed);
        if let Some((flavour, why)) = found {
            self.learn(flavour, why);
        }
    }

    /// Takes in a flavour that an answer has shown, and tells it as an event.
    pub(crate) fn learn(&self, flavour: Flavour, why: String) {
        let spoken = self.spoken();
        if spoken.refine(flavour, why) {
            remember(self.base_url(), spoken.detection());
            self.tell_detected();
        }
    }

    fn tell_detected(&self) {
        let Detection {
            dialect,
            flavour,
            evidence,
        } = self.spoken().detection().clone();
        self.tell(Event::Detected {
            dialect,
            flavour,
            evidence,
        });
    }

    /// Asks the server what it speaks by requests that change nothing, and remembers it.
    async fn ask(&self) -> Result<Detection> {
        let asked = self.within(LIMIT, Box::pin(self.probe())).await;
        let late = || {
            let what = format!(
                "the server did not tell within {} s what it speaks",
                LIMIT.as_secs()
            );
            Error::new(ErrorKind::Timeout, what)
                .with_hint("It may be starting up. Try again, or name the dialect and the flavour.")
        };
        let detection = asked
            .unwrap_or_else(|| Err(late()))
            .map_err(|error| self.explain(error).on("detect"))?;
        remember(self.base_url(), &detection);
        Ok(detection)
    }

    async fn probe(&self) -> Result<Detection> {
        let key = self.credential(Auth::Bearer, None).await.unwrap_or(None);
        let mut evidence = Vec::new();
        let mut before = Vec::new();
        let mut first_break = None;
        let mut asked = FuturesUnordered::new();
        let mut probes = PROBES.iter();
        loop {
            let next = probes.find(|probe| is_due(&before, **probe));
            if let Some(probe) = next {
                asked.push(async { (*probe, self.look(*probe, key.as_ref()).await) });
            }
            let answer = match next {
                Some(_) => self.within(SHARE, asked.next()).await,
                None => Some(asked.next().await),
            };
            let (probe, looked) = match answer {
                // It is asked something else meanwhile.
                None => continue,
                Some(None) => break,
                Some(Some(answer)) => answer,
            };
            let seen = match looked {
                Ok(seen) => seen,
                // Nobody is there, who would be for another question.
                Err(broken) if broken.taken == Taken::No => return Err(broken.error),
                Err(broken) => {
                    evidence.push(format!("GET {}: {}", probe.path, broken.error.reason()));
                    first_break.get_or_insert(broken.error);
                    continue;
                }
            };
            let what = match seen.json {
                Some(_) => "JSON",
                None => "no JSON",
            };
            evidence.push(format!("GET {}: {} with {what}", probe.path, seen.status));
            if let Some(verdict) = judge(self.base_url(), &before, probe, &seen) {
                evidence.push(verdict.why);
                let (dialect, mut flavour) = (verdict.dialect, verdict.flavour);
                if flavour.is_none()
                    && !tells_flavour(dialect, probe)
                    && let Some(told) = self.within(SHARE, self.probe_for_flavour(dialect)).await
                    && let Some((found, why)) = told
                {
                    flavour = Some(found);
                    evidence.push(why);
                }
                return Ok(Detection {
                    dialect,
                    flavour,
                    evidence,
                });
            }
            before.push((probe, seen));
        }
        match first_break {
            Some(error) if before.is_empty() => Err(error),
            _ => Err(untold(&before, &evidence)),
        }
    }

    /// The flavour of a server whose dialect is known, and the reason. Whatever goes wrong here,
    /// the calls themselves will tell.
    async fn probe_for_flavour(&self, dialect: Dialect) -> Option<(Flavour, String)> {
        let probes = PROBES
            .iter()
            .filter(|probe| tells_flavour(dialect, **probe));
        for probe in probes {
            let key = self.credential(Auth::Bearer, None).await.unwrap_or(None);
            let seen = self.look(*probe, key.as_ref()).await.ok()?;
            if let Some(found) = flavour_in(dialect, *probe, &seen) {
                return Some(found);
            }
        }
        None
    }

    /// The answer to one probe.
    async fn look(&self, probe: Probe, key: Option<&Secret>) -> Result<Seen, Broken> {
        let most = self.spoken().retry.max_retries.min(RETRIES);
        let mut retries = 0;
        loop {
            let url = self.inner.urls.join(Service::Api, probe.path)?;
            let mut request = http::Request::get(url)
                .header("accept", "application/json")
                .body(Body::empty())
                .map_err(|error| Error::new(ErrorKind::Configuration, error.to_string()))?;
            match key {
                Some(key) if probe.authorized => {
                    let value = context_header("token", &format!("Bearer {}", key.expose()))?;
                    request.headers_mut().insert("authorization", value);
                }
                _ => strip_credentials(request.headers_mut()),
            }
            let to = request.uri().to_string();
            let options = SendOptions {
                proxy: self.inner.proxies.choose(false, &to).map(Into::into),
                fresh: retries > 0,
                ..SendOptions::default()
            };
            match self.exchange(request, options).await {
                Ok(reply) => {
                    return Ok(Seen {
                        status: reply.status.as_u16(),
                        headers: reply.headers.keys().map(ToString::to_string).collect(),
                        json: reply.value().ok().filter(|value| !value.is_null()),
                    });
                }
                // It leads in circles, or is endless: that tells nothing, and others may.
                Err(broken) if broken.error.kind() == ErrorKind::UnexpectedResponse => {
                    let came = broken.came.as_deref();
                    return Ok(Seen {
                        status: came.map_or(302, |reply| reply.status.as_u16()),
                        headers: Vec::new(),
                        json: None,
                    });
                }
                Err(broken) if !broken.error.retryable() || retries >= most => {
                    return Err(broken);
                }
                Err(_) => {
                    retries += 1;
                    let pause = self.spoken().retry.base.min(LIMIT / 10);
                    self.inner.host.sleep(pause).await;
                }
            }
        }
    }
}

/// The error of a server whose answers prove nothing.
fn untold(before: &[(Probe, Seen)], evidence: &[String]) -> Error {
    let refused = |status: u16| before.iter().any(|(_, seen)| seen.status == status);
    let kind = match before.first().map(|(_, seen)| seen.status) {
        _ if refused(401) => ErrorKind::Authentication,
        _ if refused(429) => ErrorKind::RateLimited,
        Some(403) => ErrorKind::Permission,
        Some(500..) => ErrorKind::Overloaded,
        _ => ErrorKind::Unsupported,
    };
    let what = format!(
        "the server's dialect cannot be told ({})",
        evidence.join("; ")
    );
    Error::new(kind, what).with_hint(match kind {
        ErrorKind::Authentication => "Check the key, or name the dialect.",
        _ => "Name the dialect: `openai` for a server of `/v1/videos`.",
    })
}

/// Forgets what the servers speak that this process has asked.
#[cfg(any(test, feature = "testing"))]
pub fn forget_servers() {
    lock(&KNOWN).clear();
}

fn remembered(base_url: &str) -> Option<Detection> {
    let known = lock(&KNOWN);
    let mut found = known.iter().filter(|(known, _)| known == base_url);
    found.next().map(|(_, detection)| detection.clone())
}

fn remember(base_url: &str, detection: &Detection) {
    let mut known = lock(&KNOWN);
    known.retain(|(known, _)| known != base_url);
    if known.len() == REMEMBERED {
        known.remove(0);
    }
    known.push((base_url.to_owned(), detection.clone()));
}

impl Client {
    /// Finds out by a few harmless requests what the server at `options.base_url` speaks,
    /// and what it answered. A dialect or flavour named in the options is accepted without
    /// asking. A client without them does the same at its first call.
    ///
    /// # Errors
    /// `unsupported`, with what was seen, when no answer tells; `timeout` after 5 s.
    #[cfg(not(target_family = "wasm"))]
    pub async fn detect(options: Options) -> Result<Detection> {
        let resolved = options.resolve()?;
        let host = crate::client::native_host(&resolved.options)?;
        Self::detect_resolved(resolved, host).await
    }

    /// Detects with options of which the source is known, over what `around` makes of
    /// the bundled host.
    #[cfg(not(target_family = "wasm"))]
    pub async fn detect_resolved_over<H: Host>(
        resolved: Resolved,
        around: impl FnOnce(crate::host::NativeHost) -> H,
    ) -> Result<Detection> {
        let host = crate::client::native_host(&resolved.options)?;
        Self::detect_resolved(resolved, around(host)).await
    }

    /// Detects over the caller's own host.
    pub async fn detect_with(options: Options, host: impl Host) -> Result<Detection> {
        Self::detect_resolved(Resolved::code(options), host).await
    }

    async fn detect_resolved(resolved: Resolved, host: impl Host) -> Result<Detection> {
        let client = Self::with_file(resolved, host)?;
        match client.detected() {
            Some(detection) => Ok(detection.clone()),
            None => client.ask().await,
        }
    }
}
