//! Running the command in an empty environment, against a simulator.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use sorakit_simulator::{Entry, Simulator};
use tempfile::TempDir;

/// A folder to work in, a place for the list of jobs, and a server.
pub struct Desk {
    pub folder: TempDir,
    pub simulator: Simulator,
}

/// What the command did.
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    /// With a simulator that makes a video in a fraction of a second.
    pub fn new() -> Self {
        Self::with(Simulator::builder().speed(600.0).start().unwrap())
    }

    pub fn with(simulator: Simulator) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            simulator,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The command with nothing of this machine's environment but the server.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = bare(arguments);
        command
            .current_dir(self.folder.path())
            .env("SORAKIT_STATE_DIR", self.path("state"))
            .env("SORAKIT_DIALECT", "sora")
            .env(
                "SORAKIT_BASE_URL",
                format!("{}/backend", self.simulator.url()),
            )
            .env(
                "SORAKIT_ACCESS_TOKEN",
                self.simulator.credentials().access_token,
            )
            .env("SORAKIT_POLL_INTERVAL", "0.05")
            // How long a download that cannot succeed is tried.
            .env("SORAKIT_GRACE", "3")
            .env("SORAKIT_MAX_RETRIES", "1");
        command
    }

    /// The command with nothing but a place for its configuration, as a user has one who
    /// logs in.
    pub fn user(&self, arguments: &[&str]) -> Command {
        let mut command = bare(arguments);
        command
            .current_dir(self.folder.path())
            .env("SORAKIT_STATE_DIR", self.path("state"))
            .env("XDG_CONFIG_HOME", self.path("config"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        run(&mut self.command(arguments))
    }

    /// How many videos the server was asked to make.
    pub fn creates(&self) -> usize {
        self.simulator.requests_of("sora.videos.create").len()
    }

    /// The requests for media.
    pub fn downloads(&self) -> Vec<Entry> {
        self.simulator.requests_of("cdn.assets.get")
    }

    /// The names of the visible files in the folder.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.') && name != "state" && name != "config")
            .collect();
        names.sort();
        names
    }
}

/// The command in an empty environment.
pub fn bare(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sorakit"));
    command
        .args(arguments)
        .env_clear()
        // No configuration of whoever runs the tests.
        .env("XDG_CONFIG_HOME", "/nowhere")
        .stdin(Stdio::null());
    command
}

pub fn run(command: &mut Command) -> Ran {
    Ran::from(command.output().unwrap())
}

/// Runs the command with this text on its standard input.
pub fn run_with(command: &mut Command, input: &str) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    Ran::from(child.wait_with_output().unwrap())
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// Asks for an exit status.
    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        let (stdout, stderr) = (&self.stdout, &self.stderr);
        assert_eq!(self.status, status, "stdout: {stdout}\nstderr: {stderr}");
        self
    }

    /// The one JSON value that was printed.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}\n{}", self.stdout, self.stderr))
    }

    /// The error that was printed as JSON.
    #[track_caller]
    pub fn error(&self) -> Value {
        let mut json = self.json();
        assert!(json["error"].is_object(), "{json}");
        json["error"].take()
    }
}

/// Asks that a file is a video of this width and length.
#[track_caller]
pub fn assert_video(path: &Path, width: u32, seconds: u64) {
    let file = std::fs::File::open(path).unwrap();
    let video = sorakit::media::VideoInfo::read(std::io::BufReader::new(file)).unwrap();
    assert_eq!(video.width, width);
    assert_eq!(video.duration.as_secs(), seconds);
}
