//! `sorakit video`: from a prompt to a file.

use std::ffi::OsString;
use std::io::Read;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use sorakit::text::shown_within;
use sorakit::{Error, Orientation, Quality, Reference, Result, Shot, VideoRequest};

use super::creation::Prepared;
use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};
use crate::output::Destination;

/// What `video` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit video \"a cat in the snow\" --simulate --duration 10 --orientation landscape -o cat.mp4\n  \
    sorakit video \"a cat\" --dialect openai --base-url http://127.0.0.1:8000/v1\n  \
    sorakit video \"she turns to us\" --image portrait.png --orientation portrait -o videos/\n  \
    fortune | sorakit video - -o - | ffplay -\n\n\
    The job is written down before it is waited for: `sorakit jobs` lists it, and\n\
    `sorakit resume ID` goes on with it after an interruption.")]
pub struct Arguments {
    /// What the video shows; `-` reads it from the standard input.
    prompt: String,
    #[command(flatten)]
    destination: Destination,
    /// The length, in seconds.
    #[arg(long, value_name = "SECONDS")]
    duration: Option<u32>,
    /// Landscape or portrait.
    #[arg(long, value_parser = word::<Orientation>(["landscape", "portrait"]))]
    orientation: Option<Orientation>,
    /// The size: `1280x720`, or the native `small` and `large`.
    #[arg(long)]
    size: Option<String>,
    /// The definition.
    #[arg(long, value_parser = word::<Quality>(["standard", "hd"]))]
    quality: Option<Quality>,
    /// The model, in the server's words: `sorakit models` lists them.
    #[arg(long)]
    model: Option<String>,
    /// The style, such as `anime`.
    #[arg(long)]
    style: Option<String>,
    /// An image to start from; may be given several times.
    #[arg(long = "image", value_name = "FILE_OR_URL")]
    images: Vec<OsString>,
    /// A shot of a storyboard, as its seconds and what it shows: `4:a cat jumps`; may be given
    /// several times.
    #[arg(long = "shot", value_name = "SECONDS:SCENE", value_parser = shot)]
    storyboard: Vec<Shot>,
    /// The video to make a new version of.
    #[arg(long, value_name = "ID")]
    remix: Option<String>,
    /// A character that appears; may be given several times.
    #[arg(long = "character", value_name = "ID")]
    characters: Vec<String>,
    /// Whether the video carries a watermark, where a gateway offers it. For your own works only.
    #[arg(long, value_name = "true|false")]
    watermark: Option<bool>,
    /// Whether the video stays unpublished, where a gateway offers it.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    private: Option<bool>,
    /// How many variants to make. All are downloaded; `-o -` gets the first.
    #[arg(short, long = "number", value_name = "COUNT")]
    n: Option<u32>,
    /// The title.
    #[arg(long)]
    title: Option<String>,
    /// Data of your own that goes with the video, as a JSON object.
    #[arg(long, value_name = "JSON", value_parser = object)]
    metadata: Option<Map<String, Value>>,
    /// What is heard, in words.
    #[arg(long, value_name = "TEXT")]
    audio_caption: Option<String>,
    /// What is said, in words.
    #[arg(long, value_name = "TEXT")]
    audio_transcript: Option<String>,
    /// What is seen, in words.
    #[arg(long, value_name = "TEXT")]
    video_caption: Option<String>,
    /// Which character takes whose place, as a JSON object of ids.
    #[arg(long, value_name = "JSON", value_parser = object)]
    cameo_replacements: Option<Map<String, Value>>,
    /// A video that shows a character, which is made and put into this one. It must show no real
    /// person without that person's consent.
    #[arg(long, value_name = "FILE_OR_URL")]
    character_url: Option<OsString>,
    /// From where to where the character is seen there, in seconds, as `0,3`; from 1 to 3 s.
    #[arg(long, value_name = "START,END", value_parser = timestamps)]
    character_timestamps: Option<(f64, f64)>,
    /// A job whose video shows a character, which is made and put into this one.
    #[arg(long, value_name = "ID")]
    character_from_task: Option<String>,
    /// Whether a character is made of the finished video.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    character_create: Option<bool>,
    /// The start of the random numbers, to make the same video again.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    seed: Option<i64>,
    /// What must not be seen.
    #[arg(long, value_name = "TEXT")]
    negative_prompt: Option<String>,
    /// How many steps the model takes.
    #[arg(long, value_name = "COUNT")]
    steps: Option<u32>,
    /// How closely the model follows the prompt.
    #[arg(long, value_name = "NUMBER")]
    guidance: Option<f64>,
    /// Frames in a second.
    #[arg(long, value_name = "NUMBER")]
    fps: Option<f64>,
    /// The length in frames, in place of --duration.
    #[arg(long, value_name = "COUNT")]
    frames: Option<u32>,
    /// The proportions, such as `16:9`.
    #[arg(long, value_name = "WIDTH:HEIGHT")]
    aspect_ratio: Option<String>,
    /// An image to end with.
    #[arg(long, value_name = "FILE_OR_URL")]
    last_frame: Option<OsString>,
    /// A video to start from; may be given several times.
    #[arg(long = "video-reference", value_name = "FILE_OR_URL")]
    video_references: Vec<OsString>,
    /// A sound to start from; may be given several times.
    #[arg(long = "audio-reference", value_name = "FILE_OR_URL")]
    audio_references: Vec<OsString>,
    /// Whether sound is made too.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    audio: Option<bool>,
    /// Whether the server works out the prompt in more detail.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    enhance: Option<bool>,
    /// Further fields of the request, as a JSON object.
    #[arg(long, value_name = "JSON", value_parser = object)]
    extra: Option<Map<String, Value>>,
    /// How long the video is waited for, in seconds. Default: 1800.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    timeout: Option<f64>,
    /// Begins the job, prints its id and does not wait for it.
    #[arg(long, conflicts_with = "simulate")]
    no_wait: bool,
    /// Prints one JSON object at the end, and nothing else.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let request = arguments.request()?;
    let (destination, server) = (&arguments.destination, &arguments.server);
    let prepared = Prepared::new(destination, server, arguments.timeout, session).await?;
    let creation = prepared.creation(session);
    let job = creation.create(&request, &prepared.output).await?;
    prepared.can_resume(&job, session);
    if arguments.no_wait && !job.resumable {
        session.note("this server's job ends with this command: it is waited for all the same");
    }
    if arguments.no_wait && job.resumable {
        return Ok(Report {
            text: shown_within(&job.id, 1000),
            json: json!({ "job": job }),
        });
    }
    prepared.waits_for(&job, session);
    let delivery = prepared.delivery(session);
    delivery.deliver(&job, &prepared.output).await
}

impl Arguments {
    fn request(&self) -> Result<VideoRequest> {
        Ok(VideoRequest {
            duration: self.duration,
            orientation: self.orientation,
            size: self.size.clone(),
            quality: self.quality,
            model: self.model.clone(),
            style: self.style.clone(),
            references: self.images.iter().map(image).collect(),
            storyboard: self.storyboard.clone(),
            remix: self.remix.clone(),
            characters: self.characters.clone(),
            watermark: self.watermark,
            private: self.private,
            n: self.n,
            title: self.title.clone(),
            metadata: self.metadata.clone().unwrap_or_default(),
            audio_caption: self.audio_caption.clone(),
            audio_transcript: self.audio_transcript.clone(),
            video_caption: self.video_caption.clone(),
            cameo_replacements: self.cameo_replacements.clone().unwrap_or_default(),
            character_url: self.character_url.as_ref().map(image),
            character_timestamps: self.character_timestamps,
            character_from_task: self.character_from_task.clone(),
            character_create: self.character_create,
            seed: self.seed,
            negative_prompt: self.negative_prompt.clone(),
            steps: self.steps,
            guidance: self.guidance,
            fps: self.fps,
            frames: self.frames,
            aspect_ratio: self.aspect_ratio.clone(),
            last_frame: self.last_frame.as_ref().map(image),
            video_references: self.video_references.iter().map(image).collect(),
            audio_references: self.audio_references.iter().map(image).collect(),
            audio: self.audio,
            enhance: self.enhance,
            extra: self.extra.clone().unwrap_or_default(),
            prompt: prompt(&self.prompt)?,
        })
    }
}

/// The longest prompt that is read from the standard input, in bytes.
const LONGEST_PROMPT: u64 = 1 << 20;

/// The prompt itself, or what the standard input holds.
pub(super) fn prompt(given: &str) -> Result<String> {
    if given != "-" {
        return Ok(given.to_owned());
    }
    let mut text = String::new();
    let read = std::io::stdin()
        .take(LONGEST_PROMPT + 1)
        .read_to_string(&mut text);
    let refused = |what: String| Error::invalid("prompt", what);
    read.map_err(|error| refused(format!("the standard input cannot be read: {error}")))?;
    match text.len() as u64 > LONGEST_PROMPT {
        true => Err(refused("the standard input is longer than 1 MiB".into())),
        false => Ok(text.trim().to_owned()),
    }
}

/// A shot: how long it is, and what it shows.
fn shot(text: &str) -> Result<Shot, String> {
    let wrong = || "must be seconds, a colon and what it shows, as in `4:a cat jumps`".to_owned();
    let (seconds, scene) = text.split_once(':').ok_or_else(wrong)?;
    let duration = seconds.trim().parse().map_err(|_| wrong())?;
    Ok(Shot {
        duration,
        scene: scene.trim().to_owned(),
    })
}

/// An image: what is no text is a path.
pub(super) fn image(given: &OsString) -> Reference {
    match given.to_str() {
        Some(text) => Reference::text(text),
        None => Reference::path(given),
    }
}

/// Reads one of `words`, and lists them in the help.
pub(super) fn word<T: DeserializeOwned + Clone + Send + Sync + 'static>(
    words: [&'static str; 2],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words).try_map(|word| serde_json::from_value::<T>(word.into()))
}

pub(super) fn object(text: &str) -> Result<Map<String, Value>, String> {
    serde_json::from_str(text)
        .map_err(|_| "must be a JSON object, as in `{\"name\": 1}`".to_owned())
}

pub(super) fn positive(text: &str) -> Result<f64, Error> {
    let number = text.parse().ok();
    number
        .ok_or_else(|| Error::invalid("timeout", "must be a number of seconds above 0"))
        .and_then(|number: f64| sorakit::seconds("timeout", Some(number)).map(|_| number))
}

/// A stretch of a video, in seconds.
pub(super) fn timestamps(text: &str) -> Result<(f64, f64), String> {
    let wrong = || "must be a start and an end in seconds, as in `0,3`".to_owned();
    let (start, end) = text.split_once(',').ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse().map_err(|_| wrong());
    Ok((number(start)?, number(end)?))
}
