//! Files that a native request starts from: opened and checked before anything
//! is sent.

use crate::api::FileInput;
use crate::api::sora::UploadImage;
use crate::client::Client;
use crate::error::Result;
use crate::request::Reference;

impl Client {
    /// Opens an image and checks it. An address is fetched, without any
    /// credential.
    pub(crate) async fn open_image(&self, reference: &Reference) -> Result<FileInput> {
        let file = self.open_reference("references", reference).await?;
        crate::api::sora::check_image("references", &file)?;
        Ok(file)
    }

    /// Opens a file, wherever it is; `field` names it in errors.
    pub(super) async fn open_reference(
        &self,
        field: &'static str,
        reference: &Reference,
    ) -> Result<FileInput> {
        let file = match reference {
            Reference::File(file) => file.clone(),
            Reference::Url { url } => self.fetch_reference(url).await?,
        };
        self.open_file(field, file).await
    }
}

/// Uploads images, and answers their media ids. All are opened before the first
/// is sent.
pub(super) async fn upload(client: &Client, references: &[Reference]) -> Result<Vec<String>> {
    let mut files = Vec::with_capacity(references.len());
    for reference in references {
        files.push(client.open_image(reference).await?);
    }
    let mut ids = Vec::with_capacity(files.len());
    for file in files {
        ids.push(client.call(UploadImage { file }).await?.id);
    }
    Ok(ids)
}
