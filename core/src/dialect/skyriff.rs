//! The one interface on the SkyRiff gateway.

use super::adapter::{Adapter, Asked, Outcome};
use super::agreement::{orientation, with_model};
use super::videos_v1::{address, created, documented, observe};
use crate::api::Operation;
use crate::api::skyriff::{CreateVideo, GetContent, GetVideo, MODELS, model_name};
use crate::api::videos_v1::Seconds;
use crate::client::Client;
use crate::model::{
    Dialect, Error, Feature, Job, ModelInfo, ModelKind, Orientation, Quality, Reference, Result,
    VideoRequest,
};
use crate::platform::BoxFuture;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Quality,
    Feature::References,
    Feature::ListModels,
];

pub(super) struct Skyriff;

impl Adapter for Skyriff {
    fn dialect(&self) -> Dialect {
        Dialect::Skyriff
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(async move {
            let mut video = translate(&request)?;
            match request.references.as_slice() {
                [] => {}
                [Reference::Url { url }] if !url.starts_with("data:") => {
                    video.image_url = Some(url.clone());
                }
                [reference] => video.input_reference = Some(client.open_image(reference).await?),
                _ => return Err(Error::invalid("references", "at most one is taken")),
            }
            let video = client.call(video).await?;
            Ok(created(client, Dialect::Skyriff, video))
        })
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        let video_id = job.key.id.clone();
        Box::pin(observe(client, Dialect::Skyriff, GetVideo { video_id }))
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        let video_id = id.to_owned();
        address(client, &GetContent { video_id }).map(Some)
    }

    fn models<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async {
            let models = MODELS.iter().map(|model| ModelInfo {
                orientation: Some(model.orientation),
                duration: Some(model.duration),
                ..documented(model.name, ModelKind::Video)
            });
            Ok(models.collect())
        })
    }
}

/// Translates a video request and checks it, without its image.
fn translate(request: &VideoRequest) -> Result<CreateVideo> {
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation: asked,
        size,
        quality,
        style: _,
        references: _,
        storyboard: _,
        remix: _,
        characters: _,
        watermark: _,
        private: _,
        n: _,
        title: _,
        cameo_replacements: _,
        audio_caption: _,
        audio_transcript: _,
        video_caption: _,
        metadata: _,
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
    // A form with a file has a length of its own (`docs/wire/skyriff.md` §2).
    let has_file = request.references.iter().any(|reference| match reference {
        Reference::File(_) => true,
        Reference::Url { url } => url.starts_with("data:"),
    });
    let mut video = CreateVideo {
        prompt: prompt.clone(),
        size: size.clone(),
        extra: extra.clone(),
        ..CreateVideo::default()
    };
    let stands = orientation(size.as_deref(), *asked)?;
    let hd = quality.map(|quality| quality == Quality::Hd);
    let known = MODELS
        .iter()
        .find(|known| Some(known.name) == model.as_deref());
    match (model, known) {
        (None, _) => {
            let stands = stands.unwrap_or(Orientation::Landscape);
            let hd = hd == Some(true);
            let named = model_name(stands, *duration, hd).or_else(|error| match has_file {
                true => {
                    video.seconds = duration.map(Seconds::from);
                    model_name(stands, None, hd)
                }
                false => Err(error),
            })?;
            named.name.clone_into(&mut video.model);
        }
        (Some(name), Some(known)) => {
            let field = match asked {
                Some(_) => "orientation",
                None => "size",
            };
            with_model(field, name, Some(known.orientation), stands)?;
            match duration {
                Some(duration) if has_file && *duration != known.duration => {
                    video.seconds = Some(Seconds::from(*duration));
                }
                _ => drop(with_model(
                    "duration",
                    name,
                    Some(known.duration),
                    *duration,
                )?),
            }
            with_model("quality", name, Some(known.hd), hd)?;
            video.model.clone_from(name);
        }
        (Some(name), None) => {
            for (given, field) in [(asked.is_some(), "orientation"), (hd.is_some(), "quality")] {
                if given {
                    return Err(Error::invalid(
                        field,
                        format!(
                            "stands in the model's name on this dialect, and `{name}` is not \
                             known; give one of the two"
                        ),
                    ));
                }
            }
            video.seconds = duration.map(Seconds::from);
            video.model.clone_from(name);
        }
    }
    video.check()?;
    Ok(video)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_choose_the_model() {
        use Orientation::{Landscape, Portrait};
        let choose = |orientation, duration, quality| {
            let request = VideoRequest {
                orientation,
                duration,
                quality,
                ..VideoRequest::new("a cat")
            };
            translate(&request).map(|video| video.model)
        };
        for (orientation, duration, quality, model) in [
            (None, None, None, "sora2-landscape"),
            (Some(Portrait), Some(10), None, "sora2-portrait"),
            (Some(Portrait), Some(15), None, "sora2-portrait-15s"),
            (Some(Landscape), Some(25), None, "sora2-pro-landscape-25s"),
            (
                Some(Portrait),
                None,
                Some(Quality::Hd),
                "sora2-pro-portrait-hd-15s",
            ),
        ] {
            assert_eq!(choose(orientation, duration, quality).unwrap(), model);
        }
        for (duration, quality) in [(12, None), (25, Some(Quality::Hd)), (10, Some(Quality::Hd))] {
            let error = choose(None, Some(duration), quality).unwrap_err();
            assert_eq!(error.field(), Some("duration"), "{duration}");
        }
    }

    #[test]
    fn a_model_and_the_wishes_have_to_agree() {
        let ask = |model: &str, duration| {
            translate(&VideoRequest {
                model: Some(model.into()),
                duration,
                ..VideoRequest::new("a cat")
            })
        };
        assert!(
            ask("sora2-portrait-15s", Some(15))
                .unwrap()
                .seconds
                .is_none()
        );
        assert_eq!(
            ask("sora2-portrait-15s", Some(10)).unwrap_err().field(),
            Some("duration")
        );
        let with_file = VideoRequest {
            model: Some("sora2-portrait-15s".into()),
            duration: Some(4),
            references: vec![Reference::path("image.png")],
            ..VideoRequest::new("a cat")
        };
        let video = translate(&with_file).unwrap();
        assert_eq!(video.seconds, Some(Seconds::from(4)));
        assert_eq!(video.model, "sora2-portrait-15s");
        let other = ask("sora2-portrait-test", Some(4)).unwrap();
        assert_eq!(other.seconds, Some(Seconds::from(4)));
    }
}
