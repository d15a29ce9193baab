//! NVIDIA Dynamo 1.6 (`docs/wire/openai.md` §2.4).

use super::server::{Holds, Length, Place, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Dynamo,
    signs: Signs {
        owners: &["nvidia"],
        ..UNSIGNED
    },
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Seed,
        Feature::NegativePrompt,
        Feature::Steps,
        Feature::Guidance,
        Feature::Fps,
        Feature::Frames,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Json],
    needs_model: true,
    length: Length::Number,
    fields: &[
        (Feature::Steps, "num_inference_steps"),
        (Feature::Guidance, "guidance_scale"),
        (Feature::Frames, "num_frames"),
    ],
    image_address: "input_reference",
    takes_several: false,
    video_address: None,
    ranges: &[],
    place: Some(Place {
        name: "nvext",
        holds: Holds::Only(&[
            "annotations",
            "fps",
            "num_frames",
            "negative_prompt",
            "num_inference_steps",
            "guidance_scale",
            "guidance_scale_2",
            "boundary_ratio",
            "seed",
        ]),
        texts: false,
    }),
    serves_unfinished: false,
    is_direct: false,
    keeps_jobs: false,
};
