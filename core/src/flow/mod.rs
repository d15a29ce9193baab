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
mod detect;
#[cfg(not(target_family = "wasm"))]
mod download;
mod events;
mod images;
mod media;
mod pages;
#[cfg(not(target_family = "wasm"))]
mod partial;
mod prompts;
mod send;
mod sentinel;
mod videos;
mod watch;
mod watcher;

pub use account::{Account, Models};
pub use admin::is_other_flavour;
pub use cameo::{Cameo, CameoPlan, CameoStep};
pub use cameos::Cameos;
pub use characters::Characters;
#[cfg(not(target_family = "wasm"))]
pub use download::{Download, DownloadOptions, TransferProgress, check_target};
pub use events::EventStream;
pub use images::Images;
pub use media::MediaStream;
pub use prompts::Prompts;
pub use videos::{OnProgress, Videos, WaitOptions};
pub(crate) use watch::failure_of;
pub(crate) use watcher::Watcher;
