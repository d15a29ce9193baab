//! The one video request as a native one (`docs/wire/sora.md` §5.2 to §5.4, §9).

use super::options::{Named, frames, post_of, read_size, read_style};
use super::references::upload;
use crate::api::Operation;
use crate::api::sora::{
    CreateStoryboard, CreateVideo, GetDraft, GetPost, InpaintItem, Model, Size, VideoSettings,
    is_storyboard, shots_in,
};
use crate::client::Client;
use crate::model::{Dialect, Error, Job, JobKind, Orientation, Quality, Result, VideoRequest};

pub(super) async fn create(client: &Client, request: VideoRequest) -> Result<Job> {
    let mut native = translate(&request, &Source::default())?;
    native.check()?;
    let told = [
        request.model.is_some(),
        request.orientation.is_some(),
        request.duration.is_some() || !request.storyboard.is_empty(),
    ];
    if let Some(post) = request.remix.as_deref().filter(|_| told.contains(&false)) {
        native = translate(&request, &Source::of(client, &post_of(post)).await)?;
        native.check()?;
    }
    let uploads = upload(client, &request.references).await?;
    let settings = native.settings();
    settings.inpaint_items.extend(
        uploads
            .into_iter()
            .map(|upload_id| InpaintItem::Upload { upload_id }),
    );
    let task = match native {
        Native::Video(video) => client.call(video).await?,
        Native::Storyboard(storyboard) => client.call(storyboard).await?,
    };
    let mut job = Job::new(&task.id, Dialect::Sora, JobKind::Video);
    job.created_at = Some(client.now());
    job.again_after = task.again_after;
    job.model = request.model;
    job.raw = serde_json::to_value(&task).unwrap_or_default();
    Ok(job)
}

/// The native request for a video request.
#[derive(Debug)]
enum Native {
    Video(CreateVideo),
    Storyboard(CreateStoryboard),
}

impl Native {
    fn settings(&mut self) -> &mut VideoSettings {
        match self {
            Self::Video(video) => &mut video.settings,
            Self::Storyboard(storyboard) => &mut storyboard.settings,
        }
    }

    /// Checks the values, and names them as the caller gave them.
    fn check(&self) -> Result<()> {
        let checked = match self {
            Self::Video(video) => video.check(),
            Self::Storyboard(storyboard) => storyboard.check(),
        };
        checked.map_err(|error| match error.field() {
            Some("n_frames") => Error::invalid(
                "duration",
                "25 s is not offered in HD: take 10 or 15 s, or standard quality",
            ),
            Some("remix_target_id") => Error::invalid(
                "remix",
                "must be the id of a post, `s_…`, or its address: publish a video to remix it",
            ),
            Some(field) if field.starts_with("shots") => {
                let field = field.replacen("shots", "storyboard", 1);
                let message = error.reason();
                let said = message.split_once(": ").map_or(message, |(_, said)| said);
                Error::invalid(field, said.replace("`n_frames`", "`duration`"))
            }
            _ => error,
        })
    }
}

/// The properties of its source that a remix keeps, unless it is told otherwise
/// (`docs/wire/sora.md` §5.4). Those that the server does not state are as for any video.
#[derive(Debug, Default)]
struct Source {
    orientation: Option<Orientation>,
    n_frames: Option<u32>,
    model: Option<Model>,
}

impl Source {
    async fn of(client: &Client, post_id: &str) -> Self {
        let client = client.clone().without_retries();
        let post_id = post_id.to_owned();
        let Ok(published) = client.call(GetPost { post_id }).await else {
            return Self::default();
        };
        let Some(attachment) = published.post.attachments.into_iter().next() else {
            return Self::default();
        };
        let mut source = Self {
            orientation: stands(attachment.width, attachment.height),
            n_frames: attachment.n_frames.and_then(|it| it.try_into().ok()),
            model: None,
        };
        // The rest stands in the draft, where the work is the account's own.
        if let Some(generation_id) = attachment.generation_id
            && let Ok(draft) = client.call(GetDraft { generation_id }).await
        {
            let asked = match draft.orientation.as_deref() {
                Some("landscape") => Some(Orientation::Landscape),
                Some("portrait") => Some(Orientation::Portrait),
                _ => stands(draft.width, draft.height),
            };
            source.orientation = source.orientation.or(asked);
            let frames = draft.n_frames.and_then(|it| it.try_into().ok());
            source.n_frames = source.n_frames.or(frames);
            let model = draft.model.map(serde_json::Value::from);
            source.model = model.and_then(|name| serde_json::from_value(name).ok());
        }
        source
    }
}

fn stands(width: Option<u64>, height: Option<u64>) -> Option<Orientation> {
    match width?.cmp(&height?) {
        std::cmp::Ordering::Greater => Some(Orientation::Landscape),
        std::cmp::Ordering::Less => Some(Orientation::Portrait),
        std::cmp::Ordering::Equal => None,
    }
}

/// The native request, without its uploads.
fn translate(request: &VideoRequest, source: &Source) -> Result<Native> {
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation,
        size,
        quality,
        style,
        references: _,
        storyboard,
        remix,
        characters,
        watermark: _,
        private: _,
        n: _,
        title,
        cameo_replacements,
        audio_caption,
        audio_transcript,
        video_caption,
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
    let written = (storyboard.is_empty()).then(|| shots_in(prompt)).flatten();
    let is_storyboard = !storyboard.is_empty() || is_storyboard(prompt);
    let shots = match &written {
        Some(written) if is_storyboard => written,
        _ => storyboard,
    };
    let named = Named::read(model.as_deref())?;
    let mut settings = VideoSettings {
        orientation: named
            .agree("orientation", named.orientation, *orientation)?
            .or(source.orientation)
            .unwrap_or(Orientation::Landscape)
            .into(),
        n_frames: match source.n_frames {
            Some(kept) if duration.is_none() && shots.is_empty() && named.n_frames.is_none() => {
                kept
            }
            _ => frames(*duration, shots, &named)?,
        },
        title: title.clone(),
        cameo_replacements: (!cameo_replacements.is_empty()).then(|| cameo_replacements.clone()),
        audio_caption: audio_caption.clone(),
        audio_transcript: audio_transcript.clone(),
        video_caption: video_caption.clone(),
        metadata: (!metadata.is_empty()).then(|| metadata.clone().into()),
        remix_target_id: remix.as_deref().map(post_of),
        extra: extra.clone(),
        ..VideoSettings::default()
    };
    let hd = quality.map(|quality| quality == Quality::Hd);
    let asked = match (size.as_deref(), hd) {
        (Some(size), None) => Some(read_size(size)?),
        (Some(size), Some(hd)) if (read_size(size)? == Size::Large) == hd => Some(read_size(size)?),
        (Some(_), Some(_)) => {
            return Err(Error::invalid(
                "size",
                "and `quality` say different things: leave one of them out",
            ));
        }
        (None, Some(true)) => Some(Size::Large),
        (None, Some(false)) => Some(Size::Small),
        (None, None) => None,
    };
    let field = match size {
        Some(_) => "size",
        None => "quality",
    };
    let size = named.agree(field, named.size.clone(), asked)?;
    settings.model = match named.model {
        Some(model) => model,
        None if size == Some(Size::Large) && hd == Some(true) => Model::SyOre,
        None => source.model.clone().unwrap_or(Model::Sy8),
    };
    // A remix keeps the size of its source, and clients leave it out (`docs/wire/sora.md` §5.4).
    settings.size = match &settings.remix_target_id {
        Some(_) => size,
        None => Some(size.unwrap_or(Size::Small)),
    };
    settings.style_id = style.as_deref().map(read_style).transpose()?;
    if !characters.is_empty() {
        settings.cameo_ids = Some(characters.clone());
    }
    let prompt = prompt.clone();
    Ok(match (is_storyboard, storyboard.is_empty()) {
        (false, _) => Native::Video(CreateVideo { prompt, settings }),
        // The prompt holds the shots in the backend's own syntax.
        (true, true) => Native::Storyboard(CreateStoryboard {
            shots: Vec::new(),
            prompt: Some(prompt),
            instructions: None,
            settings,
        }),
        (true, false) => Native::Storyboard(CreateStoryboard {
            shots: storyboard.clone(),
            prompt: None,
            instructions: Some(prompt).filter(|prompt| !prompt.trim().is_empty()),
            settings,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Shot;

    fn video(request: VideoRequest) -> Result<CreateVideo> {
        let native = translate(&request, &Source::default())?;
        native.check()?;
        match native {
            Native::Video(video) => Ok(video),
            Native::Storyboard(_) => panic!("a storyboard"),
        }
    }

    #[test]
    fn a_model_name_says_everything() {
        for (name, model, size, frames) in [
            ("sora2-landscape-25s", Model::Sy8, Size::Small, 750),
            ("sora2pro-landscape-10s", Model::SyOre, Size::Small, 300),
            ("sora2pro-hd-landscape-15s", Model::SyOre, Size::Large, 450),
        ] {
            let made = video(VideoRequest {
                model: Some(name.into()),
                ..VideoRequest::new("a cat")
            });
            let settings = made.unwrap().settings;
            assert_eq!(settings.model, model, "{name}");
            assert_eq!(settings.size, Some(size), "{name}");
            assert_eq!(settings.n_frames, frames, "{name}");
        }
    }

    #[test]
    fn what_contradicts_itself_is_refused_with_the_field() {
        let base = || VideoRequest {
            model: Some("sora2-landscape-10s".into()),
            ..VideoRequest::new("a cat")
        };
        for (field, request) in [
            (
                "orientation",
                VideoRequest {
                    orientation: Some(Orientation::Portrait),
                    ..base()
                },
            ),
            (
                "duration",
                VideoRequest {
                    duration: Some(15),
                    ..base()
                },
            ),
            (
                "quality",
                VideoRequest {
                    quality: Some(Quality::Hd),
                    ..base()
                },
            ),
            (
                "duration",
                VideoRequest {
                    quality: Some(Quality::Hd),
                    duration: Some(25),
                    ..VideoRequest::new("a cat")
                },
            ),
            (
                "size",
                VideoRequest {
                    size: Some("large".into()),
                    model: Some("sy_8".into()),
                    ..VideoRequest::new("a cat")
                },
            ),
            (
                "model",
                VideoRequest {
                    model: Some("gpt-image".into()),
                    ..VideoRequest::new("a cat")
                },
            ),
            (
                "style",
                VideoRequest {
                    style: Some("anmie".into()),
                    ..VideoRequest::new("a cat")
                },
            ),
            (
                "remix",
                VideoRequest {
                    remix: Some("gen_1".into()),
                    ..VideoRequest::new("a cat")
                },
            ),
        ] {
            let error = video(request).unwrap_err();
            assert_eq!(error.field(), Some(field), "{error}");
        }
    }

    #[test]
    fn a_remix_has_no_size_and_takes_an_address() {
        let made = video(VideoRequest {
            remix: Some("https://sora.example/p/s_690d100857248191b679e6de12db840e?a=b".into()),
            ..VideoRequest::new("on a beach")
        });
        let settings = made.unwrap().settings;
        assert_eq!(settings.size, None);
        let target = settings.remix_target_id.unwrap();
        assert_eq!(target, "s_690d100857248191b679e6de12db840e");
    }

    #[test]
    fn shots_choose_the_length_and_must_fit_into_it() {
        let shots = |durations: &[f64]| VideoRequest {
            storyboard: durations
                .iter()
                .map(|&duration| Shot {
                    duration,
                    scene: "a cat".into(),
                })
                .collect(),
            ..VideoRequest::default()
        };
        for (durations, frames) in [
            (&[5.0, 5.0][..], 300),
            (&[5.0, 5.1], 450),
            (&[10.0, 15.0], 750),
        ] {
            let mut native = translate(&shots(durations), &Source::default()).unwrap();
            assert!(native.check().is_ok());
            assert_eq!(native.settings().n_frames, frames);
        }
        let too_long = VideoRequest {
            duration: Some(10),
            ..shots(&[5.0, 6.0])
        };
        let error = translate(&too_long, &Source::default())
            .unwrap()
            .check()
            .unwrap_err();
        assert_eq!(error.field(), Some("storyboard"));
        assert!(error.reason().contains("11.0 s together"), "{error}");
    }
}
