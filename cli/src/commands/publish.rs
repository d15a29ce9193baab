//! `sorakit publish`: publishes a finished video of one's own.

use std::io::IsTerminal;

use serde_json::json;
use sorakit::text::shown_within;
use sorakit::{Error, ErrorKind, Feature, Result};

use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};
use crate::question;

/// What `publish` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Nothing is published unless this command is confirmed. It is for your own works \
    alone, and for people who\nare seen in them with their consent.\n\n\
    Example:\n  \
    sorakit publish gen_01k9btrqrnen792yvt703dp0tq --text \"a cat\" --yes"
)]
pub struct Arguments {
    /// The finished video, by its job or generation.
    id: String,
    /// The text of the post.
    #[arg(long, default_value = "")]
    text: String,
    /// Publishes without asking: it is your own work.
    #[arg(long, short)]
    yes: bool,
    /// Prints a JSON object.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    // What a dialect lacks is said before anything is asked.
    let dialect = connected.client.dialect();
    if !connected.client.offers(Feature::PublishVideo) {
        let offered: Vec<_> = Feature::PublishVideo
            .dialects()
            .iter()
            .map(|dialect| dialect.as_str())
            .collect();
        let what = format!(
            "the dialect `{dialect}` does not offer `publish`; it is offered by {}",
            offered.join(", ")
        );
        return Err(Error::new(ErrorKind::Unsupported, what)
            .with_field("publish")
            .into());
    }
    if !arguments.yes {
        confirm(&arguments.id, session).await?;
    }
    let videos = connected.client.videos();
    let published = videos.publish(&arguments.id, arguments.text).await?;
    let text = format!("published {}", shown_within(&published.id, 1000));
    Ok(Report::of(text, json!(published)))
}

/// Asks whether everybody may see it, where somebody can answer.
async fn confirm(id: &str, session: &Session) -> Result<()> {
    let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if session.is_for_script() || !terminal {
        let what = "nothing is published unless you confirm that it is your own work";
        return Err(Error::invalid("yes", what).with_hint("--yes confirms it. Nothing was sent."));
    }
    let id = shown_within(id, 1000);
    let asked = format!("Everybody will see {id}. Is it your own work, to be published? [y/N] ");
    match question::agrees(&asked).await {
        true => Ok(()),
        false => {
            Err(Error::new(ErrorKind::InvalidInput, "nothing was published").with_field("yes"))
        }
    }
}
