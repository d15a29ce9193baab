//! What clients may take of a simulator.

use std::time::Duration;

/// Limits on connections and requests. A client that goes beyond one loses its
/// connection or gets a refusal; the others are served as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once, over all ports. When they are used up, the one that
    /// has been idle for longest is closed for the next.
    pub connections: usize,
    /// How long the head of a request may take, from the opening of the
    /// connection or from its first byte.
    pub head: Duration,
    /// How long a connection may wait for its next request, and how long a
    /// client may leave an answer unread.
    pub idle: Duration,
    /// How long the body of a request may pause.
    pub pause: Duration,
    /// How many bytes of a body must arrive in a second, on average, after the
    /// first pause is used up.
    pub body_rate: u64,
    /// The largest body of an upload, in bytes: of a form or of a `PUT`.
    pub body: usize,
    /// The largest body of any other request, in bytes.
    pub plain_body: usize,
    /// The largest body that is looked at, in bytes, when there is no such path or
    /// the request has no credential.
    pub unasked_body: usize,
    /// The bytes of all bodies that are being received or worked on.
    pub bodies: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            head: Duration::from_secs(15),
            idle: Duration::from_secs(75),
            pause: Duration::from_secs(15),
            body_rate: 1024,
            body: 512 * 1024 * 1024,
            plain_body: 48 * 1024 * 1024,
            unasked_body: 64 * 1024,
            bodies: 1024 * 1024 * 1024,
        }
    }
}
