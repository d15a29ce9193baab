//! LocalAI: `POST /video` (`docs/wire/openai.md` §2.4).

use super::server::{Holds, Length, Place, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Localai,
    signs: Signs {
        titles: &["LocalAI"],
        paths: &["/video"],
        ..UNSIGNED
    },
    // It documents `seconds`, `size` and `input_reference`, and ignores them.
    offers: &[
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Seed,
        Feature::NegativePrompt,
        Feature::Steps,
        Feature::Guidance,
        Feature::Fps,
        Feature::Frames,
        Feature::LastFrame,
        Feature::AudioReferences,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Json],
    needs_model: true,
    length: Length::Text,
    fields: &[
        (Feature::Steps, "step"),
        (Feature::Guidance, "cfg_scale"),
        (Feature::Frames, "num_frames"),
    ],
    image_address: "input_reference",
    takes_several: false,
    video_address: None,
    ranges: &[],
    place: Some(Place {
        name: "params",
        holds: Holds::AllBut(&[
            "start_image",
            "end_image",
            "audio",
            "width",
            "height",
            "num_frames",
            "fps",
            "seed",
            "cfg_scale",
            "step",
            "negative_prompt",
            "response_format",
        ]),
        texts: true,
    }),
    serves_unfinished: false,
    is_direct: true,
    keeps_jobs: false,
};
