//! Words in a prompt that make a simulated job go wrong.
//!
//! A prompt that holds `simulate:NAME` gets the outcome `NAME`. Tests and
//! demos can so ask for a refusal through any client, in any dialect, without
//! touching the simulator.

use super::timeline::Curve;

/// What a prompt asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// The request to create is refused with this error code.
    RefuseCreate(&'static str),
    /// The job ends in failure with this code.
    FailJob(&'static str),
    /// The job runs for ever.
    Stuck,
    /// The job leaves the pending list and never appears among the results.
    Vanish,
    /// The finished job has no address for its media for a while.
    LateMedia,
    /// The media of the job is a gigabyte: a short video, then padding.
    Huge,
    /// Progress is reported in this way.
    Progress(Curve),
}

/// Every name and what it does.
pub const TRIGGERS: [(&str, Trigger); 29] = [
    ("bad_request", Trigger::RefuseCreate("bad_request")),
    ("unauthorized", Trigger::RefuseCreate("Unauthorized")),
    ("token_expired", Trigger::RefuseCreate("token_expired")),
    (
        "image_review_failed",
        Trigger::FailJob("image_review_failed"),
    ),
    (
        "prompt_review_failed",
        Trigger::FailJob("prompt_review_failed"),
    ),
    (
        "result_review_failed",
        Trigger::FailJob("result_review_failed"),
    ),
    ("heavy_load", Trigger::RefuseCreate("heavy_load")),
    (
        "too_many_concurrent_tasks",
        Trigger::RefuseCreate("too_many_concurrent_tasks"),
    ),
    (
        "rate_limit_exhausted",
        Trigger::RefuseCreate("rate_limit_exhausted"),
    ),
    (
        "rate_limit_exceeded",
        Trigger::RefuseCreate("rate_limit_exceeded"),
    ),
    (
        "unsupported_country_code",
        Trigger::RefuseCreate("unsupported_country_code"),
    ),
    (
        "phone_number_required",
        Trigger::RefuseCreate("phone_number_required"),
    ),
    (
        "sora_username_not_yet_created",
        Trigger::RefuseCreate("sora_username_not_yet_created"),
    ),
    ("sentinel_block", Trigger::RefuseCreate("sentinel_block")),
    ("invalid_request", Trigger::RefuseCreate("invalid_request")),
    (
        "token_invalidated",
        Trigger::RefuseCreate("token_invalidated"),
    ),
    ("internal_error", Trigger::RefuseCreate("internal_error")),
    (
        "refuse_content",
        Trigger::RefuseCreate("content_policy_violation"),
    ),
    (
        "content_policy_violation",
        Trigger::FailJob("content_policy_violation"),
    ),
    (
        "safety_filter_triggered",
        Trigger::FailJob("safety_filter_triggered"),
    ),
    ("generation_failed", Trigger::FailJob("generation_failed")),
    ("timeout", Trigger::FailJob("timeout")),
    ("stuck", Trigger::Stuck),
    ("vanish", Trigger::Vanish),
    ("late_media", Trigger::LateMedia),
    ("huge", Trigger::Huge),
    ("progress_jump", Trigger::Progress(Curve::Jump)),
    ("progress_backward", Trigger::Progress(Curve::Backward)),
    ("progress_absent", Trigger::Progress(Curve::Absent)),
];

/// The triggers in `prompt`, in order; words that name none are ignored.
pub fn triggers(prompt: &str) -> Vec<Trigger> {
    let name_of = |rest: &str| -> String {
        let in_name = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
        rest.chars().take_while(in_name).collect()
    };
    prompt
        .match_indices("simulate:")
        .map(|(at, word)| name_of(&prompt[at + word.len()..]))
        .filter_map(|name| TRIGGERS.iter().find(|(known, _)| *known == name))
        .map(|(_, trigger)| *trigger)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_are_found_anywhere_in_a_prompt() {
        let prompt = "a cat (simulate:timeout), simulate:nothing, simulate:progress_jump.";
        let found = triggers(prompt);
        let expected = [Trigger::FailJob("timeout"), Trigger::Progress(Curve::Jump)];
        assert_eq!(found, expected);
        assert!(triggers("a cat in the snow").is_empty());
    }
}
