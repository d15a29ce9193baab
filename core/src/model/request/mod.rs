//! Requests and results, the same for every dialect.

mod account;
mod character;
mod extra;
mod image;
mod page;
mod prompt;
mod reference;
pub(crate) mod timestamps;
mod video;

pub use account::{AccountQuota, ModelInfo, ModelKind, QuotaUnit};
pub use character::{Character, CharacterRequest, Visibility};
pub use image::ImageRequest;
pub use page::{Page, PageRequest};
pub use prompt::{EnhanceRequest, ExpansionLevel};
pub use reference::Reference;
pub(crate) use reference::settled_url;
pub use video::{Orientation, Quality, Shot, VideoRequest};
