//! Model names with parameters in them: `sora_video2-portrait-15s-hd-pro`.

use crate::model::{Error, Orientation, Result};

/// The models of `docs/wire/mirror.md` §1. `sora_video2` takes parameters after a dash.
pub const MODELS: &[&str] = &[
    "sora_image",
    "sora_video",
    "sora_video2",
    "sora_video2-portrait",
    "sora_video2-landscape",
    "sora_video2-portrait-15s",
    "sora_video2-landscape-15s",
    "sora_video2-portrait-25s",
    "sora_video2-landscape-25s",
    "sora_video2-pro",
    "sora_video2-portrait-15s-hd-pro",
    "sora_video2-landscape-15s-hd-pro",
];

/// The model whose name takes parameters.
const PARAMETRIC: &str = "sora_video2";

/// The parameters in a model's name. All are absent for an unknown name, which is sent as it is.
///
/// ```
/// use sorakit::Orientation;
/// use sorakit::api::mirror::ModelName;
///
/// let model = ModelName::read("sora_video2-portrait-15s-hd-pro").unwrap();
/// assert_eq!(model.orientation, Some(Orientation::Portrait));
/// assert_eq!(model.duration, Some(15));
/// assert!(model.hd && model.pro);
/// assert!(ModelName::read("sora_video2-wide").is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModelName {
    /// True if the document lists the name.
    pub known: bool,
    /// True if the model is `sora_video2`, with or without parameters.
    pub video2: bool,
    /// `portrait` or `landscape`.
    pub orientation: Option<Orientation>,
    /// `10s`, `15s` or `25s`, in seconds.
    pub duration: Option<u32>,
    /// `hd`.
    pub hd: bool,
    /// `pro`.
    pub pro: bool,
    /// `storyboard`.
    pub storyboard: bool,
}

impl ModelName {
    /// Reads a model's name.
    ///
    /// # Errors
    /// `invalid_input` when `sora_video2` is given a parameter that is not
    /// documented, or one twice.
    pub fn read(name: &str) -> Result<Self> {
        let mut model = Self {
            known: MODELS.contains(&name),
            ..Self::default()
        };
        let mut pieces = name.split('-');
        if pieces.next() != Some(PARAMETRIC) {
            return Ok(model);
        }
        model.known = true;
        model.video2 = true;
        for piece in pieces {
            let again = match piece {
                "portrait" => model.orientation.replace(Orientation::Portrait).is_some(),
                "landscape" => model.orientation.replace(Orientation::Landscape).is_some(),
                "10s" => model.duration.replace(10).is_some(),
                "15s" => model.duration.replace(15).is_some(),
                "25s" => model.duration.replace(25).is_some(),
                "hd" => std::mem::replace(&mut model.hd, true),
                "pro" => std::mem::replace(&mut model.pro, true),
                "storyboard" => std::mem::replace(&mut model.storyboard, true),
                _ => {
                    return Err(Error::invalid(
                        "model",
                        format!(
                            "`{PARAMETRIC}` takes portrait, landscape, 10s, 15s, 25s, hd, pro and \
                             storyboard after dashes, not `{piece}`"
                        ),
                    ));
                }
            };
            if again {
                return Err(Error::invalid(
                    "model",
                    format!("`{piece}` is given twice, or against another parameter"),
                ));
            }
        }
        Ok(model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_names_are_read_and_others_let_through() {
        for name in MODELS {
            assert!(ModelName::read(name).unwrap().known, "{name}");
        }
        for bad in [
            "sora_video2-",
            "sora_video2-20s",
            "sora_video2-hd-hd",
            "sora_video2-portrait-landscape",
            "sora_video2-10s-15s",
        ] {
            assert_eq!(
                ModelName::read(bad).unwrap_err().field(),
                Some("model"),
                "{bad}"
            );
        }
        let other = ModelName::read("another-15s").unwrap();
        assert_eq!(other, ModelName::default());
    }
}
