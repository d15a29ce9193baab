use super::*;

#[test]
fn the_message_is_one_bounded_line_without_escapes() {
    let error = Error::new(
        ErrorKind::Server,
        format!("a\n\u{1b}[31mb{}", "x".repeat(1000)),
    );
    assert!(error.reason().starts_with("a [31mb"));
    assert!(error.reason().chars().count() <= MESSAGE_LIMIT + 1);
}

#[test]
fn display_says_what_where_and_what_to_do() {
    let error = Error::new(ErrorKind::RateLimited, "slow down")
        .on("sora.videos.create")
        .with_status(429)
        .with_code("rate_limit_exceeded");
    assert_eq!(
        error.to_string(),
        "sora.videos.create: slow down (HTTP 429, rate_limit_exceeded). Send fewer requests, or wait."
    );
}

#[test]
fn the_first_operation_named_stays() {
    let error = Error::invalid("prompt", "must not be empty")
        .on("a")
        .on("b");
    assert_eq!(error.operation(), Some("a"));
    assert_eq!(error.field(), Some("prompt"));
}

#[test]
fn every_kind_has_the_name_that_serde_writes() {
    for kind in ErrorKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
}
