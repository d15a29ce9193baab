//! `sora.storyboards.create`: a video shot by shot (`docs/wire/sora.md` §5.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CreatedTask, VideoSettings};
use crate::api::{Body, Context, Meta, Operation, Reply, fields_of};
use crate::model::{Dialect, Error, Result, Shot};

/// Creates a video from shots, each with its length and its scene. The prompt
/// is written from them.
///
/// ```
/// use sorakit::Shot;
/// use sorakit::api::sora::{CreateStoryboard, VideoSettings};
///
/// let shot = |duration, scene: &str| Shot { duration, scene: scene.into() };
/// let storyboard = CreateStoryboard {
///     shots: vec![shot(5.0, "a cat leaps from a roof"), shot(5.0, "it lands")],
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
    /// The shots, in order; together at most as long as the video.
    pub shots: Vec<Shot>,
    /// What holds for the whole video.
    #[serde(default)]
    pub instructions: Option<String>,
    /// How it is made.
    #[serde(flatten)]
    pub settings: VideoSettings,
}

impl CreateStoryboard {
    /// The prompt that the backend reads: the header `current timeline:` always,
    /// though some clients leave it out (`docs/wire/sora.md` §5.3), then the shots, then the
    /// instructions.
    pub fn prompt(&self) -> String {
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
        if self.shots.is_empty() {
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
        let total: f64 = self.shots.iter().map(|shot| shot.duration).sum();
        if total > self.settings.seconds() + 0.05 {
            return Err(Error::invalid(
                "shots",
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
