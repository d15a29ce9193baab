//! A reset at every byte of the answers, head and body.

use serde_json::json;
use sorakit::Dialect;

use crate::cell::Cell;
use crate::flow::Flow;
use crate::list::{Fault, Target};
use crate::targets;

/// Most answers that matter are shorter; of a longer one the ends are looked at.
const MOST: u64 = 1500;

/// Create, poll, refresh and download, cut at every byte once.
pub fn cells(video: &'static [u8]) -> Vec<Cell> {
    let mut cells = Vec::new();
    for flow in [Flow::Create, Flow::Watch, Flow::Auth, Flow::Download] {
        for &dialect in Dialect::ALL
            .iter()
            .filter(|dialect| flow.is_offered(**dialect))
        {
            for (target, reads) in targets(flow, dialect, video) {
                cells.extend(
                    (0..MOST).map(|bytes| cut(bytes, flow, dialect, target.clone(), reads)),
                );
            }
        }
    }
    cells
}

fn cut(bytes: u64, flow: Flow, dialect: Dialect, target: Target, reads: bool) -> Cell {
    let fault = json!({
        "name": format!("a reset after {bytes} bytes"), "times": 1, "passes": true,
        "action": {"kind": "reset_at", "bytes": bytes},
    });
    let fault: Fault = serde_json::from_value(fault).expect("a fault");
    Cell {
        fault,
        flow,
        dialect,
        target,
        reads,
    }
}
