//! `openai.images.*`: images, made while the caller waits.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::images_v1::{GeneratedImages, ImageFormat};
use crate::api::videos_v1::{check_size, form};
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Patience, Reply};
use crate::model::{Dialect, Error, Result, settled_url};

/// Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct GenerateImages {
    /// The text that describes the images.
    pub prompt: String,
    /// The model; the one that the server runs when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The number of images, from 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// The size, such as `1024x1024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
    /// `url` where it keeps its files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ImageFormat>,
    /// Further fields, sent as they are: `negative_prompt`, `seed`, `num_inference_steps`,
    /// `guidance_scale`, `output_format` and others.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct EditImages {
    /// The text that describes the images to make of them.
    pub prompt: String,
    /// The images to start from, as files.
    #[serde(default, skip_serializing)]
    pub image: Vec<FileInput>,
    /// The addresses of images to start from, which the server fetches; they come after the
    /// files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub url: Vec<String>,
    /// The model; the one that the server runs when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The number of images, from 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// The size, such as `1024x1024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
    /// `url` where it keeps its files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ImageFormat>,
    /// Further fields, sent as they are: `negative_prompt`, `seed`, `num_inference_steps`,
    /// `guidance_scale`, `output_format` and others.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn check(prompt: &str, size: Option<&str>, n: Option<u32>) -> Result<()> {
    if prompt.trim().is_empty() {
        return Err(Error::invalid("prompt", "must not be empty"));
    }
    if let Some(size) = size {
        check_size("size", size)?;
    }
    // SGLang takes the nearest of these in silence.
    match n {
        Some(n) if !(1..=10).contains(&n) => Err(Error::invalid("n", "must be from 1 to 10")),
        _ => Ok(()),
    }
}

impl Operation for GenerateImages {
    type Output = GeneratedImages;

    const META: Meta = Meta::post(
        "openai.images.generate",
        Dialect::Openai,
        "/v1/images/generations",
    )
    .patience(Patience::Image)
    .source("SGLang `entrypoints/openai/image_api.py`, docs/wire/openai.md §2.5");

    fn check(&self) -> Result<()> {
        check(&self.prompt, self.size.as_deref(), self.n)
    }

    fn decode(reply: &Reply) -> Result<GeneratedImages> {
        GeneratedImages::decode(reply)
    }
}

impl Operation for EditImages {
    type Output = GeneratedImages;

    const META: Meta = Meta::post("openai.images.edit", Dialect::Openai, "/v1/images/edits")
        .patience(Patience::Image)
        .source("SGLang `entrypoints/openai/image_api.py`, docs/wire/openai.md §2.5");

    fn check(&self) -> Result<()> {
        check(&self.prompt, self.size.as_deref(), self.n)?;
        if self.image.is_empty() && self.url.is_empty() {
            return Err(Error::invalid("image", "give one image at least"));
        }
        for file in &self.image {
            crate::api::sora::check_image("image", file)?;
        }
        let mut urls = self.url.iter();
        urls.try_for_each(|url| settled_url("url", url).map(drop))
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
