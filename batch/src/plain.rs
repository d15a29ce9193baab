//! A batch with plain values, for other languages: lines come and results go as JSON.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::Stream;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sorakit::api::read_as;
use sorakit::{Client, Error, ErrorReport, JobKind, Result, seconds};

use crate::batch::{AddOptions, Added, Batch};
use crate::connection::Connection;
use crate::event::{Event, Item};
use crate::ledger::{Counts, LEDGER, Row, State};
use crate::lines::{Line, Lines};
use crate::run::{Run, RunOptions, Stopper};

/// A batch with its servers and its way of running.
pub struct PlainBatch {
    batch: Mutex<Batch>,
    folder: PathBuf,
    connections: Vec<Connection>,
    options: RunOptions,
    current: Mutex<Current>,
}

/// The run under way, which the stream of its results shares with the batch, and what stops it.
#[derive(Default)]
struct Current {
    run: Arc<Mutex<Option<Run>>>,
    stopper: Option<Stopper>,
}

/// What became of each request of a run. Dropping it ends the run.
struct Results(Arc<Mutex<Option<Run>>>);

impl Stream for Results {
    type Item = Result<Finished>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut shared = held(&self.0);
        while let Some(run) = &mut *shared {
            match Pin::new(run).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(event)) => {
                    if let Some(result) = event.map(Finished::of).transpose() {
                        return Poll::Ready(Some(result));
                    }
                }
                Poll::Ready(None) => *shared = None,
            }
        }
        Poll::Ready(None)
    }
}

impl Drop for Results {
    fn drop(&mut self) {
        held(&self.0).take();
    }
}

/// How a batch is run, as other languages say it.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    jobs: usize,
    downloads: usize,
    resend_unknown: bool,
    timeout: Option<f64>,
    patience: f64,
    ledger: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            jobs: 4,
            downloads: 4,
            resend_unknown: false,
            timeout: None,
            patience: 3600.0,
            ledger: None,
        }
    }
}

/// How lines are added, as other languages say it.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Adding {
    kind: JobKind,
    skip_invalid: bool,
    overwrite: bool,
}

impl Default for Adding {
    fn default() -> Self {
        Self {
            kind: JobKind::Video,
            skip_invalid: false,
            overwrite: false,
        }
    }
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finished {
    /// The caller's name for it.
    pub custom_id: Option<String>,
    /// The line of the input.
    pub line: u64,
    /// The state; `running` or `downloading` if it is left for a later run.
    pub state: State,
    /// The server's id of the job.
    pub job_id: Option<String>,
    /// The files.
    pub files: Vec<String>,
    /// The reason, if it is not done.
    pub error: Option<ErrorReport>,
}

impl PlainBatch {
    /// Opens the batch of a folder, over these servers, each with the name by which the ledger
    /// tells it from others. It takes the settings `jobs`, `downloads`, `resend_unknown`,
    /// `timeout` and `patience` in seconds, and `ledger`.
    ///
    /// # Errors
    /// As [`Batch::open`], and `invalid_input` for the settings.
    pub fn open(folder: &Path, servers: Vec<(String, Client)>, settings: Value) -> Result<Self> {
        let settings: Settings = read_as("settings", settings)?;
        for (field, number) in [("jobs", settings.jobs), ("downloads", settings.downloads)] {
            if number == 0 {
                return Err(Error::invalid(field, "must be a whole number from 1"));
            }
        }
        let patience = seconds("patience", Some(settings.patience))?;
        let options = RunOptions {
            downloads: settings.downloads,
            resend_unknown: settings.resend_unknown,
            deadline: seconds("timeout", settings.timeout)?,
            patience: patience.unwrap_or(Duration::ZERO),
        };
        let connections = servers.into_iter().map(|(name, client)| {
            let connection = Connection::new(client).with_name(name);
            connection.with_jobs(settings.jobs)
        });
        let ledger = settings.ledger.unwrap_or_else(|| folder.join(LEDGER));
        Ok(Self {
            batch: Mutex::new(Batch::open_with(folder, ledger)?),
            folder: folder.to_owned(),
            connections: connections.collect(),
            options,
            current: Mutex::default(),
        })
    }

    /// Adds requests, each with the fields of a line of a file, or a prompt alone; see
    /// [`Batch::add`]. It takes the options `kind`, `skip_invalid` and `overwrite`, and holds up its thread.
    ///
    /// # Errors
    /// As [`Batch::add`], and the first error of the lines' source.
    pub fn add(
        &self,
        lines: impl Iterator<Item = Result<Value>>,
        options: Value,
    ) -> Result<(Added, Vec<ErrorReport>)> {
        let adding: Adding = read_as("options", options)?;
        let fields = |line| match line {
            Value::String(prompt) => json!({ "prompt": prompt }),
            fields => fields,
        };
        let lines = lines
            .zip(1..)
            .map(|(line, number)| Line::of(number, line.map(fields), adding.kind));
        self.add_lines(lines, &adding)
    }

    /// Adds the requests of a file, JSON lines or CSV.
    ///
    /// # Errors
    /// As [`add`](Self::add), and `invalid_input` if the file cannot be read.
    pub fn add_file(&self, path: &Path, options: Value) -> Result<(Added, Vec<ErrorReport>)> {
        let adding: Adding = read_as("options", options)?;
        let lines = Lines::open(path)?.making(adding.kind);
        self.add_lines(lines, &adding)
    }

    fn add_lines(
        &self,
        lines: impl Iterator<Item = Line>,
        adding: &Adding,
    ) -> Result<(Added, Vec<ErrorReport>)> {
        let mut refused = Vec::new();
        let mut on_invalid = |error: &Error| refused.push(error.report());
        let options = AddOptions {
            skip_invalid: adding.skip_invalid,
            overwrite: adding.overwrite,
            on_invalid: Some(&mut on_invalid),
        };
        let checked = lines.map(|line| {
            let clients = self.connections.iter().map(|connection| &connection.client);
            clients.fold(line, |line, client| line.checked(client))
        });
        let added = self.batch().add(checked, options)?;
        Ok((added, refused))
    }

    /// Runs the batch as long as the stream is polled: what became of each request, as it ends.
    ///
    /// # Errors
    /// As [`Batch::run`].
    pub fn run(&self) -> Result<impl Stream<Item = Result<Finished>> + Send + use<>> {
        let run = self
            .batch()
            .run(self.connections.clone(), self.options.clone())?;
        let stopper = Some(run.stopper());
        let run = Arc::new(Mutex::new(Some(run)));
        *held(&self.current) = Current {
            run: run.clone(),
            stopper,
        };
        Ok(Results(run))
    }

    /// Sends nothing more; the run goes on until what was sent has ended.
    pub fn stop(&self) {
        if let Some(stopper) = &held(&self.current).stopper {
            stopper.stop();
        }
    }

    /// Ends the run at once, wherever the stream of its results is still held: that stream ends. A
    /// later run goes on.
    pub fn close(&self) {
        held(&held(&self.current).run).take();
        // Wakes whoever waits for a result.
        self.stop();
    }

    /// What became of the requests of this batch and of earlier inputs, as the ledger has it.
    ///
    /// # Errors
    /// `storage` if the ledger cannot be read.
    pub fn results(&self) -> Result<Vec<Finished>> {
        let mut results = Vec::new();
        self.batch().rows(|row| {
            results.extend(Finished::of_row(row, &self.folder));
            Ok(())
        })?;
        Ok(results)
    }

    /// The number of requests in each state.
    ///
    /// # Errors
    /// `storage` if the ledger cannot be read.
    pub fn counts(&self) -> Result<Counts> {
        self.batch().counts()
    }

    /// Lets the requests that have failed wait again, and returns their number.
    ///
    /// # Errors
    /// `storage` if the ledger cannot be written.
    pub fn retry_failed(&self) -> Result<u64> {
        self.batch().retry_failed()
    }

    fn batch(&self) -> MutexGuard<'_, Batch> {
        held(&self.batch)
    }
}

impl Finished {
    fn of(event: Event) -> Option<Self> {
        let ended = |item: Item, state, error| Self {
            custom_id: item.custom_id,
            line: item.line,
            state,
            job_id: None,
            files: Vec::new(),
            error,
        };
        Some(match event {
            Event::Done {
                item,
                job_id,
                files,
                ..
            } => Self {
                job_id: Some(job_id),
                files: files.iter().map(|file| text(file)).collect(),
                ..ended(item, State::Done, None)
            },
            Event::Failed { item, error } => Self {
                job_id: error.job_id.clone(),
                ..ended(item, State::Failed, Some(error))
            },
            Event::Unknown { item, error } => ended(item, State::Unknown, Some(error)),
            Event::Left { item, error } => Self {
                job_id: error.job_id.clone(),
                ..ended(item, State::Running, Some(error))
            },
            _ => return None,
        })
    }

    /// What the ledger has of a request that has ended.
    fn of_row(row: Row, folder: &Path) -> Option<Self> {
        matches!(row.state, State::Done | State::Failed | State::Unknown).then(|| Self {
            files: row
                .files
                .iter()
                .map(|file| text(&folder.join(file)))
                .collect(),
            custom_id: row.custom_id,
            line: row.line,
            state: row.state,
            job_id: row.job_id,
            error: row.error.filter(|_| row.state != State::Done),
        })
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
