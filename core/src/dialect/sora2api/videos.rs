//! Videos: created at `/v1/videos`, each polled by its id.

use super::gateway::{Sora2api, is_known_upstream, is_upstream, turns_out_upstream};
use super::options::{one_of, published};
use super::streams::mark_in;
use super::{chat, log};
use crate::api::sora2api::{
    CreateVideo, GetVideo, GetVideoContent, RemixVideo, VideoMetadata, VideoSeconds, VideoSize,
    VideoStyle,
};
use crate::client::Client;
use crate::dialect::adapter::{Asked, Outcome};
use crate::dialect::videos_v1::{self, address, created};
use crate::model::{Dialect, Error, Job, JobKind, Orientation, Reference, Result, VideoRequest};

pub(super) async fn create(
    gateway: &Sora2api,
    client: &Client,
    request: VideoRequest,
) -> Result<Job> {
    // What forks make in their chat, too, or do not know, has to be worded for one of them.
    let by_chat = chat::makes(&request);
    chat::check(&request)?;
    let is_upstream = match by_chat || chat::is_for_upstream(&request) {
        true => is_upstream(client).await,
        false => is_known_upstream(client),
    };
    if is_upstream || by_chat {
        return chat::create(gateway, client, request, is_upstream).await;
    }
    match create_at_videos(client, request.clone()).await {
        Err(error) if turns_out_upstream(client, &error) => {
            chat::create(gateway, client, request, true).await
        }
        created => created,
    }
}

async fn create_at_videos(client: &Client, request: VideoRequest) -> Result<Job> {
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation,
        size,
        quality: _,
        style,
        references,
        storyboard: _,
        remix,
        characters: _,
        watermark: _,
        private: _,
        n: _,
        title: _,
        cameo_replacements: _,
        audio_caption: _,
        audio_transcript: _,
        video_caption: _,
        metadata,
        character_url: _,
        character_timestamps: _,
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
    let seconds = match duration {
        None => None,
        Some(10) => Some(VideoSeconds::Ten),
        Some(15) => Some(VideoSeconds::Fifteen),
        Some(other) => {
            return Err(Error::invalid(
                "duration",
                format!("must be 10, 15 or 25 seconds, not {other}"),
            ));
        }
    };
    let sizes = "720x1280 or 1280x720, and for other models than `sora-2` 1024x1792 or 1792x1024";
    let size: Option<VideoSize> = one_of("size", size.as_deref(), sizes)?;
    let styles = "festive, retro, news, selfie, handheld or anime";
    let style_id: Option<VideoStyle> = one_of("style", style.as_deref(), styles)?;
    match &remix {
        // The id of a published video, or its share link.
        Some(id) if published(id).is_none() => {
            if !references.is_empty() {
                return Err(Error::invalid(
                    "references",
                    "must be empty when one of the gateway's videos is remixed",
                ));
            }
            if !metadata.is_empty() {
                return Err(Error::invalid(
                    "metadata",
                    "is not taken when one of the gateway's videos is remixed",
                ));
            }
            let size = remix_size(size, orientation)?;
            let video = client
                .call(RemixVideo {
                    video_id: id.clone(),
                    prompt,
                    model,
                    seconds,
                    size,
                    style_id,
                    async_mode: None,
                    extra,
                })
                .await?;
            return Ok(created(client, Dialect::Sora2api, video));
        }
        _ => {}
    }
    let remix_target_id = remix.as_deref().and_then(published);
    let mut video = CreateVideo {
        prompt,
        model,
        seconds,
        size,
        orientation,
        style_id,
        remix_target_id: remix_target_id.map(Into::into),
        metadata: (!metadata.is_empty()).then_some(VideoMetadata::Fields(metadata)),
        extra,
        ..CreateVideo::default()
    };
    match references.as_slice() {
        [] => {}
        [reference] => {
            // The document takes a file; an address is fetched, never dropped.
            let file = client.open_image(reference).await?;
            video.input_reference = Some(Reference::File(file));
        }
        _ => {
            return Err(Error::invalid(
                "references",
                "must be one image: the gateway takes no more",
            ));
        }
    }
    let video = client.call(video).await?;
    Ok(created(client, Dialect::Sora2api, video))
}

/// The size that stands for a remix's orientation, which the gateway has no field for.
fn remix_size(
    size: Option<VideoSize>,
    orientation: Option<Orientation>,
) -> Result<Option<VideoSize>> {
    match (size, orientation) {
        (Some(size), Some(orientation)) if size.orientation() != orientation => {
            Err(Error::invalid(
                "orientation",
                "must agree with `size`; give one of them alone",
            ))
        }
        (None, Some(Orientation::Landscape)) => Ok(Some(VideoSize::Landscape720)),
        (None, Some(Orientation::Portrait)) => Ok(Some(VideoSize::Portrait720)),
        (size, _) => Ok(size),
    }
}

/// Polls each job on its own, since the gateway has no list: in its stream here, in the
/// gateway's log, or at `/v1/videos`. Images of `/v1/images` are made at once: none of them
/// is ever polled.
pub(super) async fn observe(gateway: &Sora2api, client: &Client, asked: &Asked) -> Outcome {
    let key = &asked.key;
    match gateway.streams.observe(key) {
        // The stream broke off, and the job may go on.
        Some(Err(lost)) if client.has_admin() => {
            return log::observe(client, key).await.map_err(|_| lost);
        }
        Some(outcome) => return outcome,
        None => {}
    }
    if is_known_upstream(client) || mark_in(&key.id).is_some() {
        return log::observe(client, key).await;
    }
    match observe_at_videos(client, asked).await {
        Err(error) if turns_out_upstream(client, &error) => log::observe(client, key).await,
        outcome => outcome,
    }
}

async fn observe_at_videos(client: &Client, asked: &Asked) -> Outcome {
    if asked.key.kind != JobKind::Video {
        return Ok(None);
    }
    let video_id = asked.key.id.clone();
    let get = GetVideo {
        video_id: video_id.clone(),
    };
    let mut seen = videos_v1::observe(client, Dialect::Sora2api, get).await?;
    // Most gateways tell the address of the file by a redirect alone.
    if let Some(seen) = &mut seen
        && let Some(video) = seen.job.video.as_mut().filter(|video| video.url.is_empty())
    {
        let quick = client.clone().without_retries();
        if let Ok(content) = quick.call(GetVideoContent { video_id }).await {
            video.url = content.url;
            seen.job.videos = seen.job.video.iter().cloned().collect();
        }
    }
    Ok(seen)
}

/// The gateway's own address of a video, which redirects; a job of the chat has none.
pub(super) fn content(client: &Client, id: &str) -> Result<Option<String>> {
    if is_known_upstream(client) || mark_in(id).is_some() {
        return Ok(None);
    }
    let video_id = id.to_owned();
    address(client, &GetVideoContent { video_id }).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_videos_are_told_from_the_gateways_own() {
        let id = "s_68e3a06dcd888191b150971da152c1f5";
        assert_eq!(published(id), Some(id));
        let link = format!("https://sora.example/p/{id}?x=1");
        assert_eq!(published(&link), Some(id));
        assert_eq!(published("sora-2-abc123def456"), None);
        // Some are longer, and none loses a digit.
        let long = "s_68f6140d88a881911111111111111a6b5c803d4e147b6c";
        assert_eq!(published(long), Some(long));
        let link = format!("https://sora.chatgpt.com/p/{long}");
        assert_eq!(published(&link), Some(long));
        assert_eq!(published("s_"), None);
        assert_eq!(published("videos_1"), None);
    }
}
