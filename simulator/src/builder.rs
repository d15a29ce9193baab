//! Configuring and starting a simulator.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::credentials::Credentials;
use crate::dialects;
use crate::engine::accounts::AccountSpec;
use crate::engine::challenges::SentinelSettings;
use crate::engine::clock::Clock;
use crate::engine::random::Random;
use crate::engine::timeline::Pace;
use crate::engine::tokens::Lives;
use crate::engine::world::World;
use crate::engine::{Addresses, Engine, Shapes};
use crate::faults::Rule;
use crate::server::{Admission, Limits, Listener, Routes, Shared, Tls, serve};
use crate::simulator::Simulator;

/// How a simulator is to run.
#[derive(Debug, Clone)]
pub struct Builder {
    port: u16,
    cdn_port: u16,
    own_ports: Vec<(String, u16)>,
    only: Option<String>,
    tls_hosts: Option<Vec<String>>,
    speed: f64,
    start_time: Option<Timestamp>,
    seed: u64,
    shapes: Shapes,
    pace: Pace,
    lives: Lives,
    sentinel: SentinelSettings,
    first_run: AccountSpec,
    faults: Vec<Rule>,
    limits: Limits,
}

impl Simulator {
    /// A simulator to configure.
    pub fn builder() -> Builder {
        Builder::default()
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            port: 0,
            cdn_port: 0,
            own_ports: Vec::new(),
            only: None,
            tls_hosts: None,
            speed: 1.0,
            start_time: None,
            seed: 0,
            shapes: Shapes::default(),
            pace: Pace::default(),
            lives: Lives::default(),
            sentinel: SentinelSettings::default(),
            first_run: AccountSpec::default(),
            faults: Vec::new(),
            limits: Limits::default(),
        }
    }
}

impl Builder {
    /// Port of the main origin; 0, the default, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Port of the origin that serves media; 0, the default, takes a free one.
    pub fn cdn_port(mut self, port: u16) -> Self {
        self.cdn_port = port;
        self
    }

    /// Gives `dialect` a port where it stands at the root, besides its place
    /// below the main origin; 0 takes a free one.
    pub fn port_for(mut self, dialect: &str, port: u16) -> Self {
        self.own_ports.push((dialects::name_of(dialect), port));
        self
    }

    /// Serves a dialect or flavour alone, at the root of the main origin: `sglang` makes the
    /// simulator a server of SGLang's.
    pub fn only(mut self, dialect: &str) -> Self {
        self.only = Some(dialects::name_of(dialect));
        self
    }

    /// Serves TLS on every port, with a certificate for loopback and one for
    /// each of `hosts`, chosen by SNI. [`Simulator::authority`] is what clients
    /// have to trust.
    pub fn tls<'a>(mut self, hosts: impl IntoIterator<Item = &'a str>) -> Self {
        self.tls_hosts = Some(hosts.into_iter().map(str::to_owned).collect());
        self
    }

    /// How many simulated seconds pass in a real one; 1.0 by default.
    pub fn speed(mut self, speed: f64) -> Self {
        self.speed = speed;
        self
    }

    /// A clock that only [`Simulator::advance`] moves.
    pub fn stepped(self) -> Self {
        self.speed(0.0)
    }

    /// The simulated time at the start; the present by default.
    pub fn start_time(mut self, at: Timestamp) -> Self {
        self.start_time = Some(at);
        self
    }

    /// Seed of identifiers, media, jitter and chances.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The form of answers where documents and real servers differ; observed by
    /// default. A request can ask for the other one with the header
    /// `x-simulator-shapes`.
    pub fn shapes(mut self, shapes: Shapes) -> Self {
        self.shapes = shapes;
        self
    }

    /// How long the stages of a job last.
    pub fn pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// How long credentials live.
    pub fn lives(mut self, lives: Lives) -> Self {
        self.lives = lives;
        self
    }

    /// How proof of work is asked for.
    pub fn sentinel(mut self, settings: SentinelSettings) -> Self {
        self.sentinel = settings;
        self
    }

    /// What the account is that the first-run credentials open.
    pub fn first_run_account(mut self, spec: AccountSpec) -> Self {
        self.first_run = spec;
        self
    }

    /// Adds a scripted fault.
    pub fn fault(mut self, rule: Rule) -> Self {
        self.faults.push(rule);
        self
    }

    /// What clients may take of it.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Starts the simulator.
    ///
    /// # Errors
    /// A port is taken, a dialect is unknown, or the difficulty of the proof of
    /// work cannot be read.
    pub fn start(self) -> io::Result<Simulator> {
        let difficulty: Result<sorakit::sentinel::Difficulty, _> = self.sentinel.difficulty.parse();
        difficulty.map_err(|error| invalid(format!("the sentinel difficulty: {error}")))?;
        let now = self.start_time.unwrap_or_else(Timestamp::now);
        let clock = Clock::new(now, self.speed);
        let engine = Arc::new(Engine::new(clock, self.world(now), self.shapes, self.seed));
        for rule in &self.faults {
            engine.faults().add(rule.clone());
        }
        let tls = self.tls_hosts.as_deref().map(Tls::new).transpose()?;
        let listeners = self.bind(&engine, tls.as_ref())?;
        let control_token = control_token()?;
        let hosts = self.tls_hosts.as_deref().unwrap_or_default();
        let admission = Admission::new(hosts, &control_token);
        let shared = Arc::new(Shared::new(engine.clone(), admission, self.limits));

        let (stop, stopped) = oneshot::channel::<()>();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(2)
            .build()?;
        let thread = std::thread::Builder::new()
            .name("simulator".into())
            .spawn(move || {
                runtime.block_on(async move {
                    for listener in listeners {
                        tokio::spawn(serve(listener, shared.clone()));
                    }
                    let _ = stopped.await;
                });
                runtime.shutdown_timeout(Duration::from_millis(200));
            })?;
        Ok(Simulator {
            engine,
            control_token,
            authority: tls.map(|tls| tls.authority),
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    fn world(&self, now: Timestamp) -> World {
        let mut world = World::default();
        world.random = Random::new(self.seed);
        world.pace = self.pace;
        world.tokens.lives = self.lives;
        world.challenges.settings = self.sentinel.clone();
        let (id, email) = Credentials::first_run_account();
        let spec = AccountSpec {
            email: self
                .first_run
                .email
                .clone()
                .or_else(|| Some(email.to_owned())),
            ..self.first_run.clone()
        };
        world
            .accounts
            .add(id.to_owned(), "SMLT24".into(), spec, now);
        Credentials::install_first_run(&mut world, now);
        world
    }

    fn bind(&self, engine: &Engine, tls: Option<&Tls>) -> io::Result<Vec<Listener>> {
        let mut listeners = Vec::new();
        let mut bind = |name: &str, port: u16, routes: Routes| -> io::Result<String> {
            let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
                io::Error::new(
                    error.kind(),
                    format!("cannot listen on 127.0.0.1:{port}: {error}"),
                )
            })?;
            let scheme = if tls.is_some() { "https" } else { "http" };
            let url = format!("{scheme}://{}", socket.local_addr()?);
            listeners.push(Listener {
                name: name.to_owned(),
                socket,
                routes: Arc::new(routes),
                tls: tls.map(|tls| tls.acceptor.clone()),
            });
            Ok(url)
        };
        let named = |name: &str| {
            let mut all = dialects::all().into_iter();
            all.find(|dialect| dialect.name == name)
                .ok_or_else(|| invalid(format!("there is no dialect {name}")))
        };
        let routes = match &self.only {
            Some(name) => Routes::only(named(name)?),
            None => Routes::main(),
        };
        let mut addresses = Addresses {
            url: bind("api", self.port, routes)?,
            cdn: bind("cdn", self.cdn_port, Routes::only(dialects::cdn::dialect()))?,
            own_ports: Vec::new(),
        };
        if let Some(name) = &self.only {
            addresses
                .own_ports
                .push((name.clone(), addresses.url.clone()));
        }
        for (name, port) in &self.own_ports {
            let url = bind(name, *port, Routes::only(named(name)?))?;
            addresses.own_ports.push((name.clone(), url));
        }
        engine.set_addresses(addresses);
        Ok(listeners)
    }
}

/// A new token of the control surface. It does not come from the seed, which
/// others may know.
fn control_token() -> io::Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, message)
}
