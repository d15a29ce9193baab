//! What rules look at.

/// A request as far as rules look at it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// Path as received.
    pub path: &'a str,
    /// Name of the listener: `api`, a dialect with a port of its own, or `cdn`.
    pub origin: &'a str,
    /// Name of the operation, if one matched.
    pub operation: Option<&'a str>,
}
