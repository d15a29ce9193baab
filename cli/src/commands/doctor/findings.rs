//! What was found, a line each, with the next step where something is wrong.

use serde::Serialize;
use sorakit::text::shown;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// As it should be.
    Good,
    /// Odd, or not known.
    Odd,
    /// So that nothing works.
    Bad,
}

/// One thing that was looked at.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub name: &'static str,
    pub grade: Grade,
    /// What was found, in words of ours.
    pub found: String,
    /// What the server said of it, in its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Finding {
    pub fn new(name: &'static str, grade: Grade, found: impl Into<String>) -> Self {
        Self {
            name,
            grade,
            found: found.into(),
            said: None,
            next: None,
        }
    }

    /// In words of the server's.
    #[must_use]
    pub fn said(self, said: Option<String>) -> Self {
        let said = said.filter(|said| !said.is_empty());
        Self {
            said: said.map(|said| shown(&said)),
            ..self
        }
    }

    #[must_use]
    pub fn next(self, next: impl Into<String>) -> Self {
        Self {
            next: Some(next.into()),
            ..self
        }
    }

    /// For people: what the server said stands on a line of its own.
    pub fn lines(&self) -> String {
        let mark = match self.grade {
            Grade::Good => "ok",
            Grade::Odd => "?",
            Grade::Bad => "no",
        };
        let mut text = format!("{mark:<3} {:<10} {}\n", self.name, self.found);
        for (what, line) in [("it says:", &self.said), ("next:", &self.next)] {
            if let Some(line) = line {
                text.push_str(&format!("    {what} {line}\n"));
            }
        }
        text
    }
}
