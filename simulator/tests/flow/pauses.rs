//! Pauses that a server asks for, and deadlines that end them.

use std::time::{Duration, Instant, SystemTime};

use sorakit::api::Timestamp;
use sorakit::{Dialect, ErrorKind, Options};

use crate::gateway::{Gateway, answers, stands};
use crate::raw::{Answer, RawServer};
use crate::setup::{cat, client_with, wait};
use crate::waits::within;

/// A time from now as HTTP writes it.
fn in_seconds(secs: u64) -> String {
    let time = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + secs;
    let time = Timestamp::from_secs(time as i64).to_string();
    let [year, month, rest] = time.splitn(3, '-').collect::<Vec<_>>()[..] else {
        panic!("{time}");
    };
    let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let month = month.parse::<usize>().unwrap() - 1;
    let month = names.split(' ').nth(month).unwrap();
    let (day, clock) = rest.split_once('T').unwrap();
    format!("{day} {month} {year} {} GMT", &clock[..8])
}

#[test]
fn what_the_server_asks_to_wait_is_kept_to_and_no_grace_runs() {
    for (header, least) in [
        ("retry-after: 1\r\n", 1.0),
        ("retry-after: 1.2\r\n", 1.2),
        ("retry-after-ms: 1100\r\n", 1.1),
        ("retry-after: DATE\r\n", 1.5),
    ] {
        let gateway = Gateway::start(move |_, before| match before {
            0 => answers(429, &header.replace("DATE", &in_seconds(3)), "slow down"),
            _ => stands("a", "completed"),
        });
        let client = client_with(Options {
            grace: Some(0.2),
            ..gateway.options(Dialect::Openai)
        });
        let done = wait(client.videos().wait(&client.videos().resume("a")));
        assert!(
            done.unwrap_or_else(|error| panic!("{header}: {error}"))
                .is_ended()
        );
        let asked = gateway.asked("/videos/a");
        let pause = (asked[1] - asked[0]).as_secs_f64();
        assert!(pause >= least - 0.05, "{header}: {pause}");
    }
    // Also where the answer is good.
    let gateway = Gateway::start(|_, before| match before {
        0 => answers(
            200,
            "openai-poll-after-ms: 900\r\n",
            r#"{"id": "a", "status": "queued"}"#,
        ),
        _ => stands("a", "completed"),
    });
    let client = gateway.client();
    wait(client.videos().wait(&client.videos().resume("a"))).unwrap();
    let asked = gateway.asked("/videos/a");
    assert!(asked[1] - asked[0] >= Duration::from_millis(850));
}

#[test]
fn a_pause_that_the_creation_asks_for_comes_before_the_first_poll() {
    let pause = Duration::from_millis(400);
    for dialect in [Dialect::Openai, Dialect::Relay, Dialect::Skyriff] {
        let server = RawServer::start(|request| match request.method.as_str() {
            "POST" => Answer::body(
                200,
                &["openai-poll-after-ms: 400"],
                br#"{"id":"job_1","task_id":"job_1","status":"queued"}"#,
            ),
            _ => Answer::json(200, r#"{"id":"job_1","task_id":"job_1","status":"failed"}"#),
        });
        let client = client_with(Options {
            dialect: Some(dialect),
            base_url: Some(server.url()),
            api_key: Some("key".into()),
            ..Options::default()
        });
        let job = wait(client.videos().create(cat())).unwrap();
        // As a binding hands it back: by what it shows.
        let shown = serde_json::to_value(&job).unwrap();
        let job = serde_json::from_value(shown).unwrap();
        let error = wait(client.videos().wait(&job)).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::GenerationFailed,
            "{dialect}: {error}"
        );
        let seen = server.seen("");
        assert_eq!(seen.len(), 2, "{dialect}");
        assert!(seen[1].at - seen[0].at >= pause, "{dialect}");
    }
}

#[test]
fn a_deadline_tells_what_the_last_poll_failed_with() {
    let server = RawServer::start(|request| match request.method.as_str() {
        "POST" => Answer::json(200, r#"{"id":"job_1","status":"queued"}"#),
        _ => Answer::json(200, "<job>queued</job>"),
    });
    let client = client_with(Options {
        dialect: Some(Dialect::Openai),
        base_url: Some(server.url()),
        api_key: Some("key".into()),
        ..Options::default()
    });
    let job = wait(client.videos().create(cat())).unwrap();
    let error = wait(client.videos().wait_with(&job, within(0.3))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.reason().contains("the last poll failed"), "{error}");
    assert_eq!(error.job_id(), Some("job_1"), "{error}");
}

#[test]
fn a_wait_that_the_server_asks_for_is_no_longer_than_the_deadline() {
    let gateway = Gateway::start(|_, _| answers(503, "retry-after: 86400\r\n", "busy"));
    let client = gateway.client();
    let began = Instant::now();
    let job = client.videos().resume("a");
    let error = wait(client.videos().wait_with(&job, within(1.0))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(began.elapsed() < Duration::from_secs(10));
    // One last look, and no more.
    assert_eq!(gateway.asked("/videos/a").len(), 2);

    let gateway = Gateway::start(|_, before| match before {
        0 => answers(503, "retry-after: 86400\r\n", "busy"),
        _ => stands("a", "completed"),
    });
    let job = gateway.client().videos().resume("a");
    let done = wait(gateway.client().videos().wait_with(&job, within(0.5)));
    assert!(done.unwrap().is_ended());
}
