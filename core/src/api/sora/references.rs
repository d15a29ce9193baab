//! `sora.references.*`: pictures that prompts can use again (`docs/wire/sora.md` §8.5).
//!
//! The document does not have them. The paths are those that clients call; of the bodies, only
//! the fields named here are known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::Deleted;
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Error, Result};

/// Makes a reference from an uploaded picture.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateReference {
    /// The reference's name.
    pub name: String,
    /// A description of the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The picture, as [`UploadFile`](super::UploadFile) answered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_pointer: Option<String>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Lists the account's references.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListReferences {
    /// The maximum number of references to return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The position to continue from: the `cursor` of the previous page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// Changes a reference. Fields that are not given stay unchanged.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UpdateReference {
    /// The reference.
    pub reference_id: String,
    /// The new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The new description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The new picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_pointer: Option<String>,
    /// Further fields, sent as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Deletes a reference. A reference that is already gone is not an error.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteReference {
    /// The reference.
    pub reference_id: String,
}

/// A picture that prompts can use again.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ReferencePicture {
    /// The reference's id, which an [`InpaintItem::Reference`](super::InpaintItem) names.
    pub reference_id: String,
    /// The reference's name.
    #[serde(default)]
    pub name: Option<String>,
    /// A description of the picture.
    #[serde(default)]
    pub description: Option<String>,
    /// The picture.
    #[serde(default)]
    pub asset_pointer: Option<String>,
    /// The time of creation.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A page of references.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ReferencePage {
    /// The references.
    #[serde(default, deserialize_with = "lenient::list")]
    pub items: Vec<ReferencePicture>,
    /// The cursor of the next page; absent on the last page.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cursor: Option<String>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn read_one(reply: &Reply) -> Result<ReferencePicture> {
    let mut value = reply.value()?;
    if let Some(inner) = value.get_mut("reference").filter(|inner| inner.is_object()) {
        value = inner.take();
    }
    lenient::fill(&mut value, "reference_id", &["id"]);
    reply.read(value)
}

impl Operation for CreateReference {
    type Output = ReferencePicture;

    const META: Meta = Meta::post(
        "sora.references.create",
        Dialect::Sora,
        "/project_y/references/create",
    )
    .source("docs/wire/sora.md §8.5");

    fn check(&self) -> Result<()> {
        if self.name.trim().is_empty() {
            return Err(Error::invalid("name", "must not be empty"));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<ReferencePicture> {
        read_one(reply)
    }
}

impl Operation for ListReferences {
    type Output = ReferencePage;

    const META: Meta = Meta::get(
        "sora.references.mine",
        Dialect::Sora,
        "/project_y/references/mine",
    )
    .source("docs/wire/sora.md §8.5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<ReferencePage> {
        let mut value = reply.value()?;
        if value.is_array() {
            value = json!({ "items": value });
        }
        lenient::fill(&mut value, "items", &["references"]);
        for item in lenient::items(&mut value, "items") {
            lenient::fill(item, "reference_id", &["id"]);
        }
        reply.read(value)
    }
}

impl Operation for UpdateReference {
    type Output = ReferencePicture;

    const META: Meta = Meta::put(
        "sora.references.update",
        Dialect::Sora,
        "/project_y/references/{reference_id}",
    )
    .source("docs/wire/sora.md §8.5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<ReferencePicture> {
        read_one(reply)
    }
}

impl Operation for DeleteReference {
    type Output = Deleted;

    const META: Meta = Meta::delete(
        "sora.references.delete",
        Dialect::Sora,
        "/project_y/references/{reference_id}",
    )
    .source("docs/wire/sora.md §8.5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn accepts(status: http::StatusCode) -> bool {
        Deleted::accepts(status)
    }

    fn decode(reply: &Reply) -> Result<Deleted> {
        Deleted::read(reply)
    }
}
