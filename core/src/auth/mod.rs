//! Credentials: their contents, their stores, and their renewal.
//!
//! An account has an access token, and may have a session token or a refresh token from
//! which new access tokens come (`docs/wire/sora.md` §1). A gateway's API key is an
//! access token that never expires.

mod access_token;
mod account;
mod credential;
mod lifetime;
mod renewer;
pub mod store;

pub use crate::api::sora::OauthClient;
pub use access_token::Claims;
pub(crate) use account::{Account, AccountSettings};
pub use credential::Credential;
pub(crate) use renewer::Renewer;
pub use store::{CredentialStore, MemoryStore, StoreGuard};

#[cfg(not(target_family = "wasm"))]
pub use store::FileStore;
