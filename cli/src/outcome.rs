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
use crate::wording;

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
    report: Option<Box<Report>>,
    /// What the server answered, where it could not be written to its place and is nowhere
    /// else.
    answer: Option<Value>,
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
    /// The options by which a server is named, for advice.
    options: Option<fn() -> Vec<String>>,
    /// Whether requests go without a credential, since none is given.
    keyless: AtomicBool,
    /// How to go on with the job that was begun.
    resume: OnceLock<Resumption>,
    /// Whether a job is being asked for, and the answer is not there.
    creating: AtomicBool,
    /// Whether a job was begun: what fails from then on was not refused before
    /// anything was sent.
    begun: AtomicBool,
    /// Whether the job is done, and only its file is missing.
    done: AtomicBool,
    /// Whether the job has ended without a result.
    failed: AtomicBool,
    /// Why a line could not be printed.
    unprinted: OnceLock<String>,
}

/// How to go on with a job.
struct Resumption {
    /// The command that does.
    command: String,
    /// Who can.
    by: ResumedBy,
}

/// Who can go on with a job.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ResumedBy {
    /// Whoever began it.
    Anybody,
    /// An admin alone, to whom the server shows it.
    Admin,
    /// The very command that runs: when it is refused, so is the same again.
    This,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            error,
            signal: None,
            is_keyless: false,
            report: None,
            answer: None,
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
            signal: Some(signal),
            ..Error::new(ErrorKind::Cancelled, "interrupted").into()
        }
    }

    /// Of an answer that could not be written to its place: it is shown with the error.
    pub fn with_answer(self, answer: Value) -> Self {
        Self {
            answer: Some(answer),
            ..self
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
            report: Some(Box::new(report)),
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

    /// Whether the same command would fail in the same way.
    fn stays(&self) -> bool {
        let kind = self.error.kind();
        let is_refused = matches!(kind, ErrorKind::Authentication | ErrorKind::Permission);
        self.signal.is_none() && (is_refused || self.status() == 2)
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
    /// One run; `options` are the long names of the options by which a server is named.
    pub fn new(json: bool, screen: Screen, level: Level, options: fn() -> Vec<String>) -> Self {
        Self {
            json,
            screen,
            level,
            options: Some(options),
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
    pub fn can_resume(&self, command: String, by: ResumedBy) {
        let _ = self.resume.set(Resumption { command, by });
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

    /// Prints a line while the command goes on. One that cannot be printed does not stop the
    /// work, and fails the command in the end.
    pub fn tell(&self, line: &Value) {
        if let Err(error) = print(&line.to_string()) {
            let _ = self.unprinted.set(error.to_string());
        }
    }

    /// Prints what the command has to say, in the form that is asked for.
    fn show(&self, report: &Report, status: ExitCode) -> ExitCode {
        let text = match self.json {
            true if report.json.is_null() => return status,
            true => pretty(&report.json),
            false if report.text.is_empty() => return status,
            false => report.text.clone(),
        };
        match print(&text) {
            Ok(()) => status,
            // It may be the only place in which a job's id stands.
            Err(error) => {
                eprintln!("error: {error}\nIt is:\n{}", text.trim_end());
                ExitCode::FAILURE
            }
        }
    }

    /// Prints the outcome.
    pub fn end(&self, outcome: Outcome) -> ExitCode {
        match outcome {
            Ok(report) => match self.unprinted.get() {
                None => self.show(&report, ExitCode::SUCCESS),
                Some(why) => {
                    eprintln!("error: {why}");
                    self.show(&report, ExitCode::FAILURE)
                }
            },
            Err(Failure {
                report: Some(report),
                ..
            }) => self.show(&report, ExitCode::FAILURE),
            Err(failure) => self.fail(failure),
        }
    }

    fn fail(&self, mut failure: Failure) -> ExitCode {
        if failure.signal.is_some() && self.creating.load(Ordering::Relaxed) {
            failure.error = interrupted_creation();
        }
        let is_keyless = self.keyless.load(Ordering::Relaxed)
            && failure.error.kind() == ErrorKind::Authentication;
        let advice = match wording::asks_for_admin(&failure.error) {
            true => Some(wording::ADMINLESS),
            false => is_keyless.then_some(KEYLESS),
        };
        if let Some(advice) = advice {
            failure.is_keyless = true;
            failure.error = failure.error.with_hint(advice);
        }
        let status = ExitCode::from(match failure.status() {
            2 if self.begun.load(Ordering::Relaxed) => 1,
            status => status,
        });
        let leaves_job = failure.leaves_job() && !self.failed.load(Ordering::Relaxed);
        let resume = self
            .resume
            .get()
            .filter(|resume| leaves_job && !(resume.by == ResumedBy::This && failure.stays()));
        let options = self.options.map(|options| options()).unwrap_or_default();
        if self.json {
            let mut error = json!(failure.error.report());
            if let Some(Value::String(message)) = error.get_mut("message") {
                *message = wording::of_command(message, &options);
            }
            if let Some(resume) = resume {
                error["resume"] = json!(resume.command);
            }
            let mut said = json!({ "error": error });
            if let Some(answer) = failure.answer {
                said["answer"] = answer;
            }
            let said = pretty(&said);
            if let Err(error) = print(&said) {
                eprintln!("error: {error}\nIt is:\n{said}");
            }
            return status;
        }
        eprintln!(
            "error: {}",
            wording::of_command(&failure.error.to_string(), &options)
        );
        if let Some(resume) = resume {
            let how = match (self.done.load(Ordering::Relaxed), resume.by) {
                (true, _) => "The job is done. To fetch its video again:".to_owned(),
                (false, ResumedBy::Admin) => format!(
                    "The job may go on at the server, which shows it to its admin alone. {} Then:",
                    wording::ADMINLESS
                ),
                (false, _) => "The job goes on at the server. To wait for it again:".to_owned(),
            };
            eprintln!("{how}\n  {}", resume.command);
        }
        if let Some(answer) = failure.answer {
            eprintln!("The server answered:\n{}", pretty(&answer));
        }
        status
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
pub fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let written = writeln!(output, "{}", text.trim_end()).and_then(|()| output.flush());
    written.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        kind => {
            let what = "the result cannot be written to the standard output";
            Err(io::Error::new(kind, format!("{what}: {error}")))
        }
    })
}

pub fn pretty(value: &Value) -> String {
    escaped(&serde_json::to_string_pretty(value).unwrap_or_default())
}
