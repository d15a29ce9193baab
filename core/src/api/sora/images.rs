//! `sora.images.create`: new images (`docs/wire/sora.md` §5.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::CreatedTask;
use super::videos::check_prompt;
use crate::api::{Body, Context, Meta, Operation, Reply};
use crate::model::{Dialect, Error, Result};

/// Creates an image, from a prompt or from other images.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateImage {
    /// `image_gen`.
    #[serde(rename = "type", default = "image_gen")]
    pub kind: String,
    /// The source of the image: the prompt, or other images.
    pub operation: ImageOperation,
    /// A description of the image.
    pub prompt: String,
    /// Width in pixels: 360, or 540 in landscape.
    pub width: u32,
    /// Height in pixels: 360, or 540 in portrait.
    pub height: u32,
    /// The number of variants; the document has 1, and servers also accept 2 and 4.
    #[serde(default = "one")]
    pub n_variants: u32,
    /// 1: an image is a single frame.
    #[serde(default = "one")]
    pub n_frames: u32,
    /// The images to start from, for a remix.
    #[serde(default)]
    pub inpaint_items: Vec<ImageItem>,
    /// Fields that are not named here, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The source that an image is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImageOperation {
    /// From a prompt.
    SimpleCompose,
    /// From other images.
    Remix,
}

/// An image from which another one starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImageItem {
    /// `image`.
    #[serde(rename = "type", default = "image")]
    pub kind: String,
    /// 0.
    #[serde(default)]
    pub frame_index: u32,
    /// The media id that [`UploadImage`](super::UploadImage) answered.
    pub upload_media_id: String,
}

fn image_gen() -> String {
    "image_gen".into()
}

fn image() -> String {
    "image".into()
}

fn one() -> u32 {
    1
}

/// The sizes of the three image models: square, landscape and portrait.
const SIZES: [(u32, u32); 3] = [(360, 360), (540, 360), (360, 540)];

impl CreateImage {
    /// A square image from a prompt.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            kind: image_gen(),
            operation: ImageOperation::SimpleCompose,
            prompt: prompt.into(),
            width: 360,
            height: 360,
            n_variants: 1,
            n_frames: 1,
            inpaint_items: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Starts from an uploaded image.
    pub fn remix_of(&mut self, upload_media_id: impl Into<String>) {
        self.operation = ImageOperation::Remix;
        self.inpaint_items.push(ImageItem {
            kind: image(),
            frame_index: 0,
            upload_media_id: upload_media_id.into(),
        });
    }
}

impl Operation for CreateImage {
    type Output = CreatedTask;

    const META: Meta = Meta::post("sora.images.create", Dialect::Sora, "/video_gen")
        .sentinel()
        .source("docs/wire/sora.md §5.1");

    fn check(&self) -> Result<()> {
        check_prompt("prompt", &self.prompt)?;
        if !SIZES.contains(&(self.width, self.height)) {
            return Err(Error::invalid(
                "width",
                format!(
                    "width and height must be 360x360 (square), 540x360 (landscape) or 360x540 \
                     (portrait), not {}x{}",
                    self.width, self.height
                ),
            ));
        }
        if !matches!(self.n_variants, 1 | 2 | 4) {
            return Err(Error::invalid(
                "n_variants",
                format!(
                    "must be 1, or on some servers 2 or 4, not {}",
                    self.n_variants
                ),
            ));
        }
        if self.n_frames != 1 {
            return Err(Error::invalid("n_frames", "must be 1 for an image"));
        }
        let remix = self.operation == ImageOperation::Remix;
        if remix == self.inpaint_items.is_empty() {
            return Err(Error::invalid(
                "inpaint_items",
                "a `remix` needs an image, and `simple_compose` takes none",
            ));
        }
        Ok(())
    }

    // Public clients send no language here, as they do on `nf/create` (`docs/wire/sora.md` §14.2).
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<CreatedTask> {
        CreatedTask::decode(reply)
    }
}
