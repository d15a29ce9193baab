//! A stateful local server of Sora-shaped video and image APIs, for demos and
//! tests without a network.
//!
//! [`Simulator::builder`] starts one. It checks what clients send as strictly
//! as the documents allow, runs jobs on a clock that can be sped up or stepped,
//! keeps accounts, quotas, tokens, drafts and posts, serves media from an
//! origin of its own, plays scripted [faults](Rule), and records every request
//! in a [journal](Simulator::journal).
//!
//! A prompt that holds `simulate:NAME` makes its job go wrong in the way that
//! [`trigger::TRIGGERS`] lists, whatever the client.

#![forbid(unsafe_code)]

pub mod dialects;
pub mod engine;
pub mod exchange;
pub mod faults;
pub mod media;

mod builder;
mod credentials;
mod server;
mod simulator;

pub use builder::Builder;
pub use credentials::Credentials;
pub use dialects::oddities;
pub use engine::accounts::{AccountSpec, Plan};
pub use engine::challenges::SentinelSettings;
pub use engine::journal::Entry;
pub use engine::timeline::Pace;
pub use engine::tokens::Lives;
pub use engine::{Shapes, trigger};
pub use faults::{Action, Rule};
pub use server::Limits;
pub use simulator::Simulator;
