//! The caller's names for a dialect's own fields, so that a refusal names the option
//! that was given.

use crate::model::{Error, ErrorKind};

/// The fields of the dialects' own requests, and the options that they come from.
const OPTIONS: &[(&str, &str)] = &[
    ("aspect_ratio", "orientation"),
    ("audio_reference", "audio_references"),
    ("cameo_ids", "characters"),
    ("cfg_scale", "guidance"),
    ("end_image", "last_frame"),
    ("enhance_prompt", "enhance"),
    ("generate_sound", "audio"),
    ("guidance_scale", "guidance"),
    ("hd", "quality"),
    ("image", "references"),
    ("image_reference", "references"),
    ("image_url", "references"),
    ("images", "references"),
    ("inpaint_items", "references"),
    ("input_image", "references"),
    ("input_reference", "references"),
    ("n_frames", "duration"),
    ("n_variants", "n"),
    ("num_frames", "frames"),
    ("num_inference_steps", "steps"),
    ("reference_url", "references"),
    ("remix_target_id", "remix"),
    ("seconds", "duration"),
    ("start_image", "references"),
    ("style_id", "style"),
    ("task_id", "remix"),
    ("video_id", "remix"),
    ("video_reference", "video_references"),
];

/// The fields of a character's own requests, and the options that they come from.
const OF_CHARACTERS: &[(&str, &str)] = &[
    ("character_timestamps", "timestamps"),
    ("file", "video"),
    ("from_task", "from_job"),
    ("generation_id", "from_job"),
    ("name", "display_name"),
    ("url", "video"),
    ("video_id", "from_job"),
];

impl Error {
    /// Names the option of a video or image in place of a dialect's own field.
    pub(crate) fn naming_options(self) -> Self {
        self.renamed(OPTIONS)
    }

    /// Names the option of a character in place of a dialect's own field.
    pub(crate) fn naming_options_of_characters(self) -> Self {
        self.renamed(OF_CHARACTERS).renamed(OPTIONS)
    }

    fn renamed(self, names: &[(&str, &str)]) -> Self {
        let Some(field) = self.field().map(ToOwned::to_owned) else {
            return self;
        };
        // A feature's name is already the caller's.
        if self.kind() == ErrorKind::Unsupported {
            return self;
        }
        let (name, rest) = match field.find(['[', '.']) {
            Some(end) => field.split_at(end),
            None => (&*field, ""),
        };
        let Some((_, given)) = names.iter().find(|(own, _)| *own == name) else {
            return self;
        };
        let renamed = format!("{given}{rest}");
        let message = match self.reason().strip_prefix(&format!("{field}: ")) {
            Some(said) => format!("{renamed}: {said}"),
            None => self.reason().to_owned(),
        };
        self.with_reason(message).with_field(renamed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_what_was_given() {
        let named = |field: &str| {
            let error = Error::invalid(field, "must be another one").naming_options();
            (error.field().unwrap().to_owned(), error.reason().to_owned())
        };
        for (own, given) in [
            ("hd", "quality"),
            ("images[1]", "references[1]"),
            ("prompt", "prompt"),
        ] {
            let (field, message) = named(own);
            assert_eq!(field, given);
            assert_eq!(message, format!("{given}: must be another one"));
        }
        let character = Error::invalid("file", "is empty").naming_options_of_characters();
        assert_eq!(character.field(), Some("video"));
    }
}
