//! What the dialect is called, and the gateway as it is upstream.

/// Name of the dialect.
pub const NAME: &str = "sora2api";
/// Name of the other flavour.
pub const UPSTREAM: &str = "sora2api-upstream";
