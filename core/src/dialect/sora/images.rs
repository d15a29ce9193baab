//! The one image request as a native one (`000_*` §5.1).

use super::references::upload;
use crate::api::Operation;
use crate::api::sora::{CreateImage, ModelName};
use crate::client::Client;
use crate::dialect::Dialect;
use crate::error::{Error, ErrorKind, Result};
use crate::job::{Job, JobKind};
use crate::request::{ImageRequest, Orientation};

pub(super) async fn create(client: &Client, request: ImageRequest) -> Result<Job> {
    let mut image = translate(&request)?;
    image.check()?;
    for id in upload(client, &request.references).await? {
        image.remix_of(id);
    }
    let task = client.call(image).await?;
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Image);
    job.created_at = Some(client.now());
    job.model = request.model;
    job.raw = serde_json::to_value(&task).unwrap_or_default();
    Ok(job)
}

/// The native request, without its uploads.
fn translate(request: &ImageRequest) -> Result<CreateImage> {
    for (field, given) in [
        ("quality", request.quality.is_some()),
        ("style", request.style.is_some()),
    ] {
        if given {
            return Err(Error::new(
                ErrorKind::Unsupported,
                format!("the dialect `sora` does not offer `{field}` for images"),
            )
            .with_field(field));
        }
    }
    let mut image = CreateImage::new(&request.prompt);
    image.n_variants = request.n.unwrap_or(1);
    image.extra.clone_from(&request.extra);
    let named = match &request.model {
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
    let orientation = match (named, request.orientation) {
        (Some(named), Some(asked)) if named != asked => {
            return Err(Error::invalid(
                "orientation",
                "is another one than the model's name says: leave one of them out",
            ));
        }
        (named, asked) => named.or(asked),
    };
    (image.width, image.height) = match (request.size.as_deref(), orientation) {
        (None, None) => (360, 360),
        (None, Some(Orientation::Landscape)) => (540, 360),
        (None, Some(Orientation::Portrait)) => (360, 540),
        (Some(size), None) => read_size(size)?,
        (Some(_), Some(_)) => {
            return Err(Error::invalid(
                "size",
                "says the orientation too: leave one of them out",
            ));
        }
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
