//! SGLang Diffusion 0.5 (`docs/wire/openai.md` §2.3).

use super::server::{Length, Range, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Sglang,
    signs: Signs {
        owners: &["sglang"],
        ..UNSIGNED
    },
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Variants,
        Feature::Seed,
        Feature::NegativePrompt,
        Feature::Steps,
        Feature::Guidance,
        Feature::Fps,
        Feature::Frames,
        Feature::VideoReferences,
        Feature::Enhance,
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::GenerateImages,
        Feature::EditImages,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Multipart, Encoding::Json],
    needs_model: false,
    length: Length::Number,
    fields: &[
        (Feature::Steps, "num_inference_steps"),
        (Feature::Guidance, "guidance_scale"),
        (Feature::Frames, "num_frames"),
        (Feature::Enhance, "enhance_prompt"),
    ],
    image_address: "reference_url",
    takes_several: false,
    video_address: Some("video_url"),
    // It takes other numbers for the nearest of these, in silence.
    ranges: &[
        Range {
            field: "n",
            from: 1.0,
            to: 10.0,
        },
        Range {
            field: "num_outputs_per_prompt",
            from: 1.0,
            to: 10.0,
        },
    ],
    place: None,
    serves_unfinished: false,
    is_direct: false,
    keeps_jobs: true,
};
