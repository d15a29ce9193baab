//! The decisions that flows take, as pure functions: no clock, no network, no
//! randomness. Each is tested by a table.

pub mod detect;
pub mod find;
pub mod poll;
pub mod proxy;
pub mod redirect;
pub mod refresh;
pub mod retry;
pub mod watch;
