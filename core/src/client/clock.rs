//! The server's clock, and whether this machine's agrees with it.

use std::time::Duration;

use crate::client::Client;
use crate::model::{Error, ErrorKind};

/// The difference between clocks that is not worth reporting, in milliseconds.
const TOLERANCE: u64 = 60_000;

impl Client {
    /// Adds to an error about a credential what may be the cause here: a missing
    /// credential, or a clock that is wrong.
    pub(crate) fn explain(&self, error: Error) -> Error {
        if error.kind() != ErrorKind::Authentication {
            return error;
        }
        if !self.inner.account.has_tokens() {
            return error.with_hint("No token or API key was given, and this server wants one.");
        }
        let offset = self.clock_offset();
        let Some(offset) = offset.filter(|offset| offset.unsigned_abs() >= TOLERANCE) else {
            return error;
        };
        let (direction, by) = match offset > 0 {
            true => ("behind", offset.unsigned_abs()),
            false => ("ahead of", offset.unsigned_abs()),
        };
        let hint = error.hint().unwrap_or_default().to_owned();
        let clock = format!(
            "This machine's clock is {} {direction} the server's: set it right.",
            in_words(Duration::from_millis(by))
        );
        error.with_hint(format!("{hint} {clock}").trim().to_owned())
    }
}

fn in_words(duration: Duration) -> String {
    let minutes = duration.as_secs() / 60;
    match minutes {
        0..120 => format!("{minutes} min"),
        120..2880 => format!("{} h", minutes / 60),
        _ => format!("{} days", minutes / 1440),
    }
}
