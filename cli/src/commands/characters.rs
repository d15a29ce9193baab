//! `sorakit characters`: makes, finds and deletes characters.

use std::ffi::OsString;

use clap::Subcommand;
use serde_json::json;
use sorakit::text::{shell, shown, shown_within};
use sorakit::{Character, CharacterRequest, Error, PageRequest, Result, Visibility};

use super::video::{image, timestamps, word};
use crate::connection::Server;
use crate::outcome::{Outcome, Report, Session};

/// What `characters` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit characters create --video cat.mp4 --timestamps 0,3 --name \"My cat\"\n  \
    sorakit characters search mycat --json\n  \
    sorakit video \"the cat dances\" --character ch_1")]
pub struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Makes a character from a stretch of a video.
    Create(Create),
    /// Reads a character.
    Get(ById),
    /// Finds characters by how their user name begins.
    Search(Search),
    /// Deletes a character of the account.
    Delete(ById),
}

/// What `characters create` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit characters create --video cat.mp4 --timestamps 0,3 --name \"My cat\"\n\n\
    The video must show no real person without that person's consent.")]
struct Create {
    /// The video that shows it.
    #[arg(long, value_name = "FILE_OR_URL", conflicts_with = "from_job")]
    video: Option<OsString>,
    /// The job whose video shows it.
    #[arg(long, value_name = "ID")]
    from_job: Option<String>,
    /// From where to where it is seen, in seconds, as `0,3`; from 1 to 3 s.
    #[arg(long, value_name = "START,END", value_parser = timestamps)]
    timestamps: Option<(f64, f64)>,
    /// The user name, without `@`. Default: what the server suggests.
    #[arg(long)]
    username: Option<String>,
    /// The name that is shown. Default: what the server suggests.
    #[arg(long)]
    name: Option<String>,
    /// Who may use it. Default: its owner.
    #[arg(long, value_parser = word::<Visibility>(["private", "public"]))]
    visibility: Option<Visibility>,
    /// Prints a JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    server: Server,
}

/// What is told about one character.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  sorakit characters get ch_1 --json")]
struct ById {
    /// Its id.
    id: String,
    /// Prints a JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    server: Server,
}

/// What `characters search` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  sorakit characters search mycat --limit 5")]
struct Search {
    /// How the user name begins.
    username: String,
    /// How many at most. Default: the server's own.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Where to go on, as the page before said.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
    /// Prints a JSON object: the characters, and where the next page begins.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    server: Server,
}

impl Arguments {
    pub fn prints_json(&self) -> bool {
        match &self.task {
            Task::Create(arguments) => arguments.json,
            Task::Get(arguments) | Task::Delete(arguments) => arguments.json,
            Task::Search(arguments) => arguments.json,
        }
    }
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    match arguments.task {
        Task::Create(create) => {
            let request = create.request()?;
            let connected = create.server.connect(None, session).await?;
            let made = connected.client.characters().create(request).await?;
            Ok(Report::of(format!("made {}", line(&made)), json!(made)))
        }
        Task::Get(get) => {
            let connected = get.server.connect(None, session).await?;
            let found = connected.client.characters().get(&get.id).await?;
            Ok(Report::of(line(&found), json!(found)))
        }
        Task::Search(search) => {
            let connected = search.server.connect(None, session).await?;
            let page = PageRequest {
                limit: search.limit,
                cursor: search.cursor,
            };
            let characters = connected.client.characters();
            let page = characters.search(&search.username, page).await?;
            let mut lines: Vec<_> = page.items.iter().map(line).collect();
            if lines.is_empty() {
                lines.push("There is no such character.".into());
            }
            if let Some(next) = &page.next {
                let name = shell(&search.username);
                let next = shell(next);
                lines.push(format!(
                    "More: sorakit characters search {name} --cursor {next}"
                ));
            }
            Ok(Report::of(lines.join("\n"), json!(page)))
        }
        Task::Delete(delete) => {
            let connected = delete.server.connect(None, session).await?;
            connected.client.characters().delete(&delete.id).await?;
            let id = shown_within(&delete.id, 1000);
            Ok(Report::of(
                format!("deleted {id}"),
                json!({ "deleted": delete.id }),
            ))
        }
    }
}

impl Create {
    fn request(&self) -> Result<CharacterRequest> {
        if self.video.is_none() && self.from_job.is_none() {
            let what = "give --video FILE_OR_URL or --from-job ID";
            return Err(Error::invalid("video", what));
        }
        Ok(CharacterRequest {
            video: self.video.as_ref().map(image),
            from_job: self.from_job.clone(),
            timestamps: self.timestamps,
            username: self.username.clone(),
            display_name: self.name.clone(),
            visibility: self.visibility,
            ..CharacterRequest::default()
        })
    }
}

fn line(character: &Character) -> String {
    let mut text = shown_within(&character.id, 1000);
    if let Some(name) = &character.username {
        text.push_str(&format!("  @{}", shown(name)));
    }
    if let Some(name) = &character.display_name {
        text.push_str(&format!("  {}", shown(name)));
    }
    text
}
