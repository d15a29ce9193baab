//! The answers that say that the server took nothing.

use super::tests::read;

#[test]
fn only_the_answers_own_words_say_that_nothing_was_taken() {
    for (status, body, untaken) in [
        (429, "", true),
        (429, "<html><title>429</title>", true),
        (401, "", true),
        (
            503,
            "upstream connect error or disconnect/reset before headers",
            false,
        ),
        (503, "", false),
        (
            503,
            r#"{"error":{"code":"heavy_load","message":"x"}}"#,
            true,
        ),
        (
            400,
            r#"{"error":{"message":"We're under heavy load, please try again later."}}"#,
            true,
        ),
        (
            400,
            r#"{"error":{"code":"sentinel_block","message":"x"}}"#,
            true,
        ),
        (
            400,
            r#"{"error":{"code":"too_many_concurrent_tasks"}}"#,
            true,
        ),
        (
            500,
            r#"{"error":{"code":"rate_limit_exceeded","message":"x"}}"#,
            false,
        ),
        // What no document names, or tells of a task, may come after the request was taken.
        (
            503,
            r#"{"error":{"code":"overloaded","message":"x"}}"#,
            false,
        ),
        (503, r#"{"error":{"code":"get_channel_failed"}}"#, false),
        (
            503,
            r#"{"error":{"message":"No available channel for model x"}}"#,
            true,
        ),
        (
            503,
            r#"{"error":{"message":"No available channel to poll task t; the task was created"}}"#,
            false,
        ),
        (500, r#"{"detail":"error: token_invalidated"}"#, false),
        (
            400,
            r#"{"detail":"HTTP Error: 429 {\"error\":{\"code\":\"heavy_load\"}}"}"#,
            false,
        ),
    ] {
        assert_eq!(read(status, body).untaken(), untaken, "{status} {body}");
    }
}

/// An answer that names a job was given to a request that was taken, whatever it says.
#[test]
fn what_names_a_job_is_never_untaken() {
    for (status, body) in [
        (
            503,
            r#"{"error":{"code":"heavy_load"},"id":"j","task_id":"j"}"#,
        ),
        (
            429,
            r#"{"error":{"code":"rate_limit_exceeded","task_id":"j"}}"#,
        ),
        (
            400,
            r#"{"error":{"code":"too_many_concurrent_tasks"},"data":{"task_id":"j"}}"#,
        ),
        (
            429,
            r#"{"id":"j","status":"queued","error":{"message":"slow down"}}"#,
        ),
        (500, r#"{"error":{"message":"x","task_id":"j"}}"#),
    ] {
        let error = read(status, body);
        assert!(!error.untaken(), "{status} {body}");
        assert_eq!(error.job_id(), Some("j"), "{status} {body}");
    }
    assert_eq!(
        read(429, r#"{"id":"req_1","error":{"message":"x"}}"#).job_id(),
        None
    );
}
