//! Videos: created at `/v1/videos`, each asked after by its id.

use serde::de::DeserializeOwned;
use url::Url;

use crate::api::sora2api::{
    CreateVideo, GetVideo, RemixVideo, Video, VideoSeconds, VideoSize, VideoStyle,
};
use crate::api::{Service, escaped};
use crate::client::Client;
use crate::dialect::{Asked, Dialect, Link, Outcome, Seen};
use crate::error::{Error, ErrorKind, Result};
use crate::job::{Job, JobError, JobKind, JobStatus, MediaLink};
use crate::request::{Orientation, Reference, VideoRequest};

pub(super) async fn create(client: &Client, request: VideoRequest) -> Result<Job> {
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
        extra,
    } = request;
    let seconds = match duration {
        None => None,
        Some(10) => Some(VideoSeconds::Ten),
        Some(15) => Some(VideoSeconds::Fifteen),
        Some(other) => {
            return Err(Error::invalid(
                "duration",
                format!("must be 10 or 15 seconds, not {other}"),
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
            return Ok(job(client.base_url(), video));
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
    Ok(job(client.base_url(), client.call(video).await?))
}

/// `s_` and 32 hexadecimal digits, alone or in a share link.
fn published(text: &str) -> Option<&str> {
    let at = text.find("s_")?;
    let id = text.get(at..at + 34)?;
    let hex = id[2..].bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then_some(id)
}

/// A remix has no orientation, but a size that says the same.
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

/// The value of this name, or an error that lists the names.
fn one_of<T: DeserializeOwned>(field: &str, name: Option<&str>, names: &str) -> Result<Option<T>> {
    let Some(name) = name else { return Ok(None) };
    serde_json::from_value(name.into())
        .map(Some)
        .map_err(|_| Error::invalid(field, format!("must be {names}, not `{name}`")))
}

/// The gateway has no list, so each job is asked after on its own. Its images are
/// made at once: none of them is ever asked after.
pub(super) async fn observe(client: &Client, asked: &Asked) -> Outcome {
    if asked.key.kind != JobKind::Video {
        return Ok(None);
    }
    let video_id = asked.key.id.clone();
    let (video, again_after) = client.call_for_poll(GetVideo { video_id }).await?;
    Ok(Some(Seen {
        job: job(client.base_url(), video),
        again_after,
    }))
}

/// The address that the gateway states, else that of `/content`, which redirects.
pub(super) async fn link(client: &Client, known: &Job) -> Result<Link> {
    let video_id = known.id.clone();
    let video = client.call(GetVideo { video_id }).await?;
    let now = job(client.base_url(), video);
    if let Some(error) = crate::flow::failure_of(&now) {
        return Err(error);
    }
    if now.status != JobStatus::Succeeded {
        return Err(Error::new(
            ErrorKind::NotReady,
            format!("the job is not done: it stands at {:.0} %", now.progress),
        ));
    }
    if let Some(video) = now.video.filter(|video| !video.url.is_empty()) {
        return Ok(Link {
            url: video.url,
            authorize: false,
        });
    }
    let path = format!("/v1/videos/{}/content", escaped(&known.id));
    Ok(Link {
        url: client.inner.urls.join(Service::Api, &path)?,
        authorize: true,
    })
}

/// The gateway's task as a job. An address without a host is the gateway's own.
fn job(base: &str, video: Video) -> Job {
    let raw = serde_json::to_value(&video).unwrap_or_default();
    let mut job = Job::new(&video.id, Dialect::Sora2api, JobKind::Video);
    job.status = match video.status.as_deref() {
        None if video.video_url.is_some() => JobStatus::Succeeded,
        None => JobStatus::Queued,
        Some(word) => JobStatus::from_word(word).unwrap_or(JobStatus::Running),
    };
    job.progress = match job.status {
        JobStatus::Succeeded => 100.0,
        _ => video.progress.unwrap_or(0.0).clamp(0.0, 100.0),
    };
    job.created_at = video.created_at;
    job.completed_at = video.completed_at;
    if job.status == JobStatus::Succeeded {
        let size = video.size.as_deref().and_then(|size| {
            let (width, height) = size.split_once('x')?;
            Some((width.parse().ok()?, height.parse().ok()?))
        });
        job.video = Some(MediaLink {
            url: video
                .video_url
                .map_or_else(String::new, |url| absolute(base, url)),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            duration: video.seconds.and_then(|seconds| seconds.parse().ok()),
            ..MediaLink::default()
        });
    }
    if job.status == JobStatus::Failed {
        let stated = video.error.unwrap_or_default();
        job.error = Some(JobError {
            code: stated.code,
            message: stated
                .message
                .unwrap_or_else(|| "the server gives no reason".into()),
        });
    }
    job.status_word = video.status;
    job.model = video.model;
    job.raw = raw;
    job
}

fn absolute(base: &str, url: String) -> String {
    match Url::parse(base).and_then(|base| base.join(&url)) {
        Ok(absolute) if url.starts_with('/') => absolute.into(),
        _ => url,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(value: Value) -> Job {
        job(
            "https://gateway.example/v1",
            serde_json::from_value(value).unwrap(),
        )
    }

    #[test]
    fn every_documented_status_is_read() {
        for (word, status) in [
            ("queued", JobStatus::Queued),
            ("pending", JobStatus::Queued),
            ("in_progress", JobStatus::Running),
            ("processing", JobStatus::Running),
            ("completed", JobStatus::Succeeded),
            ("failed", JobStatus::Failed),
            ("cancelled", JobStatus::Cancelled),
            ("marinating", JobStatus::Running),
        ] {
            let job = read(json!({"id": "v", "status": word, "progress": 1}));
            assert_eq!(job.status, status, "{word}");
            assert_eq!(job.status_word.as_deref(), Some(word));
        }
    }

    #[test]
    fn a_finished_video_has_its_measures_and_all_of_its_progress() {
        let job = read(json!({
            "id": "v", "status": "completed", "progress": null, "seconds": "10",
            "size": "1280x720", "video_url": "https://cdn.example/v.mp4",
            "created_at": 1702388400, "completed_at": 1702388500
        }));
        let video = job.video.unwrap();
        assert_eq!(job.progress, 100.0);
        assert_eq!(
            (video.width, video.height, video.duration),
            (Some(1280), Some(720), Some(10.0))
        );
        assert_eq!(video.url, "https://cdn.example/v.mp4");
        let own = read(json!({"id": "v", "status": "completed", "video_url": "/tmp/v.mp4"}));
        assert_eq!(own.video.unwrap().url, "https://gateway.example/tmp/v.mp4");
    }

    #[test]
    fn a_failure_keeps_its_reason_in_either_form() {
        let stated = json!({"id": "v", "status": "failed", "error": {"message": "m", "code": "c"}});
        let error = read(stated).error.unwrap();
        assert_eq!(
            (error.message.as_str(), error.code.as_deref()),
            ("m", Some("c"))
        );
        let text = read(json!({"id": "v", "status": "failed", "error": "m"}));
        assert_eq!(text.error.unwrap().message, "m");
    }

    #[test]
    fn published_videos_are_told_from_the_gateways_own() {
        let id = "s_68e3a06dcd888191b150971da152c1f5";
        assert_eq!(published(id), Some(id));
        let link = format!("https://sora.example/p/{id}?x=1");
        assert_eq!(published(&link), Some(id));
        assert_eq!(published("sora-2-abc123def456"), None);
        assert_eq!(published("s_short"), None);
    }
}
