//! A video of the gateway, and what one may ask of it.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::api::{Timestamp, lenient};
use crate::error::{Error, Result};
use crate::request::Orientation;

/// A video, or the task that makes it (`002_*`).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Video {
    /// The task's id, such as `sora-2-abc123def456`.
    pub id: String,
    /// The model.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub model: Option<String>,
    /// `queued`, `pending`, `in_progress`, `processing`, `completed`, `failed`
    /// or `cancelled`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// In percent, from 0 to 100.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub progress: Option<f64>,
    /// When it was asked for.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// When it was done.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub completed_at: Option<Timestamp>,
    /// When its address expires.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub expires_at: Option<Timestamp>,
    /// Its length in seconds, such as `10`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub seconds: Option<String>,
    /// Its size, such as `1280x720`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub size: Option<String>,
    /// The video that it is a new version of.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub remixed_from_video_id: Option<String>,
    /// Where it is. Not documented; running gateways send it.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub video_url: Option<String>,
    /// Why it failed.
    #[serde(default, deserialize_with = "video_error")]
    pub error: Option<VideoError>,
    /// What else the gateway knows, such as `generation_id` and `permalink`.
    #[serde(default)]
    pub metadata: Option<Value>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Why a video failed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VideoError {
    /// The reason.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub message: Option<String>,
    /// The code.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub code: Option<String>,
}

/// An object, or the message alone.
fn video_error<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<VideoError>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(message) if !message.is_empty() => Some(VideoError {
            message: Some(message),
            code: None,
        }),
        value @ Value::Object(_) => serde_json::from_value(value).ok(),
        _ => None,
    })
}

/// The lengths that the gateway makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum VideoSeconds {
    /// 10 seconds.
    #[serde(rename = "10")]
    Ten,
    /// 15 seconds.
    #[serde(rename = "15")]
    Fifteen,
}

/// The sizes that the gateway makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs)] // Each is its own name.
pub enum VideoSize {
    #[serde(rename = "720x1280")]
    Portrait720,
    #[serde(rename = "1280x720")]
    Landscape720,
    /// Not of `sora-2`.
    #[serde(rename = "1024x1792")]
    Portrait1024,
    /// Not of `sora-2`.
    #[serde(rename = "1792x1024")]
    Landscape1024,
}

impl VideoSize {
    /// Which way it stands.
    pub fn orientation(self) -> Orientation {
        match self {
            Self::Portrait720 | Self::Portrait1024 => Orientation::Portrait,
            Self::Landscape720 | Self::Landscape1024 => Orientation::Landscape,
        }
    }

    /// Refuses a size that the model does not make.
    pub(super) fn check(self, model: Option<&str>) -> Result<()> {
        let small = matches!(self, Self::Portrait720 | Self::Landscape720);
        if small || model.is_some_and(|model| model != "sora-2") {
            return Ok(());
        }
        Err(Error::invalid(
            "size",
            "must be 720x1280 or 1280x720 for the model `sora-2`",
        ))
    }
}

/// The styles that the gateway documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is its own name.
pub enum VideoStyle {
    Festive,
    Retro,
    News,
    Selfie,
    Handheld,
    Anime,
}
