//! What all dialects share: a clock, accounts, jobs, media, and a record of what happened.
//!
//! The parts know nothing of HTTP paths or JSON shapes; a dialect translates
//! between them and its own wire format.

pub mod accounts;
pub mod assets;
pub mod challenges;
pub mod characters;
pub mod clock;
pub mod jobs;
pub mod journal;
pub mod posts;
pub mod random;
pub mod refusal;
mod rendition;
pub mod timeline;
pub mod tokens;
pub mod trigger;
pub mod uploads;
pub mod watch;
pub mod world;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock};

use serde::{Deserialize, Serialize};

use crate::faults::Faults;
use assets::{Asset, Assets};
use clock::Clock;
use journal::Journal;
use rendition::Rendition;
use world::World;

/// The dialect at the root of the main origin.
pub const ROOT: &str = "sora";

/// Which form answers take where documents and real servers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shapes {
    /// As the documents say.
    Documented,
    /// As real servers are known to answer, which is what most programs read.
    #[default]
    Observed,
}

/// Where a running simulator listens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Addresses {
    /// The main origin: the native dialect at its root, the others under
    /// `/{dialect}`, and the control surface.
    pub url: String,
    /// The origin that serves media.
    pub cdn: String,
    /// Origins of dialects that have a port of their own.
    pub own_ports: Vec<(String, String)>,
}

impl Addresses {
    /// The base URL of `dialect`, without a slash at its end.
    pub fn base_url(&self, dialect: &str) -> String {
        let own = self.own_ports.iter().find(|(name, _)| name == dialect);
        let root = match own {
            Some((_, url)) => url.clone(),
            None if dialect == ROOT => self.url.clone(),
            None => format!("{}/{dialect}", self.url),
        };
        // As its document writes it.
        match dialect {
            "mirror" => format!("{root}/sora"),
            _ => root,
        }
    }
}

/// The shared state of one running simulator.
pub struct Engine {
    /// Simulated time.
    pub clock: Clock,
    /// Signed addresses of media, and the media.
    pub assets: Assets,
    world: Mutex<World>,
    journal: Mutex<Journal>,
    faults: Mutex<Faults>,
    shapes: Mutex<Shapes>,
    addresses: OnceLock<Addresses>,
    connections: AtomicU64,
}

impl Engine {
    /// An engine over `world` that has not been given its addresses yet.
    pub(crate) fn new(clock: Clock, world: World, shapes: Shapes, seed: u64) -> Self {
        Self {
            clock,
            assets: Assets::new(seed),
            world: Mutex::new(world),
            journal: Mutex::default(),
            faults: Mutex::new(Faults::new(seed)),
            shapes: Mutex::new(shapes),
            addresses: OnceLock::new(),
            connections: AtomicU64::new(0),
        }
    }

    /// The state. Hold it briefly and never across an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The file `file` of `owner`. Rendering a video takes a while: call it where
    /// blocking is allowed.
    pub fn asset(&self, owner: &str, file: &str) -> Option<Asset> {
        let rendition = || Rendition::find(&self.world(), owner, file);
        self.assets.find(rendition, owner, file)
    }

    /// The journal. Hold it briefly.
    pub fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The scripted faults. Hold them briefly.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The form that answers take unless a request asks for another.
    pub fn shapes(&self) -> Shapes {
        *self
            .shapes
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Changes the form that answers take.
    pub fn set_shapes(&self, shapes: Shapes) {
        *self
            .shapes
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner()) = shapes;
    }

    /// Where the simulator listens.
    pub fn addresses(&self) -> &Addresses {
        static NOWHERE: Addresses = Addresses {
            url: String::new(),
            cdn: String::new(),
            own_ports: Vec::new(),
        };
        self.addresses.get().unwrap_or(&NOWHERE)
    }

    /// The number of a new connection.
    pub(crate) fn next_connection(&self) -> u64 {
        self.connections.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn set_addresses(&self, addresses: Addresses) {
        let _ = self.addresses.set(addresses);
    }
}
