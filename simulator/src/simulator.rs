//! Steering and stopping a running simulator.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::credentials::Credentials;
use crate::engine::accounts::AccountSpec;
use crate::engine::journal::Entry;
use crate::engine::{Engine, Shapes};
use crate::faults::Rule;

/// A running simulator. It stops when it is dropped.
///
/// It runs on a thread of its own and listens on loopback only, so it can be
/// used from any code: synchronous, or inside any async runtime.
///
/// ```
/// use std::time::Duration;
/// use sorakit_simulator::Simulator;
///
/// let simulator = Simulator::builder().stepped().start()?;
/// assert!(simulator.url().starts_with("http://127.0.0.1:"));
/// simulator.advance(Duration::from_secs(60));
/// assert!(simulator.journal().is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Simulator {
    pub(crate) engine: Arc<Engine>,
    pub(crate) control_token: String,
    pub(crate) authority: Option<String>,
    pub(crate) stop: Option<oneshot::Sender<()>>,
    pub(crate) thread: Option<JoinHandle<()>>,
}

impl Simulator {
    /// The main origin: the native dialect at its root and under `/backend`,
    /// the others under `/{dialect}`, and the control surface under
    /// `/__simulator`.
    pub fn url(&self) -> &str {
        &self.engine.addresses().url
    }

    /// The origin that serves media.
    pub fn cdn_url(&self) -> &str {
        &self.engine.addresses().cdn
    }

    /// The base URL of `dialect`.
    pub fn base_url(&self, dialect: &str) -> String {
        let name = crate::dialects::name_of(dialect);
        self.engine.addresses().base_url(&name)
    }

    /// The certificate authority that clients have to trust, PEM, if TLS is on.
    pub fn authority(&self) -> Option<&str> {
        self.authority.as_deref()
    }

    /// The token of the control surface, for the header `x-simulator-token`: a new
    /// one for every simulator.
    pub fn control_token(&self) -> &str {
        &self.control_token
    }

    /// The fixed credentials of the first account.
    pub fn credentials(&self) -> Credentials {
        Credentials::first_run()
    }

    /// Adds an account and returns its id and credentials.
    pub fn add_account(&self, spec: AccountSpec) -> (String, Credentials) {
        let now = self.engine.clock.now();
        let mut world = self.engine.world();
        let id = world.add_account(spec, now);
        let credentials = Credentials::issue(&mut world, &id, now);
        (id, credentials)
    }

    /// The simulated time.
    pub fn now(&self) -> Timestamp {
        self.engine.clock.now()
    }

    /// Moves the clock forward.
    pub fn advance(&self, duration: Duration) {
        self.engine.clock.advance(duration);
    }

    /// Changes the speed of the clock; 0 stops it.
    pub fn set_speed(&self, speed: f64) {
        self.engine.clock.set_speed(speed);
    }

    /// Changes the form of answers.
    pub fn set_shapes(&self, shapes: Shapes) {
        self.engine.set_shapes(shapes);
    }

    /// Adds a scripted fault and returns its number.
    pub fn add_fault(&self, rule: Rule) -> u64 {
        self.engine.faults().add(rule)
    }

    /// Removes all scripted faults.
    pub fn clear_faults(&self) {
        self.engine.faults().clear();
    }

    /// Every request so far, the control surface's own excepted.
    pub fn journal(&self) -> Vec<Entry> {
        self.engine.journal().entries().cloned().collect()
    }

    /// The requests of one operation, such as `sora.videos.create`.
    pub fn requests_of(&self, operation: &str) -> Vec<Entry> {
        let journal = self.engine.journal();
        let of = |entry: &&Entry| entry.operation.as_deref() == Some(operation);
        journal.entries().filter(of).cloned().collect()
    }

    /// Forgets the requests so far.
    pub fn clear_journal(&self) {
        self.engine.journal().clear();
    }

    /// The shared state, for tests that look or reach behind the wire.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// Stops the simulator: its ports are closed when this returns.
    pub fn stop(mut self) {
        self.end();
    }

    /// Waits until the process is ended, as a server on the command line does.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    fn end(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.end();
    }
}
