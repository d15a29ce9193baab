//! What the gateway dialects share: an API key, requests as JSON or as a form,
//! references, jobs under ids of the dialect's own, and their media.

pub mod access;
pub mod characters;
pub mod input;
pub mod jobs;
pub mod measures;
pub mod progress;
pub mod references;
