//! What people see beside the result: lines on the standard error, above the progress
//! bar while one is drawn.

use std::sync::{Arc, Mutex};

use indicatif::ProgressBar;

/// The standard error. Its clones are one.
#[derive(Clone, Default)]
pub struct Screen {
    /// Whether only the result and errors are wanted.
    quiet: bool,
    bar: Arc<Mutex<Option<ProgressBar>>>,
}

impl Screen {
    pub fn new(quiet: bool) -> Self {
        Self {
            quiet,
            ..Self::default()
        }
    }

    /// Whether only the result and errors are wanted.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Says something that helps and is not the result.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            self.log(line);
        }
    }

    /// Says that something is odd and not wrong.
    pub fn warn(&self, line: &str) {
        self.note(&format!("warning: {line}"));
    }

    /// Says what was asked for in so many words, such as a log.
    pub fn log(&self, line: &str) {
        let bar = self.bar.lock().unwrap_or_else(|broken| broken.into_inner());
        match &*bar {
            Some(bar) if !bar.is_hidden() => bar.suspend(|| eprintln!("{line}")),
            _ => eprintln!("{line}"),
        }
    }

    /// Draws the lines above this bar from now on, or above none.
    pub fn draw(&self, bar: Option<ProgressBar>) {
        *self.bar.lock().unwrap_or_else(|broken| broken.into_inner()) = bar;
    }
}
