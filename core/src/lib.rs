//! One SDK for every Sora-shaped video and image API.

pub mod profile;
pub mod sentinel;
