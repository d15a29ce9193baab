//! Native meanings of the video request's options (`docs/wire/sora.md` §9).

use crate::api::sora::{Model, ModelName, Size, Style, frames_of};
use crate::dialect::agreement::with_model;
use crate::model::{Error, Orientation, Result, Shot};

/// The parts of a model's name. A plain model's name has only the model.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) model: Option<Model>,
    pub(super) size: Option<Size>,
    pub(super) orientation: Option<Orientation>,
    pub(super) n_frames: Option<u32>,
}

impl Named {
    pub(super) fn read(model: Option<&str>) -> Result<Self> {
        let Some(name) = model else {
            return Ok(Self::default());
        };
        let plain = |model| Self {
            name: name.to_owned(),
            model: Some(model),
            ..Self::default()
        };
        match name {
            "sy_8" => return Ok(plain(Model::Sy8)),
            "sy_ore" => return Ok(plain(Model::SyOre)),
            _ if name.starts_with("sy_") => return Ok(plain(Model::Other(name.to_owned()))),
            _ => {}
        }
        match name.parse()? {
            ModelName::Video {
                model,
                size,
                orientation,
                n_frames,
            } => Ok(Self {
                name: name.to_owned(),
                model: Some(model),
                size: Some(size),
                orientation: Some(orientation),
                n_frames: Some(n_frames),
            }),
            _ => Err(Error::invalid(
                "model",
                format!("`{name}` makes no videos; take one such as `sora2-landscape-10s`"),
            )),
        }
    }

    /// The value that name and option agree on; an error if they contradict each other.
    pub(super) fn agree<T: PartialEq>(
        &self,
        field: &str,
        named: Option<T>,
        asked: Option<T>,
    ) -> Result<Option<T>> {
        with_model(field, &self.name, named, asked)
    }
}

/// The frames of the requested duration; without one, enough for the shots.
pub(super) fn frames(duration: Option<u32>, shots: &[Shot], named: &Named) -> Result<u32> {
    let asked = match duration {
        None => None,
        Some(seconds) => Some(frames_of(seconds).ok_or_else(|| {
            Error::invalid(
                "duration",
                format!("must be 10, 15 or 25 seconds, not {seconds}"),
            )
        })?),
    };
    if let Some(frames) = named.agree("duration", named.n_frames, asked)? {
        return Ok(frames);
    }
    let total: f64 = shots.iter().map(|shot| shot.duration).sum();
    Ok([300, 450]
        .into_iter()
        .find(|frames| total <= f64::from(*frames) / 30.0 + 0.05)
        .unwrap_or(750))
}

/// A post's id, taken from its address or given as it is.
pub(super) fn post_of(text: &str) -> String {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit('/').next();
    last.unwrap_or_default().to_owned()
}

pub(super) fn read_size(size: &str) -> Result<Size> {
    match size {
        "small" => Ok(Size::Small),
        "medium" => Ok(Size::Medium),
        "large" => Ok(Size::Large),
        other => Err(Error::invalid(
            "size",
            format!(
                "must be `small` (standard) or `large` (HD), or on some servers `medium`, not \
                 `{other}`"
            ),
        )),
    }
}

pub(super) fn read_style(name: &str) -> Result<Style> {
    let unknown = || {
        Error::invalid(
            "style",
            format!(
                "must be festive, kakalaka, news, selfie, handheld, golden, anime, retro, \
                 nostalgic or comic, not `{name}`; another one can be given in `extra` as \
                 `style_id`"
            ),
        )
    };
    match serde_json::from_value(name.into()) {
        Ok(Style::Other(_)) | Err(_) => Err(unknown()),
        Ok(style) => Ok(style),
    }
}
