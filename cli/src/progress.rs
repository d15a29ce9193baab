//! The progress bar: stage, percent, elapsed time. Nothing is drawn when the
//! standard error is not a terminal.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sorakit::{DownloadOptions, Event, Job, JobStatus, TransferProgress, WaitOptions};

use crate::outcome::Session;
use crate::screen::Screen;

/// Fits into 40 columns; the bar takes what is left.
const TEMPLATE: &str = "{spinner} {msg:22!} [{wide_bar}] {pos:>3} % {elapsed}";

/// A bar in percent. Its clones are one bar; it vanishes at the end.
pub struct Progress {
    bar: ProgressBar,
    screen: Screen,
    /// How the job ended that was waited for.
    ended: Arc<OnceLock<JobStatus>>,
}

impl Progress {
    pub fn new(session: &Session) -> Self {
        let screen = session.screen().clone();
        let target = match session.is_for_script() || screen.is_quiet() {
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
        screen.draw(Some(bar.clone()));
        Self {
            bar,
            screen,
            ended: Arc::default(),
        }
    }

    /// Begins a stage at 0 %.
    pub fn stage(&self, name: impl Into<String>) {
        self.bar.set_message(name.into());
        self.bar.set_position(0);
    }

    /// Shows what happens inside calls.
    pub fn observer(&self) -> impl Fn(&Event) + Send + Sync + 'static {
        let (bar, screen) = (self.bar.clone(), self.screen.clone());
        move |event| {
            if let Event::Warning { message } = event {
                screen.warn(message);
            }
            bar.set_message(match event {
                Event::Retrying { after, .. } => {
                    format!("again in {:.0} s", after.as_secs_f64())
                }
                Event::WaitingForSlot { .. } => "waiting for a slot".into(),
                _ => return,
            });
        }
    }

    /// Shows a wait.
    pub fn waiting(&self, deadline: Option<Duration>) -> WaitOptions {
        let (bar, ended) = (self.bar.clone(), self.ended.clone());
        let show = move |job: &Job| {
            if job.is_ended() {
                let _ = ended.set(job.status);
            }
            // In words of ours: a server's may say that it is done at 56 %.
            let (word, percent) = match job.status {
                JobStatus::Queued => ("in the queue", job.progress),
                JobStatus::Running => ("being made", job.progress),
                JobStatus::Succeeded => ("done", 100.0),
                JobStatus::Failed => ("failed", job.progress),
                JobStatus::Cancelled => ("cancelled", job.progress),
            };
            bar.set_message(word);
            bar.set_position(percent as u64);
        };
        WaitOptions {
            deadline,
            on_progress: Some(Arc::new(show)),
        }
    }

    /// How the job ended that was waited for, if it did.
    pub fn ended(&self) -> Option<JobStatus> {
        self.ended.get().copied()
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
        self.screen.draw(None);
    }
}
