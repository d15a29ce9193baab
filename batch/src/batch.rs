//! A batch: a folder of results with its ledger.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};
use std::time::SystemTime;

use sorakit::api::Timestamp;
use sorakit::{Error, ErrorKind, Result, check_target};

use crate::connection::Connection;
use crate::ledger::{Counts, LEDGER, Ledger, Place, hold};
use crate::lines::Line;
use crate::place;
use crate::plain::Finished;
use crate::run::{Run, RunOptions, Shared};

/// A folder of results with its ledger. One process at a time has it.
pub struct Batch {
    ledger: Arc<Mutex<Ledger>>,
    folder: PathBuf,
    /// The number of the input that counts, and whether this process has begun it.
    newest: i64,
    has_begun: bool,
    lines: u64,
    /// Held by the run under way.
    running: Weak<()>,
}

/// How requests are added.
#[derive(Default)]
pub struct AddOptions<'a> {
    /// True to leave out the lines that cannot be sent. Otherwise one of them refuses all.
    pub skip_invalid: bool,
    /// True to replace files that lines name, should they exist.
    pub overwrite: bool,
    /// Called with the error of each line that cannot be sent.
    pub on_invalid: Option<&'a mut dyn FnMut(&Error)>,
}

/// What became of the lines of an input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Added {
    /// Requests that were not known.
    pub new: u64,
    /// Requests that an earlier input named.
    pub known: u64,
    /// Lines that were left out.
    pub invalid: u64,
}

impl Batch {
    /// Opens the batch of a folder, which is made if need be, with its ledger in it.
    ///
    /// # Errors
    /// `invalid_input` if the folder cannot be written; `storage` if the ledger cannot be used,
    /// a newer version wrote it, or another process runs the batch.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        Self::open_with(folder, folder.join(LEDGER))
    }

    /// As [`open`](Self::open), with the ledger elsewhere.
    pub fn open_with(folder: impl AsRef<Path>, ledger: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        let refused = |why: String| {
            let what = format!("cannot write to the folder {}: {why}", folder.display());
            Error::invalid("output", what)
        };
        std::fs::create_dir_all(folder).map_err(|error| refused(error.to_string()))?;
        // Permissions say less than a file that is there.
        check_target(&folder.join("video.mp4"))
            .map_err(|error| Error::invalid("output", error.reason()))?;
        let ledger = Ledger::write(ledger.as_ref())?;
        Ok(Self {
            newest: ledger.newest()?,
            ledger: Arc::new(Mutex::new(ledger)),
            folder: folder.to_owned(),
            has_begun: false,
            lines: 0,
            running: Weak::new(),
        })
    }

    /// Adds requests: all of them, or none if one cannot be sent. They are the batch from now
    /// on, with those that were added before in this process. Requests that are known already
    /// keep their state; the others of earlier inputs are not sent any more.
    ///
    /// A request is known by its `custom_id` and its content, without a `custom_id` by its
    /// content alone; the same content twice is two requests.
    ///
    /// # Errors
    /// `invalid_input`, with the number of the line, the first of them in the message;
    /// `storage` if the ledger cannot be written.
    pub fn add<L: Into<Line>>(
        &mut self,
        lines: impl IntoIterator<Item = L>,
        mut options: AddOptions<'_>,
    ) -> Result<Added> {
        let batch = self.newest + i64::from(!self.has_begun);
        let mut added = Added::default();
        let mut first: Option<Error> = None;
        let mut counted = self.lines;
        {
            let mut ledger = hold(&self.ledger);
            let mut import = ledger.import(batch, Timestamp::from(SystemTime::now()))?;
            for line in lines {
                let line = line.into();
                counted += 1;
                let number = match line.number {
                    0 => counted,
                    number => number,
                };
                let taken = line.request.and_then(|request| {
                    request.creation.check_alone()?;
                    let place = self.place(&request.output, number, options.overwrite)?;
                    import.add(&request, &place)
                });
                match taken {
                    Ok(true) => added.new += 1,
                    Ok(false) => added.known += 1,
                    // No line's own: the ledger cannot be written, or the server be asked
                    // what it speaks.
                    Err(error) if !is_refusal(&error) => return Err(error),
                    Err(error) => {
                        let error = in_line(number, &error);
                        if let Some(on_invalid) = &mut options.on_invalid {
                            on_invalid(&error);
                        }
                        added.invalid += 1;
                        first.get_or_insert(error);
                    }
                }
            }
            match first {
                Some(error) if !options.skip_invalid => return Err(refused(&error, added.invalid)),
                _ => import.commit()?,
            }
        }
        (self.newest, self.has_begun, self.lines) = (batch, true, counted);
        Ok(added)
    }

    /// Lets the requests that have failed wait again, and returns their number.
    ///
    /// # Errors
    /// `storage` if the ledger cannot be written.
    pub fn retry_failed(&mut self) -> Result<u64> {
        hold(&self.ledger).retry_failed(self.newest)
    }

    /// What the ledger has of the requests that have ended.
    pub(crate) fn results(&self, folder: &Path) -> Result<Vec<Finished>> {
        let mut results = Vec::new();
        hold(&self.ledger).rows(|row| {
            results.extend(Finished::of_row(row, folder));
            Ok(())
        })?;
        Ok(results)
    }

    /// The number of requests in each state, of those that are the batch now.
    ///
    /// # Errors
    /// `storage` if the ledger cannot be read.
    pub fn counts(&self) -> Result<Counts> {
        hold(&self.ledger).counts(true)
    }

    /// Runs the batch: sends what waits, waits for what was sent, and downloads what is made,
    /// as long as the stream is polled. Dropping it ends at once, and the ledger is right.
    ///
    /// # Errors
    /// `invalid_input` without a connection, and `conflict` while another run of this batch is
    /// under way. The stream ends with an error that would be every
    /// request's, such as a credential that is refused.
    pub fn run(&mut self, connections: Vec<Connection>, options: RunOptions) -> Result<Run> {
        if self.running.strong_count() > 0 {
            let what = "the batch runs already: end that run first";
            return Err(Error::new(ErrorKind::Conflict, what));
        }
        let running = Arc::new(());
        self.running = Arc::downgrade(&running);
        let shared = Shared {
            ledger: self.ledger.clone(),
            folder: self.folder.clone(),
            batch: self.newest,
            running,
        };
        Run::new(shared, connections, options)
    }

    fn place(&self, output: &Option<String>, line: u64, overwrite: bool) -> Result<Place> {
        let path = output.as_ref().map(|output| self.folder.join(output));
        if let Some(output) = output {
            place::check(&self.folder, output)?;
        }
        Ok(Place {
            line: i64::try_from(line).unwrap_or(i64::MAX),
            overwrite,
            exists: path.is_some_and(|path| path.symlink_metadata().is_ok()),
        })
    }
}

/// True if an error is one of the request alone.
fn is_refusal(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::InvalidInput | ErrorKind::Unsupported
    )
}

/// The error of a line, with its number.
fn in_line(number: u64, error: &Error) -> Error {
    let what = format!("line {number}: {}", error.reason());
    let named = Error::new(ErrorKind::InvalidInput, what);
    match error.field() {
        Some(field) => named.with_field(field),
        None => named,
    }
}

/// The error of an input of which some lines cannot be sent.
fn refused(first: &Error, count: u64) -> Error {
    let what = match count {
        1 => format!("nothing is sent: {}", first.reason()),
        _ => format!(
            "nothing is sent: {count} lines are wrong, the first being {}",
            first.reason()
        ),
    };
    let error = Error::new(ErrorKind::InvalidInput, what);
    match first.field() {
        Some(field) => error.with_field(field),
        None => error,
    }
}
