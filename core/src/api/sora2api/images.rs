//! `sora2api.images.*`: images, made while the caller waits (`docs/wire/sora2api.md`
//! §4).

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::api::images_v1::{GeneratedImages, ImageFormat};
use crate::api::{
    Body, Context, FileInput, Meta, Operation, Part, Patience, Reply, fields_of, form_fields,
};
use crate::media::encoded;
use crate::model::{Dialect, Error, Reference, Result, settled_url};

/// Makes an image from a prompt, and from reference images if any are given.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreateImage {
    /// The text that describes the image.
    pub prompt: String,
    /// The model, such as `gpt-image-2` or `sora-image`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = super::models::IMAGE_MODELS))]
    pub model: Option<String>,
    /// The number of images. The gateway makes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// The size, such as `1024x1024`, or the ratio, such as `16:9`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["1024x1024", "1792x1024", "16:9", "3:2", "1:1"]))]
    pub size: Option<String>,
    /// The quality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<ImageQuality>,
    /// The style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<ImageStyle>,
    /// The form in which the image is returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ImageFormat>,
    /// Reference images, one or a list: addresses, data URLs or `{"url": …}`. Files are
    /// taken by `sora2api.images.edit`.
    #[serde(
        default,
        deserialize_with = "one_or_list",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(schema_with = "schema_of_one_or_list")]
    pub image: Vec<Reference>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Makes an image from others. Files are sent as a form, addresses and data
/// URLs as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct EditImage {
    /// The text that describes the image to make of them.
    pub prompt: String,
    /// The images, one or a list: all of them files, or all of them addresses, data URLs
    /// or `{"url": …}`.
    #[serde(
        deserialize_with = "one_or_list",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(schema_with = "schema_of_one_or_list")]
    pub image: Vec<Reference>,
    /// The model, such as `gpt-image-2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = super::models::IMAGE_MODELS))]
    pub model: Option<String>,
    /// The size, such as `1024x1024`, or the ratio, such as `4:5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("examples" = ["1024x1024", "16:9", "4:5", "1:1"]))]
    pub size: Option<String>,
    /// The form in which the image is returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ImageFormat>,
    /// Fields that the document does not name, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The quality of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImageQuality {
    /// Standard definition.
    Standard,
    /// High definition.
    Hd,
}

/// The style of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each is its own name.
pub enum ImageStyle {
    Natural,
    Vivid,
}

fn check_prompt_and_size(prompt: &str, size: Option<&str>) -> Result<()> {
    if prompt.trim().is_empty() {
        return Err(Error::invalid("prompt", "must not be empty"));
    }
    let number = |text: &str| text.parse::<u32>().is_ok_and(|number| number > 0);
    let two_numbers = |size: &str| {
        let parts = size.split_once(['x', ':']);
        parts.is_some_and(|(width, height)| number(width) && number(height))
    };
    match size {
        Some(size) if !two_numbers(size) => Err(Error::invalid(
            "size",
            format!("must be a size such as 1024x1024 or a ratio such as 16:9, not `{size}`"),
        )),
        _ => Ok(()),
    }
}

/// Reads one reference, or a list of them. A text is an address, a data URL, the base64
/// of an image, or else a path.
fn one_or_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Reference>, D::Error> {
    let one = |value: Value| match value {
        Value::String(text) if encoded::usual_data_url(&text).is_some() => Ok(Reference::url(text)),
        value => serde_json::from_value(value).map_err(D::Error::custom),
    };
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => items.into_iter().map(one).collect(),
        value => Ok(vec![one(value)?]),
    }
}

fn schema_of_one_or_list(generator: &mut SchemaGenerator) -> Schema {
    let one = generator.subschema_for::<Reference>();
    json_schema!({ "anyOf": [{ "type": "array", "items": one }, one] })
}

/// One image as text, several as a list, as the document shows them.
fn one_or_many(mut urls: Vec<String>) -> Value {
    match urls.len() {
        1 => urls.remove(0).into(),
        _ => urls.into(),
    }
}

impl Operation for CreateImage {
    type Output = GeneratedImages;

    const META: Meta = Meta::post(
        "sora2api.images.generate",
        Dialect::Sora2api,
        "/v1/images/generations",
    )
    .patience(Patience::Image)
    .source("docs/wire/sora2api.md §4.1");

    fn check(&self) -> Result<()> {
        check_prompt_and_size(&self.prompt, self.size.as_deref())?;
        if self.n.is_some_and(|n| n != 1) {
            return Err(Error::invalid(
                "n",
                "must be 1: the gateway makes one image",
            ));
        }
        self.image.iter().try_for_each(|image| match image {
            Reference::Url { url } => settled_url("image", url).map(drop),
            Reference::File(_) => Err(Error::invalid(
                "image",
                "must be an address, a data URL or the base64 of an image; files are taken by \
                 `sora2api.images.edit`",
            )),
        })
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut plain = self.clone();
        if !plain.image.is_empty() {
            let urls = plain.image.drain(..).filter_map(|image| match image {
                Reference::Url { url } => Some(settled_url("image", &url)),
                Reference::File(_) => None,
            });
            let image = one_or_many(urls.collect::<Result<_>>()?);
            plain.extra.insert("image".into(), image);
        }
        context.request(&plain)
    }

    fn decode(reply: &Reply) -> Result<GeneratedImages> {
        GeneratedImages::decode(reply)
    }
}

impl Operation for EditImage {
    type Output = GeneratedImages;

    const META: Meta = Meta::post(
        "sora2api.images.edit",
        Dialect::Sora2api,
        "/v1/images/edits",
    )
    .patience(Patience::Image)
    .source("docs/wire/sora2api.md §4.2");

    fn check(&self) -> Result<()> {
        check_prompt_and_size(&self.prompt, self.size.as_deref())?;
        let mut files = 0;
        for reference in &self.image {
            match reference {
                Reference::File(file) => {
                    files += 1;
                    crate::api::sora::check_image("image", file)?;
                }
                Reference::Url { url } => drop(settled_url("image", url)?),
            }
        }
        match files {
            _ if self.image.is_empty() => {
                Err(Error::invalid("image", "must hold at least one image"))
            }
            0 => Ok(()),
            files if files == self.image.len() => Ok(()),
            _ => Err(Error::invalid(
                "image",
                "must be all files, or all addresses and data URLs",
            )),
        }
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        let files = self.image.iter_mut().filter_map(|image| match image {
            Reference::File(file) => Some(file),
            Reference::Url { .. } => None,
        });
        files.collect()
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut plain = self.clone();
        let mut urls = Vec::new();
        let mut files = Vec::new();
        for reference in std::mem::take(&mut plain.image) {
            match reference {
                Reference::Url { url } => urls.push(settled_url("image", &url)?),
                Reference::File(file) => files.push(Part::file("image[]", &file)?),
            }
        }
        if files.is_empty() {
            let mut fields = fields_of(&plain)?;
            fields.insert("image".into(), one_or_many(urls));
            return context.request_with(&plain, &fields.into());
        }
        let mut parts = form_fields(&plain)?;
        parts.extend(files);
        context.form(&plain, parts)
    }

    fn decode(reply: &Reply) -> Result<GeneratedImages> {
        GeneratedImages::decode(reply)
    }
}
