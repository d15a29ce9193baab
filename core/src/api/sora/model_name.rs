//! The model names of `docs/wire/sora.md` §9.4, to and from the settings that they name.

use std::fmt;
use std::str::FromStr;

use super::settings::{Model, Size, frames_of};
use crate::model::{Error, ExpansionLevel, Orientation, Result};

/// A name of `docs/wire/sora.md` §9.4, which gives model, size, orientation and length in one word.
///
/// ```
/// use sorakit::Orientation;
/// use sorakit::api::sora::{Model, ModelName, Size};
///
/// let name: ModelName = "sora2pro-hd-landscape-15s".parse().unwrap();
/// assert_eq!(name, ModelName::Video {
///     model: Model::SyOre,
///     size: Size::Large,
///     orientation: Orientation::Landscape,
///     n_frames: 450,
/// });
/// assert_eq!(name.to_string(), "sora2pro-hd-landscape-15s");
/// assert!("sora2pro-hd-landscape-25s".parse::<ModelName>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ModelName {
    /// `gpt-image`, `gpt-image-landscape`, `gpt-image-portrait`.
    Image {
        /// The orientation; the image is square when absent.
        orientation: Option<Orientation>,
    },
    /// `sora2-landscape-10s` and the other videos.
    Video {
        /// The model.
        model: Model,
        /// The size.
        size: Size,
        /// Landscape or portrait.
        orientation: Orientation,
        /// The length in frames.
        n_frames: u32,
    },
    /// `prompt-enhance-short-10s` and the other expansions.
    Prompt {
        /// The amount of detail.
        level: ExpansionLevel,
        /// The length of the video it is for, in seconds.
        seconds: u32,
    },
}

impl ModelName {
    /// Every name that the document lists, in its order.
    pub const ALL: &'static [&'static str] = &[
        "gpt-image",
        "gpt-image-landscape",
        "gpt-image-portrait",
        "sora2-landscape-10s",
        "sora2-portrait-10s",
        "sora2-landscape-15s",
        "sora2-portrait-15s",
        "sora2-landscape-25s",
        "sora2-portrait-25s",
        "sora2pro-landscape-10s",
        "sora2pro-portrait-10s",
        "sora2pro-landscape-15s",
        "sora2pro-portrait-15s",
        "sora2pro-landscape-25s",
        "sora2pro-portrait-25s",
        "sora2pro-hd-landscape-10s",
        "sora2pro-hd-portrait-10s",
        "sora2pro-hd-landscape-15s",
        "sora2pro-hd-portrait-15s",
        "prompt-enhance-short-10s",
        "prompt-enhance-medium-15s",
        "prompt-enhance-long-20s",
    ];

    fn read_video(text: &str) -> Result<Option<Self>> {
        let (model, rest) = match text.split_once('-') {
            Some(("sora2", rest)) => (Model::Sy8, rest),
            Some(("sora2pro", rest)) => (Model::SyOre, rest),
            _ => return Ok(None),
        };
        let (size, rest) = match rest.strip_prefix("hd-") {
            Some(rest) => (Size::Large, rest),
            None => (Size::Small, rest),
        };
        let (orientation, length) = match rest.split_once('-') {
            Some(("landscape", length)) => (Orientation::Landscape, length),
            Some(("portrait", length)) => (Orientation::Portrait, length),
            _ => return Ok(None),
        };
        let Some(seconds) = length.strip_suffix('s').and_then(|text| text.parse().ok()) else {
            return Ok(None);
        };
        if size == Size::Large && model == Model::Sy8 {
            return Err(refuse(text, "HD is offered by `sora2pro` alone"));
        }
        if size == Size::Large && seconds == 25 {
            return Err(refuse(text, "25 s is not offered in HD: take 10s or 15s"));
        }
        let n_frames =
            frames_of(seconds).ok_or_else(|| refuse(text, "the length is 10s, 15s or 25s"))?;
        Ok(Some(Self::Video {
            model,
            size,
            orientation,
            n_frames,
        }))
    }

    fn read_prompt(text: &str) -> Result<Option<Self>> {
        let Some((level, length)) = text
            .strip_prefix("prompt-enhance-")
            .and_then(|rest| rest.split_once('-'))
        else {
            return Ok(None);
        };
        let level = match level {
            "short" => ExpansionLevel::Short,
            "medium" => ExpansionLevel::Medium,
            "long" => ExpansionLevel::Long,
            _ => return Err(refuse(text, "the level is short, medium or long")),
        };
        let seconds = match length {
            "10s" => 10,
            "15s" => 15,
            "20s" => 20,
            _ => return Err(refuse(text, "the length is 10s, 15s or 20s")),
        };
        Ok(Some(Self::Prompt { level, seconds }))
    }
}

fn refuse(name: &str, why: &str) -> Error {
    Error::invalid("model", format!("`{name}` does not exist: {why}"))
}

impl FromStr for ModelName {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let image = |orientation| Ok(Self::Image { orientation });
        match text {
            "gpt-image" => return image(None),
            "gpt-image-landscape" => return image(Some(Orientation::Landscape)),
            "gpt-image-portrait" => return image(Some(Orientation::Portrait)),
            _ => {}
        }
        if let Some(name) = Self::read_video(text)? {
            return Ok(name);
        }
        Self::read_prompt(text)?.ok_or_else(|| {
            refuse(
                text,
                "names are such as `sora2-landscape-10s`, `sora2pro-hd-portrait-15s`, \
                 `gpt-image-landscape` and `prompt-enhance-short-10s`",
            )
        })
    }
}

impl fmt::Display for ModelName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = |orientation: &Orientation| match orientation {
            Orientation::Landscape => "landscape",
            Orientation::Portrait => "portrait",
        };
        match self {
            Self::Image { orientation: None } => f.write_str("gpt-image"),
            Self::Image {
                orientation: Some(orientation),
            } => write!(f, "gpt-image-{}", way(orientation)),
            Self::Video {
                model,
                size,
                orientation,
                n_frames,
            } => {
                let model = match model {
                    Model::Sy8 => "sora2",
                    Model::SyOre => "sora2pro",
                    Model::Other(name) => name,
                };
                let hd = match size {
                    Size::Large => "hd-",
                    _ => "",
                };
                write!(f, "{model}-{hd}{}-{}s", way(orientation), n_frames / 30)
            }
            Self::Prompt { level, seconds } => {
                let level = match level {
                    ExpansionLevel::Short => "short",
                    ExpansionLevel::Medium => "medium",
                    ExpansionLevel::Long => "long",
                };
                write!(f, "prompt-enhance-{level}-{seconds}s")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_name_is_read_and_written_back() {
        for text in ModelName::ALL {
            let name: ModelName = text.parse().unwrap();
            assert_eq!(name.to_string(), *text);
        }
    }

    #[test]
    fn what_chapter_9_does_not_offer_is_refused_with_the_reason() {
        for (text, why) in [
            ("sora2pro-hd-portrait-25s", "25 s is not offered in HD"),
            ("sora2-hd-landscape-10s", "`sora2pro` alone"),
            ("sora2-landscape-20s", "10s, 15s or 25s"),
            ("prompt-enhance-huge-10s", "short, medium or long"),
            ("prompt-enhance-short-25s", "10s, 15s or 20s"),
            ("gpt-image-square", "names are such as"),
            ("sora2-10s", "names are such as"),
            ("sora-2", "names are such as"),
        ] {
            let error = text.parse::<ModelName>().unwrap_err();
            assert_eq!(error.field(), Some("model"));
            assert!(error.reason().contains(why), "{error}");
        }
    }
}
