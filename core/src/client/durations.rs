//! Numbers of seconds, as callers give them.

use std::time::Duration;

use crate::model::{Error, Result};

/// The longest time that options accept, in seconds: ten years. Far beyond it, clocks
/// and timers overflow.
const LONGEST: f64 = 315_360_000.0;

/// Converts a number of seconds, such as a call's `timeout`, to a duration.
///
/// # Errors
/// `invalid_input`, naming `field`, unless it is above 0 and at most ten years.
pub fn seconds(field: &str, value: Option<f64>) -> Result<Option<Duration>> {
    value
        .map(|secs| {
            Duration::try_from_secs_f64(secs)
                .ok()
                .filter(|duration| !duration.is_zero() && secs <= LONGEST)
                .ok_or_else(|| {
                    let what =
                        "must be a number of seconds above 0 and at most 315360000 (ten years)";
                    Error::invalid(field, format!("{what}, not {secs}"))
                })
        })
        .transpose()
}
