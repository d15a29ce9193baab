//! `sorakit list`: the videos at the server.

use serde_json::json;
use sorakit::text::{shell, shown_within};
use sorakit::{Job, Page, PageRequest};

use super::jobs::status_word;
use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};

/// What `list` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit list --limit 20\n  \
    sorakit list --json | jq -r '.items[].id'\n\n\
    `sorakit jobs` lists what this machine began, on every server.")]
pub struct Arguments {
    /// How many videos at most. Default: the server's own.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Where to go on, as the page before said.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
    /// Prints a JSON object: the videos, and where the next page begins.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let connected = arguments.server.connect(None, session).await?;
    let page = PageRequest {
        limit: arguments.limit,
        cursor: arguments.cursor,
    };
    let page = connected.client.videos().list(page).await?;
    Ok(Report::of(table(&page), json!(page)))
}

fn table(page: &Page<Job>) -> String {
    let mut text = String::new();
    for job in &page.items {
        let created = job.created_at.map(|at| at.to_string());
        text.push_str(&format!(
            "{}  {:<10} {:>3.0} %  {}\n",
            shown_within(&job.id, 1000),
            status_word(job.status),
            job.progress,
            created.unwrap_or_default(),
        ));
    }
    if page.items.is_empty() {
        text.push_str("The server lists no videos.\n");
    }
    if let Some(next) = &page.next {
        text.push_str(&format!("More: sorakit list --cursor {}\n", shell(next)));
    }
    text
}
