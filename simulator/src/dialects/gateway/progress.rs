//! The course of a job as server-sent events of a chat completion.

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use serde_json::json;

use super::jobs::{LONGEST_WAIT, Shown};
use crate::engine::jobs::{Outcome, Status};
use crate::engine::watch::{Look, POLL_INTERVAL, watch};
use crate::exchange::Call;
use crate::exchange::chat::{Completion, done, event};

/// A first chunk with the role, one with `reasoning_content` whenever progress
/// changed, one with the `result` as content, and the end. A job that fails
/// ends with its reason as ordinary content, as gateways send it (wire.md §1.3).
pub fn events(
    call: &Call,
    completion: Completion,
    shown: Shown,
    result: fn(&Call, &Shown) -> String,
) -> impl Stream<Item = Bytes> + Send + use<> {
    let looks = watch(
        call.engine.clone(),
        shown.job.id.clone(),
        POLL_INTERVAL,
        call.now + LONGEST_WAIT,
    );
    let call = call.clone();
    let first = event(&completion.chunk(json!({"role": "assistant", "content": ""}), None));
    let mut last = None;
    let rest = looks.flat_map(move |look| {
        let events = step(&call, &completion, &shown, result, look, &mut last);
        stream::iter(events)
    });
    stream::iter([first]).chain(rest)
}

fn step(
    call: &Call,
    completion: &Completion,
    shown: &Shown,
    result: fn(&Call, &Shown) -> String,
    look: Look,
    last: &mut Option<u32>,
) -> Vec<Bytes> {
    let say = |content: String| {
        vec![
            event(&completion.chunk(json!({"content": content}), None)),
            event(&completion.chunk(json!({}), Some("stop"))),
            done(),
        ]
    };
    match (look.status, &shown.job.outcome) {
        (Status::Succeeded, _) => say(result(call, shown)),
        (Status::Failed, Outcome::Failure { message, .. }) => say(format!("❌ {message}")),
        (Status::Failed | Status::Cancelled, _) => say("❌ The generation was stopped.".into()),
        _ if look.at >= call.now + LONGEST_WAIT => say("❌ The generation took too long.".into()),
        (Status::Queued | Status::Running, _) => {
            let percent = look
                .progress
                .map(|progress| ((progress * 100.0) as u32).min(99));
            if percent.is_none() || percent == *last {
                return Vec::new();
            }
            *last = percent;
            let text = format!("Progress: {}%\n", percent.unwrap_or(0));
            vec![event(
                &completion.chunk(json!({"reasoning_content": text}), None),
            )]
        }
    }
}
