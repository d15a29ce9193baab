//! `sora.uploads.*`: images that creations refer to (`docs/wire/sora.md` §4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Body, Context, FileInput, Meta, Operation, Part, lenient};
use crate::media::MediaType;
use crate::model::{Dialect, Error, Result};

/// Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadImage {
    /// The image.
    pub file: FileInput,
}

/// The result of an upload.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Uploaded {
    /// The media id: `upload_…` or `media_…`. Opaque.
    pub id: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Uploads a character's picture, or an image to start from by the newer way:
/// PNG, JPEG or WebP, by content.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadFile {
    /// The image; WebP is recommended for a character's picture.
    pub file: FileInput,
    /// The purpose of the file.
    #[serde(default)]
    pub use_case: UseCase,
}

/// The purpose of an uploaded file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UseCase {
    /// A character's picture (`docs/wire/sora.md` §4.3).
    #[default]
    Profile,
    /// An image to start from (`docs/wire/sora.md` §4.3).
    InpaintSafe,
}

/// An uploaded file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UploadedFile {
    /// The pointer that names the file in later requests: `asset_ptr_…` or `sediment://file_…`.
    pub asset_pointer: String,
    /// The file's id, `file_…`, which an [`InpaintItem::File`](super::InpaintItem) names. Not
    /// every server gives one.
    #[serde(default)]
    pub file_id: Option<String>,
    /// The address.
    #[serde(default)]
    pub url: Option<String>,
    /// The size in bytes.
    #[serde(default, deserialize_with = "lenient::optional_count")]
    pub size: Option<u64>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for UploadImage {
    type Output = Uploaded;

    const META: Meta = Meta::post("sora.uploads.image", Dialect::Sora, "/uploads")
        .source("docs/wire/sora.md §4.1");

    fn check(&self) -> Result<()> {
        check_image("file", &self.file)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        vec![&mut self.file]
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let name = self.file.opened("file")?.filename.clone();
        let parts = vec![
            Part::file("file", &self.file)?,
            Part::text("file_name", name),
        ];
        super::headers::identify(context.form(self, parts)?, context)
    }
}

impl Operation for UploadFile {
    type Output = UploadedFile;

    const META: Meta = Meta::post("sora.uploads.file", Dialect::Sora, "/project_y/file/upload")
        .source("docs/wire/sora.md §4.3");

    fn check(&self) -> Result<()> {
        check_image("file", &self.file)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        vec![&mut self.file]
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let use_case = match self.use_case {
            UseCase::Profile => "profile",
            UseCase::InpaintSafe => "inpaint_safe",
        };
        let parts = vec![
            Part::file("file", &self.file)?,
            Part::text("use_case", use_case),
        ];
        super::headers::identify(context.form(self, parts)?, context)
    }
}

/// Refuses a file that is not an image the backend accepts.
pub(crate) fn check_image(field: &str, file: &FileInput) -> Result<()> {
    let opened = file.opened(field)?;
    if !matches!(
        opened.media_type,
        Some(MediaType::Png | MediaType::Jpeg | MediaType::WebP)
    ) {
        let found = opened.description();
        return Err(Error::invalid(
            field,
            format!("must be a PNG, JPEG or WebP image; its content is {found}"),
        ));
    }
    Ok(())
}
