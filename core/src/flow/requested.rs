//! The measures that a creation asked for, to be reported beside those of the result.

use serde_json::Value;

use crate::model::{Requested, VideoRequest};

/// The measures that a request asks for, if it asks for any.
pub(super) fn of(request: &VideoRequest) -> Option<Requested> {
    let number = |names: &[&str]| {
        let values = names.iter().filter_map(|name| request.extra.get(*name));
        values.filter_map(Value::as_f64).next()
    };
    let whole = |number: f64| (number.fract() == 0.0 && number >= 0.0).then_some(number as u32);
    let requested = Requested {
        size: request.size.clone(),
        duration: request.duration.map(f64::from),
        frames: request
            .frames
            .or_else(|| number(&["num_frames", "frames"]).and_then(whole)),
        fps: request.fps.or_else(|| number(&["fps"])),
        n: request.n,
    };
    (requested != Requested::default()).then_some(requested)
}
