//! The Videos API as OpenAI defined it (`docs/wire/openai.md` §2).

use super::server::{Length, Server, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::Openai,
    signs: UNSIGNED,
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Remix,
        Feature::Characters,
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::CreateCharacter,
        Feature::GetCharacter,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Multipart, Encoding::Json],
    // Servers of which nothing is known want a number in JSON more often than text.
    needs_model: false,
    length: Length::Number,
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
