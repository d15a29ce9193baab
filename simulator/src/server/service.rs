//! What the connections of a simulator share.

use std::sync::Arc;

use super::Routes;
use super::admission::Admission;
use super::connections::Connections;
use super::limits::Limits;
use super::receive::Receiving;
use crate::engine::Engine;

/// What every connection of a listener needs.
pub(crate) struct Service {
    /// Name of the listener.
    pub origin: Arc<str>,
    /// What is served.
    pub routes: Arc<Routes>,
    /// What all listeners share.
    pub shared: Arc<Shared>,
}

/// What all listeners of a simulator share.
pub(crate) struct Shared {
    /// The state.
    pub engine: Arc<Engine>,
    /// Who is let in.
    pub admission: Admission,
    /// What clients may take.
    pub limits: Limits,
    /// The open connections.
    pub connections: Connections,
    /// The bodies that are being received.
    pub receiving: Receiving,
}

impl Shared {
    /// What the listeners of `engine` share.
    pub fn new(engine: Arc<Engine>, admission: Admission, limits: Limits) -> Self {
        Self {
            engine,
            admission,
            connections: Connections::new(limits.connections),
            receiving: Receiving::new(limits),
            limits,
        }
    }
}
