//! `sorakit models`: what can be asked for.

use serde_json::json;
use sorakit::ModelInfo;
use sorakit::text::{shown, shown_within};

use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};

/// What `models` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit models --dialect openai --base-url http://127.0.0.1:8000/v1 --json")]
pub struct Arguments {
    /// Prints a JSON array.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    let models = connected.client.models().list().await?;
    let text: String = models.iter().map(lines).collect();
    let text = match text.is_empty() {
        true => "The server names no models.".to_owned(),
        false => text,
    };
    Ok(Report::of(text, json!(models)))
}

/// What is known of a model, and below it what the server says of it.
fn lines(model: &ModelInfo) -> String {
    let mut facts = Vec::new();
    let word = |value: serde_json::Value| value.as_str().map(str::to_owned);
    facts.extend(word(json!(model.kind)));
    facts.extend(word(json!(model.orientation)));
    facts.extend(model.duration.map(|seconds| format!("{seconds} s")));
    let id = shown_within(&model.id, 200);
    let mut text = format!("{id:<32} {}", facts.join(", "))
        .trim_end()
        .to_owned();
    if let Some(said) = model.description.as_deref().filter(|said| !said.is_empty()) {
        text.push_str(&format!("\n    {}", shown(said)));
    }
    text.push('\n');
    text
}
