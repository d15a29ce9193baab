//! Files that a native request starts from, uploaded before it is sent.

use crate::api::sora::UploadImage;
use crate::client::Client;
use crate::model::{Reference, Result};

/// Uploads images, and returns their media ids. All are opened before the first is sent.
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
