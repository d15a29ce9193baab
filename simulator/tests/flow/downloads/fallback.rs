//! Where a file is looked for, and how long it is waited for: the same for every
//! dialect.

use sorakit::{Dialect, DownloadOptions, ErrorKind, JobError, JobKind, JobStatus, Options};

use super::{CAT, Place, done, options};
use crate::raw::{Answer, RawServer, Request};
use crate::setup::wait;

/// The dialects with an endpoint of their own for a video's bytes.
pub const WITH_CONTENT: [Dialect; 4] = [
    Dialect::Openai,
    Dialect::Mirror,
    Dialect::Skyriff,
    Dialect::Sora2api,
];

/// A job as gateways state it, done, with its video at this address.
fn stated(url: &str) -> String {
    format!(r#"{{"id": "job_1", "status": "completed", "progress": 100, "video_url": "{url}"}}"#)
}

fn video() -> Answer {
    Answer::body(200, &["content-type: video/mp4"], CAT)
}

fn is_content(request: &Request) -> bool {
    request.path.ends_with("/job_1/content")
}

/// An address at which nobody listens.
fn dead() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    format!(
        "http://127.0.0.1:{}/dead.mp4",
        listener.local_addr().unwrap().port()
    )
}

#[test]
fn an_address_that_does_not_serve_falls_back_to_the_dialects_own() {
    for dialect in WITH_CONTENT {
        for address in [
            "dead",
            "unresolvable",
            "403",
            "404",
            "410",
            "500",
            "reset",
            "html",
        ] {
            let cdn = RawServer::start(move |request| match request.path.as_str() {
                "/reset" => Answer::raw(Vec::new()),
                "/html" => Answer::body(200, &["content-type: text/html"], b"<html>no</html>"),
                path => Answer::body(path[1..].parse().unwrap(), &[], b"no"),
            });
            let url = match address {
                "dead" => dead(),
                "unresolvable" => "https://nowhere.invalid/v.mp4".into(),
                path => format!("{}/{path}", cdn.url()),
            };
            let body = stated(&url);
            let server = RawServer::start(move |request| match is_content(request) {
                true => video(),
                false => Answer::json(200, &body),
            });
            let place = Place::with(options(&server, dialect));
            let came = place.download(&done(dialect, &url));
            let came = came.unwrap_or_else(|error| panic!("{dialect:?} {address}: {error}"));
            assert_eq!(came, CAT, "{dialect:?} {address}");
            assert_eq!(server.seen("/content").len(), 1, "{dialect:?} {address}");
        }
    }
}

#[test]
fn a_fresh_address_is_asked_for_where_there_is_no_endpoint() {
    for dialect in [Dialect::Relay, Dialect::Openai] {
        let cdn = RawServer::start(|_| video());
        let body = stated(&format!("{}/new.mp4", cdn.url()));
        let server = RawServer::start(move |request| match is_content(request) {
            true => Answer::json(404, "{}"),
            false => Answer::json(200, &body),
        });
        let place = Place::with(options(&server, dialect));
        assert_eq!(place.download(&done(dialect, &dead())).unwrap(), CAT);
        assert_eq!(cdn.seen("new.mp4").len(), 1);
        assert_eq!(cdn.seen("new.mp4")[0].header("authorization"), None);
    }
}

#[test]
fn what_is_not_ready_just_after_the_end_is_waited_for() {
    for dialect in WITH_CONTENT {
        for status in [400, 404, 409, 422, 425, 202, 502, 503, 200, 204] {
            let server = RawServer::start(move |request| match is_content(request) {
                true if request.number < 5 => {
                    Answer::json(status, r#"{"detail": "Video is still being finalised"}"#)
                }
                true => video(),
                false => Answer::json(200, &stated("")),
            });
            let place = Place::with(Options {
                grace: Some(5.0),
                ..options(&server, dialect)
            });
            let came = place.download(&done(dialect, ""));
            let came = came.unwrap_or_else(|error| panic!("{dialect:?} {status}: {error}"));
            assert_eq!(came, CAT, "{dialect:?} {status}");
        }
    }
}

#[test]
fn what_the_server_asks_to_wait_is_no_part_of_the_patience() {
    for status in [503, 429, 202] {
        let began = std::time::Instant::now();
        let server = RawServer::start(move |request| match is_content(request) {
            true if began.elapsed().as_millis() < 900 => {
                Answer::body(status, &["retry-after: 1"], b"{}")
            }
            true => video(),
            false => Answer::json(200, &stated("")),
        });
        let place = Place::with(Options {
            grace: Some(0.2),
            ..options(&server, Dialect::Openai)
        });
        let came = place.download(&done(Dialect::Openai, ""));
        assert_eq!(
            came.unwrap_or_else(|error| panic!("{status}: {error}")),
            CAT
        );
        assert!(server.seen("/content").len() <= 3);
    }
}

#[test]
fn patience_ends_and_nobody_says_that_the_job_goes_on() {
    for dialect in WITH_CONTENT {
        let server = RawServer::start(|request| match is_content(request) {
            true => Answer::json(404, r#"{"error": {"message": "Video not found"}}"#),
            false => Answer::json(200, &stated("")),
        });
        let place = Place::with(options(&server, dialect));
        let error = place.download(&done(dialect, "")).unwrap_err();
        assert_eq!(error.status(), Some(404), "{error}");
        assert_eq!(error.job_id(), Some("job_1"));
        let text = error.to_string();
        assert!(text.contains("The job is done"), "{text}");
        assert!(!text.contains("goes on"), "{text}");
        assert!(server.seen("/content").len() > 2, "it was asked again");
        assert!(place.names().is_empty(), "{:?}", place.names());
    }
}

#[test]
fn an_endpoint_that_is_missing_hides_no_reason() {
    let zeros = [&CAT[..32], &[0; 4096]].concat();
    for dialect in [Dialect::Openai, Dialect::Sora2api, Dialect::Relay] {
        for (what, kind) in [
            ("503", ErrorKind::Overloaded),
            ("not whole", ErrorKind::UnexpectedResponse),
        ] {
            let zeros = zeros.clone();
            let cdn = RawServer::start(move |_| match what {
                "503" => Answer::body(503, &[], b"upstream"),
                _ => Answer::body(200, &["content-type: video/mp4"], &zeros),
            });
            let url = format!("{}/v.mp4", cdn.url());
            let body = stated(&url);
            let server = RawServer::start(move |request| match is_content(request) {
                true => Answer::json(404, r#"{"error": {"message": "no such route"}}"#),
                false => Answer::json(200, &body),
            });
            let place = Place::with(options(&server, dialect));
            let error = place.download(&done(dialect, &url)).unwrap_err();
            assert_eq!(error.kind(), kind, "{dialect:?} {what}: {error}");
        }
    }
}

#[test]
fn the_download_of_a_failed_job_is_the_jobs_own_failure() {
    for dialect in [
        Dialect::Openai,
        Dialect::Mirror,
        Dialect::Skyriff,
        Dialect::Sora2api,
        Dialect::Relay,
    ] {
        let server = RawServer::start(|request| match is_content(request) {
            true => Answer::json(404, r#"{"detail": "Video variant None not found"}"#),
            false => Answer::json(
                200,
                r#"{"id": "job_1", "status": "failed", "error": {"message": "the GPU is out of memory"}, "fail_reason": "the GPU is out of memory"}"#,
            ),
        });
        let place = Place::with(options(&server, dialect));
        let error = place.download(&done(dialect, "")).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::GenerationFailed,
            "{dialect:?}: {error}"
        );
        assert!(error.to_string().contains("out of memory"), "{error}");
        assert!(server.seen("/content").len() <= 1);
    }
}

#[test]
fn a_job_that_is_known_to_have_failed_is_not_asked_for() {
    let server = RawServer::start(|_| Answer::json(400, r#"{"detail": "Video is not ready"}"#));
    for (status, kind) in [
        (JobStatus::Failed, ErrorKind::ContentPolicy),
        (JobStatus::Cancelled, ErrorKind::Cancelled),
    ] {
        let place = Place::new(&server);
        let mut job = done(Dialect::Openai, "");
        job.status = status;
        job.error = Some(JobError {
            code: Some("content_policy_violation".into()),
            message: "not this cat".into(),
        });
        let mut images = job.clone();
        images.kind = JobKind::Image;
        let videos = place.client.videos();
        for error in [
            place.download(&job).unwrap_err(),
            wait(videos.open(&job)).map(drop).unwrap_err(),
            wait(videos.write_to(&job, Vec::new(), DownloadOptions::default())).unwrap_err(),
            wait(place.client.images().open(&images, 0))
                .map(drop)
                .unwrap_err(),
            wait(place.client.images().download(&images, 0, place.path())).unwrap_err(),
        ] {
            assert_eq!((error.kind(), error.retryable()), (kind, false), "{error}");
            assert_eq!(error.job_id(), Some("job_1"));
        }
    }
    assert!(server.seen("").is_empty(), "nothing was sent");
}

#[test]
fn a_job_that_is_not_done_is_told_at_once() {
    let server = RawServer::start(|request| match is_content(request) {
        true => Answer::json(
            400,
            r#"{"error": {"message": "Task is not completed yet"}}"#,
        ),
        false => Answer::json(
            200,
            r#"{"id": "job_1", "status": "in_progress", "progress": 40}"#,
        ),
    });
    for dialect in WITH_CONTENT {
        let place = Place::with(options(&server, dialect));
        let job = place.client.videos().resume("job_1");
        let error = place.download(&job).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotReady, "{error}");
        assert!(error.to_string().contains("40 %"), "{error}");
    }
    assert!(server.seen("/content").is_empty());
}

#[test]
fn what_waiting_cannot_change_is_told_at_the_second_word() {
    let server = RawServer::start(|request| match is_content(request) {
        true => Answer::json(401, r#"{"error": {"message": "Invalid API key"}}"#),
        false => Answer::json(200, &stated("")),
    });
    let place = Place::new(&server);
    let error = place.download(&done(Dialect::Openai, "")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication, "{error}");
    assert_eq!(server.seen("/content").len(), 2);
}

#[test]
fn an_access_token_is_renewed_in_mid_download() {
    let server = RawServer::start(|request| {
        let token = request.header("authorization").unwrap_or_default();
        if request.path.ends_with("/oauth/token") {
            let renewed =
                r#"{"access_token": "second", "refresh_token": "r2", "expires_in": 3600}"#;
            return Answer::json(200, renewed);
        }
        match (request.start(), token) {
            (None, "Bearer first") => {
                let length = format!("content-length: {}", CAT.len());
                Answer::lines(200, &["etag: \"a\"", &length], &CAT[..1000])
            }
            (Some(start), "Bearer second") => {
                let range = format!(
                    "content-range: bytes {start}-{}/{}",
                    CAT.len() - 1,
                    CAT.len()
                );
                Answer::body(206, &["etag: \"a\"", &range], &CAT[start..])
            }
            _ => Answer::json(401, r#"{"error": {"message": "token expired"}}"#),
        }
    });
    let place = Place::with(Options {
        api_key: None,
        access_token: Some("first".into()),
        refresh_token: Some("r1".into()),
        oauth_url: Some(server.url()),
        ..options(&server, Dialect::Openai)
    });
    assert_eq!(place.download(&done(Dialect::Openai, "")).unwrap(), CAT);
    assert_eq!(server.seen("/oauth/token").len(), 1);
}

#[test]
fn another_origins_refusal_spends_no_refresh_token() {
    let elsewhere = RawServer::start(|_| Answer::json(401, "{}"));
    let location = format!("location: {}/v.mp4", elsewhere.url());
    let server = RawServer::start(move |request| match is_content(request) {
        true => Answer::body(302, &[&location], b""),
        false => Answer::json(200, &stated("")),
    });
    let place = Place::with(Options {
        api_key: None,
        access_token: Some("first".into()),
        refresh_token: Some("r1".into()),
        oauth_url: Some(server.url()),
        ..options(&server, Dialect::Openai)
    });
    place.download(&done(Dialect::Openai, "")).unwrap_err();
    assert!(server.seen("/oauth/token").is_empty());
    for request in elsewhere.seen("") {
        assert_eq!(request.header("authorization"), None);
    }
}

#[test]
fn a_stream_is_looked_for_and_waited_for_as_a_download_is() {
    let server = RawServer::start(|request| match is_content(request) {
        true if request.number < 4 => Answer::json(409, r#"{"detail": "not ready"}"#),
        true => video(),
        false => Answer::json(200, &stated("")),
    });
    let place = Place::with(Options {
        grace: Some(5.0),
        ..options(&server, Dialect::Sora2api)
    });
    let job = done(Dialect::Sora2api, &dead());
    let bytes = wait(async {
        let mut stream = place.client.videos().open(&job).await.unwrap();
        let mut bytes = Vec::new();
        while let Some(chunk) = stream.chunk().await.unwrap() {
            bytes.extend_from_slice(&chunk);
        }
        bytes
    });
    assert_eq!(bytes, CAT);
}

/// On whichever origin it is: a signature that has expired is refused so.
#[test]
fn an_address_that_is_refused_falls_back_and_is_waited_for() {
    for dialect in WITH_CONTENT {
        for (status, body) in [
            (
                403,
                r#"{"error": {"message": "Request has expired", "code": "AccessDenied"}}"#,
            ),
            (401, r#"{"error": {"message": "expired"}}"#),
            (403, "<html><title>403 Forbidden</title></html>"),
        ] {
            let server = RawServer::start(move |request| match request.path.as_str() {
                "/expired.mp4" => Answer::body(status, &[], body.as_bytes()),
                // A page of something that stands before it is no word of the API's.
                _ if is_content(request) && request.number < 6 => {
                    Answer::body(403, &[], b"<html><title>403 Forbidden</title></html>")
                }
                _ if is_content(request) => video(),
                _ => Answer::json(200, &stated("/expired.mp4")),
            });
            let place = Place::with(Options {
                grace: Some(5.0),
                ..options(&server, dialect)
            });
            let url = format!("{}/expired.mp4", server.url());
            let came = place.download(&done(dialect, &url));
            let came = came.unwrap_or_else(|error| panic!("{dialect} {status}: {error}"));
            assert_eq!(came, CAT, "{dialect} {status}");
        }
    }
}

#[test]
fn an_address_that_is_refused_without_a_credential_asks_for_none() {
    let cdn = RawServer::start(|_| Answer::body(403, &[], b"expired"));
    let url = format!("{}/v.mp4", cdn.url());
    let body = stated(&url);
    let server = RawServer::start(move |_| Answer::json(200, &body));
    let place = Place::with(options(&server, Dialect::Relay));
    let error = place.download(&done(Dialect::Relay, &url)).unwrap_err();
    assert_eq!(error.status(), Some(403), "{error}");
    assert!(error.retryable(), "{error}");
    assert!(!error.to_string().contains("Use a credential"), "{error}");
    assert!(cdn.seen("v.mp4").len() > 1, "it was asked again");
}
