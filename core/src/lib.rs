//! One SDK for every Sora-shaped video and image API: six dialects behind one
//! job model, and the Sentinel proof of work.
//!
//! Sora's own service closed in 2026: the apps on 26 April, the API on 24
//! September. Its wire formats live on in gateways and self-hosted servers, and
//! those are what sorakit talks to. Every base URL is given by the caller.
//!
//! Start at [`Client`]. Everything below it:
//!
//! * [`api`] — each endpoint as a sans-IO value,
//! * [`flow`] — what a user does with them,
//! * [`policy`] — the decisions that flows take, as pure functions,
//! * [`host`] — the platform,
//! * [`auth`] — tokens and where they are kept,
//! * [`sentinel`] — the proof of work.

// In a browser nothing can be sent to another thread; an `Arc` counts there as elsewhere.
// The kernels of the proof of work may, and the lock that a fork passes through.
#![deny(unsafe_code)]
#![cfg_attr(target_family = "wasm", allow(clippy::arc_with_non_send_sync))]

#[cfg(feature = "client")]
pub mod api;
#[cfg(feature = "client")]
pub mod auth;
#[cfg(all(feature = "client", not(target_family = "wasm")))]
mod blocking;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
mod dialect;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod event;
#[cfg(feature = "client")]
pub mod flow;
#[cfg(feature = "client")]
pub mod host;
#[cfg(feature = "client")]
mod job;
#[cfg(feature = "client")]
#[allow(unsafe_code)]
mod lock;
#[cfg(feature = "client")]
pub mod media;
#[cfg(feature = "client")]
pub mod methods;
#[cfg(feature = "client")]
mod options;
#[cfg(feature = "client")]
pub mod platform;
#[cfg(feature = "client")]
pub mod policy;
pub mod profile;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
mod seconds;
#[cfg(feature = "client")]
mod secret;
pub mod sentinel;
#[cfg(all(feature = "testing", not(target_family = "wasm")))]
#[doc(hidden)]
pub mod testing;
#[cfg(feature = "client")]
pub mod text;

#[cfg(feature = "client")]
pub use auth::OptionSource;
#[cfg(all(feature = "client", not(target_family = "wasm")))]
pub use blocking::{
    Blocking, BlockingAccount, BlockingCameos, BlockingCharacters, BlockingClient, BlockingImages,
    BlockingModels, BlockingPrompts, BlockingVideos,
};
#[cfg(feature = "client")]
pub use client::Client;
#[cfg(feature = "client")]
pub use dialect::{Dialect, Feature};
#[cfg(feature = "client")]
pub use error::{Error, ErrorKind, ErrorReport, Result};
#[cfg(feature = "client")]
pub use event::{Event, Observer};
#[cfg(feature = "client")]
pub use flow::{
    Account, Cameo, CameoPlan, CameoStep, Cameos, Characters, Images, Models, Prompts, Videos,
    WaitOptions,
};
#[cfg(all(feature = "client", not(target_family = "wasm")))]
pub use flow::{Delivered, Download, DownloadOptions, TransferProgress};
#[cfg(feature = "client")]
pub use job::{Job, JobError, JobKind, JobStatus, MediaLink, ProgressScale, read_progress};
#[cfg(feature = "client")]
pub use options::{Options, Resolved};
#[cfg(feature = "client")]
pub use policy::detect::Detection;
pub use profile::Profile;
#[cfg(feature = "client")]
pub use request::{
    AccountQuota, Character, CharacterRequest, EnhanceRequest, ExpansionLevel, ImageRequest,
    ModelInfo, ModelKind, Orientation, Page, PageRequest, Quality, QuotaUnit, Reference, Shot,
    VideoRequest, Visibility,
};
#[cfg(feature = "client")]
pub use secret::{Secret, WithSecrets};
