//! The parameters of a video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Error, Orientation, Result};

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
    /// Landscape or portrait.
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
