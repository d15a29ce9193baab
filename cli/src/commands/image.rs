//! `sorakit image`: from a prompt to images.

use std::ffi::OsString;
use std::time::Duration;

use serde_json::{Map, Value};
use sorakit::text::shown_within;
use sorakit::{ImageRequest, JobKind, Orientation, Quality, Result};

use super::creation::Creation;
use super::delivery::{Delivery, resume_command};
use super::video::{image, object, positive, prompt, word};
use crate::connection::Server;
use crate::journal::Journal;
use crate::outcome::{Outcome, Session};
use crate::output::{Destination, Output};
use crate::progress::Progress;

/// What `image` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit image \"a cat in the snow\" --simulate -o cat.png\n  \
    sorakit image \"the same in oil\" --image sketch.png -n 2 -o images/\n\n\
    Several images are numbered: `cat.png`, `cat (1).png`.")]
pub struct Arguments {
    /// What the image shows; `-` reads it from the standard input.
    prompt: String,
    #[command(flatten)]
    destination: Destination,
    /// Landscape or portrait; square without it.
    #[arg(long, value_parser = word::<Orientation>(["landscape", "portrait"]))]
    orientation: Option<Orientation>,
    /// The size, such as `1024x1024`, or a ratio such as `16:9`.
    #[arg(long)]
    size: Option<String>,
    /// The definition.
    #[arg(long, value_parser = word::<Quality>(["standard", "hd"]))]
    quality: Option<Quality>,
    /// The model, in the server's words: `sorakit models` lists them.
    #[arg(long)]
    model: Option<String>,
    /// The style, such as `vivid`.
    #[arg(long)]
    style: Option<String>,
    /// An image to start from; may be given several times.
    #[arg(long = "image", value_name = "FILE_OR_URL")]
    images: Vec<OsString>,
    /// How many variants to make.
    #[arg(short, long = "number", value_name = "COUNT")]
    n: Option<u32>,
    /// Further fields of the request, as a JSON object.
    #[arg(long, value_name = "JSON", value_parser = object)]
    extra: Option<Map<String, Value>>,
    /// How long the images are waited for, in seconds. Default: 300.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    timeout: Option<f64>,
    /// Prints one JSON object at the end, and nothing else.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    // An image costs money: whatever could lose it is looked at before it is begun.
    let request = arguments.request()?;
    let output = arguments
        .destination
        .choose(Output::Default(None), session)?;
    let connected = arguments.server.connect(None, session).await?;
    let deadline = arguments.timeout.map(Duration::from_secs_f64);
    let client = &connected.client.clone().with_deadline(deadline);
    let journal = match connected.is_simulated() {
        true => None,
        false => Some(Journal::open(session.screen())?),
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
    let job = creation.create_images(&request, &output).await?;
    debug_assert_eq!(job.kind, JobKind::Image);
    if !connected.is_simulated() && !job.is_ended() {
        session.can_resume(resume_command(&job.id, &output));
        session.note(&format!("job {}", shown_within(&job.id, 1000)));
    }
    let delivery = Delivery {
        session,
        client,
        journal: journal.as_ref(),
        progress: &progress,
        deadline,
    };
    delivery.deliver_images(&job, &output).await
}

impl Arguments {
    fn request(&self) -> Result<ImageRequest> {
        Ok(ImageRequest {
            model: self.model.clone(),
            orientation: self.orientation,
            size: self.size.clone(),
            quality: self.quality,
            style: self.style.clone(),
            references: self.images.iter().map(image).collect(),
            n: self.n,
            extra: self.extra.clone().unwrap_or_default(),
            prompt: prompt(&self.prompt)?,
        })
    }
}
