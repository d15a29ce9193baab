//! `sorakit quota`: what the account may still make.

use serde_json::json;
use sorakit::AccountQuota;

use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};

/// What `quota` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  sorakit quota --simulate --json")]
pub struct Arguments {
    /// Prints a JSON object.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    let quota = connected.client.account().quota().await?;
    Ok(Report {
        text: sentence(&quota),
        json: json!(quota),
    })
}

fn sentence(quota: &AccountQuota) -> String {
    let unit = json!(quota.unit);
    let unit = unit.as_str().unwrap_or_default();
    let mut text = match (quota.remaining, quota.total) {
        (Some(left), Some(total)) => format!("{left} of {total} {unit} left"),
        (Some(left), None) => format!("{left} {unit} left"),
        (None, _) if quota.exhausted => format!("no {unit} left"),
        (None, _) => "The server does not say how much is left".into(),
    };
    if let Some(at) = &quota.resets_at {
        text.push_str(&format!("; full again at {at}"));
    }
    text
}
