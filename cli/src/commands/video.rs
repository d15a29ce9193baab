//! `sorakit video`: from a prompt to a file.

use std::ffi::OsString;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use sorakit::text::shown_within;
use sorakit::{Error, Orientation, Quality, Reference, Result, VideoRequest};

use super::creation::Creation;
use super::delivery::{Delivery, resume_command};
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Outcome, Report, Session};
use crate::output::{Destination, Output};
use crate::progress::Progress;

/// What `video` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit video \"a cat in the snow\" --simulate --duration 10 --orientation landscape -o cat.mp4\n  \
    SORAKIT_API_KEY=… sorakit video \"a cat\" --dialect openai --base-url https://gateway.example/v1\n  \
    sorakit video \"she turns to us\" --image portrait.png --orientation portrait -o turn.mp4\n\n\
    The job is written down before it is waited for: `sorakit jobs` lists it, and\n\
    `sorakit resume ID` goes on with it after an interruption.")]
pub struct Arguments {
    /// What the video shows.
    prompt: String,
    #[command(flatten)]
    destination: Destination,
    /// The length, in seconds.
    #[arg(long, value_name = "SECONDS")]
    duration: Option<u32>,
    /// Which way it stands.
    #[arg(long, value_parser = word::<Orientation>(["landscape", "portrait"]))]
    orientation: Option<Orientation>,
    /// The size: `1280x720`, or the native `small` and `large`.
    #[arg(long)]
    size: Option<String>,
    /// The definition.
    #[arg(long, value_parser = word::<Quality>(["standard", "hd"]))]
    quality: Option<Quality>,
    /// The model, in the server's words.
    #[arg(long)]
    model: Option<String>,
    /// The style, such as `anime`.
    #[arg(long)]
    style: Option<String>,
    /// An image to start from; may be given several times.
    #[arg(long = "image", value_name = "FILE_OR_URL")]
    images: Vec<OsString>,
    /// The video to make a new version of.
    #[arg(long, value_name = "ID")]
    remix: Option<String>,
    /// A character that appears; may be given several times.
    #[arg(long = "character", value_name = "ID")]
    characters: Vec<String>,
    /// Further fields of the request, as a JSON object.
    #[arg(long, value_name = "JSON", value_parser = object)]
    extra: Option<Map<String, Value>>,
    /// How long the video is waited for, in seconds. Default: 1800.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    timeout: Option<f64>,
    /// Begins the job and does not wait for it.
    #[arg(long, conflicts_with = "simulate")]
    no_wait: bool,
    /// Prints one JSON object at the end, and nothing else.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    // A job costs money: whatever could lose it is looked at before it is begun.
    let output = arguments
        .destination
        .choose(Output::Default(None), session)?;
    let connected = arguments.server.connect(None)?;
    let deadline = arguments.timeout.map(Duration::from_secs_f64);
    let client = &connected.client.clone().with_deadline(deadline);
    let journal = match connected.is_simulated() {
        true => None,
        false => Some(Journal::open()?),
    };
    let progress = Progress::new(session);
    client.observe(progress.observer());
    progress.stage("creating");
    let creation = Creation {
        session,
        client,
        journal: journal.as_ref(),
        progress: &progress,
        identity: connected.identity.as_ref(),
    };
    let job = creation.create(&arguments.request(), &output).await?;
    if !connected.is_simulated() {
        session.can_resume(resume_command(&job.id, &output));
    }
    if arguments.no_wait {
        return Ok(Report {
            text: shown_within(&job.id, 1000),
            json: json!({ "job": job }),
        });
    }
    progress.note(&format!("job {}", shown_within(&job.id, 1000)));
    let delivery = Delivery {
        session,
        client,
        journal: journal.as_ref(),
        progress: &progress,
        deadline,
    };
    delivery.deliver(&job, &output).await
}

impl Arguments {
    fn request(&self) -> VideoRequest {
        VideoRequest {
            duration: self.duration,
            orientation: self.orientation,
            size: self.size.clone(),
            quality: self.quality,
            model: self.model.clone(),
            style: self.style.clone(),
            references: self.images.iter().map(image).collect(),
            remix: self.remix.clone(),
            characters: self.characters.clone(),
            extra: self.extra.clone().unwrap_or_default(),
            ..VideoRequest::new(&self.prompt)
        }
    }
}

/// An image: what is no text is a path.
fn image(given: &OsString) -> Reference {
    match given.to_str() {
        Some(text) => Reference::text(text),
        None => Reference::path(given),
    }
}

/// A file name from an id, which may hold anything.
/// Reads one of `words`, and lists them in the help.
fn word<T: DeserializeOwned + Clone + Send + Sync + 'static>(
    words: [&'static str; 2],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words).try_map(|word| serde_json::from_value::<T>(word.into()))
}

fn object(text: &str) -> Result<Map<String, Value>, String> {
    serde_json::from_str(text).map_err(|error| format!("not a JSON object: {error}"))
}

pub(super) fn positive(text: &str) -> Result<f64, Error> {
    let number = text.parse().ok();
    number
        .ok_or_else(|| Error::invalid("timeout", "must be a number of seconds above 0"))
        .and_then(|number: f64| sorakit::seconds("timeout", Some(number)).map(|_| number))
}
