//! Models, whose names state the orientation and length of their videos.

use crate::model::{Error, Orientation, Result};

/// A model of `docs/wire/skyriff.md` §9, with the parameters in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkyriffModel {
    /// The name.
    pub name: &'static str,
    /// Landscape or portrait.
    pub orientation: Orientation,
    /// The length of its videos, in seconds.
    pub duration: u32,
    /// True if its videos are in high definition.
    pub hd: bool,
    /// True if it is a Pro model, which takes 15 to 30 minutes.
    pub pro: bool,
}

const fn model(
    name: &'static str,
    orientation: Orientation,
    duration: u32,
    hd: bool,
    pro: bool,
) -> SkyriffModel {
    SkyriffModel {
        name,
        orientation,
        duration,
        hd,
        pro,
    }
}

use Orientation::{Landscape, Portrait};

/// The models of `docs/wire/skyriff.md` §9. Gateways of this kind have others too, so unknown
/// names are sent as they are.
pub const MODELS: &[SkyriffModel] = &[
    model("sora2-landscape", Landscape, 10, false, false),
    model("sora2-portrait", Portrait, 10, false, false),
    model("sora2-landscape-15s", Landscape, 15, false, false),
    model("sora2-portrait-15s", Portrait, 15, false, false),
    model("sora2-pro-landscape-25s", Landscape, 25, false, true),
    model("sora2-pro-portrait-25s", Portrait, 25, false, true),
    model("sora2-pro-landscape-hd-15s", Landscape, 15, true, true),
    model("sora2-pro-portrait-hd-15s", Portrait, 15, true, true),
];

/// The documented model for these parameters.
///
/// ```
/// use sorakit::Orientation::Portrait;
/// use sorakit::api::skyriff::model_name;
///
/// assert_eq!(model_name(Portrait, None, false).unwrap().name, "sora2-portrait");
/// assert_eq!(model_name(Portrait, None, true).unwrap().name, "sora2-pro-portrait-hd-15s");
/// assert!(model_name(Portrait, Some(12), false).is_err());
/// ```
///
/// # Errors
/// `invalid_input` when no model makes videos of this length and definition.
pub fn model_name(
    orientation: Orientation,
    duration: Option<u32>,
    hd: bool,
) -> Result<&'static SkyriffModel> {
    let mut of_kind = MODELS
        .iter()
        .filter(|model| model.orientation == orientation && model.hd == hd);
    of_kind
        .find(|model| duration.is_none_or(|duration| model.duration == duration))
        .ok_or_else(|| {
            let offered = match hd {
                true => "15 seconds in high definition",
                false => "10, 15 or 25 seconds",
            };
            Error::invalid(
                "duration",
                format!("must be {offered}, not {}", duration.unwrap_or_default()),
            )
        })
}
