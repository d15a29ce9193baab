//! An image to be made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Orientation, Quality, Reference};

/// An image to be made, from a prompt or from other images.
///
/// ```
/// use sorakit::{ImageRequest, Reference};
///
/// let request = ImageRequest {
///     references: vec![Reference::path("sketch.png")],
///     ..ImageRequest::new("the same in oil")
/// };
/// # let _ = request;
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImageRequest {
    /// A description of the image.
    pub prompt: String,
    /// The model, in the server's words. Default: the dialect's standard one.
    pub model: Option<String>,
    /// Landscape or portrait; square if absent.
    pub orientation: Option<Orientation>,
    /// The size, such as `1024x1024`, or a ratio such as `16:9`.
    pub size: Option<String>,
    /// Standard or high definition.
    pub quality: Option<Quality>,
    /// The style, such as `vivid`.
    pub style: Option<String>,
    /// Images to start from.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// The number of variants to make.
    pub n: Option<u32>,
    /// Additional fields, sent unchanged.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

impl ImageRequest {
    /// A request with this prompt and the dialect's defaults.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            ..Self::default()
        }
    }
}
