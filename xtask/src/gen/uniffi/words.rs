//! What the sources for Kotlin and Swift both say.

/// The comment on the clients that refresh tokens are issued to.
pub const OAUTH_CLIENTS: &str =
    "The documented clients that refresh tokens are issued to: each id with its redirect URI.";
