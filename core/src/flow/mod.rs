//! What a user does: call, create, watch, download, upload.
//!
//! Straight-line code over one [`Host`](crate::host::Host); every choice that
//! it takes is a pure function in [`policy`](crate::policy).

mod call;
#[cfg(not(target_family = "wasm"))]
mod download;
mod media;
#[cfg(not(target_family = "wasm"))]
mod partial;
mod send;
mod sentinel;
mod videos;
mod watch;

#[cfg(not(target_family = "wasm"))]
pub use download::{Download, DownloadOptions, TransferProgress};
pub use media::MediaStream;
pub use videos::{OnProgress, Videos, WaitOptions};
pub(crate) use watch::Watcher;
