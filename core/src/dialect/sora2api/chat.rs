//! Videos that the gateway makes in its chat alone: those of a model whose name says the
//! length, and so those of 25 s (`docs/wire/sora2api.md` §1.1, §2.1). The answer comes
//! when the video is made.

use base64::Engine as _;

use super::options::{one_of, published};
use crate::api::sora2api::{CreateChat, VideoStyle};
use crate::client::{Client, uuid};
use crate::dialect::agreement::{orientation, with_model};
use crate::model::{
    Dialect, Error, ErrorKind, Job, JobKind, JobStatus, MediaLink, Orientation, Reference, Result,
    VideoRequest,
};

/// The chat's model that a request means: one that it names, or one of 25 s, which no
/// other makes. `None` where `/v1/videos` makes the video.
pub(super) fn model_for(request: &VideoRequest) -> Result<Option<String>> {
    let stands = || orientation(request.size.as_deref(), request.orientation);
    match &request.model {
        Some(name) if length_in(name).is_some() => Ok(Some(name.clone())),
        None if request.duration == Some(25) => {
            Ok(Some(match stands()?.unwrap_or(Orientation::Landscape) {
                Orientation::Landscape => "sora-video-landscape-25s".into(),
                Orientation::Portrait => "sora-video-portrait-25s".into(),
            }))
        }
        _ => Ok(None),
    }
}

/// The length that a model's name ends with, in seconds.
fn length_in(name: &str) -> Option<u32> {
    name.rsplit_once('-')?.1.strip_suffix('s')?.parse().ok()
}

/// Which way the videos of a model stand, when its name says so.
fn orientation_in(name: &str) -> Option<Orientation> {
    name.split('-').find_map(|word| match word {
        "landscape" => Some(Orientation::Landscape),
        "portrait" => Some(Orientation::Portrait),
        _ => None,
    })
}

pub(super) async fn create(client: &Client, model: String, request: VideoRequest) -> Result<Job> {
    let VideoRequest {
        prompt,
        model: named,
        duration,
        orientation: asked,
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
        extra,
    } = request;
    let stands = orientation(size.as_deref(), asked)?;
    let field = match asked {
        Some(_) => "orientation",
        None => "size",
    };
    with_model(field, &model, orientation_in(&model), stands)?;
    with_model("duration", &model, length_in(&model), duration)?;
    if stands.is_some() && orientation_in(&model).is_none() {
        return Err(Error::invalid(
            field,
            format!(
                "stands in the name of a model such as `sora-video-portrait-25s`, and `{model}` has none"
            ),
        ));
    }
    // Of the sizes only which way they stand can be said in a chat.
    if let Some(size) = size.filter(|size| !matches!(size.as_str(), "1280x720" | "720x1280")) {
        return Err(Error::invalid(
            "size",
            format!("must be 1280x720 or 720x1280 for a model of the chat, not `{size}`"),
        ));
    }
    if !metadata.is_empty() {
        return Err(Error::invalid(
            "metadata",
            "is taken by `/v1/videos`, and not by the chat, which makes videos of this model",
        ));
    }
    let styles = "festive, retro, news, selfie, handheld or anime";
    let style_id: Option<VideoStyle> = one_of("style", style.as_deref(), styles)?;
    let remix_target_id = match remix {
        None => None,
        Some(id) => Some(published(&id).map(ToOwned::to_owned).ok_or_else(|| {
            Error::invalid(
                "remix",
                "must be a published work, `s_…`, or its address, for a model of the chat",
            )
        })?),
    };
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
    let made = client
        .call(CreateChat {
            image,
            remix_target_id,
            style_id,
            extra,
            ..CreateChat::new(&model, prompt)
        })
        .await?;
    let raw = serde_json::to_value(&made).unwrap_or_default();
    let videos = made.result().media.into_iter();
    let videos = videos
        .filter(|media| media.kind == JobKind::Video)
        .map(|media| MediaLink {
            url: media.url,
            duration: length_in(&model).map(f64::from),
            ..MediaLink::default()
        });
    let mut random = [0; 16];
    client.inner.host.random(&mut random);
    let mut job = Job::new(uuid(random), Dialect::Sora2api, JobKind::Video);
    job.set_videos(videos.collect());
    if job.video.is_none() {
        return Err(Error::new(
            ErrorKind::UnexpectedResponse,
            "the chat ended without a video",
        ));
    }
    job.status = JobStatus::Succeeded;
    job.progress = 100.0;
    job.created_at = made.created.or_else(|| Some(client.now()));
    job.completed_at = Some(client.now());
    job.model = named.or(Some(model));
    job.raw = raw;
    Ok(job)
}

/// An image as the chat takes it.
async fn base64_of(client: &Client, reference: &Reference) -> Result<String> {
    let file = client.open_image(reference).await?;
    let bytes = client.read_file("references", file).await?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_chat_models_and_25_seconds_lead_to_the_chat() {
        let ask = |model: Option<&str>, duration, size: Option<&str>| {
            let request = VideoRequest {
                model: model.map(Into::into),
                duration,
                size: size.map(Into::into),
                ..VideoRequest::new("a cat")
            };
            model_for(&request).unwrap()
        };
        for name in [
            "sora-video-landscape-25s",
            "sora-video-portrait-10s",
            "sora-video-10s",
        ] {
            assert_eq!(ask(Some(name), None, None).as_deref(), Some(name));
        }
        let portrait = ask(None, Some(25), Some("720x1280"));
        assert_eq!(portrait.as_deref(), Some("sora-video-portrait-25s"));
        for (model, duration) in [
            (Some("sora-2"), Some(10)),
            (Some("sora-2-pro"), None),
            (None, Some(15)),
        ] {
            assert_eq!(ask(model, duration, None), None, "{model:?}");
        }
    }
}
