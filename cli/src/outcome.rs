//! How a command ends: what it prints, and its exit status.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

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

/// How a command failed.
pub struct Failure {
    error: Error,
    interrupted: bool,
}

/// The result of every command.
pub type Outcome = Result<Report, Failure>;

/// One run of the command.
pub struct Session {
    json: bool,
    /// How to go on with the job that was begun.
    resume: OnceLock<String>,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            error,
            interrupted: false,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Error::new(ErrorKind::Storage, error.to_string()).into()
    }
}

impl Failure {
    /// The user pressed Ctrl-C.
    pub fn interrupted() -> Self {
        Self {
            error: Error::new(ErrorKind::Cancelled, "interrupted"),
            interrupted: true,
        }
    }

    fn status(&self) -> u8 {
        match self.error.kind() {
            _ if self.interrupted => 130,
            ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::Configuration => 2,
            _ => 1,
        }
    }

    /// Whether the job may still end well.
    fn leaves_job(&self) -> bool {
        !matches!(
            self.error.kind(),
            ErrorKind::ContentPolicy | ErrorKind::GenerationFailed
        )
    }
}

impl Session {
    pub fn new(json: bool) -> Self {
        Self {
            json,
            resume: OnceLock::new(),
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
            Err(failure) => {
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
                        eprintln!(
                            "The job goes on at the server. To wait for it again:\n  {resume}"
                        );
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
