//! The one interface on a relay.

use super::adapter::{Adapter, Asked, Outcome};
use super::videos_v1::{check_character, check_remix, created, documented, observe, timestamps};
use crate::api::Operation;
use crate::api::relay::{
    AspectRatio, CreateCharacter, CreateVideo, GetQuota, GetVideo, MODELS, Quota, RemixVideo,
    UploadFile,
};
use crate::client::Client;
use crate::model::{
    AccountQuota, Character, CharacterRequest, Dialect, Error, Feature, Job, ModelInfo, ModelKind,
    Orientation, Quality, QuotaUnit, Reference, Result, VideoRequest,
};
use crate::platform::BoxFuture;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Quality,
    Feature::References,
    Feature::Remix,
    Feature::Watermark,
    Feature::Private,
    Feature::CharacterUrl,
    Feature::CharacterTimestamps,
    Feature::CreateCharacter,
    Feature::Quota,
    Feature::ListModels,
];

pub(super) struct Relay;

impl Adapter for Relay {
    fn dialect(&self) -> Dialect {
        Dialect::Relay
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create(client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        let task_id = job.key.id.clone();
        Box::pin(observe(client, Dialect::Relay, GetVideo { task_id }))
    }

    fn create_character<'a>(
        &'a self,
        client: &'a Client,
        request: CharacterRequest,
    ) -> BoxFuture<'a, Result<Character>> {
        Box::pin(create_character(client, request))
    }

    fn quota<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<AccountQuota>> {
        Box::pin(async move {
            let (quota, raw) = client.call_for_raw(GetQuota {}).await?;
            let remaining = quota.remaining();
            Ok(AccountQuota {
                remaining: remaining.map(Quota::credits),
                used: quota.used_quota.map(Quota::credits),
                total: quota.total_quota.map(Quota::credits),
                unit: QuotaUnit::Credits,
                exhausted: remaining.is_some_and(|remaining| remaining <= 0.0),
                resets_at: None,
                raw,
            })
        })
    }

    fn models<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async {
            let models = MODELS.iter().map(|id| documented(id, ModelKind::Video));
            Ok(models.collect())
        })
    }
}

async fn create(client: &Client, request: VideoRequest) -> Result<Job> {
    if request.remix.is_some() {
        check_remix(&request, &[])?;
    }
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation,
        size: _,
        quality,
        style: _,
        references,
        storyboard: _,
        remix,
        characters: _,
        watermark,
        private,
        n: _,
        title: _,
        cameo_replacements: _,
        audio_caption: _,
        audio_transcript: _,
        video_caption: _,
        metadata: _,
        character_url,
        character_timestamps,
        character_from_task: _,
        character_create: _,
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
    if character_timestamps.is_some() && character_url.is_none() {
        return Err(Error::invalid(
            "character_timestamps",
            "says where a character is seen: give `character_url`, too",
        ));
    }
    if let Some(task_id) = remix {
        let remix = RemixVideo {
            task_id,
            prompt,
            extra,
        };
        let video = client.call(remix).await?;
        return Ok(created(client, Dialect::Relay, video));
    }
    let hd = quality.map(|quality| quality == Quality::Hd);
    let standard = match hd {
        Some(true) => "sora-2-pro",
        _ => "sora-2",
    };
    let mut video = CreateVideo {
        model: model.unwrap_or_else(|| standard.into()),
        aspect_ratio: orientation.map(|orientation| match orientation {
            Orientation::Landscape => AspectRatio::Landscape,
            Orientation::Portrait => AspectRatio::Portrait,
        }),
        duration,
        hd,
        watermark,
        private,
        character_timestamps: timestamps(character_timestamps),
        extra,
        ..CreateVideo::new(prompt)
    };
    // Before a file is read for nothing.
    video.check()?;
    for reference in &references {
        video.images.push(match reference {
            Reference::Url { url } => url.clone(),
            Reference::File(_) => {
                let file = client.open_image(reference).await?;
                client.data_url("references", file).await?
            }
        });
    }
    if let Some(reference) = &character_url {
        video.character_url = Some(address_of(client, reference).await?);
    }
    let video = client.call(video).await?;
    Ok(created(client, Dialect::Relay, video))
}

/// The address of a video: a relay takes no other form, and files are uploaded.
async fn address_of(client: &Client, video: &Reference) -> Result<String> {
    match video {
        Reference::Url { url } if !url.starts_with("data:") => Ok(url.clone()),
        video => {
            let file = client.open_video(video).await?;
            Ok(client.call(UploadFile { file }).await?.url)
        }
    }
}

async fn create_character(client: &Client, request: CharacterRequest) -> Result<Character> {
    check_character(&request, false)?;
    let url = match &request.video {
        Some(video) => Some(address_of(client, video).await?),
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
