//! The limits of downloads and answers, from the options.

use super::durations::seconds;
use crate::model::{Error, Result};
use crate::options::Options;
use crate::policy::pace::TransferLimits;

pub(super) fn transfer_limits(options: &Options) -> Result<TransferLimits> {
    let defaults = TransferLimits::default();
    let min_rate = options.min_rate.unwrap_or(defaults.min_rate);
    if !min_rate.is_finite() || min_rate < 0.0 {
        let what = "must be a number of bytes a second from 0";
        return Err(Error::invalid("min_rate", what));
    }
    let max_bytes = options.max_bytes.unwrap_or(defaults.max_bytes);
    if max_bytes == 0 {
        return Err(Error::invalid(
            "max_bytes",
            "must be a number of bytes above 0",
        ));
    }
    let max_answer_bytes = options
        .max_answer_bytes
        .unwrap_or(defaults.max_answer_bytes);
    if max_answer_bytes == 0 {
        return Err(Error::invalid(
            "max_answer_bytes",
            "must be a number of bytes above 0",
        ));
    }
    Ok(TransferLimits {
        min_rate,
        max_answer_bytes,
        window: seconds("min_rate_time", options.min_rate_time)?.unwrap_or(defaults.window),
        max_bytes,
    })
}
