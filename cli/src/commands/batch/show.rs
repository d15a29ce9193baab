//! A batch at work as people and scripts see it.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use sorakit::JobStatus;
use sorakit::text::shown_within;
use sorakit_batch::{Counts, Event, Item, State};

use crate::outcome::Session;
use crate::paths::quoted;
use crate::screen::Screen;

/// The jobs that have a line of their own.
const MOST_LINES: usize = 12;

/// What is shown of a batch at work.
pub struct Show<'a> {
    session: &'a Session,
    screen: Screen,
    bars: MultiProgress,
    whole: ProgressBar,
    jobs: HashMap<i64, ProgressBar>,
    counts: Counts,
    running: u64,
    began: Instant,
    /// Those that have ended in this run.
    ended: u64,
}

impl<'a> Show<'a> {
    pub fn new(counts: Counts, session: &'a Session) -> Self {
        let screen = session.screen().clone();
        let target = match session.is_for_script() || screen.is_quiet() {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr(),
        };
        let bars = MultiProgress::with_draw_target(target);
        let whole = bars.add(ProgressBar::new(counts.total()));
        if let Ok(style) = ProgressStyle::with_template("[{wide_bar}] {msg}") {
            whole.set_style(style.progress_chars("=> "));
        }
        screen.draw(Some(whole.clone()));
        let show = Self {
            session,
            screen,
            bars,
            whole,
            jobs: HashMap::new(),
            counts,
            running: 0,
            began: Instant::now(),
            ended: 0,
        };
        show.draw();
        show
    }

    /// Shows what has happened.
    pub fn event(&mut self, event: &Event) {
        self.session.has_begun();
        if self.session.is_for_script() {
            self.session.tell(&json!(event));
            return;
        }
        match event {
            Event::Sent { item, .. } | Event::Resumed { item, .. } => {
                self.running += 1;
                self.line(item);
            }
            Event::Progress {
                item,
                status,
                progress,
            } => self.progress(item, *status, *progress),
            Event::Done { item, files, .. } => {
                self.counts.done += 1;
                let files: Vec<_> = files
                    .iter()
                    .map(|file| file.display().to_string())
                    .collect();
                self.over(item, true);
                self.tell(item, &format!("done: {}", files.join(", ")));
            }
            Event::Failed { item, error } => {
                self.counts.failed += 1;
                self.over(item, true);
                self.tell(item, &format!("failed: {}", error.message));
            }
            Event::Unknown { item, error } => {
                self.over(item, true);
                self.tell(item, &format!("unknown: {}", error.message));
            }
            Event::Left { item, error } => {
                self.over(item, false);
                self.tell(item, &format!("left: {}", error.message));
            }
            Event::Paused {
                connection,
                after,
                error,
            } => {
                let what = format!("again in {}: {}", span(*after), error.message);
                self.tell_of(connection, &what);
            }
            Event::Limited { connection, jobs } => {
                let what = format!("the account takes {jobs} jobs at once");
                self.tell_of(connection, &what);
            }
            Event::Closed { connection, error } => {
                self.tell_of(
                    connection,
                    &format!("nothing more is sent: {}", error.message),
                );
            }
            Event::Stopped { error } if self.running > 1 => {
                let what = format!("nothing more is sent: {}", error.message);
                self.screen.note(&what);
            }
            _ => {}
        }
        self.draw();
    }

    /// Takes the bars away.
    pub fn end(&mut self) {
        for bar in self.jobs.values() {
            bar.finish_and_clear();
        }
        self.whole.finish_and_clear();
        self.screen.draw(None);
    }

    fn line(&mut self, item: &Item) {
        if self.jobs.len() >= MOST_LINES || self.whole.is_hidden() {
            return;
        }
        let bar = self.bars.insert_before(&self.whole, ProgressBar::new(100));
        if let Ok(style) =
            ProgressStyle::with_template("{prefix:24!} {msg:14!} {pos:>3} % {elapsed}")
        {
            bar.set_style(style);
        }
        bar.set_prefix(name(item));
        bar.set_message("sent");
        self.jobs.insert(item.id, bar);
    }

    fn progress(&self, item: &Item, status: JobStatus, progress: f64) {
        if let Some(bar) = self.jobs.get(&item.id) {
            bar.set_message(match status {
                JobStatus::Queued => "in the queue",
                JobStatus::Running => "being made",
                JobStatus::Succeeded => "downloading",
                JobStatus::Failed => "failed",
                JobStatus::Cancelled => "cancelled",
            });
            bar.set_position(progress as u64);
        }
    }

    fn over(&mut self, item: &Item, has_ended: bool) {
        self.running = self.running.saturating_sub(1);
        self.ended += u64::from(has_ended);
        if let Some(bar) = self.jobs.remove(&item.id) {
            bar.finish_and_clear();
            self.bars.remove(&bar);
        }
    }

    fn tell(&self, item: &Item, what: &str) {
        self.screen.note(&format!("{}: {what}", name(item)));
    }

    fn tell_of(&self, connection: &str, what: &str) {
        match connection {
            "" => self.screen.note(what),
            name => self.screen.note(&format!("{name}: {what}")),
        }
    }

    /// The line of the whole, with its rate and the time left.
    fn draw(&self) {
        let (done, total) = (self.counts.done, self.counts.total());
        let total = total.max(done);
        self.whole.set_position(done + self.counts.failed);
        let mut text = format!("{done} of {total} done, {} running", self.running);
        let took = self.began.elapsed().as_secs_f64();
        if self.ended > 0 && took > 1.0 {
            let rate = self.ended as f64 / took;
            let left = total.saturating_sub(done + self.counts.failed) as f64 / rate;
            let left = Duration::from_secs_f64(left.min(1e9));
            text.push_str(&format!(
                ", {:.1} a minute, {} left",
                rate * 60.0,
                span(left)
            ));
        }
        self.whole.set_message(text);
    }
}

/// How a request is called: by its name, or by its line.
fn name(item: &Item) -> String {
    match &item.custom_id {
        Some(name) => shown_within(name, 60),
        None => format!("line {}", item.line),
    }
}

/// A span of time in its largest unit.
fn span(span: Duration) -> String {
    match span.as_secs() {
        secs @ 0..=119 => format!("{secs} s"),
        secs @ 120..=7199 => format!("{} min", secs / 60),
        secs => format!("{:.1} h", secs as f64 / 3600.0),
    }
}

/// How a batch stands, and what can be done about it.
pub fn in_words(counts: &Counts, folder: &Path) -> String {
    let mut text = format!("{} of {} done", counts.done, counts.total());
    let others = State::ALL.into_iter().filter(|state| *state != State::Done);
    for state in others.filter(|state| counts.of(*state) > 0) {
        text.push_str(&format!(", {} {state}", counts.of(state)));
    }
    let folder = quoted(folder);
    text.push_str(&format!(": {folder}"));
    if counts.failed > 0 {
        text.push_str(&format!(
            "\nfailed: `sorakit batch retry --failed {folder}` sends them again, and `sorakit batch \
             status {folder}` says why."
        ));
    }
    if counts.unknown > 0 {
        text.push_str(
            "\nunknown: the server may have taken them. They are looked for in each run, and sent \
             again with --resend-unknown alone.",
        );
    }
    text
}
