//! How a command ends: what it prints, and its exit status.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use sorakit::text::escaped;
use sorakit::{Error, ErrorKind};

/// What a command that succeeded has to say, in both forms.
pub struct Report {
    /// For people.
    pub text: String,
    /// For scripts; null when there is nothing to say.
    pub json: Value,
}

impl Report {
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
}

/// The result of every command.
pub type Outcome = Result<Report, Failure>;

/// One run of the command.
pub struct Session {
    json: bool,
    /// How to go on with the job that was begun.
    resume: OnceLock<String>,
    /// Whether a job is being asked for, and the answer is not there.
    creating: AtomicBool,
    /// Whether the job is done, and only its file is missing.
    done: AtomicBool,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            error,
            signal: None,
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
        }
    }

    fn status(&self) -> u8 {
        if let Some(signal) = self.signal {
            return 128 + signal;
        }
        match self.error.kind() {
            ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::Configuration => 2,
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
    pub fn new(json: bool) -> Self {
        Self {
            json,
            resume: OnceLock::new(),
            creating: AtomicBool::new(false),
            done: AtomicBool::new(false),
        }
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

    /// Notes that the job is done, so that nothing of it goes on at the server.
    pub fn is_done(&self) {
        self.done.store(true, Ordering::Relaxed);
    }

    /// Prints the outcome.
    pub fn end(&self, outcome: Outcome) -> ExitCode {
        match outcome {
            Ok(report) => {
                match self.json {
                    true if report.json.is_null() => {}
                    true => print(&pretty(&report.json)),
                    false if report.text.is_empty() => {}
                    false => print(&report.text),
                }
                ExitCode::SUCCESS
            }
            Err(mut failure) => {
                if failure.signal.is_some() && self.creating.load(Ordering::Relaxed) {
                    failure.error = crate::commands::creation::interrupted();
                }
                let resume = self.resume.get().filter(|_| failure.leaves_job());
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
                ExitCode::from(failure.status())
            }
        }
    }
}

/// Ends a run whose command line is wrong, or asks for help.
pub fn usage(error: &clap::Error) -> ExitCode {
    let is_wrong = error.use_stderr();
    let json = std::env::args_os().any(|word| word == "--json");
    if is_wrong && json {
        let rendered = error.render().to_string();
        let first = rendered.split("\n\n").next().unwrap_or_default();
        let message = first.trim_start_matches("error: ");
        let error = Error::new(ErrorKind::InvalidInput, message);
        print(&pretty(&json!({ "error": error.report() })));
    } else {
        let _ = error.print();
    }
    ExitCode::from(if is_wrong { 2 } else { 0 })
}

/// Prints a line to the standard output. A reader that has gone is no error.
pub fn print(text: &str) {
    let mut output = io::stdout().lock();
    let _ = writeln!(output, "{}", text.trim_end()).and_then(|()| output.flush());
}

fn pretty(value: &Value) -> String {
    escaped(&serde_json::to_string_pretty(value).unwrap_or_default())
}
