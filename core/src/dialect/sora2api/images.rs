//! Images: forks answer when they are made, and upstream makes them in its chat.

use super::chat::base64_of;
use super::gateway::{Sora2api, is_known_upstream, turns_out_upstream};
use crate::api::sora2api::{CreateChat, CreateImage, EditImage, ImageQuality, ImageStyle};
use crate::client::Client;
use crate::dialect::agreement::{orientation, size};
use crate::dialect::images_v1::finished;
use crate::model::{
    Dialect, Error, ImageRequest, Job, JobKind, Orientation, Quality, Reference, Result,
};

pub(super) async fn create(
    gateway: &Sora2api,
    client: &Client,
    request: ImageRequest,
) -> Result<Job> {
    if is_known_upstream(client) {
        return by_chat(gateway, client, request).await;
    }
    match create_at_images(client, request.clone()).await {
        Err(error) if turns_out_upstream(client, &error) => by_chat(gateway, client, request).await,
        created => created,
    }
}

/// Images of the chat: of a model whose name says the orientation, from one image at most.
async fn by_chat(gateway: &Sora2api, client: &Client, request: ImageRequest) -> Result<Job> {
    let ImageRequest {
        prompt,
        model: named,
        orientation: asked,
        size,
        quality,
        style,
        references,
        n,
        extra,
    } = request;
    for (field, given) in [
        ("quality", quality.is_some()),
        ("style", style.is_some()),
        ("n", n.is_some_and(|n| n != 1)),
    ] {
        if given {
            return Err(Error::invalid(
                field,
                "is not offered by this gateway, which makes images in its chat",
            ));
        }
    }
    let stands = orientation(size.as_deref(), asked)?;
    let family = match named.as_deref() {
        None | Some("sora-image") => "gpt-image",
        Some(name) => name,
    };
    // `sora-image-landscape` is what forks call it.
    let family = family.replacen("sora-image-", "gpt-image-", 1);
    let model = match (family.as_str(), stands) {
        ("gpt-image", Some(Orientation::Landscape)) => "gpt-image-landscape".to_owned(),
        ("gpt-image", Some(Orientation::Portrait)) => "gpt-image-portrait".to_owned(),
        _ => family,
    };
    let word = stands.map(|stands| match stands {
        Orientation::Landscape => "landscape",
        Orientation::Portrait => "portrait",
    });
    if word.is_some_and(|word| !model.split('-').any(|part| part == word)) {
        let field = match size {
            Some(_) => "size",
            None => "orientation",
        };
        let what = format!("is not to be had of the model `{model}`: it decides that itself");
        return Err(Error::invalid(field, what));
    }
    let image = match references.as_slice() {
        [] => None,
        [reference] => Some(base64_of(client, reference).await?),
        _ => {
            return Err(Error::invalid(
                "references",
                "must be one image: the gateway takes no more",
            ));
        }
    };
    let chat = CreateChat {
        image,
        extra,
        ..CreateChat::new(&model, prompt)
    };
    let mut job = gateway
        .streams
        .begin(client, chat, JobKind::Image, None)
        .await?;
    job.model = named.or(job.model);
    Ok(job)
}

async fn create_at_images(client: &Client, request: ImageRequest) -> Result<Job> {
    let ImageRequest {
        prompt,
        model,
        orientation,
        size: pixels,
        quality,
        style,
        references,
        n,
        extra,
    } = request;
    let asked_for = model.clone();
    let size = size(pixels, orientation, ["1792x1024", "1024x1792"])?;
    let quality = quality.map(|quality| match quality {
        Quality::Standard => ImageQuality::Standard,
        Quality::Hd => ImageQuality::Hd,
    });
    let style = match style.as_deref() {
        None => None,
        Some("natural") => Some(ImageStyle::Natural),
        Some("vivid") => Some(ImageStyle::Vivid),
        Some(other) => {
            return Err(Error::invalid(
                "style",
                format!("must be natural or vivid, not `{other}`"),
            ));
        }
    };
    let is_file = |reference: &Reference| matches!(reference, Reference::File(_));
    let made = if !references.iter().any(is_file) {
        let image = references;
        let operation = CreateImage {
            prompt,
            model,
            n,
            size,
            quality,
            style,
            image,
            extra,
            ..CreateImage::default()
        };
        client.call_for_raw(operation).await
    } else {
        for (field, given) in [
            ("quality", quality.is_some()),
            ("style", style.is_some()),
            ("n", n.is_some_and(|n| n != 1)),
        ] {
            if given {
                return Err(Error::invalid(
                    field,
                    "is not offered together with files; give the references as addresses or \
                     data URLs",
                ));
            }
        }
        let mut image = Vec::with_capacity(references.len());
        for reference in &references {
            image.push(Reference::File(client.open_image(reference).await?));
        }
        let operation = EditImage {
            prompt,
            image,
            model,
            size,
            extra,
            ..EditImage::default()
        };
        client.call_for_raw(operation).await
    };
    Ok(finished(client, Dialect::Sora2api, asked_for, made?))
}
