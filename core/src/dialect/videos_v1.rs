//! Code shared by the adapters of dialects with a `/v1/videos`-like API.

use serde_json::Value;

use super::adapter::{Outcome, Seen};
use crate::api::Operation;
use crate::api::videos_v1::VideoJob;
use crate::client::Client;
use crate::model::{
    CharacterRequest, Dialect, Error, ErrorKind, Job, ModelInfo, ModelKind, Result, Secret,
    VideoRequest,
};

/// The job that a creation began.
pub(super) fn created(client: &Client, dialect: Dialect, video: VideoJob) -> Job {
    let mut job = video.into_job(dialect);
    job.created_at = job.created_at.or_else(|| Some(client.now()));
    job
}

/// Polls a job with a request of its own.
pub(super) async fn observe<O>(client: &Client, dialect: Dialect, get: O) -> Outcome
where
    O: Operation<Output = VideoJob>,
{
    let (video, again_after) = client.call_for_job(get).await?;
    Ok(Some(Seen {
        job: video.into_job(dialect),
        again_after,
    }))
}

/// The address that an operation is sent to.
pub(super) fn address<O: Operation>(client: &Client, operation: &O) -> Result<String> {
    let unsent = Secret::from("unsent");
    let context = client.context(Some(&unsent), None, "");
    Ok(operation.encode(&context)?.uri().to_string())
}

/// The element of a list with this id, as the server said it.
pub(super) fn listed(answer: &Value, id: &str) -> Value {
    let mut lists = [Some(answer), answer.get("data"), answer.get("models")].into_iter();
    let found = lists.find_map(|list| {
        let mut items = list?.as_array()?.iter();
        items.find(|item| item.get("id").and_then(Value::as_str) == Some(id))
    });
    found.cloned().unwrap_or_default()
}

/// The sizes that stand for the two orientations.
pub(super) const SIZES: [&str; 2] = ["1280x720", "720x1280"];

/// Refuses options that a dialect offers for new videos, but not for new versions of
/// one.
pub(super) fn check_remix(request: &VideoRequest, takes: &[&str]) -> Result<()> {
    let VideoRequest {
        prompt: _,
        model,
        duration,
        orientation,
        size,
        quality,
        style,
        references,
        storyboard,
        remix: _,
        characters,
        watermark,
        private,
        n,
        title,
        cameo_replacements,
        audio_caption,
        audio_transcript,
        video_caption,
        metadata,
        character_url,
        character_timestamps,
        character_from_task,
        character_create,
        seed,
        negative_prompt,
        steps,
        guidance,
        fps,
        frames,
        aspect_ratio,
        last_frame,
        video_references,
        audio_references,
        audio,
        enhance,
        extra: _,
    } = request;
    for (given, field) in [
        (model.is_some(), "model"),
        (duration.is_some(), "duration"),
        (orientation.is_some(), "orientation"),
        (size.is_some(), "size"),
        (quality.is_some(), "quality"),
        (style.is_some(), "style"),
        (!references.is_empty(), "references"),
        (!storyboard.is_empty(), "storyboard"),
        (!characters.is_empty(), "characters"),
        (watermark.is_some(), "watermark"),
        (private.is_some(), "private"),
        (n.is_some_and(|n| n != 1), "n"),
        (title.is_some(), "title"),
        (!cameo_replacements.is_empty(), "cameo_replacements"),
        (audio_caption.is_some(), "audio_caption"),
        (audio_transcript.is_some(), "audio_transcript"),
        (video_caption.is_some(), "video_caption"),
        (!metadata.is_empty(), "metadata"),
        (character_url.is_some(), "character_url"),
        (character_timestamps.is_some(), "character_timestamps"),
        (character_from_task.is_some(), "character_from_task"),
        (character_create.is_some(), "character_create"),
        (seed.is_some(), "seed"),
        (negative_prompt.is_some(), "negative_prompt"),
        (steps.is_some(), "steps"),
        (guidance.is_some(), "guidance"),
        (fps.is_some(), "fps"),
        (frames.is_some(), "frames"),
        (aspect_ratio.is_some(), "aspect_ratio"),
        (last_frame.is_some(), "last_frame"),
        (!video_references.is_empty(), "video_references"),
        (!audio_references.is_empty(), "audio_references"),
        (audio.is_some(), "audio"),
        (enhance.is_some(), "enhance"),
    ] {
        if given && !takes.contains(&field) {
            let takes = match takes.is_empty() {
                true => "the prompt alone".to_owned(),
                false => format!("prompt, {}", takes.join(", ")),
            };
            return Err(Error::invalid(
                field,
                format!("a remix takes {takes} on this dialect"),
            ));
        }
    }
    Ok(())
}

/// Refuses what gateways do not accept about a character.
pub(super) fn check_character(request: &CharacterRequest, named: bool) -> Result<()> {
    let CharacterRequest {
        video: _,
        from_job: _,
        timestamps: _,
        username,
        display_name,
        instruction_set,
        safety_instruction_set,
        visibility,
    } = request;
    for (given, field) in [
        (username.is_some() && !named, "username"),
        (display_name.is_some() && !named, "display_name"),
        (instruction_set.is_some(), "instruction_set"),
        (safety_instruction_set.is_some(), "safety_instruction_set"),
        (visibility.is_some(), "visibility"),
    ] {
        if given {
            return Err(Error::new(
                ErrorKind::Unsupported,
                format!("`{field}` cannot be set for a character on this dialect"),
            )
            .with_field(field));
        }
    }
    Ok(())
}

/// `start,end`, as gateways write a stretch of a video.
pub(super) fn timestamps(timestamps: Option<(f64, f64)>) -> Option<String> {
    timestamps.map(|(start, end)| format!("{start},{end}"))
}

/// A model that a document names.
pub(super) fn documented(id: &str, kind: ModelKind) -> ModelInfo {
    ModelInfo {
        id: id.to_owned(),
        kind: Some(kind),
        model: None,
        size: None,
        orientation: None,
        duration: None,
        description: None,
        raw: Value::Null,
    }
}
