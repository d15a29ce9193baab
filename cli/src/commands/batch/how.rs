//! How a batch runs, and where it is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use sorakit::Result;
use sorakit_batch::{Connection, Format, LEDGER, RunOptions};

use crate::commands::video::positive;
use crate::connection::{self, Connected};
use crate::outcome::Session;

/// The name of the ledger of what is made in a simulator.
const SIMULATED: &str = "simulated.db";

/// How a batch runs.
#[derive(clap::Args)]
pub struct How {
    /// How many jobs run at once at most. When the server says that there are too many, fewer do
    /// for a while.
    #[arg(short, long, value_name = "COUNT", default_value_t = 4, value_parser = at_least_one)]
    pub jobs: usize,
    /// A server by its profile, and how many jobs run there at once if not as many as --jobs says;
    /// may be given again. The work goes to whichever server takes it.
    #[arg(
        long = "connection", value_name = "PROFILE[=JOBS]", value_parser = connection,
        conflicts_with_all = ["simulate", "profile", "base_url", "dialect", "flavour", "credential", "credential_file"]
    )]
    connections: Vec<(String, Option<usize>)>,
    /// How many files are downloaded at once at most.
    #[arg(long, value_name = "COUNT", default_value_t = 4, value_parser = at_least_one)]
    pub downloads: usize,
    /// Sends again what is unknown and not found in the account's list. It may be paid for twice.
    #[arg(long)]
    pub resend_unknown: bool,
    /// How long a job is waited for, in seconds; a later run goes on with it. Default: 1800, and
    /// 300 for images.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    pub timeout: Option<f64>,
    /// How long a server may be away, overloaded or out of quota before the command ends, in
    /// seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 3600.0, value_parser = positive)]
    pub patience: f64,
    /// The ledger. Default: in the folder.
    #[arg(long, value_name = "FILE")]
    pub ledger: Option<PathBuf>,
    /// Prints a JSON object for each thing that happens, one a line.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub server: connection::Server,
}

impl How {
    pub fn options(&self) -> RunOptions {
        RunOptions {
            downloads: self.downloads,
            resend_unknown: self.resend_unknown,
            deadline: self.timeout.map(Duration::from_secs_f64),
            patience: Duration::from_secs_f64(self.patience),
        }
    }

    /// The servers.
    pub async fn connect(&self, session: &Session) -> Result<Vec<Server>> {
        let mut servers = Vec::new();
        for (name, jobs) in &self.connections {
            let connected = self.server.connect_profile(name, session).await?;
            servers.push(Server {
                connection: Connection::new(connected.client.clone())
                    .with_name(name)
                    .with_jobs(jobs.unwrap_or(self.jobs)),
                connected,
            });
        }
        if servers.is_empty() {
            let connected = self.server.connect(None, session).await?;
            servers.push(Server {
                connection: Connection::new(connected.client.clone()).with_jobs(self.jobs),
                connected,
            });
        }
        Ok(servers)
    }

    /// The ledger of a folder. What is made in a simulator is no result.
    pub fn ledger(&self, folder: &Path) -> PathBuf {
        match (&self.ledger, self.server.is_simulated()) {
            (Some(ledger), _) => ledger.clone(),
            (None, true) => folder.join(SIMULATED),
            (None, false) => folder.join(LEDGER),
        }
    }
}

/// A server of a batch, and the simulator in its place, if there is one.
pub struct Server {
    pub connection: Connection,
    pub connected: Connected,
}

/// The folder and the ledger that a path means: either of them.
pub fn places(path: &Path, ledger: Option<&Path>) -> (PathBuf, PathBuf) {
    match ledger {
        Some(ledger) => (path.to_owned(), ledger.to_owned()),
        None if path.is_file() => {
            let folder = path.parent().unwrap_or(Path::new("."));
            (folder.to_owned(), path.to_owned())
        }
        None => {
            let ledger = [LEDGER, SIMULATED].map(|name| path.join(name));
            let there = ledger.iter().find(|ledger| ledger.exists());
            (path.to_owned(), there.unwrap_or(&ledger[0]).clone())
        }
    }
}

/// The name of a profile, and the number of jobs if it is given.
fn connection(text: &str) -> Result<(String, Option<usize>), String> {
    match text.split_once('=') {
        Some((name, jobs)) => Ok((name.to_owned(), Some(at_least_one(jobs)?))),
        None => Ok((text.to_owned(), None)),
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "must be a whole number from 1".to_owned())
}

/// Reads a format's name, and lists both in the help.
pub fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["jsonl", "csv"]).map(|name| match name.as_str() {
        "csv" => Format::Csv,
        _ => Format::Jsonl,
    })
}
