//! SGLang Diffusion 0.5 (`docs/wire/openai.md` §2.3).

use super::server::{Length, Server, Signs, UNSIGNED};
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
        Feature::ListVideos,
        Feature::DeleteVideo,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Multipart, Encoding::Json],
    needs_model: false,
    length: Length::Number,
    ranges: &[],
    place: None,
    is_direct: false,
};
