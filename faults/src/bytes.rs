//! A reset at every byte of the answers, head and body.

use serde_json::json;
use sorakit::Dialect;

use crate::cell::{Cell, is_hit};
use crate::flow::Flow;
use crate::list::Fault;
use crate::targets::{flows, targets};

/// The longest answer that is looked for.
const LONGEST: u64 = 16_000;
/// A video is cut at every byte of its beginning and its end, and between them at every
/// so many.
const END: u64 = 600;
const BETWEEN: usize = 4099;

/// Create, poll, refresh and download, cut at every byte once; with `whole`, at every
/// byte of a video too. Of the flows and answers alone whose name holds `only`.
pub fn cells(video: &'static [u8], whole: bool, only: Option<&str>) -> Vec<Cell> {
    let of_these = [Flow::Create, Flow::Watch, Flow::Auth, Flow::Download];
    let flows = flows(&of_these);
    std::thread::scope(|scope| {
        let flows: Vec<_> = flows
            .map(|(flow, dialect)| scope.spawn(move || of_flow(flow, dialect, video, whole, only)))
            .collect();
        let cells = flows.into_iter().map(|flow| flow.join().expect("cells"));
        cells.flatten().collect()
    })
}

fn of_flow(
    flow: Flow,
    dialect: Dialect,
    video: &'static [u8],
    whole: bool,
    only: Option<&str>,
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (target, reads) in targets(flow, dialect, video) {
        let cut = |bytes| Cell {
            fault: reset_at(bytes),
            flow,
            dialect,
            target: target.clone(),
            reads,
        };
        if only.is_some_and(|only| !cut(0).to_string().contains(only)) {
            continue;
        }
        let (longest, end) = match flow {
            Flow::Download => (video.len() as u64 + LONGEST, END),
            _ => (LONGEST, LONGEST),
        };
        let length = length(longest, |bytes| is_hit(&cut(bytes), video));
        let middle = end.min(length)..length.saturating_sub(end).max(end.min(length));
        let (beginning, end) = (0..middle.start, middle.end..length);
        let step = if whole { 1 } else { BETWEEN };
        cells.extend(beginning.chain(middle.step_by(step)).chain(end).map(cut));
    }
    cells
}

/// How long an answer is, of which every cut is noticed.
fn length(longest: u64, is_hit: impl Fn(u64) -> bool) -> u64 {
    let (mut hit, mut whole) = (0, longest);
    while hit + 1 < whole {
        let middle = hit + (whole - hit) / 2;
        match is_hit(middle) {
            true => hit = middle,
            false => whole = middle,
        }
    }
    whole
}

fn reset_at(bytes: u64) -> Fault {
    let fault = json!({
        "name": format!("a reset after {bytes} bytes"), "times": 1, "passes": true,
        "action": {"kind": "reset_at", "bytes": bytes},
    });
    serde_json::from_value(fault).expect("a fault")
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn the_length_is_the_first_cut_that_nobody_notices() {
        for whole in [1, 2, 299, 1000] {
            assert_eq!(length(1000, |bytes| bytes < whole), whole);
        }
    }
}
