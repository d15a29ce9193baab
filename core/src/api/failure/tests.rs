use super::*;
use http::{HeaderMap, StatusCode};

fn read(status: u16, body: &str) -> Error {
    let status = StatusCode::from_u16(status).unwrap();
    failure(&Reply::new(status, HeaderMap::new(), body.to_owned()))
}

#[test]
fn every_shape_of_error_body_gives_its_message() {
    for (body, message) in [
        (
            r#"{"error":{"message":"m","type":"t","param":null,"code":"c"}}"#,
            "m",
        ),
        (r#"{"error":{"message":"m"}}"#, "m"),
        (r#"{"error":"m"}"#, "m"),
        (r#"{"detail":"m"}"#, "m"),
        (
            r#"{"detail":[{"loc":["body","n"],"msg":"m","type":"t"}]}"#,
            "body.n: m",
        ),
        (
            r#"{"detail":{"error":{"message":"m","code":"task_not_completed"}}}"#,
            "m",
        ),
        (r#"{"message":"m"}"#, "m"),
        (r#"{"success":false,"message":"m"}"#, "m"),
        (r#"{"code":7,"message":"m","data":null}"#, "m"),
        ("<html><title>m</title>", "a web page was answered: m"),
        ("", "the server answered Bad Request"),
    ] {
        assert_eq!(read(400, body).message(), message, "{body}");
    }
}

#[test]
fn the_class_is_by_code_then_text_then_status() {
    use ErrorKind::*;
    for (status, body, kind) in [
        (
            400,
            r#"{"error":{"code":"sentinel_block","message":"x"}}"#,
            Sentinel,
        ),
        (
            400,
            r#"{"error":{"message":"We're under heavy load, please try again later."}}"#,
            Overloaded,
        ),
        (
            500,
            r#"{"detail":"error: token_invalidated"}"#,
            Authentication,
        ),
        (403, r#"{"detail":"Not authenticated"}"#, Authentication),
        (403, "<html><title>Just a moment...</title>", Blocked),
        (
            429,
            r#"{"error":{"code":"too_many_concurrent_tasks"}}"#,
            TooManyJobs,
        ),
        (
            429,
            r#"{"error":{"code":"rate_limit_exceeded",
                "message":"You already have 3 generations in progress."}}"#,
            TooManyJobs,
        ),
        (429, r#"{"type":"rate_limit_exhausted"}"#, QuotaExhausted),
        (429, "", RateLimited),
        (
            400,
            r#"{"error":{"message":"x","param":"country"}}"#,
            Region,
        ),
        (
            400,
            r#"{"detail":{"error":{"message":"x","code":"task_not_completed"}}}"#,
            NotReady,
        ),
        (
            400,
            r#"{"error":"invalid_grant","error_description":"x"}"#,
            Authentication,
        ),
        (500, "oops", Server),
        (405, r#"{"detail":"Method Not Allowed"}"#, Unsupported),
    ] {
        assert_eq!(read(status, body).kind(), kind, "{status} {body}");
    }
}

/// `000_*`, both appendices, and wire.md §2.4: code, status, whether a retry
/// may help, and what is advised.
#[test]
fn every_documented_code_has_a_class_a_retry_class_and_a_hint() {
    use ErrorKind::*;
    for (status, code, kind, retryable, hint) in [
        (400, "bad_request", BadRequest, false, ""),
        (
            401,
            "token_invalidated",
            Authentication,
            false,
            "sign in again",
        ),
        (401, "token_expired", Authentication, false, "sign in again"),
        (401, "Unauthorized", Authentication, false, "sign in again"),
        (400, "invalid_grant", Authentication, false, "client id"),
        (403, "unsupported_country_code", Region, false, "country"),
        (400, "unsupported_country_code", Region, false, "country"),
        (429, "rate_limit_exceeded", RateLimited, true, "wait"),
        (429, "too_many_requests", RateLimited, true, "wait"),
        (429, "rate_limit_exhausted", QuotaExhausted, false, "reset"),
        (
            429,
            "too_many_concurrent_tasks",
            TooManyJobs,
            true,
            "Wait until one",
        ),
        (500, "internal_error", Server, true, "later"),
        (503, "heavy_load", Overloaded, true, "Nothing was created"),
        (400, "heavy_load", Overloaded, true, "Nothing was created"),
        (
            400,
            "sentinel_block",
            Sentinel,
            false,
            "profile, device id and proxy",
        ),
        (
            403,
            "phone_number_required",
            AccountSetup,
            false,
            "phone number",
        ),
        (
            400,
            "sora_username_not_yet_created",
            AccountSetup,
            false,
            "sora.username.set",
        ),
        (429, "cf_shield_429", Blocked, false, "CDN"),
        (
            400,
            "content_policy_violation",
            ContentPolicy,
            false,
            "Change the prompt",
        ),
        (
            400,
            "safety_filter_triggered",
            ContentPolicy,
            false,
            "Change the prompt",
        ),
        (500, "generation_failed", GenerationFailed, false, ""),
        (500, "timeout", Timeout, true, ""),
    ] {
        let body = format!(r#"{{"error":{{"message":"m","type":"t","code":"{code}"}}}}"#);
        let error = read(status, &body);
        assert_eq!(error.kind(), kind, "{code}");
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.retryable(), retryable, "{code}");
        let advice = error.advice().unwrap_or_default();
        assert!(advice.contains(hint), "{code}: {advice}");
    }
}

/// The same things said in words, at other statuses (wire.md §2.4).
#[test]
fn what_servers_say_in_words_is_understood_at_any_status() {
    use ErrorKind::*;
    for (status, message, kind) in [
        (500, "a user is required", Authentication),
        (
            401,
            "Missing bearer authentication in header",
            Authentication,
        ),
        (
            500,
            "We're under heavy load, please try again later.",
            Overloaded,
        ),
        (
            403,
            "Hmmm something didn't look right with your request.",
            Sentinel,
        ),
        (
            400,
            "You already have 3 generations in progress",
            TooManyJobs,
        ),
        (400, "Unable to process request", BadRequest),
    ] {
        let body = format!(r#"{{"error":{{"message":"{message}","code":null}}}}"#);
        assert_eq!(read(status, &body).kind(), kind, "{message}");
        let body = format!(r#"{{"detail":"{message}"}}"#);
        assert_eq!(read(status, &body).kind(), kind, "{message}");
    }
}

#[test]
fn a_quota_error_says_when_it_resets() {
    let body = r#"{"type":"rate_limit_exhausted","error":{"message":"m","type":"rate_limit_error"},
        "rate_limit_and_credit_balance":{"access_resets_in_seconds":4000}}"#;
    let error = read(429, body);
    assert_eq!(error.code(), Some("rate_limit_exhausted"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(4000)));
    assert!(error.to_string().contains("resets in 1 h 7 min"), "{error}");
}

#[test]
fn a_refusal_with_status_200_is_told_from_an_answer() {
    let refused = |body: &str| {
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body.to_owned());
        refusal(&reply).map(|error| error.kind())
    };
    for (body, kind) in [
        (r#"{"success":false,"message":"m"}"#, ErrorKind::BadRequest),
        (r#"{"error":"m"}"#, ErrorKind::BadRequest),
        (
            r#"{"code":429,"message":"slow down","data":null}"#,
            ErrorKind::RateLimited,
        ),
        (
            r#"{"code":"insufficient_user_quota","message":"m","data":{}}"#,
            ErrorKind::QuotaExhausted,
        ),
    ] {
        assert_eq!(refused(body), Some(kind), "{body}");
    }
    for body in [
        r#"{"code":200,"message":"ok","data":null}"#,
        r#"{"code":"success","message":"","data":{"task_id":"1"}}"#,
        r#"{"code":7,"message":"m","data":{"task_id":"1"}}"#,
        r#"{"id":"1","error":null}"#,
        "[]",
    ] {
        assert_eq!(refused(body), None, "{body}");
    }
}

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
