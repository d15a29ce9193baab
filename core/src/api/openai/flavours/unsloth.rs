//! Unsloth Studio: one video at a time, and of the fields of a creation those that OpenAI
//! defines (`docs/wire/openai.md` §2.3).

use super::server::{Length, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Unsloth,
    signs: Signs {
        titles: &["Unsloth"],
        ..UNSIGNED
    },
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Multipart, Encoding::Json],
    needs_model: false,
    length: Length::Text,
    fields: &[],
    image_address: "input_reference",
    takes_several: false,
    video_address: None,
    ranges: &[],
    place: None,
    serves_unfinished: false,
    is_direct: false,
    keeps_jobs: true,
};
