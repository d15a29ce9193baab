//! The course of a job as the stream of a chat completion.

use futures_util::StreamExt as _;
use serde_json::json;

use super::jobs::{LONGEST_WAIT, Shown};
use crate::engine::jobs::{Outcome, Status};
use crate::engine::watch::{POLL_INTERVAL, watch};
use crate::exchange::chat::{Completion, told};
use crate::exchange::{Call, Reply};

/// A first chunk with the role, one with `reasoning_content` whenever progress
/// changed, one with the `result` as content, and the end. A job that fails
/// ends with its reason as ordinary content, as gateways send it (docs/wire/sora2api.md §12.2).
pub fn stream(
    call: &Call,
    completion: Completion,
    shown: Shown,
    result: fn(&Call, &Shown) -> String,
) -> Reply {
    let call = call.clone();
    told(move |teller| async move {
        let role = json!({"role": "assistant", "content": ""});
        teller.tell(&completion.chunk(role, None));
        let until = call.now + LONGEST_WAIT;
        let looks = watch(
            call.engine.clone(),
            shown.job.id.clone(),
            POLL_INTERVAL,
            until,
        );
        let mut looks = std::pin::pin!(looks);
        let mut told = None;
        let mut status = Status::Queued;
        while let Some(look) = looks.next().await {
            status = look.status;
            let percent = look
                .progress
                .map(|progress| ((progress * 100.0) as u32).min(99));
            if !look.is_final() && percent.is_some() && percent != told {
                told = percent;
                let text = format!("Progress: {}%\n", percent.unwrap_or(0));
                teller.tell(&completion.chunk(json!({"reasoning_content": text}), None));
            }
        }
        let content = match (status, &shown.job.outcome) {
            (Status::Succeeded, _) => result(&call, &shown),
            (Status::Failed, Outcome::Failure { message, .. }) => format!("❌ {message}"),
            _ => "❌ The generation took too long.".to_owned(),
        };
        teller.tell(&completion.chunk(json!({"content": content}), None));
        teller.tell(&completion.chunk(json!({}), Some("stop")));
        teller.done();
    })
}
