//! Events as `tracing` has them. [`Client`](super::Client) documents the targets.

use crate::model::Event;

/// The target of requests and answers.
const HTTP: &str = "sorakit::http";

/// True if a subscriber takes requests and answers.
pub(super) fn traffic_is_logged() -> bool {
    tracing::enabled!(target: HTTP, tracing::Level::DEBUG)
}

/// Passes an event, which holds no secret, to `tracing`.
pub(super) fn logged(event: &Event) {
    match event {
        Event::Sending {
            operation,
            method,
            url,
        } => {
            let operation = operation.as_deref();
            tracing::debug!(target: HTTP, operation, method, url, "sending");
        }
        Event::Answered {
            operation,
            method,
            url,
            status,
            elapsed,
            ..
        } => {
            let (operation, elapsed) = (operation.as_deref(), elapsed.as_secs_f64());
            tracing::debug!(target: HTTP, operation, method, url, status, elapsed, "answered");
        }
        Event::Unanswered {
            operation,
            method,
            url,
            message,
            elapsed,
        } => {
            let (operation, elapsed) = (operation.as_deref(), elapsed.as_secs_f64());
            tracing::debug!(
                target: HTTP, operation, method, url, reason = message, elapsed, "unanswered"
            );
        }
        Event::Retrying {
            operation,
            kind,
            after,
        } => {
            let after = after.as_secs_f64();
            tracing::info!(target: "sorakit::retry", operation, %kind, after, "sent again");
        }
        Event::WaitingForSlot { operation, after } => {
            let after = after.as_secs_f64();
            tracing::info!(target: "sorakit::retry", operation, after, "waiting for a slot");
        }
        Event::Detected {
            dialect, flavour, ..
        } => {
            let flavour = flavour.map(|flavour| flavour.as_str());
            tracing::info!(target: "sorakit::detect", %dialect, flavour, "detected");
        }
        Event::Solved {
            difficulty,
            tries,
            elapsed,
        } => {
            let elapsed = elapsed.as_secs_f64();
            tracing::debug!(target: "sorakit::pow", difficulty, tries, elapsed, "solved");
        }
        Event::Renewed => {
            tracing::info!(target: "sorakit::credential", "renewed and stored");
        }
        Event::CredentialUsed { source, origin } => {
            tracing::info!(target: "sorakit::credential", %source, origin, "used");
        }
        Event::UnknownStatus {
            job_id,
            status_word,
            progress,
        } => {
            tracing::warn!(target: "sorakit::job", job_id, status_word, progress, "unknown status");
        }
        Event::Warning { message } => {
            tracing::warn!(target: "sorakit::warning", "{message}");
        }
    }
}
