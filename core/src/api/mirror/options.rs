//! The extra parameters that creations and remixes share (`docs/wire/mirror.md` §6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ModelName;
use crate::api::videos_v1::{check_size, check_timestamps};
use crate::model::{Error, Result};

/// The extra parameters of a video.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VideoOptions {
    /// `widthxheight`. Wider than high is landscape, higher than wide portrait;
    /// the numbers do not matter otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The number of variants to make, from 1 to 4. Default: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// True to keep the watermark. Default: false. For your own works only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watermark: Option<bool>,
    /// The length in seconds: 10, 15 or 25. Default: 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// Another name for `duration`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hd: Option<bool>,
    /// True to keep the video unpublished; it cannot be remixed then. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<bool>,
    /// The style; of `sora_video2` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<Style>,
    /// True if the prompt describes shots. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storyboard: Option<bool>,
    /// A video to make a character from: its address, or base64. It must show no
    /// real person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_url: Option<String>,
    /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    /// apart. Default: `0,3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_timestamps: Option<String>,
    /// True to make a character from the finished video. Default: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_create: Option<bool>,
    /// A finished job to make a character from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_from_task: Option<String>,
}

/// The styles of `docs/wire/mirror.md` §6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is its own name.
pub enum Style {
    Thanksgiving,
    Comic,
    News,
    Selfie,
    Nostalgic,
    Anime,
}

impl VideoOptions {
    /// Refuses what the document does not allow, together with what the model's
    /// name says.
    pub(super) fn check(&self, model: &str) -> Result<()> {
        let name = ModelName::read(model)?;
        if let Some(size) = &self.size {
            check_size("size", size)?;
        }
        if self.n.is_some_and(|n| !(1..=4).contains(&n)) {
            return Err(Error::invalid("n", "must be from 1 to 4"));
        }
        let duration = self.check_duration(&name)?;
        if self.hd == Some(true) || name.hd {
            if name.known && !name.pro {
                return Err(Error::invalid(
                    "hd",
                    format!("needs the model `sora_video2-pro`, not `{model}`"),
                ));
            }
            if duration == Some(25) {
                return Err(Error::invalid(
                    "hd",
                    "is not offered at 25 s: take 10 or 15 s, or standard definition",
                ));
            }
        }
        if self.style.is_some() && name.known && !name.video2 {
            return Err(Error::invalid(
                "style",
                format!("is offered by `sora_video2` alone, not by `{model}`"),
            ));
        }
        if let Some(timestamps) = &self.character_timestamps {
            check_timestamps("character_timestamps", timestamps)?;
        }
        if self.character_url.is_some() && self.character_from_task.is_some() {
            return Err(Error::invalid(
                "character_url",
                "give either `character_url` or `character_from_task`",
            ));
        }
        Ok(())
    }

    fn check_duration(&self, name: &ModelName) -> Result<Option<u32>> {
        let given = match (self.duration, self.seconds) {
            (Some(_), Some(_)) => {
                return Err(Error::invalid(
                    "duration",
                    "give either `duration` or `seconds`",
                ));
            }
            (duration, seconds) => duration.or(seconds),
        };
        match (given, name.duration) {
            (Some(given), _) if !matches!(given, 10 | 15 | 25) => Err(Error::invalid(
                "duration",
                format!("must be 10, 15 or 25 seconds, not {given}"),
            )),
            (Some(given), Some(named)) if given != named => Err(Error::invalid(
                "duration",
                format!("is {given} s, and the model's name says {named} s"),
            )),
            (given, named) => Ok(given.or(named)),
        }
    }
}
