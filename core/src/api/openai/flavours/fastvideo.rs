//! FastVideo 0.2 (`docs/wire/openai.md` §2.3).

use super::server::{Length, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Fastvideo,
    signs: Signs {
        owners: &["fastvideo"],
        titles: &["FastVideo"],
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
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::ListModels,
    ],
    // Its form drops several fields without a word.
    encodings: &[Encoding::Json, Encoding::Multipart],
    needs_model: false,
    length: Length::Number,
    fields: &[
        (Feature::Steps, "num_inference_steps"),
        (Feature::Guidance, "guidance_scale"),
        (Feature::Frames, "num_frames"),
    ],
    image_address: "reference_url",
    takes_several: false,
    video_address: None,
    ranges: &[],
    place: None,
    serves_unfinished: true,
    is_direct: false,
    keeps_jobs: true,
};
