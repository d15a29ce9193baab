//! The kind, orientation and length that a model's name states.

use crate::api::sora2api::GatewayModel;
use crate::model::{ModelInfo, ModelKind, Orientation};

/// Describes a model by its name: `sora-video-landscape-10s` has all three.
pub(super) fn describe(model: GatewayModel) -> ModelInfo {
    let raw = serde_json::to_value(&model).unwrap_or_default();
    let words: Vec<&str> = model.id.split('-').collect();
    let has = |word| words.contains(&word);
    let kind = if has("image") {
        Some(ModelKind::Image)
    } else if has("enhance") {
        Some(ModelKind::Prompt)
    } else if has("video") || model.id.starts_with("sora") {
        Some(ModelKind::Video)
    } else {
        None
    };
    let orientation = match (has("landscape"), has("portrait")) {
        (true, false) => Some(Orientation::Landscape),
        (false, true) => Some(Orientation::Portrait),
        _ => None,
    };
    let duration = words
        .iter()
        .find_map(|word| word.strip_suffix('s')?.parse().ok());
    let pixels = |text: &str| crate::api::videos_v1::pixels(text).is_some();
    let size = model.description.as_deref();
    let size = size.and_then(|text| text.split_whitespace().find(|word| pixels(word)));
    ModelInfo {
        kind,
        model: None,
        size: size.map(Into::into),
        orientation,
        duration,
        description: model.description,
        id: model.id,
        raw,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read() {
        let read = |id: &str| {
            let model = GatewayModel {
                id: id.into(),
                ..GatewayModel::default()
            };
            let info = describe(model);
            (info.kind, info.orientation, info.duration)
        };
        use ModelKind::{Image, Prompt, Video};
        use Orientation::{Landscape, Portrait};
        for (id, expected) in [
            (
                "sora-video-landscape-10s",
                (Some(Video), Some(Landscape), Some(10)),
            ),
            (
                "sora-video-portrait-25s",
                (Some(Video), Some(Portrait), Some(25)),
            ),
            ("sora-image-portrait", (Some(Image), Some(Portrait), None)),
            ("gpt-image-2", (Some(Image), None, None)),
            ("prompt-enhance-short-10s", (Some(Prompt), None, Some(10))),
            ("sora-2", (Some(Video), None, None)),
            ("avatar-create", (None, None, None)),
        ] {
            assert_eq!(read(id), expected, "{id}");
        }
    }
}
