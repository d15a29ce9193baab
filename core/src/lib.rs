//! One SDK for every Sora-shaped video and image API.

#[cfg(feature = "client")]
pub mod media;
pub mod profile;
pub mod sentinel;
