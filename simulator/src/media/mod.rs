//! Making media: small, real, playable files of any size and length.
//!
//! A file is a pure function of its numbers: the same [`Video`] or [`Still`] gives the same bytes on
//! every machine. A seed, usually [`seed_from`] a prompt, chooses the colours, so that two
//! prompts give two visibly different films. A film shows a drifting gradient, a moving block and
//! a progress bar; its thumbnail, sprite sheet and GIF show the same scene.
//!
//! ```
//! use sorakit_simulator::media::{Video, seed_from};
//!
//! let video = Video { width: 1280, height: 720, frames: 300, fps: 30, seed: seed_from("a cat") };
//! let mp4 = video.to_mp4();
//! assert_eq!(&mp4[4..8], b"ftyp");
//!
//! let thumbnail = video.still(0, 320, 180).to_webp();
//! assert_eq!(&thumbnail[..4], b"RIFF");
//!
//! // A gigabyte that is never held in memory.
//! let huge = video.padded_to(1 << 30);
//! assert_eq!(huge.len(), 1 << 30);
//! assert_eq!(huge.read_at(0..8)[4..], *b"ftyp");
//! ```

mod gif;
mod h264;
mod mp4;
mod scene;
mod seed;
mod still;
mod video;
mod virtual_file;

pub use seed::seed_from;
pub use still::Still;
pub use video::Video;
pub use virtual_file::VirtualFile;
