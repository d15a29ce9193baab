//! Reading media: a file's type, and the contents of a finished video or image.
//!
//! Everything here judges by content, never by a file's name or a server's `Content-Type`:
//! gateways are known to answer a download with JSON, an HTML page or an expired-link notice
//! under a video's name.
//!
//! ```
//! use sorakit::media::{MediaType, NotMedia};
//!
//! assert_eq!(MediaType::sniff(b"\x89PNG\r\n\x1a\n...."), Some(MediaType::Png));
//!
//! let body = br#"{"error":{"message":"link expired"}}"#;
//! assert_eq!(MediaType::sniff(body), None);
//! assert_eq!(NotMedia::sniff(body), NotMedia::Json);
//! ```
//!
//! Nothing here panics or allocates because of what a file claims, whatever its bytes
//! are.

mod data_url;
pub(crate) mod encoded;
mod error;
mod fragment;
mod image_info;
mod matroska;
mod media_type;
mod movie;
mod mp4;
mod not_media;
mod video_info;
#[cfg(not(target_family = "wasm"))]
mod walk;
mod whole;

pub(crate) use data_url::{DataUrl, NoDataUrl};
pub use error::MediaError;
pub use image_info::ImageInfo;
pub use media_type::{MediaType, SNIFF_BYTES};
pub use not_media::NotMedia;
pub use video_info::VideoInfo;
#[cfg(not(target_family = "wasm"))]
pub(crate) use walk::Walk;
pub use whole::check_whole;
