//! What a client has written down of its jobs: the intention before it asks, and the
//! answer after it. It is on the disk when a call returns, and all that a crash leaves.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The file.
pub struct Ledger {
    path: PathBuf,
}

/// A request for a job, by its prompt.
#[derive(Debug, Clone)]
pub struct Asked {
    pub prompt: String,
    pub state: State,
    /// Whether its file has its final name.
    pub downloaded: bool,
    /// Whether the job was to be deleted.
    pub deleted: bool,
}

/// What is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It was about to be sent.
    Intended,
    /// The server took it.
    Begun { id: String },
    /// The server did not take it.
    Refused,
    /// It was said that nobody knows.
    Unknown,
    /// It is part of a chat, which names no job.
    Chat,
}

#[derive(Debug, Serialize, Deserialize)]
enum Line {
    Is { prompt: String, state: State },
    Downloaded { prompt: String },
    Deleted { prompt: String },
}

impl Ledger {
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    pub fn note(&self, prompt: &str, state: State) {
        let prompt = prompt.to_owned();
        self.append(&Line::Is { prompt, state });
    }

    pub fn downloaded(&self, prompt: &str) {
        let prompt = prompt.to_owned();
        self.append(&Line::Downloaded { prompt });
    }

    pub fn deleted(&self, prompt: &str) {
        let prompt = prompt.to_owned();
        self.append(&Line::Deleted { prompt });
    }

    /// Every request so far, in its order.
    pub fn asked(&self) -> Vec<Asked> {
        let mut all: Vec<Asked> = Vec::new();
        for line in lines(&self.path) {
            let (Line::Is { prompt, .. } | Line::Downloaded { prompt } | Line::Deleted { prompt }) =
                &line;
            let at = all.iter().position(|asked| asked.prompt == *prompt);
            let at = at.unwrap_or_else(|| {
                all.push(Asked {
                    prompt: prompt.clone(),
                    state: State::Intended,
                    downloaded: false,
                    deleted: false,
                });
                all.len() - 1
            });
            match line {
                Line::Is { state, .. } => all[at].state = state,
                Line::Downloaded { .. } => all[at].downloaded = true,
                Line::Deleted { .. } => all[at].deleted = true,
            }
        }
        all
    }

    fn append(&self, line: &Line) {
        let mut text = serde_json::to_string(line).expect("a line");
        text.push('\n');
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path);
        let mut file: File = file.expect("the list of jobs");
        file.write_all(text.as_bytes()).expect("the list of jobs");
    }
}

fn lines(path: &Path) -> Vec<Line> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a line"))
        .collect()
}
