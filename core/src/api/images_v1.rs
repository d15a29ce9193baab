//! Images returned in the answer to their creation, as OpenAI's Images API defined it. Three
//! dialects have it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Reply, Timestamp, lenient, refusal};
use crate::model::Result;

/// The form in which an image is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImageFormat {
    /// An address.
    Url,
    /// The bytes, in base64.
    B64Json,
}

/// The images that were made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GeneratedImages {
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The images.
    #[serde(default, deserialize_with = "lenient::list")]
    pub data: Vec<GeneratedImage>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An image that was made: its address, or its bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GeneratedImage {
    /// The address.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub url: Option<String>,
    /// The bytes, in base64.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub b64_json: Option<String>,
    /// The prompt that the image was made with.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub revised_prompt: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl GeneratedImages {
    /// Reads an answer. One that refuses, or holds no image, is an error.
    pub(crate) fn decode(reply: &Reply) -> Result<Self> {
        if let Some(refusal) = refusal(reply) {
            return Err(refusal);
        }
        let made: Self = reply.json()?;
        let shows = |image: &GeneratedImage| image.url.is_some() || image.b64_json.is_some();
        match made.data.iter().any(shows) {
            true => Ok(made),
            false => Err(reply.shows_no_image()),
        }
    }
}
