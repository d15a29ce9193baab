//! The log of the traffic: a line for each request and each answer, with how long it
//! took, and no secret.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use http::HeaderMap;
use serde_json::Value;
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ShownAddress, TransportError};
use sorakit::text::{address, is_private, shown_within, without_secrets};

use crate::outcome::Session;
use crate::redaction::cleaned;
use crate::screen::Screen;
use crate::tap::{Exchange, Tap};
use crate::verbosity::Level;

/// How much of a text is shown, in characters.
const SHOWN: usize = 2000;
/// How much of an answer is kept to be shown, in bytes.
const KEPT: usize = 64 << 10;

/// The taps, and the log where one is asked for.
pub fn with_log(mut taps: Vec<Arc<dyn Tap>>, session: &Session) -> Vec<Arc<dyn Tap>> {
    let level = session.level();
    if level > Level::Off {
        let screen = session.screen().clone();
        taps.push(Arc::new(Log { screen, level }));
    }
    taps
}

/// Writes what passes to the standard error.
struct Log {
    screen: Screen,
    level: Level,
}

impl Log {
    fn is_full(&self) -> bool {
        self.level >= Level::Debug
    }
}

impl Tap for Log {
    fn begin(&self, request: &http::Request<Body>) -> Box<dyn Exchange> {
        // The user's own query and headers may be secrets, whatever their names.
        let shown = request.extensions().get::<ShownAddress>();
        let url = shown.map_or_else(|| request.uri().to_string(), |shown| shown.0.clone());
        let line = format!("{} {}", request.method(), address(&url));
        let size = match request.body().len() {
            0 => String::new(),
            size => format!(" ({size} bytes)"),
        };
        say(&self.screen, &format!("> {line}{size}"));
        if self.is_full() {
            heads(&self.screen, '>', request.headers());
            let body = request.body().in_memory();
            text(
                &self.screen,
                '>',
                request.headers(),
                &body.unwrap_or_default(),
            );
        }
        Box::new(Logged {
            screen: self.screen.clone(),
            is_full: self.is_full(),
            line,
            began: Instant::now(),
            headers: HeaderMap::new(),
            body: Vec::new(),
            size: 0,
            state: State::Sent,
        })
    }
}

/// One exchange.
struct Logged {
    screen: Screen,
    is_full: bool,
    line: String,
    began: Instant,
    headers: HeaderMap,
    body: Vec<u8>,
    size: u64,
    state: State,
}

enum State {
    Sent,
    Answered,
    Broken,
}

impl Logged {
    fn took(&self) -> String {
        format!("{:.0} ms", self.began.elapsed().as_secs_f64() * 1e3)
    }
}

impl Exchange for Logged {
    fn answered(&mut self, status: u16, headers: &HeaderMap) {
        let line = format!("< {status} {} in {}", self.line, self.took());
        say(&self.screen, &line);
        self.state = State::Answered;
        if self.is_full {
            heads(&self.screen, '<', headers);
            self.headers = headers.clone();
        }
    }

    fn part(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        if self.is_full {
            let left = KEPT.saturating_sub(self.body.len());
            self.body.extend_from_slice(&bytes[..bytes.len().min(left)]);
        }
    }

    fn broke(&mut self, error: &TransportError) {
        let what = shown_within(&without_secrets(&error.message), SHOWN);
        let line = format!("! {} after {}: {what}", self.line, self.took());
        say(&self.screen, &line);
        self.state = State::Broken;
    }
}

impl Drop for Logged {
    fn drop(&mut self) {
        match self.state {
            State::Answered if self.is_full => {
                text(&self.screen, '<', &self.headers, &self.body);
                let line = format!("< {} bytes in {}", self.size, self.took());
                say(&self.screen, &line);
            }
            State::Sent => {
                let line = format!("! {} was given up after {}", self.line, self.took());
                say(&self.screen, &line);
            }
            State::Answered | State::Broken => {}
        }
    }
}

/// A line with the time of day, in UTC.
fn say(screen: &Screen, line: &str) {
    let now = Timestamp::from(SystemTime::now())
        .as_millis()
        .rem_euclid(86_400_000);
    let (hours, minutes) = (now / 3_600_000, now / 60_000 % 60);
    let (seconds, millis) = (now / 1000 % 60, now % 1000);
    screen.log(&format!(
        "{hours:02}:{minutes:02}:{seconds:02}.{millis:03} {line}"
    ));
}

fn heads(screen: &Screen, side: char, headers: &HeaderMap) {
    for (name, value) in headers {
        let value = match is_private(name.as_str()) || value.is_sensitive() {
            true => "…".to_owned(),
            false => without_secrets(&String::from_utf8_lossy(value.as_bytes())),
        };
        screen.log(&format!("  {side} {name}: {}", shown_within(&value, SHOWN)));
    }
}

/// The text of a body where it is JSON, in which secrets can be told; of all else its
/// headers have said enough.
fn text(screen: &Screen, side: char, headers: &HeaderMap, body: &[u8]) {
    let encoded = headers.contains_key(http::header::CONTENT_ENCODING);
    if body.is_empty() || encoded {
        return;
    }
    if let Ok(json) = serde_json::from_slice::<Value>(body) {
        let json = cleaned("", &json, &without_secrets);
        screen.log(&format!(
            "  {side} {}",
            shown_within(&json.to_string(), SHOWN)
        ));
    }
}
