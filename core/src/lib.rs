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
//! * [`Videos`], [`Images`] and their neighbours — what a user does with them,
//! * [`blocking`] — the same without async,
//! * [`policy`] — the decisions that flows take, as pure functions,
//! * [`host`] — the platform,
//! * [`auth`] — tokens and where they are kept,
//! * [`sentinel`] — the proof of work.

// In a browser nothing can be sent to another thread; an `Arc` counts there as elsewhere.
// The lock that a fork passes through is the exception.
#![deny(unsafe_code)]
#![cfg_attr(target_family = "wasm", allow(clippy::arc_with_non_send_sync))]

pub mod api;
pub mod auth;
#[cfg(not(target_family = "wasm"))]
pub mod blocking;
mod client;
mod dialect;
mod flow;
pub mod host;
#[allow(unsafe_code)]
mod lock;
pub mod media;
mod model;
mod options;
pub mod platform;
pub mod policy;
mod seconds;
#[cfg(all(feature = "testing", not(target_family = "wasm")))]
#[doc(hidden)]
pub mod testing;
#[cfg(all(any(test, feature = "testing"), unix))]
mod thread_time;

pub use client::{ByteRange, Client, EventStream, MediaStream, seconds};
pub use dialect::{Cameo, CameoPlan, CameoStep, Cameos};
pub use flow::{Account, Characters, Images, Models, OnProgress, Prompts, Videos, WaitOptions};
#[cfg(not(target_family = "wasm"))]
pub use flow::{
    Delivered, Download, DownloadOptions, TransferProgress, check_target, numbered, open_pipe,
    sync_folder,
};
pub use model::text;
pub use model::{
    AccountQuota, Character, CharacterRequest, Dialect, EnhanceRequest, Error, ErrorKind,
    ErrorReport, Event, ExpansionLevel, Feature, Flavour, ImageRequest, Job, JobError, JobKind,
    JobStatus, MediaLink, ModelInfo, ModelKind, Observer, OptionSource, Orientation, Page,
    PageRequest, Parameters, ProgressScale, Quality, QuotaUnit, Reference, Requested, Result,
    Secret, Shot, VideoRequest, Visibility, WithSecrets, read_progress,
};
#[cfg(not(target_family = "wasm"))]
pub use options::ShownOption;
pub use options::{Options, Resolved};
pub use policy::detect::Detection;
pub use sorakit_sentinel::{self as sentinel, Profile, profile};
