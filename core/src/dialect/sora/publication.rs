//! Published works of the account's own (`docs/wire/sora.md` §7): nothing here is done
//! but by the caller's word.

use super::characters::generation_of;
use crate::api::sora::{CreatePost, DeletePost, GetPost, Post, Published, ResolveLink, WEB_ORIGIN};
use crate::client::Client;
use crate::dialect::adapter::Outcome;
use crate::model::{Dialect, Error, ErrorKind, Job, JobKind, JobStatus, MediaLink, Result};

/// True if an id is that of a post, and not of a task or a generation.
pub(super) fn is_post(id: &str) -> bool {
    id.starts_with("s_")
}

pub(super) async fn publish(client: &Client, id: &str, text: String) -> Result<Job> {
    let generation_id = generation_of(client, id).await?;
    let published = client
        .call(CreatePost {
            post_text: text,
            ..CreatePost::of(&generation_id)
        })
        .await?;
    let mut job = from_post(published);
    if let Some(video) = &mut job.video {
        video.id.get_or_insert(generation_id);
    }
    job.videos = job.video.iter().cloned().collect();
    Ok(job)
}

/// Returns the current state of a published work.
pub(super) async fn observe(client: &Client, post_id: &str) -> Outcome {
    let post_id = post_id.to_owned();
    let published = client.call(GetPost { post_id }).await?;
    Ok(Some(from_post(published).into()))
}

pub(super) async fn unpublish(client: &Client, id: &str) -> Result<()> {
    let post_id = super::options::post_of(id);
    client.call(DeletePost { post_id }).await.map(|_| ())
}

pub(super) async fn link(client: &Client, id: &str) -> Result<MediaLink> {
    let url = match id.contains("://") {
        true => id.to_owned(),
        false => format!("{WEB_ORIGIN}/p/{id}"),
    };
    let token = client.inner.links_token.clone().ok_or_else(|| {
        Error::new(
            ErrorKind::Configuration,
            "the link service asks for a token, and none is configured",
        )
        .with_field("links_token")
        .with_hint("Give your own service's address and token as `links_url` and `links_token`.")
    })?;
    let resolved = client.call(ResolveLink { url, token }).await?;
    Ok(MediaLink {
        url: resolved.download_link,
        ..MediaLink::default()
    })
}

/// A published work as a job that is done.
fn from_post(published: Published) -> Job {
    let raw = serde_json::to_value(&published).unwrap_or_default();
    let post = published.post;
    let mut job = Job::new(&post.id, Dialect::Sora, JobKind::Video);
    job.status = JobStatus::Succeeded;
    job.progress = 100.0;
    job.created_at = post.posted_at;
    if let Some(url) = post.video() {
        let attachment = post.attachments.first();
        let frames = attachment.and_then(|it| it.n_frames);
        job.set_videos(vec![MediaLink {
            id: attachment.and_then(|it| it.generation_id.clone()),
            url: url.to_owned(),
            duration: frames.map(|frames| frames as f64 / 30.0),
            watermark: has_watermark(&post, url),
            ..MediaLink::default()
        }]);
    }
    job.raw = raw;
    job
}

/// The document says of `video_url` that it has none (`docs/wire/sora.md` §7.1).
fn has_watermark(post: &Post, url: &str) -> Option<bool> {
    let Some(attachment) = post.attachments.first() else {
        return Some(false);
    };
    let urls = attachment.download_urls.as_ref()?;
    if urls.no_watermark.as_deref() == Some(url) {
        Some(false)
    } else {
        (urls.watermark.as_deref() == Some(url)).then_some(true)
    }
}
