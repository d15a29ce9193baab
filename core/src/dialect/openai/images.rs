//! Images, on the servers of the Videos API that make them: they answer when they are done.

use serde_json::Value;

use crate::api::FileInput;
use crate::api::images_v1::ImageFormat;
use crate::api::openai::flavours::Server;
use crate::api::openai::{EditImages, GenerateImages};
use crate::client::Client;
use crate::dialect::agreement::{refuse_for_images, size};
use crate::dialect::images_v1::finished;
use crate::model::{Dialect, ImageRequest, Job, Reference, Result};

/// The sizes of an orientation.
const SIZES: [&str; 2] = ["1536x1024", "1024x1536"];

pub(super) async fn create(server: &Server, client: &Client, request: ImageRequest) -> Result<Job> {
    let ImageRequest {
        prompt,
        model,
        orientation,
        size: asked,
        quality,
        style,
        references,
        n,
        extra,
    } = request;
    refuse_for_images(
        Dialect::Openai,
        &[("quality", quality.is_some()), ("style", style.is_some())],
    )?;
    for (name, value) in &extra {
        server.check_range(name, value, &format!("extra.{name}"))?;
    }
    let size = size(asked, orientation, SIZES)?;
    let named = model.clone();
    // The one form that every server can deliver.
    let response_format = match extra.get("response_format") {
        Some(Value::String(_)) => None,
        _ => Some(ImageFormat::B64Json),
    };
    let made = if references.is_empty() {
        let generate = GenerateImages {
            prompt,
            model,
            n,
            size,
            response_format,
            extra,
        };
        client.call_for_raw(generate).await?
    } else {
        let (image, url) = inputs(client, references).await?;
        let edit = EditImages {
            prompt,
            image,
            url,
            model,
            n,
            size,
            response_format,
            extra,
        };
        client.call_for_raw(edit).await?
    };
    Ok(finished(client, Dialect::Openai, named, made))
}

/// The images to start from: addresses alone as they are, and otherwise all of them as files,
/// since the server would take files before addresses.
async fn inputs(
    client: &Client,
    references: Vec<Reference>,
) -> Result<(Vec<FileInput>, Vec<String>)> {
    let address = |reference: &Reference| match reference {
        Reference::Url { url } => {
            let is_address = url.starts_with("http://") || url.starts_with("https://");
            is_address.then(|| url.clone())
        }
        Reference::File(_) => None,
    };
    if let Some(urls) = references.iter().map(address).collect() {
        return Ok((Vec::new(), urls));
    }
    let mut files = Vec::with_capacity(references.len());
    for reference in &references {
        files.push(client.open_image(reference).await?);
    }
    Ok((files, Vec::new()))
}
