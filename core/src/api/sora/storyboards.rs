//! `sora.storyboards.create`: a video shot by shot (`docs/wire/sora.md` §5.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CreatedTask, VideoSettings};
use crate::api::{Body, Context, Meta, Operation, Reply, fields_of};
use crate::model::{Dialect, Error, Result, Shot};

/// Creates a video from shots, each with its length and its scene: as `shots`, from
/// which the prompt is written, or as a `prompt` in the backend's own syntax.
///
/// ```
/// use sorakit::Shot;
/// use sorakit::api::sora::{CreateStoryboard, VideoSettings};
///
/// let shot = |duration, scene: &str| Shot { duration, scene: scene.into() };
/// let storyboard = CreateStoryboard {
///     shots: vec![shot(5.0, "a cat leaps from a roof"), shot(5.0, "it lands")],
///     prompt: None,
///     instructions: None,
///     settings: VideoSettings::default(),
/// };
/// assert_eq!(
///     storyboard.prompt(),
///     "current timeline:\nShot 1:\nduration: 5.0sec\nScene: a cat leaps from a roof\n\n\
///      Shot 2:\nduration: 5.0sec\nScene: it lands",
/// );
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CreateStoryboard {
    /// The shots, in order; together at most as long as the video. These or `prompt`.
    #[serde(default)]
    pub shots: Vec<Shot>,
    /// The shots as the backend writes them: `current timeline:`, then for each shot the
    /// lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// Instructions for the whole video; not with `prompt`, which includes them.
    #[serde(default)]
    pub instructions: Option<String>,
    /// The settings of the video.
    #[serde(flatten)]
    pub settings: VideoSettings,
}

impl CreateStoryboard {
    /// The prompt that the backend reads: the header `current timeline:` always,
    /// though some clients leave it out (`docs/wire/sora.md` §5.3), then the shots, then the
    /// instructions.
    pub fn prompt(&self) -> String {
        if let Some(prompt) = &self.prompt {
            return prompt.clone();
        }
        let mut text = String::from("current timeline:\n");
        for (index, shot) in self.shots.iter().enumerate() {
            if index > 0 {
                text.push_str("\n\n");
            }
            // A line break would end the scene.
            let scene: Vec<&str> = shot.scene.split_whitespace().collect();
            text.push_str(&format!(
                "Shot {}:\nduration: {:.1}sec\nScene: {}",
                index + 1,
                shot.duration,
                scene.join(" ")
            ));
        }
        if let Some(instructions) = self.instructions.as_deref().map(str::trim)
            && !instructions.is_empty()
        {
            text.push_str("\n\ninstructions:\n");
            text.push_str(instructions);
        }
        text
    }
}

impl Operation for CreateStoryboard {
    type Output = CreatedTask;

    const META: Meta = Meta::post(
        "sora.storyboards.create",
        Dialect::Sora,
        "/nf/create/storyboard",
    )
    .sentinel()
    .source("docs/wire/sora.md §5.3");

    fn check(&self) -> Result<()> {
        let read;
        let (field, shots) = match &self.prompt {
            Some(_) if !self.shots.is_empty() => {
                return Err(Error::invalid("prompt", "give either `shots` or `prompt`"));
            }
            Some(_) if self.instructions.is_some() => {
                return Err(Error::invalid(
                    "instructions",
                    "stand at the end of `prompt`, after a line `instructions:`",
                ));
            }
            Some(prompt) => {
                read = shots_in(prompt).ok_or_else(|| {
                    Error::invalid(
                        "prompt",
                        "must hold shots of the lines `Shot 1:`, `duration: 5.0sec` and \
                         `Scene: …`; or give `shots`",
                    )
                })?;
                ("prompt", &read)
            }
            None => ("shots", &self.shots),
        };
        if shots.is_empty() {
            return Err(Error::invalid("shots", "must hold a shot"));
        }
        for (index, shot) in self.shots.iter().enumerate() {
            if !(shot.duration >= 0.1 && shot.duration.is_finite()) {
                return Err(Error::invalid(
                    format!("shots[{index}].duration"),
                    "must be at least 0.1 s",
                ));
            }
            if shot.scene.trim().is_empty() {
                return Err(Error::invalid(
                    format!("shots[{index}].scene"),
                    "must not be empty",
                ));
            }
        }
        self.settings.check()?;
        let total: f64 = shots.iter().map(|shot| shot.duration).sum();
        if total > self.settings.seconds() + 0.05 {
            return Err(Error::invalid(
                field,
                format!(
                    "last {total:.1} s together, and the video {:.1} s: make them shorter or \
                     `n_frames` larger",
                    self.settings.seconds()
                ),
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let mut body = fields_of(&self.settings)?;
        body.insert("prompt".into(), self.prompt().into());
        super::headers::identify_creation(context.request_with(self, &body.into())?, context)
    }

    fn decode(reply: &Reply) -> Result<CreatedTask> {
        CreatedTask::decode(reply)
    }
}

/// The first line of a prompt that holds shots.
const HEADER: &str = "current timeline:";

/// True if a prompt is a storyboard in the backend's own syntax.
pub(crate) fn is_storyboard(prompt: &str) -> bool {
    prompt.trim_start().starts_with(HEADER) && shots_in(prompt).is_some()
}

/// The shots of a prompt in the backend's own syntax (`docs/wire/sora.md` §5.3), with or
/// without the header; `None` where it has another form.
pub(crate) fn shots_in(prompt: &str) -> Option<Vec<Shot>> {
    let body = prompt.trim();
    let body = body.strip_prefix(HEADER).unwrap_or(body);
    let body = body.split("\ninstructions:").next().unwrap_or_default();
    let mut shots = Vec::new();
    let mut lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
    while let Some(head) = lines.next() {
        let number = head.strip_prefix("Shot ")?.strip_suffix(':')?;
        number.trim().parse::<u32>().ok()?;
        let duration = lines.next()?.strip_prefix("duration:")?.trim();
        let duration: f64 = duration.strip_suffix("sec")?.trim().parse().ok()?;
        let scene = lines.next()?.strip_prefix("Scene:")?.trim();
        if !(duration >= 0.1 && duration.is_finite()) || scene.is_empty() {
            return None;
        }
        shots.push(Shot {
            duration,
            scene: scene.to_owned(),
        });
    }
    (!shots.is_empty()).then_some(shots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_backends_own_syntax_is_read() {
        let prompt = "current timeline:\nShot 1:\nduration: 5.0sec\nScene: A cat jumping from a \
                      roof\n\nShot 2:\nduration: 5.0sec\nScene: The cat landing gracefully\n\n\
                      instructions:\nCinematic style";
        let shots = shots_in(prompt).unwrap();
        assert_eq!(shots.len(), 2);
        assert_eq!(shots[1].scene, "The cat landing gracefully");
        let given = |n_frames| CreateStoryboard {
            shots: Vec::new(),
            prompt: Some(prompt.into()),
            instructions: None,
            settings: VideoSettings {
                n_frames,
                ..VideoSettings::default()
            },
        };
        assert_eq!(given(300).prompt(), prompt);
        assert!(given(300).check().is_ok());
        assert_eq!(given(150).check().unwrap_err().field(), Some("prompt"));
        for bad in [
            "",
            "a cat",
            "Shot 1:\nScene: a cat",
            "Shot 1:\nduration: 5.0sec",
        ] {
            assert!(shots_in(bad).is_none(), "{bad}");
        }
    }
}
