//! Videos that the gateway makes in its chat: upstream all of them, its forks those of a
//! model whose name says the length, those of 25 s, and storyboards
//! (`docs/wire/sora2api.md` §1.1, §2.1). Each is a job that lives in the answer's stream.

use base64::Engine as _;
use futures_util::StreamExt;

use super::gateway::Sora2api;
use super::options::published;
use crate::api::chat::ChatCompletion;
use crate::api::sora2api::CreateChat;
use crate::client::Client;
use crate::dialect::agreement::{orientation, with_model};
use crate::model::{Error, Job, JobKind, Orientation, Reference, Result, Shot, VideoRequest};

/// True if a fork, too, makes this in its chat.
pub(super) fn makes(request: &VideoRequest) -> bool {
    let named = request.model.as_deref().and_then(length_in);
    named.is_some() || request.duration == Some(25) || !request.storyboard.is_empty()
}

/// Refuses options that contradict each other or what the model's name says.
pub(super) fn check(request: &VideoRequest) -> Result<()> {
    if request.remix.is_some() && !request.storyboard.is_empty() {
        return Err(Error::invalid(
            "storyboard",
            "is not taken when a video is remixed",
        ));
    }
    let stands = orientation(request.size.as_deref(), request.orientation)?;
    let named = request.model.as_deref();
    if let Some(model) = named.filter(|name| length_in(name).is_some()) {
        with_model(
            orientation_field(request.orientation),
            model,
            orientation_in(model),
            stands,
        )?;
        with_model("duration", model, length_in(model), request.duration)?;
    }
    Ok(())
}

/// The option that says the orientation.
fn orientation_field(asked: Option<Orientation>) -> &'static str {
    match asked {
        Some(_) => "orientation",
        None => "size",
    }
}

/// True if only upstream takes this.
pub(super) fn is_for_upstream(request: &VideoRequest) -> bool {
    let style = request.style.as_deref();
    style.is_some_and(|style| UPSTREAM_STYLES.contains(&style) && !STYLES.contains(&style))
}

/// The length that a model's name ends with, in seconds.
fn length_in(name: &str) -> Option<u32> {
    name.rsplit_once('-')?.1.strip_suffix('s')?.parse().ok()
}

/// The orientation of a model's videos, when its name says it.
fn orientation_in(name: &str) -> Option<Orientation> {
    name.split('-').find_map(|word| match word {
        "landscape" => Some(Orientation::Landscape),
        "portrait" => Some(Orientation::Portrait),
        _ => None,
    })
}

/// The styles that upstream reads in a prompt.
const UPSTREAM_STYLES: &[&str] = &[
    "festive",
    "kakalaka",
    "news",
    "selfie",
    "handheld",
    "golden",
    "anime",
    "retro",
    "nostalgic",
    "comic",
];

/// The styles of the document.
const STYLES: &[&str] = &["festive", "retro", "news", "selfie", "handheld", "anime"];

pub(super) async fn create(
    gateway: &Sora2api,
    client: &Client,
    request: VideoRequest,
    is_upstream: bool,
) -> Result<Job> {
    let VideoRequest {
        prompt,
        model: named,
        duration,
        orientation: asked,
        size,
        quality: _,
        style,
        references,
        storyboard,
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
    let stands = orientation(size.as_deref(), asked)?;
    let field = orientation_field(asked);
    // Of the sizes only the orientation can be said in a chat.
    if let Some(size) = size.filter(|size| !matches!(size.as_str(), "1280x720" | "720x1280")) {
        return Err(Error::invalid(
            "size",
            format!("must be 1280x720 or 720x1280 for a model of the chat, not `{size}`"),
        ));
    }
    let model = model(named.as_deref(), duration, stands, is_upstream)?;
    if stands.is_some() && orientation_in(&model).is_none() {
        return Err(Error::invalid(
            field,
            format!(
                "stands in the name of a model such as `sora-video-portrait-25s`, and `{model}` has none"
            ),
        ));
    }
    if !metadata.is_empty() {
        return Err(Error::invalid(
            "metadata",
            "is taken by `/v1/videos`, and not by the chat, which makes videos of this model",
        ));
    }
    let styles = if is_upstream { UPSTREAM_STYLES } else { STYLES };
    if let Some(style) = style.as_deref().filter(|style| !styles.contains(style)) {
        let known = styles.join(", ");
        return Err(Error::invalid(
            "style",
            format!("must be one of {known}, not `{style}`"),
        ));
    }
    let remix_target_id = match remix {
        None => None,
        Some(id) => Some(published(&id).map(ToOwned::to_owned).ok_or_else(|| {
            Error::invalid(
                "remix",
                "must be a published work, `s_…`, or its address, for a model of the chat",
            )
        })?),
    };
    if is_upstream && remix_target_id.is_some() && !references.is_empty() {
        return Err(Error::invalid(
            "references",
            "must be empty on this gateway when a video is remixed",
        ));
    }
    let prompt = with_shots(prompt, &storyboard)?;
    // Upstream reads the style in the prompt, and drops the field.
    let (prompt, style_id) = match (style, is_upstream) {
        (Some(style), true) => (format!("{{{style}}} {prompt}"), None),
        (Some(style), false) => (prompt, serde_json::from_value(style.into()).ok()),
        (None, _) => (prompt, None),
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
    let duration = length_in(&model).map(f64::from);
    let chat = CreateChat {
        image,
        remix_target_id,
        style_id,
        extra,
        ..CreateChat::new(&model, prompt)
    };
    let mut job = gateway
        .streams
        .begin(client, chat, JobKind::Video, duration)
        .await?;
    job.model = named.or(job.model);
    Ok(job)
}

/// The chat's model for a request: the one that it names, or the one of its length and
/// orientation.
fn model(
    named: Option<&str>,
    duration: Option<u32>,
    stands: Option<Orientation>,
    is_upstream: bool,
) -> Result<String> {
    if let Some(name) = named.filter(|name| length_in(name).is_some()) {
        return Ok(match name.strip_prefix("sora-video-") {
            Some(rest) if is_upstream && orientation_in(rest).is_some() => format!("sora2-{rest}"),
            _ => name.to_owned(),
        });
    }
    let family = match named {
        None if is_upstream => "sora2",
        None => "sora-video",
        Some("sora-2" | "sora2") if is_upstream => "sora2",
        Some("sora-2-pro" | "sora2-pro" | "sora2pro") if is_upstream => "sora2pro",
        Some("sora2pro-hd") if is_upstream => "sora2pro-hd",
        Some("sora-2" | "sora-video") => "sora-video",
        // The gateway knows whether it has it.
        Some(other) => return Ok(other.to_owned()),
    };
    let seconds = duration.unwrap_or(10);
    if !matches!(seconds, 10 | 15 | 25) {
        return Err(Error::invalid(
            "duration",
            format!("must be 10, 15 or 25 seconds, not {seconds}"),
        ));
    }
    let stands = match stands.unwrap_or(Orientation::Landscape) {
        Orientation::Landscape => "landscape",
        Orientation::Portrait => "portrait",
    };
    Ok(format!("{family}-{stands}-{seconds}s"))
}

/// The prompt and the shots of a storyboard as the gateway reads them: `[5s]a scene`.
fn with_shots(prompt: String, shots: &[Shot]) -> Result<String> {
    let mut text = prompt;
    for shot in shots {
        if shot.scene.contains('[') {
            return Err(Error::invalid(
                "storyboard",
                "a scene must not contain `[`, with which the gateway's shots begin",
            ));
        }
        if !(shot.duration > 0.0 && shot.duration.is_finite()) {
            return Err(Error::invalid("storyboard", "a duration must be above 0"));
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("[{}s]{}", shot.duration, shot.scene));
    }
    Ok(text)
}

/// The whole answer to a chat, read as it arrives.
pub(super) async fn said(client: &Client, chat: CreateChat) -> Result<ChatCompletion> {
    let mut events = client.stream(chat);
    let mut whole = ChatCompletion::default();
    while let Some(chunk) = events.next().await {
        whole.add(chunk?);
    }
    Ok(whole)
}

/// An image as the chat takes it.
pub(super) async fn base64_of(client: &Client, reference: &Reference) -> Result<String> {
    let file = client.open_image(reference).await?;
    let bytes = client.read_file("references", file).await?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_chat_models_25_seconds_and_storyboards_lead_a_fork_to_the_chat() {
        let ask = |model: Option<&str>, duration, shots: usize| {
            makes(&VideoRequest {
                model: model.map(Into::into),
                duration,
                storyboard: vec![
                    Shot {
                        duration: 5.0,
                        scene: "a cat".into()
                    };
                    shots
                ],
                ..VideoRequest::new("a cat")
            })
        };
        for name in [
            "sora-video-landscape-25s",
            "sora-video-portrait-10s",
            "sora-video-10s",
        ] {
            assert!(ask(Some(name), None, 0), "{name}");
        }
        assert!(ask(None, Some(25), 0));
        assert!(ask(None, None, 2));
        for (model, duration) in [(Some("sora-2"), Some(10)), (None, Some(15))] {
            assert!(!ask(model, duration, 0), "{model:?}");
        }
    }

    #[test]
    fn the_model_follows_from_length_orientation_and_flavour() {
        let portrait = Some(Orientation::Portrait);
        for (named, seconds, stands, is_upstream, expected) in [
            (None, None, None, true, "sora2-landscape-10s"),
            (None, Some(15), portrait, true, "sora2-portrait-15s"),
            (Some("sora-2"), Some(25), None, true, "sora2-landscape-25s"),
            (
                Some("sora-2-pro"),
                None,
                None,
                true,
                "sora2pro-landscape-10s",
            ),
            (
                Some("sora-video-portrait-15s"),
                None,
                None,
                true,
                "sora2-portrait-15s",
            ),
            (
                Some("sora2-extension-10s"),
                None,
                None,
                true,
                "sora2-extension-10s",
            ),
            (None, Some(25), portrait, false, "sora-video-portrait-25s"),
            (Some("sora-video-10s"), None, None, false, "sora-video-10s"),
        ] {
            let model = model(named, seconds, stands, is_upstream).unwrap();
            assert_eq!(model, expected);
        }
        let error = model(None, Some(12), None, true).unwrap_err();
        assert_eq!(error.field(), Some("duration"));
    }

    #[test]
    fn shots_are_written_as_the_gateway_reads_them() {
        let shots = [(5.0, "a cat jumps"), (2.5, "it lands")];
        let shots = shots.map(|(duration, scene)| Shot {
            duration,
            scene: scene.into(),
        });
        let text = with_shots("The cat".into(), &shots).unwrap();
        assert_eq!(text, "The cat\n[5s]a cat jumps\n[2.5s]it lands");
        let error = with_shots(
            String::new(),
            &[Shot {
                duration: 1.0,
                scene: "[x]".into(),
            }],
        );
        assert_eq!(error.unwrap_err().field(), Some("storyboard"));
    }
}
