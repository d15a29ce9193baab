//! The user's verbs: call, create, watch, download, upload.
//!
//! Straight-line code over one [`Host`](crate::host::Host); every choice is a pure
//! function in [`policy`](crate::policy).

mod account;
mod characters;
#[cfg(not(target_family = "wasm"))]
mod download;
#[cfg(not(target_family = "wasm"))]
mod downloaded;
mod images;
mod kept;
mod open;
#[cfg(not(target_family = "wasm"))]
mod partial;
mod prompts;
mod proof;
mod publication;
#[cfg(not(target_family = "wasm"))]
mod target;
#[cfg(not(target_family = "wasm"))]
mod transfer;
mod videos;
mod wait;
mod watch;
mod watcher;

pub use account::{Account, Models};
pub use characters::Characters;
#[cfg(not(target_family = "wasm"))]
pub use downloaded::{Delivered, Download, DownloadOptions, TransferProgress};
pub use images::Images;
pub use prompts::Prompts;
#[cfg(not(target_family = "wasm"))]
pub use target::{check_target, open_pipe, sync_folder};
pub use videos::Videos;
pub use wait::{OnProgress, WaitOptions};
