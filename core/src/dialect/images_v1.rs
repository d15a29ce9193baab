//! The job of images that were made while the caller waited.

use serde_json::Value;

use crate::api::images_v1::{GeneratedImage, GeneratedImages};
use crate::client::{Client, uuid};
use crate::media::MediaType;
use crate::media::encoded::base64;
use crate::model::{Dialect, Job, JobKind, JobStatus, MediaLink};

/// The finished job; `raw` is what the server said.
pub(super) fn finished(
    client: &Client,
    dialect: Dialect,
    model: Option<String>,
    (made, raw): (GeneratedImages, Value),
) -> Job {
    let mut random = [0; 16];
    client.inner.host.random(&mut random);
    let mut job = Job::new(uuid(random), dialect, JobKind::Image);
    job.images = made.data.iter().filter_map(link).collect();
    job.status = JobStatus::Succeeded;
    job.progress = 100.0;
    job.created_at = made.created.or_else(|| Some(client.now()));
    job.completed_at = Some(client.now());
    job.revised_prompt = made.data.into_iter().find_map(|image| image.revised_prompt);
    job.model = model;
    job.raw = shortened(raw);
    job
}

/// The address of an image, or else its bytes as a data URL.
fn link(image: &GeneratedImage) -> Option<MediaLink> {
    let inline = || {
        let data = image.b64_json.as_deref()?;
        // Enough of it to tell what it is.
        let head = data.get(..64).and_then(base64).unwrap_or_default();
        let kind = MediaType::sniff(&head).unwrap_or(MediaType::Png);
        Some(format!("data:{};base64,{data}", kind.mime()))
    };
    Some(MediaLink {
        url: image.url.clone().or_else(inline)?,
        ..MediaLink::default()
    })
}

/// Strips the images themselves, which the links hold.
fn shortened(mut raw: Value) -> Value {
    let images = raw.get_mut("data").and_then(Value::as_array_mut);
    for image in images.into_iter().flatten() {
        if let Some(fields) = image.as_object_mut() {
            fields.shift_remove("b64_json");
        }
    }
    raw
}
