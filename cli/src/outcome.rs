//! How a command ends: what it prints, and its exit status.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use sorakit::text::escaped;
use sorakit::{Error, ErrorKind};

use crate::files;
use crate::screen::Screen;
use crate::verbosity::Level;

/// What a command that succeeded has to say, in both forms.
pub struct Report {
    /// For people.
    pub text: String,
    /// For scripts; null when there is nothing to say.
    pub json: Value,
}

impl Report {
    /// What was done, in one line, and what scripts get.
    pub fn of(text: impl Into<String>, json: Value) -> Self {
        Self {
            text: text.into(),
            json,
        }
    }

    /// Of a command that has written its result itself.
    pub fn nothing() -> Self {
        Self {
            text: String::new(),
            json: Value::Null,
        }
    }
}

/// How a command failed.
pub struct Failure {
    error: Error,
    /// The signal that ended it.
    signal: Option<u8>,
    /// Whether the server asks for a credential, and none is given.
    is_keyless: bool,
    /// What the command has to say in place of the error.
    report: Option<Report>,
}

/// What to do without a credential.
pub const KEYLESS: &str = "Set SORAKIT_API_KEY, name a file that holds the key with \
    --api-key-file, or keep it with `sorakit login`.";

/// The result of every command.
pub type Outcome = Result<Report, Failure>;

/// One run of the command.
#[derive(Default)]
pub struct Session {
    json: bool,
    screen: Screen,
    level: Level,
    /// Whether requests go without a credential, since none is given.
    keyless: AtomicBool,
    /// How to go on with the job that was begun.
    resume: OnceLock<String>,
    /// Whether a job is being asked for, and the answer is not there.
    creating: AtomicBool,
    /// Whether a job was begun: what fails from then on was not refused before
    /// anything was sent.
    begun: AtomicBool,
    /// Whether the job is done, and only its file is missing.
    done: AtomicBool,
    /// Whether the job has ended without a result.
    failed: AtomicBool,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            error,
            signal: None,
            is_keyless: false,
            report: None,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Error::new(ErrorKind::Storage, error.to_string()).into()
    }
}

impl Failure {
    /// The user pressed Ctrl-C, or the system ends the process.
    pub fn interrupted(signal: u8) -> Self {
        Self {
            error: Error::new(ErrorKind::Cancelled, "interrupted"),
            signal: Some(signal),
            is_keyless: false,
            report: None,
        }
    }

    /// says what to do next, after the error's own advice.
    pub fn advising(self, advice: &str) -> Self {
        let own = self.error.hint().map(|own| format!("{own} {advice}"));
        let error = self
            .error
            .with_hint(own.unwrap_or_else(|| advice.to_owned()));
        Self { error, ..self }
    }

    /// Of a command whose result is that something is wrong.
    pub fn said(report: Report) -> Self {
        Self {
            report: Some(report),
            ..Error::new(ErrorKind::UnexpectedResponse, "something is wrong").into()
        }
    }

    fn status(&self) -> u8 {
        if let Some(signal) = self.signal {
            return 128 + signal;
        }
        match self.error.kind() {
            _ if self.is_keyless => 2,
            ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::Configuration => 2,
            // Without the list of jobs, or a batch's ledger, nothing is sent.
            ErrorKind::Storage if matches!(self.error.field(), Some(files::FIELD | "ledger")) => 2,
            _ => 1,
        }
    }

    /// Whether the job may still end well.
    fn leaves_job(&self) -> bool {
        self.signal.is_some()
            || !matches!(
                self.error.kind(),
                ErrorKind::ContentPolicy
                    | ErrorKind::GenerationFailed
                    | ErrorKind::Cancelled
                    | ErrorKind::NotFound
            )
    }
}

impl Session {
    pub fn new(json: bool, screen: Screen, level: Level) -> Self {
        Self {
            json,
            screen,
            level,
            ..Self::default()
        }
    }

    /// Where lines for people go.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What is logged of the traffic.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Says something that helps people and is not the result.
    pub fn note(&self, line: &str) {
        if !self.json {
            self.screen.note(line);
        }
    }

    /// Notes that no credential is given. A server may ask for none.
    pub fn goes_without_credential(&self) {
        self.keyless.store(true, Ordering::Relaxed);
    }

    /// Whether the result is for a script, so that nothing else is to be shown.
    pub fn is_for_script(&self) -> bool {
        self.json
    }

    /// Notes the command that goes on with the job, should this one not end well.
    pub fn can_resume(&self, command: String) {
        let _ = self.resume.set(command);
    }

    /// Notes that a job is being asked for, or was.
    pub fn is_creating(&self, creating: bool) {
        self.creating.store(creating, Ordering::Relaxed);
    }

    /// Notes that a job was begun.
    pub fn has_begun(&self) {
        self.begun.store(true, Ordering::Relaxed);
    }

    /// Notes that the job is done, so that nothing of it goes on at the server.
    pub fn is_done(&self) {
        self.done.store(true, Ordering::Relaxed);
    }

    /// Notes that the job has ended without a result, so that there is nothing to resume.
    pub fn has_failed(&self) {
        self.failed.store(true, Ordering::Relaxed);
    }

    fn show(&self, report: &Report) {
        match self.json {
            true if report.json.is_null() => {}
            true => print(&pretty(&report.json)),
            false if report.text.is_empty() => {}
            false => print(&report.text),
        }
    }

    /// Prints the outcome.
    pub fn end(&self, outcome: Outcome) -> ExitCode {
        match outcome {
            Ok(report) => {
                self.show(&report);
                ExitCode::SUCCESS
            }
            Err(Failure {
                report: Some(report),
                ..
            }) => {
                self.show(&report);
                ExitCode::FAILURE
            }
            Err(mut failure) => {
                if failure.signal.is_some() && self.creating.load(Ordering::Relaxed) {
                    failure.error = interrupted_creation();
                }
                if self.keyless.load(Ordering::Relaxed)
                    && failure.error.kind() == ErrorKind::Authentication
                {
                    failure.is_keyless = true;
                    failure.error = failure.error.with_hint(KEYLESS);
                }
                let leaves_job = failure.leaves_job() && !self.failed.load(Ordering::Relaxed);
                let resume = self.resume.get().filter(|_| leaves_job);
                if self.json {
                    let mut error = json!(failure.error.report());
                    if let Some(resume) = resume {
                        error["resume"] = json!(resume);
                    }
                    print(&pretty(&json!({ "error": error })));
                } else {
                    eprintln!("error: {}", failure.error);
                    if let Some(resume) = resume {
                        let how = match self.done.load(Ordering::Relaxed) {
                            true => "The job is done. To fetch its video again:",
                            false => "The job goes on at the server. To wait for it again:",
                        };
                        eprintln!("{how}\n  {resume}");
                    }
                }
                ExitCode::from(match failure.status() {
                    2 if self.begun.load(Ordering::Relaxed) => 1,
                    status => status,
                })
            }
        }
    }
}

/// What an interruption leaves behind while the server's answer is awaited.
fn interrupted_creation() -> Error {
    Error::new(
        ErrorKind::OutcomeUnknown,
        "interrupted before the server had answered: it is unknown whether it took the job",
    )
    .with_hint(
        "`sorakit jobs` lists it as unknown, and looks for it where the server has a list. Send it \
         again only when you are sure.",
    )
}

/// Prints a line to the standard output. A reader that has gone is no error.
pub fn print(text: &str) {
    let mut output = io::stdout().lock();
    let _ = writeln!(output, "{}", text.trim_end()).and_then(|()| output.flush());
}

pub fn pretty(value: &Value) -> String {
    escaped(&serde_json::to_string_pretty(value).unwrap_or_default())
}
