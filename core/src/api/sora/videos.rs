//! `sora.videos.create`: a new video (`000_*` §5.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, Meta, Operation};
use crate::dialect::Dialect;
use crate::error::{Error, Result};
use crate::request::Orientation;

/// Creates a video from a prompt, an image, or both.
///
/// ```
/// use sorakit::api::sora::{CreateVideo, Orientation};
/// use sorakit::api::Operation;
///
/// let mut video = CreateVideo::new("a cat in the snow");
/// video.orientation = Orientation::Landscape;
/// video.n_frames = 450;
/// assert!(video.check().is_ok());
/// video.n_frames = 360;
/// assert!(video.check().is_err());
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateVideo {
    /// `video`.
    #[serde(default = "kind")]
    pub kind: String,
    /// What the video shows.
    pub prompt: String,
    /// Which way it stands.
    pub orientation: Orientation,
    /// `small` is standard resolution, `large` is HD and for `sy_ore` alone.
    pub size: Size,
    /// Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s).
    pub n_frames: u32,
    /// `sy_8` is standard, `sy_ore` is Pro.
    pub model: Model,
    /// Images to start from.
    #[serde(default)]
    pub inpaint_items: Vec<InpaintItem>,
    /// The style.
    #[serde(default)]
    pub style_id: Option<Style>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The resolution class of a video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Standard resolution.
    Small,
    /// HD, for `sy_ore` alone and not at 25 s.
    Large,
}

/// The model that makes a video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Model {
    /// The standard model.
    #[serde(rename = "sy_8")]
    Sy8,
    /// The Pro model.
    #[serde(rename = "sy_ore")]
    SyOre,
}

/// The styles of `000_*` chapter 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is its own name.
pub enum Style {
    Festive,
    Kakalaka,
    News,
    Selfie,
    Handheld,
    Golden,
    Anime,
    Retro,
    Nostalgic,
    Comic,
}

/// An image that a video starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InpaintItem {
    /// An image that was uploaded.
    Upload {
        /// Its media id.
        upload_id: String,
    },
}

/// The task that a creation began.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreatedTask {
    /// The task's id: `task_…` or `gen_…`. Opaque.
    pub id: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn kind() -> String {
    "video".into()
}

/// The frames of a length in seconds, at 30 a second; `None` for a length that
/// is not offered.
pub fn frames_of(seconds: u32) -> Option<u32> {
    matches!(seconds, 10 | 15 | 25).then_some(seconds * 30)
}

impl CreateVideo {
    /// A standard video of 10 s in landscape.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            kind: kind(),
            prompt: prompt.into(),
            orientation: Orientation::Landscape,
            size: Size::Small,
            n_frames: 300,
            model: Model::Sy8,
            inpaint_items: Vec::new(),
            style_id: None,
            extra: Map::new(),
        }
    }
}

impl Operation for CreateVideo {
    type Output = CreatedTask;

    const META: Meta = Meta::post("sora.videos.create", Dialect::Sora, "/nf/create")
        .sentinel()
        .source("000_* §5.2");

    fn check(&self) -> Result<()> {
        if self.prompt.trim().is_empty() {
            return Err(Error::invalid("prompt", "must not be empty"));
        }
        if !matches!(self.n_frames, 300 | 450 | 750) {
            return Err(Error::invalid(
                "n_frames",
                format!(
                    "must be 300 (10 s), 450 (15 s) or 750 (25 s), not {}",
                    self.n_frames
                ),
            ));
        }
        if self.size == Size::Large && self.model == Model::Sy8 {
            return Err(Error::invalid(
                "size",
                "`large` (HD) is offered by the model `sy_ore` alone, not by `sy_8`",
            ));
        }
        if self.size == Size::Large && self.n_frames == 750 {
            return Err(Error::invalid(
                "n_frames",
                "25 s is not offered in HD (`large`): take 300 or 450, or the size `small`",
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify_creation(context.request(self)?, context)
    }
}
