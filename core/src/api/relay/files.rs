//! `relay.files.upload`: a file that creations refer to by its address.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::headers::uncached;
use crate::api::videos_v1::form;
use crate::api::{Body, Context, FileInput, Meta, Operation, Part, Reply, refusal};
use crate::model::{Dialect, Result};

/// Uploads a file, and returns the address under which a creation can name it. The relay decides
/// how long it keeps the file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadFile {
    /// The file.
    #[serde(skip_serializing)]
    pub file: FileInput,
}

/// A file that was uploaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UploadedFile {
    /// The file's address.
    pub url: String,
    /// Fields that no document names.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for UploadFile {
    type Output = UploadedFile;

    const META: Meta = Meta::post("relay.files.upload", Dialect::Relay, "/v1/files")
        .source("docs/wire/relay.md §6");

    fn files(&mut self) -> Vec<&mut FileInput> {
        vec![&mut self.file]
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let file = Part::file("file", &self.file)?;
        form(self, context, vec![file]).map(uncached)
    }

    fn decode(reply: &Reply) -> Result<UploadedFile> {
        match refusal(reply) {
            Some(refusal) => Err(refusal),
            None => reply.json(),
        }
    }
}
