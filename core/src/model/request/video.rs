//! A video to be made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Reference, timestamps};

/// A video to be made. One type for every dialect: an option that the server's
/// dialect lacks is refused before anything is sent, naming the dialects that
/// have it.
///
/// ```
/// use sorakit::{Orientation, VideoRequest};
///
/// let request = VideoRequest {
///     duration: Some(15),
///     orientation: Some(Orientation::Portrait),
///     ..VideoRequest::new("a cat in the snow")
/// };
/// # let _ = request;
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VideoRequest {
    /// A description of the video.
    pub prompt: String,
    /// The model, in the server's words. Default: the dialect's standard one.
    pub model: Option<String>,
    /// The length in seconds.
    pub duration: Option<u32>,
    /// Landscape or portrait.
    pub orientation: Option<Orientation>,
    /// The size: `1280x720`, or the native `small` and `large`.
    pub size: Option<String>,
    /// Standard or high definition.
    pub quality: Option<Quality>,
    /// The style, such as `anime`.
    pub style: Option<String>,
    /// Images to start from.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// The shots, to describe each one separately.
    #[serde(default)]
    pub storyboard: Vec<Shot>,
    /// The video to make a new version of.
    pub remix: Option<String>,
    /// The characters that appear, by id.
    #[serde(default)]
    pub characters: Vec<String>,
    /// True to include a watermark, false to omit it, where a gateway offers the choice.
    /// For your own works only.
    pub watermark: Option<bool>,
    /// True to keep the video unpublished, where a gateway offers it.
    pub private: Option<bool>,
    /// The number of variants to make.
    pub n: Option<u32>,
    /// The title.
    pub title: Option<String>,
    /// The replacements of characters, by id.
    #[serde(default)]
    pub cameo_replacements: Map<String, Value>,
    /// The sound, in words.
    pub audio_caption: Option<String>,
    /// The spoken words.
    pub audio_transcript: Option<String>,
    /// The picture, in words.
    pub video_caption: Option<String>,
    /// Data of your own that goes with the video.
    #[serde(default)]
    pub metadata: Map<String, Value>,
    /// A video that shows a character, which is made and put into this one. It must
    /// show no real person without that person's consent.
    pub character_url: Option<Reference>,
    /// The start and end of the character's appearance in that video, in seconds, as
    /// `[0, 3]` or `"0,3"`; from 1 to 3 s.
    #[serde(default, deserialize_with = "timestamps::optional")]
    #[schemars(schema_with = "timestamps::schema")]
    pub character_timestamps: Option<(f64, f64)>,
    /// A job whose video shows a character, which is made and put into this one.
    pub character_from_task: Option<String>,
    /// True to make a character from the finished video.
    pub character_create: Option<bool>,
    /// The start of the random numbers, to make the same video again.
    pub seed: Option<i64>,
    /// A description of what must not be seen.
    pub negative_prompt: Option<String>,
    /// The number of steps that the model takes.
    pub steps: Option<u32>,
    /// The guidance scale: how closely the model follows the prompt; most models take 1 to 10.
    pub guidance: Option<f64>,
    /// Frames in a second.
    pub fps: Option<f64>,
    /// The length in frames, in place of `duration`. Models that make certain numbers alone
    /// take the nearest.
    pub frames: Option<u32>,
    /// The proportions of width and height, such as `16:9`.
    pub aspect_ratio: Option<String>,
    /// An image to end with.
    pub last_frame: Option<Reference>,
    /// Videos to start from.
    #[serde(default)]
    pub video_references: Vec<Reference>,
    /// Sounds to start from.
    #[serde(default)]
    pub audio_references: Vec<Reference>,
    /// True to make sound too, false to make none.
    pub audio: Option<bool>,
    /// True to let the server work out the prompt in more detail.
    pub enhance: Option<bool>,
    /// Additional fields. A server's flavour puts them where it reads them; else they are
    /// sent as they are.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

impl VideoRequest {
    /// A request with this prompt and the dialect's defaults.
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            ..Self::default()
        }
    }
}

/// Landscape or portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 16:9.
    Landscape,
    /// 9:16.
    Portrait,
}

/// The definition of a video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// Standard definition.
    Standard,
    /// High definition; on most servers only for Pro models.
    Hd,
}

/// A shot of a storyboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shot {
    /// The length in seconds.
    pub duration: f64,
    /// A description of the shot.
    pub scene: String,
}
