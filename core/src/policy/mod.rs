//! The decisions of flows, as pure functions: no clock, no network, no randomness. Each
//! is tested by a table.

pub(crate) mod address;
pub mod delivery;
pub mod detect;
pub mod ended;
pub mod find;
pub mod pace;
pub mod poll;
pub mod proxy;
pub mod redirect;
pub mod refresh;
pub mod resume;
pub mod retry;
pub mod watch;
