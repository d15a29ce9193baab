//! The progress bar: stage, percent, elapsed time. Nothing is drawn when the
//! standard error is not a terminal.

use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sorakit::text::shown;
use sorakit::{DownloadOptions, Event, Job, TransferProgress, WaitOptions};

use crate::outcome::Session;

const TEMPLATE: &str = "{spinner} {msg:<28} [{bar:30}] {pos:>3} %  {elapsed_precise}";

/// A bar in percent. Its clones are one bar; it vanishes at the end.
#[derive(Clone)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub fn new(session: &Session) -> Self {
        let target = match session.is_for_script() {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr(),
        };
        let bar = ProgressBar::with_draw_target(Some(100), target);
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style.progress_chars("=> "));
        }
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Self { bar }
    }

    /// Begins a stage at 0 %.
    pub fn stage(&self, name: impl Into<String>) {
        self.bar.set_message(name.into());
        self.bar.set_position(0);
    }

    /// Shows a line above the bar.
    pub fn note(&self, line: &str) {
        self.bar.println(line);
    }

    /// Shows what happens inside calls.
    pub fn observer(&self) -> impl Fn(&Event) + Send + Sync + 'static {
        let bar = self.bar.clone();
        move |event| {
            if let Event::Warning { message } = event {
                bar.suspend(|| eprintln!("warning: {message}"));
            }
            bar.set_message(match event {
                Event::Solved { tries, .. } => format!("creating ({tries} tries)"),
                Event::Retrying { kind, after, .. } => {
                    format!("{kind}: again in {:.0} s", after.as_secs_f64())
                }
                Event::WaitingForSlot { .. } => "waiting for a free slot".into(),
                _ => return,
            });
        }
    }

    /// Shows a wait.
    pub fn waiting(&self, deadline: Option<Duration>) -> WaitOptions {
        let bar = self.bar.clone();
        let show = move |job: &Job| {
            if let Some(word) = &job.status_word {
                bar.set_message(shown(word));
            }
            bar.set_position(job.progress as u64);
        };
        WaitOptions {
            deadline,
            on_progress: Some(Arc::new(show)),
        }
    }

    /// Shows a download.
    pub fn downloading(&self) -> DownloadOptions {
        let bar = self.bar.clone();
        let show = move |progress: TransferProgress| {
            if let Some(total) = progress.total.filter(|total| *total > 0) {
                bar.set_position(progress.done * 100 / total);
            }
        };
        DownloadOptions {
            on_progress: Some(Arc::new(show)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
