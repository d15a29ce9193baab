//! The one interface on a mirror of the web product.

use super::adapter::{Adapter, Asked, Outcome};
use super::agreement::refuse_for_images;
use super::agreement::{orientation, size, with_model};
use super::images_v1::finished;
use super::videos_v1::{
    SIZES, address, check_character, check_remix, created, documented, observe, timestamps,
};
use crate::api::Operation;
use crate::api::mirror::{
    CreateCharacter, CreateVideo, EditImages, GenerateImages, GetContent, GetVideo, MODELS,
    ModelName, RemixVideo, Style, VideoOptions,
};
use crate::api::sora::{CreateStoryboard, VideoSettings, is_storyboard};
use crate::client::Client;
use crate::model::{
    Character, CharacterRequest, Dialect, Error, Feature, ImageRequest, Job, ModelInfo, ModelKind,
    Orientation, Quality, Reference, Result, VideoRequest,
};
use crate::platform::BoxFuture;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Quality,
    Feature::Style,
    Feature::References,
    Feature::Storyboard,
    Feature::Remix,
    Feature::Watermark,
    Feature::Private,
    Feature::Variants,
    Feature::CharacterUrl,
    Feature::CharacterTimestamps,
    Feature::CharacterFromTask,
    Feature::CharacterCreate,
    Feature::GenerateImages,
    Feature::EditImages,
    Feature::CreateCharacter,
    Feature::ListModels,
];

pub(super) struct Mirror;

impl Adapter for Mirror {
    fn dialect(&self) -> Dialect {
        Dialect::Mirror
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create(client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        let video_id = job.key.id.clone();
        Box::pin(observe(client, Dialect::Mirror, GetVideo { video_id }))
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        let video_id = id.to_owned();
        address(client, &GetContent { video_id }).map(Some)
    }

    fn create_images<'a>(
        &'a self,
        client: &'a Client,
        request: ImageRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create_images(client, request))
    }

    fn create_character<'a>(
        &'a self,
        client: &'a Client,
        request: CharacterRequest,
    ) -> BoxFuture<'a, Result<Character>> {
        Box::pin(create_character(client, request))
    }

    fn models<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async {
            MODELS
                .iter()
                .map(|id| {
                    let name = ModelName::read(id)?;
                    let kind = match *id {
                        "sora_image" => ModelKind::Image,
                        _ => ModelKind::Video,
                    };
                    Ok(ModelInfo {
                        orientation: name.orientation,
                        duration: name.duration,
                        ..documented(id, kind)
                    })
                })
                .collect()
        })
    }
}

async fn create(client: &Client, request: VideoRequest) -> Result<Job> {
    if request.remix.is_some() {
        let takes = [
            "model",
            "duration",
            "orientation",
            "size",
            "quality",
            "style",
            "storyboard",
            "watermark",
            "private",
            "n",
            "character_url",
            "character_timestamps",
            "character_from_task",
            "character_create",
        ];
        check_remix(&request, &takes)?;
    }
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation,
        size: pixels,
        quality,
        style,
        references,
        storyboard,
        remix,
        characters: _,
        watermark,
        private,
        n,
        title: _,
        cameo_replacements: _,
        audio_caption: _,
        audio_transcript: _,
        video_caption: _,
        metadata: _,
        character_url,
        character_timestamps,
        character_from_task,
        character_create,
        seed: _,
        negative_prompt: _,
        steps: _,
        guidance: _,
        fps: _,
        frames: _,
        aspect_ratio: _,
        last_frame: _,
        video_references: _,
        audio_references: _,
        audio: _,
        enhance: _,
        extra,
    } = request;
    if character_timestamps.is_some() && character_url.is_none() && character_from_task.is_none() {
        return Err(Error::invalid(
            "character_timestamps",
            "says where a character is seen: give `character_url` or `character_from_task`, too",
        ));
    }
    let hd = quality.map(|quality| quality == Quality::Hd);
    if let Some(model) = &model {
        agree_with_name(model, pixels.as_deref(), orientation, hd)?;
    }
    let source = match (&remix, &model) {
        // A remix keeps the model of its source (`docs/wire/mirror.md` §4.4).
        (Some(video_id), None) => model_of(client, video_id, hd).await,
        _ => None,
    };
    let standard = match hd {
        Some(true) => "sora_video2-pro",
        _ => "sora_video2",
    };
    let model = model.or(source).unwrap_or_else(|| standard.into());
    let is_shots = !storyboard.is_empty() || is_storyboard(&prompt);
    let mut options = VideoOptions {
        size: size(pixels, orientation, SIZES)?,
        n,
        watermark,
        duration,
        hd,
        private,
        style: style.as_deref().map(read_style).transpose()?,
        storyboard: is_shots.then_some(true),
        character_timestamps: timestamps(character_timestamps),
        character_create,
        character_from_task,
        ..VideoOptions::default()
    };
    let prompt = match storyboard.is_empty() {
        true => prompt,
        // The form in which the web product reads shots.
        false => {
            let storyboard = CreateStoryboard {
                shots: storyboard,
                prompt: None,
                instructions: Some(prompt).filter(|prompt| !prompt.trim().is_empty()),
                settings: VideoSettings::default(),
            };
            storyboard.prompt()
        }
    };
    if let Some(reference) = &character_url {
        options.character_url = Some(match reference {
            Reference::Url { url } => url.clone(),
            file => {
                let file = client.open_video(file).await?;
                client.data_url("character_url", file).await?
            }
        });
    }
    if let Some(video_id) = remix {
        let remix = RemixVideo {
            video_id,
            prompt,
            model,
            options,
            extra,
        };
        let video = client.call(remix).await?;
        return Ok(created(client, Dialect::Mirror, video));
    }
    let mut video = CreateVideo {
        prompt,
        model,
        input_reference: Vec::new(),
        options,
        extra,
    };
    // Before an image is fetched for nothing.
    video.check()?;
    for reference in &references {
        video
            .input_reference
            .push(client.open_image(reference).await?);
    }
    let video = client.call(video).await?;
    Ok(created(client, Dialect::Mirror, video))
}

/// The model that a video was made with, as far as the server tells, without what its
/// name says of other things.
async fn model_of(client: &Client, video_id: &str, hd: Option<bool>) -> Option<String> {
    let video_id = video_id.to_owned();
    let video = client.call(GetVideo { video_id }).await.ok()?;
    let name = video.model?;
    let read = ModelName::read(&name).ok().filter(|read| read.video2)?;
    Some(match (read.pro, read.hd && hd.is_none()) {
        (true, true) => "sora_video2-hd-pro".to_owned(),
        (true, false) => "sora_video2-pro".to_owned(),
        (false, _) => "sora_video2".to_owned(),
    })
}

/// Refuses options that contradict the model's name. That of the length is checked
/// where it is sent.
fn agree_with_name(
    model: &str,
    pixels: Option<&str>,
    asked: Option<Orientation>,
    hd: Option<bool>,
) -> Result<()> {
    let name = ModelName::read(model)?;
    let field = match asked {
        Some(_) => "orientation",
        None => "size",
    };
    with_model(field, model, name.orientation, orientation(pixels, asked)?)?;
    with_model("quality", model, name.hd.then_some(true), hd)?;
    Ok(())
}

fn read_style(name: &str) -> Result<Style> {
    serde_json::from_value(name.into()).map_err(|_| {
        Error::invalid(
            "style",
            format!("must be thanksgiving, comic, news, selfie, nostalgic or anime, not `{name}`"),
        )
    })
}

async fn create_images(client: &Client, request: ImageRequest) -> Result<Job> {
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
    refuse_for_images(
        Dialect::Mirror,
        &[("quality", quality.is_some()), ("style", style.is_some())],
    )?;
    let size = size(pixels, orientation, ["1536x1024", "1024x1536"])?;
    let model = model.unwrap_or_else(|| "sora_image".into());
    let mut image = Vec::with_capacity(references.len());
    for reference in &references {
        image.push(client.open_image(reference).await?);
    }
    let made = match image.is_empty() {
        true => {
            let generate = GenerateImages {
                prompt,
                model: model.clone(),
                size,
                n,
                extra,
            };
            client.call_for_raw(generate).await?
        }
        false => {
            let edit = EditImages {
                prompt,
                image,
                model: model.clone(),
                size,
                n,
                extra,
            };
            client.call_for_raw(edit).await?
        }
    };
    Ok(finished(client, Dialect::Mirror, Some(model), made))
}

async fn create_character(client: &Client, request: CharacterRequest) -> Result<Character> {
    check_character(&request, false)?;
    let url = match &request.video {
        Some(Reference::Url { url }) => Some(url.clone()),
        Some(file) => {
            let file = client.open_video(file).await?;
            Some(client.data_url("video", file).await?)
        }
        None => None,
    };
    let create = CreateCharacter {
        url,
        timestamps: timestamps(request.timestamps),
        from_task: request.from_job,
        ..CreateCharacter::default()
    };
    let (made, raw) = client.call_for_raw(create).await?;
    Ok(made.into_character(raw))
}
