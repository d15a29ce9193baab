//! `sorakit image`: from a prompt to images.

use std::ffi::OsString;

use serde_json::{Map, Value};
use sorakit::{ImageRequest, Orientation, Quality, Result};

use super::creation::Prepared;
use super::video::{image, object, positive, prompt, word};
use crate::connection::Server;
use crate::outcome::{Outcome, Session};
use crate::output::Destination;

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
    let request = arguments.request()?;
    let (destination, server) = (&arguments.destination, &arguments.server);
    let prepared = Prepared::new(destination, server, arguments.timeout, session).await?;
    let creation = prepared.creation(session);
    let job = creation.create_images(&request, &prepared.output).await?;
    prepared.can_resume(&job, session);
    if !job.is_ended() {
        prepared.waits_for(&job, session);
    }
    let delivery = prepared.delivery(session);
    delivery.deliver_images(&job, &prepared.output).await
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
