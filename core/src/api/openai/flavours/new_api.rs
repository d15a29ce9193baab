//! new-api, one-api and their forks: gateways that pass a creation on to whichever vendor
//! serves the model (`docs/wire/openai.md` §2.3).

use super::server::{Length, Server, Signs, UNSIGNED};
use crate::api::openai::Encoding;
use crate::model::{Feature, Flavour};

pub(super) const SERVER: Server = Server {
    flavour: Flavour::NewApi,
    signs: Signs {
        of_models: &["supported_endpoint_types"],
        headers: &["x-new-api-", "x-oneapi-"],
        ..UNSIGNED
    },
    offers: &[
        Feature::Duration,
        Feature::Orientation,
        Feature::Size,
        Feature::References,
        Feature::Remix,
        Feature::Metadata,
        Feature::ListModels,
    ],
    encodings: &[Encoding::Json, Encoding::Multipart],
    needs_model: true,
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
