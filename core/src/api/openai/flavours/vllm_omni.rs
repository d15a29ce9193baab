//! vLLM-Omni 0.30 and servers that follow it (`docs/wire/openai.md` §2.3).

use super::server::{Holds, Length, Place, Range, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::VllmOmni,
    signs: Signs {
        // Plain vLLM says so too, and serves no videos.
        owners: &["vllm", "vllm-omni"],
        paths: &["/v1/videos/sync"],
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
        Feature::AspectRatio,
        Feature::LastFrame,
        Feature::VideoReferences,
        Feature::AudioReferences,
        Feature::Audio,
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::CancelVideo,
        Feature::GenerateImages,
        Feature::EditImages,
        Feature::ListModels,
    ],
    // JSON is refused.
    encodings: &[Encoding::Multipart],
    needs_model: false,
    length: Length::Text,
    fields: &[
        (Feature::Steps, "num_inference_steps"),
        (Feature::Guidance, "guidance_scale"),
        (Feature::Frames, "num_frames"),
        (Feature::Audio, "generate_sound"),
    ],
    image_address: "input_reference",
    takes_several: true,
    video_address: None,
    ranges: &[
        Range {
            field: "num_inference_steps",
            from: 1.0,
            to: 200.0,
        },
        Range {
            field: "guidance_scale",
            from: 0.0,
            to: 20.0,
        },
        Range {
            field: "guidance_scale_2",
            from: 0.0,
            to: 20.0,
        },
        Range {
            field: "true_cfg_scale",
            from: 0.0,
            to: 20.0,
        },
        Range {
            field: "boundary_ratio",
            from: 0.0,
            to: 1.0,
        },
    ],
    place: Some(Place {
        name: "extra_params",
        holds: Holds::AllBut(READ),
        texts: false,
    }),
    serves_unfinished: false,
    is_direct: false,
    keeps_jobs: true,
};

/// The fields of its form. A model's own go into `extra_params`; the form drops them.
const READ: &[&str] = &[
    "input_reference",
    "input_references",
    "control_reference",
    "control_type",
    "image_reference",
    "video_reference",
    "audio_reference",
    "seconds",
    "size",
    "user",
    "width",
    "height",
    "num_frames",
    "fps",
    "aspect_ratio",
    "short_edge",
    "num_outputs_per_prompt",
    "start_time_seconds",
    "quality",
    "num_inference_steps",
    "guidance_scale",
    "guidance_scale_2",
    "boundary_ratio",
    "flow_shift",
    "true_cfg_scale",
    "seed",
    "generate_sound",
    "sound_duration",
    "negative_prompt",
    "enable_frame_interpolation",
    "frame_interpolation_exp",
    "frame_interpolation_scale",
    "frame_interpolation_model_path",
    "lora",
    "return_stage_metrics",
    "source_video",
    "source_audio",
    "video_noise_mask",
    "audio_noise_mask",
];
