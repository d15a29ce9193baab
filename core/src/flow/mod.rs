//! What a user does: call, create, watch, download, upload.
//!
//! Straight-line code over one [`Host`](crate::host::Host); every choice that
//! it takes is a pure function in [`policy`](crate::policy).

mod account;
mod admin;
mod call;
mod cameo;
mod cameos;
mod characters;
// A browser has no files to download to.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
mod delivery;
mod detect;
#[cfg(not(target_family = "wasm"))]
mod download;
mod events;
mod images;
// A browser has no files to download to.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
mod media;
mod open;
mod pages;
#[cfg(not(target_family = "wasm"))]
mod partial;
mod prompts;
mod proof;
mod range;
mod redirected;
mod reference;
mod renewer;
mod send;
mod sendable;
mod sentinel;
#[cfg(not(target_family = "wasm"))]
mod target;
#[cfg(not(target_family = "wasm"))]
mod transfer;
mod videos;
mod watch;
mod watcher;

pub use account::{Account, Models};
pub use admin::is_other_flavour;
pub use cameo::{Cameo, CameoPlan, CameoStep};
pub use cameos::Cameos;
pub use characters::Characters;
#[cfg(not(target_family = "wasm"))]
pub use download::{Delivered, Download, DownloadOptions, TransferProgress};
pub use events::EventStream;
pub use images::Images;
pub use media::MediaStream;
pub use prompts::Prompts;
pub use range::ByteRange;
#[cfg(not(target_family = "wasm"))]
pub use target::{check_target, sync_folder};
pub use videos::{OnProgress, Videos, WaitOptions};
pub(crate) use watch::failure_of;
pub(crate) use watcher::Watcher;
