//! Additional fields of a request, none of which may repeat an option.

use serde_json::{Map, Value};

use super::{ImageRequest, VideoRequest};
use crate::model::{Error, Result};

/// Options, and the fields in which the dialects send them.
const SENT_AS: &[(&str, &[&str])] = &[
    ("prompt", &["input", "messages"]),
    ("model", &[]),
    ("duration", &["seconds", "n_frames"]),
    ("orientation", &["aspect_ratio"]),
    ("size", &["width", "height"]),
    ("quality", &["hd"]),
    ("style", &["style_id"]),
    (
        "references",
        &[
            "input_reference",
            "image_reference",
            "reference_url",
            "start_image",
            "image",
            "images",
            "inpaint_items",
        ],
    ),
    ("storyboard", &["shots"]),
    ("remix", &["remix_target_id", "video_id"]),
    ("characters", &["cameo_ids"]),
    ("n", &["n_variants", "num_outputs_per_prompt"]),
    ("steps", &["num_inference_steps", "step"]),
    ("guidance", &["guidance_scale", "cfg_scale"]),
    ("frames", &["num_frames", "seconds"]),
    ("last_frame", &["end_image", "image_reference"]),
    ("video_references", &["video_reference", "video_url"]),
    ("audio_references", &["audio_reference", "audio"]),
    ("audio", &["generate_sound", "generate_audio"]),
    ("enhance", &["enhance_prompt"]),
];

impl VideoRequest {
    /// Refuses additional fields that repeat an option.
    pub(crate) fn check_extra(&self) -> Result<()> {
        let given = [
            ("prompt", !self.prompt.is_empty()),
            ("model", self.model.is_some()),
            ("duration", self.duration.is_some()),
            ("orientation", self.orientation.is_some()),
            ("size", self.size.is_some()),
            ("quality", self.quality.is_some()),
            ("style", self.style.is_some()),
            ("references", !self.references.is_empty()),
            ("storyboard", !self.storyboard.is_empty()),
            ("remix", self.remix.is_some()),
            ("characters", !self.characters.is_empty()),
            ("watermark", self.watermark.is_some()),
            ("private", self.private.is_some()),
            ("n", self.n.is_some()),
            ("title", self.title.is_some()),
            ("cameo_replacements", !self.cameo_replacements.is_empty()),
            ("audio_caption", self.audio_caption.is_some()),
            ("audio_transcript", self.audio_transcript.is_some()),
            ("video_caption", self.video_caption.is_some()),
            ("metadata", !self.metadata.is_empty()),
            ("character_url", self.character_url.is_some()),
            ("character_timestamps", self.character_timestamps.is_some()),
            ("character_from_task", self.character_from_task.is_some()),
            ("character_create", self.character_create.is_some()),
            ("seed", self.seed.is_some()),
            ("negative_prompt", self.negative_prompt.is_some()),
            ("steps", self.steps.is_some()),
            ("guidance", self.guidance.is_some()),
            ("fps", self.fps.is_some()),
            ("frames", self.frames.is_some()),
            ("aspect_ratio", self.aspect_ratio.is_some()),
            ("last_frame", self.last_frame.is_some()),
            ("video_references", !self.video_references.is_empty()),
            ("audio_references", !self.audio_references.is_empty()),
            ("audio", self.audio.is_some()),
            ("enhance", self.enhance.is_some()),
        ];
        check(&self.extra, &given)
    }
}

impl ImageRequest {
    /// Refuses additional fields that repeat an option.
    pub(crate) fn check_extra(&self) -> Result<()> {
        let given = [
            ("prompt", !self.prompt.is_empty()),
            ("model", self.model.is_some()),
            ("orientation", self.orientation.is_some()),
            ("size", self.size.is_some()),
            ("quality", self.quality.is_some()),
            ("style", self.style.is_some()),
            ("references", !self.references.is_empty()),
            ("n", self.n.is_some()),
        ];
        check(&self.extra, &given)
    }
}

/// Objects in which servers take fields that stand beside them, too.
const PLACES: &[&str] = &["extra_body", "extra_params", "metadata", "nvext"];

fn check(extra: &Map<String, Value>, given: &[(&str, bool)]) -> Result<()> {
    let inner = PLACES.iter().flat_map(|place| {
        let fields = extra.get(*place).and_then(Value::as_object);
        let names = fields.into_iter().flat_map(Map::keys);
        names.map(move |name| (format!("extra.{place}.{name}"), name))
    });
    let own = extra.keys().map(|name| (format!("extra.{name}"), name));
    for (field, name) in own.chain(inner) {
        let is_sent_as = |option: &str| {
            let sent_as = SENT_AS.iter().find(|(known, _)| *known == option);
            sent_as.is_some_and(|(_, fields)| fields.contains(&&**name))
        };
        for (option, is_given) in given {
            if !is_given || (name != option && !is_sent_as(option)) {
                continue;
            }
            let why =
                format!("repeats the option `{option}`, which is given too: leave one of them out");
            return Err(Error::invalid(field, why));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(request: Value) -> String {
        let request: VideoRequest = serde_json::from_value(request).unwrap();
        request.check_extra().unwrap_err().to_string()
    }

    #[test]
    fn a_further_field_that_repeats_an_option_is_refused_naming_both() {
        for (extra, option) in [
            (json!({"duration": 10}), "duration"),
            (json!({"seconds": 2.5}), "duration"),
            (json!({"n_frames": 300}), "duration"),
            (json!({"prompt": "a dog"}), "prompt"),
            (json!({"watermark": true}), "watermark"),
        ] {
            let field = extra.as_object().unwrap().keys().next().unwrap().clone();
            let said = refused(json!({
                "prompt": "a cat", "duration": 10, "watermark": false, "extra": extra,
            }));
            assert!(said.starts_with(&format!("extra.{field}: ")), "{said}");
            assert!(said.contains(&format!("`{option}`")), "{said}");
        }
    }

    #[test]
    fn what_repeats_an_option_in_an_object_is_refused_too() {
        for (extra, field) in [
            (json!({"nvext": {"seed": 2}}), "extra.nvext.seed"),
            (
                json!({"extra_params": {"num_frames": 2}}),
                "extra.extra_params.num_frames",
            ),
            (json!({"extra_body": {"fps": 2}}), "extra.extra_body.fps"),
            (json!({"metadata": {"size": "1x1"}}), "extra.metadata.size"),
            (json!({"seconds": "9"}), "extra.seconds"),
        ] {
            let said = refused(json!({
                "prompt": "a cat", "seed": 1, "frames": 4, "fps": 24.0, "size": "1280x720",
                "extra": extra,
            }));
            assert!(said.starts_with(&format!("{field}: ")), "{said}");
        }
    }

    #[test]
    fn what_no_option_says_is_sent_as_it_is() {
        let request: VideoRequest = serde_json::from_value(
            json!({"prompt": "a cat", "extra": {"seconds": "4", "seed": 7, "size": "1x1", "nvext": {"seed": 7}}}),
        )
        .unwrap();
        assert!(request.check_extra().is_ok());
    }
}
