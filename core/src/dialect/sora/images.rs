//! The one image request as a native one (`docs/wire/sora.md` §5.1).

use super::references::upload;
use crate::api::Operation;
use crate::api::sora::{CreateImage, ModelName};
use crate::client::Client;
use crate::dialect::agreement::refuse_for_images;
use crate::dialect::agreement::{orientation, with_model};
use crate::model::{Dialect, Error, ImageRequest, Job, JobKind, Orientation, Result};

pub(super) async fn create(client: &Client, request: ImageRequest) -> Result<Job> {
    let mut image = translate(&request)?;
    image.check()?;
    for id in upload(client, &request.references).await? {
        image.remix_of(id);
    }
    let task = client.call(image).await?;
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Image);
    job.created_at = Some(client.now());
    job.again_after = task.again_after;
    job.model = request.model;
    job.raw = serde_json::to_value(&task).unwrap_or_default();
    Ok(job)
}

/// Translates an image request, without its uploads.
fn translate(request: &ImageRequest) -> Result<CreateImage> {
    let ImageRequest {
        prompt,
        model,
        orientation: asked,
        size,
        quality,
        style,
        references: _,
        n,
        extra,
    } = request;
    refuse_for_images(
        Dialect::Sora,
        &[("quality", quality.is_some()), ("style", style.is_some())],
    )?;
    let mut image = CreateImage::new(prompt);
    image.n_variants = n.unwrap_or(1);
    image.extra.clone_from(extra);
    let named = match model {
        None => None,
        Some(model) => match model.parse()? {
            ModelName::Image { orientation } => orientation,
            _ => {
                return Err(Error::invalid(
                    "model",
                    format!(
                        "`{model}` makes no images; `gpt-image`, `gpt-image-landscape` and \
                         `gpt-image-portrait` do"
                    ),
                ));
            }
        },
    };
    let stands = orientation(size.as_deref(), *asked)?;
    let field = match asked {
        Some(_) => "orientation",
        None => "size",
    };
    let name = model.as_deref().unwrap_or_default();
    let stands = with_model(field, name, named, stands)?;
    (image.width, image.height) = match (size.as_deref(), stands) {
        (Some(size), _) => read_size(size)?,
        (None, None) => (360, 360),
        (None, Some(Orientation::Landscape)) => (540, 360),
        (None, Some(Orientation::Portrait)) => (360, 540),
    };
    Ok(image)
}

fn read_size(size: &str) -> Result<(u32, u32)> {
    size.split_once('x')
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)))
        .filter(|size| [(360, 360), (540, 360), (360, 540)].contains(size))
        .ok_or_else(|| {
            Error::invalid(
                "size",
                format!("must be 360x360, 540x360 or 360x540, not `{size}`"),
            )
        })
}
