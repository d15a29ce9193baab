//! `mirror.images.*`: images from a prompt, or from other images.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::videos::{check_image, check_prompt};
use crate::api::Patience;
use crate::api::videos_v1::{check_size, form};
use crate::api::{
    Body, Context, FileInput, Meta, Operation, Part, Reply, Timestamp, lenient, refusal,
};
use crate::model::{Dialect, Error, Result};

/// Makes images from a prompt. It answers when they are done.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GenerateImages {
    /// What the image shows.
    pub prompt: String,
    /// The model.
    #[serde(default = "model")]
    pub model: String,
    /// `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// How many variants to make, from 1 to 4. Default: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Further fields, sent as they are, such as `response_format`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Makes images from other images. It answers when they are done.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EditImages {
    /// What is to change.
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
    /// How many variants to make, from 1 to 4. Default: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Further fields, sent as they are, such as `response_format`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn model() -> String {
    "sora_image".into()
}

/// The images that were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Images {
    /// When they were made.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created: Option<Timestamp>,
    /// The images.
    #[serde(default, deserialize_with = "lenient::list")]
    pub data: Vec<Image>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An image that was made: its address, or its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Image {
    /// Where it is.
    #[serde(default)]
    pub url: Option<String>,
    /// Its bytes in base64.
    #[serde(default)]
    pub b64_json: Option<String>,
    /// The prompt as it was used.
    #[serde(default)]
    pub revised_prompt: Option<String>,
    /// Fields that the reference does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for GenerateImages {
    type Output = Images;

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

    fn decode(reply: &Reply) -> Result<Images> {
        decode(reply)
    }
}

impl Operation for EditImages {
    type Output = Images;

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

    fn decode(reply: &Reply) -> Result<Images> {
        decode(reply)
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

fn decode(reply: &Reply) -> Result<Images> {
    match refusal(reply) {
        Some(refusal) => Err(refusal),
        None => {
            let made: Images = reply.json()?;
            let shows = |image: &Image| image.url.is_some() || image.b64_json.is_some();
            match made.data.iter().any(shows) {
                true => Ok(made),
                false => Err(reply.shows_no_image()),
            }
        }
    }
}
