//! LiteLLM's proxy, which passes further fields on to its upstream
//! (`docs/wire/openai.md` §2.3).

use super::server::{Length, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Litellm,
    signs: Signs {
        titles: &["LiteLLM"],
        headers: &["x-litellm-"],
        ..UNSIGNED
    },
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Remix,
        Feature::Characters,
        Feature::Seed,
        Feature::NegativePrompt,
        Feature::Steps,
        Feature::Guidance,
        Feature::Fps,
        Feature::Frames,
        Feature::AspectRatio,
        Feature::Audio,
        Feature::CreateCharacter,
        Feature::GetCharacter,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Multipart, Encoding::Json],
    needs_model: true,
    length: Length::Text,
    fields: &[
        (Feature::Steps, "num_inference_steps"),
        (Feature::Guidance, "guidance_scale"),
        (Feature::Frames, "num_frames"),
        (Feature::Audio, "generate_sound"),
    ],
    image_address: "input_reference",
    takes_several: false,
    video_address: None,
    ranges: &[],
    place: None,
    serves_unfinished: false,
    is_direct: false,
    keeps_jobs: true,
};
