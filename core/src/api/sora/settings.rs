//! The settings that all video creations have in common (`docs/wire/sora.md` §5.2 to §5.4, §9,
//! §14.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model as request;
use crate::model::{Error, Result};

/// The settings of a new video. [`CreateVideo`](super::CreateVideo),
/// [`CreateVideos`](super::CreateVideos) and [`CreateStoryboard`](super::CreateStoryboard) hold
/// one; its fields are sent beside theirs on the wire.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct VideoSettings {
    /// `video`.
    #[serde(default = "kind")]
    pub kind: String,
    /// The orientation.
    pub orientation: Orientation,
    /// `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
    /// of its original, and needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    /// The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
    /// also accept 150 and 600.
    pub n_frames: u32,
    /// `sy_8` is standard, `sy_ore` is Pro.
    pub model: Model,
    /// Images to start from.
    #[serde(default)]
    pub inpaint_items: Vec<InpaintItem>,
    /// The style.
    #[serde(default)]
    pub style_id: Option<Style>,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The post to remix, `s_…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remix_target_id: Option<String>,
    /// The draft to make again. Not in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reroll_target_id: Option<String>,
    /// The characters that appear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cameo_ids: Option<Vec<String>>,
    /// A map of the replacements: the character that takes the place of another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cameo_replacements: Option<Map<String, Value>>,
    /// The storyboard that the video belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storyboard_id: Option<String>,
    /// Data of the caller's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// A description of the sound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio_caption: Option<String>,
    /// The spoken words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio_transcript: Option<String>,
    /// A description of the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_caption: Option<String>,
    /// True if the first image is the first frame. Not in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_image_as_first_frame: Option<bool>,
    /// Fields that are not named here, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The orientation of a video.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 16:9.
    Landscape,
    /// 9:16.
    Portrait,
    /// 1:1. Not in the document.
    Square,
    /// Another word that a server may accept.
    #[serde(untagged)]
    Other(String),
}

/// The resolution class of a video.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Standard resolution.
    Small,
    /// Between the two. Not in the document.
    Medium,
    /// HD, for `sy_ore` only and not at 25 s.
    Large,
    /// Another word that a server may accept.
    #[serde(untagged)]
    Other(String),
}

/// The model that makes a video.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Model {
    /// The standard model.
    #[serde(rename = "sy_8")]
    Sy8,
    /// The Pro model.
    #[serde(rename = "sy_ore")]
    SyOre,
    /// Another model, such as `sy_8_20251208`.
    #[serde(untagged)]
    Other(String),
}

/// The style of a video: the ten of `docs/wire/sora.md` §9.2, the others that servers accept,
/// and any other word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
    HighDef,
    Kpop,
    Cartoon2,
    Selfie3,
    Animated,
    Sitcom,
    Thanksgiving,
    /// Another word that a server may accept.
    #[serde(untagged)]
    Other(String),
}

/// An item that a video starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InpaintItem {
    /// An image uploaded with [`UploadImage`](super::UploadImage).
    Upload {
        /// The image's media id.
        upload_id: String,
    },
    /// An image uploaded with [`UploadFile`](super::UploadFile). Not in the document.
    File {
        /// The file's id.
        file_id: String,
    },
    /// A video or image made before. Not in the document.
    Generation {
        /// The generation's id.
        generation_id: String,
    },
    /// One of the account's own references. Not in the document.
    Reference {
        /// The reference's id.
        reference_id: String,
    },
    /// Another kind that a server may accept.
    #[serde(untagged)]
    Other(Map<String, Value>),
}

fn kind() -> String {
    "video".into()
}

/// The number of frames for a length in seconds, at 30 a second; `None` for a length that is
/// not offered.
pub fn frames_of(seconds: u32) -> Option<u32> {
    matches!(seconds, 10 | 15 | 25).then_some(seconds * 30)
}

impl Default for VideoSettings {
    /// A standard video of 10 s in landscape.
    fn default() -> Self {
        Self {
            kind: kind(),
            orientation: Orientation::Landscape,
            size: Some(Size::Small),
            n_frames: 300,
            model: Model::Sy8,
            inpaint_items: Vec::new(),
            style_id: None,
            title: None,
            remix_target_id: None,
            reroll_target_id: None,
            cameo_ids: None,
            cameo_replacements: None,
            storyboard_id: None,
            metadata: None,
            audio_caption: None,
            audio_transcript: None,
            video_caption: None,
            use_image_as_first_frame: None,
            extra: Map::new(),
        }
    }
}

impl VideoSettings {
    /// Refuses settings that `docs/wire/sora.md` §9 does not offer, with the reason.
    pub fn check(&self) -> Result<()> {
        if !matches!(self.n_frames, 150 | 300 | 450 | 600 | 750) {
            return Err(Error::invalid(
                "n_frames",
                format!(
                    "must be 300 (10 s), 450 (15 s) or 750 (25 s), or on some servers 150 or 600, \
                     not {}",
                    self.n_frames
                ),
            ));
        }
        if self.size.is_none() && self.remix_target_id.is_none() {
            return Err(Error::invalid(
                "size",
                "must be `small` or `large`; only a remix does without",
            ));
        }
        if self.size == Some(Size::Large) && self.model == Model::Sy8 {
            return Err(Error::invalid(
                "size",
                "`large` (HD) is offered by the model `sy_ore` alone, not by `sy_8`",
            ));
        }
        if self.size == Some(Size::Large) && self.n_frames == 750 {
            return Err(Error::invalid(
                "n_frames",
                "25 s is not offered in HD (`large`): take 300 or 450, or the size `small`",
            ));
        }
        if let Some(id) = &self.remix_target_id
            && !id.starts_with("s_")
        {
            return Err(Error::invalid(
                "remix_target_id",
                format!("must be the id of a post, `s_…`, not `{id}`"),
            ));
        }
        Ok(())
    }

    /// The length in seconds.
    pub fn seconds(&self) -> f64 {
        f64::from(self.n_frames) / 30.0
    }
}

impl From<request::Orientation> for Orientation {
    fn from(orientation: request::Orientation) -> Self {
        match orientation {
            request::Orientation::Landscape => Self::Landscape,
            request::Orientation::Portrait => Self::Portrait,
        }
    }
}
