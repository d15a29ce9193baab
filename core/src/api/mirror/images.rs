//! `mirror.images.*`: images from a prompt, or from other images.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::videos::{check_image, check_prompt};
use crate::api::images_v1::GeneratedImages;
use crate::api::videos_v1::{check_size, form};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Patience, Reply};
use crate::model::{Dialect, Error, Result};

/// Makes images from a prompt. It answers when they are done.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerateImages {
    /// The text that describes the image.
    pub prompt: String,
    /// The model.
    #[serde(default = "model")]
    pub model: String,
    /// `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The number of variants to make, from 1 to 4. Default: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Further fields, sent as they are, such as `response_format`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Makes images from other images. It answers when they are done.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EditImages {
    /// The text that describes the changes.
    pub prompt: String,
    /// The images to start from, one at least.
    #[serde(default, skip_serializing)]
    pub image: Vec<FileInput>,
    /// The model.
    #[serde(default = "model")]
    pub model: String,
    /// `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The number of variants to make, from 1 to 4. Default: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Further fields, sent as they are, such as `response_format`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn model() -> String {
    "sora_image".into()
}

impl Operation for GenerateImages {
    type Output = GeneratedImages;

    const META: Meta = Meta::post(
        "mirror.images.generate",
        Dialect::Mirror,
        "/v1/images/generations",
    )
    .patience(Patience::Image)
    .source("docs/wire/mirror.md §3.1");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        check_options(self.size.as_deref(), self.n)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        form(self, context, Vec::new())
    }

    fn decode(reply: &Reply) -> Result<GeneratedImages> {
        GeneratedImages::decode(reply)
    }
}

impl Operation for EditImages {
    type Output = GeneratedImages;

    const META: Meta = Meta::post("mirror.images.edit", Dialect::Mirror, "/v1/images/edits")
        .patience(Patience::Image)
        .source("docs/wire/mirror.md §3.2");

    fn check(&self) -> Result<()> {
        check_prompt(&self.prompt)?;
        if self.image.is_empty() {
            return Err(Error::invalid("image", "give one image at least"));
        }
        for file in &self.image {
            check_image("image", file)?;
        }
        check_options(self.size.as_deref(), self.n)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        self.image.iter_mut().collect()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let images = self.image.iter().map(|file| Part::file("image[]", file));
        form(self, context, images.collect::<Result<_>>()?)
    }

    fn decode(reply: &Reply) -> Result<GeneratedImages> {
        GeneratedImages::decode(reply)
    }
}

fn check_options(size: Option<&str>, n: Option<u32>) -> Result<()> {
    if let Some(size) = size {
        check_size("size", size)?;
    }
    match n {
        Some(n) if !(1..=4).contains(&n) => Err(Error::invalid("n", "must be from 1 to 4")),
        _ => Ok(()),
    }
}
