//! Words for a job's state that nobody knows: they mean running, are told, and the file
//! is what proves that the job is done.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_lite::StreamExt;
use futures_lite::future::zip;
use sorakit::{Client, Dialect, ErrorKind, Event, Job, Options, WaitOptions};

use crate::clock::Quick;
use crate::downloads::CAT;
use crate::downloads::fallback::WITH_CONTENT;
use crate::raw::{Answer, RawServer, Request};
use crate::setup::wait;

/// How many seconds pass in one.
const SPEED: u32 = 300;

/// A client whose ten minutes are two seconds, and what it is told.
fn client(server: &RawServer, dialect: Dialect) -> (Client, Arc<Mutex<Vec<Event>>>) {
    let options = Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}/v1", server.url())),
        api_key: Some("test".into()),
        poll_interval: Some(10.0),
        // Requests are not faster than they are.
        timeout: Some(9000.0),
        min_rate: Some(0.0),
        ..Options::default()
    };
    let client = Client::with_host(options, Quick::new(SPEED)).unwrap();
    let told = Arc::<Mutex<Vec<Event>>>::default();
    let heard = told.clone();
    client.observe(move |event: &Event| heard.lock().unwrap().push(event.clone()));
    (client, told)
}

fn within(secs: u64) -> WaitOptions {
    WaitOptions {
        deadline: Some(Duration::from_secs(secs)),
        ..WaitOptions::default()
    }
}

fn is_content(request: &Request) -> bool {
    request.path.contains("/content")
}

fn standing(progress: u32, more: &str) -> Answer {
    let text = format!(
        r#"{{"id": "job_1", "object": "video", "status": "marinating", "progress": {progress}{more}}}"#
    );
    Answer::json(200, &text)
}

fn video() -> Answer {
    Answer::body(200, &["content-type: video/mp4"], CAT)
}

/// The words that were told, once as an event and once as a warning.
fn words(told: &Mutex<Vec<Event>>) -> (Vec<String>, Vec<String>) {
    let told = told.lock().unwrap();
    let words = told.iter().filter_map(|event| match event {
        Event::UnknownStatus { status_word, .. } => Some(status_word.clone()),
        _ => None,
    });
    let warnings = told.iter().filter_map(|event| match event {
        Event::Warning { message } => Some(message.clone()),
        _ => None,
    });
    (words.collect(), warnings.collect())
}

fn assert_told_once(told: &Mutex<Vec<Event>>, what: &str) {
    let (words, warnings) = words(told);
    assert_eq!(words, ["marinating"], "{what}");
    assert_eq!(warnings.len(), 1, "{what}: {warnings:?}");
    assert!(
        warnings[0].contains("\"marinating\""),
        "{what}: {warnings:?}"
    );
}

#[test]
fn at_a_hundred_percent_the_file_says_that_the_job_is_done() {
    for dialect in WITH_CONTENT {
        let server = RawServer::start(|request| match is_content(request) {
            // It settles first.
            true if request.number < 6 => Answer::json(404, r#"{"detail": "not yet"}"#),
            true => video(),
            false => standing(100, ""),
        });
        let (client, told) = client(&server, dialect);
        let job = client.videos().resume("job_1");
        let done = wait(client.videos().wait_with(&job, within(1200)));
        let done = done.unwrap_or_else(|error| panic!("{dialect}: {error}"));
        assert!(done.is_ended(), "{dialect}");
        assert_eq!(done.progress, 100.0, "{dialect}");
        assert_eq!(done.status_word.as_deref(), Some("marinating"), "{dialect}");
        assert_told_once(&told, dialect.as_str());
        // It is downloaded like any other.
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("cat.mp4");
        wait(client.videos().download(&done, &place)).unwrap();
        assert_eq!(std::fs::read(place).unwrap(), CAT, "{dialect}");
    }
}

#[test]
fn an_address_in_the_answer_is_looked_at() {
    for dialect in [
        Dialect::Relay,
        Dialect::Openai,
        Dialect::Sora2api,
        Dialect::Mirror,
        Dialect::Skyriff,
    ] {
        let server = RawServer::start(|request| match request.path.contains("/files/") {
            true => video(),
            false if is_content(request) => Answer::json(404, r#"{"detail": "no"}"#),
            false => standing(30, r#", "video_url": "/files/cat.mp4""#),
        });
        let (client, told) = client(&server, dialect);
        let job = client.videos().resume("job_1");
        let done = wait(client.videos().wait_with(&job, within(1200)));
        let done = done.unwrap_or_else(|error| panic!("{dialect}: {error}"));
        let url = done.video.clone().unwrap().url;
        assert!(url.ends_with("/files/cat.mp4"), "{dialect}: {url}");
        assert_told_once(&told, dialect.as_str());
        let folder = tempfile::tempdir().unwrap();
        wait(
            client
                .videos()
                .download(&done, folder.path().join("cat.mp4")),
        )
        .unwrap();
        // Another process that knows the id alone has it, too.
        let other = folder.path().join("other.mp4");
        wait(client.videos().download(&job, &other)).unwrap();
        assert_eq!(std::fs::read(other).unwrap(), CAT, "{dialect}");
    }
}

#[test]
fn what_does_not_move_for_ten_minutes_is_told_and_looked_for() {
    let server = RawServer::start(|request| match is_content(request) {
        true => video(),
        false => standing(40, ""),
    });
    let (client, told) = client(&server, Dialect::Openai);
    let job = client.videos().resume("job_1");
    let error = wait(client.videos().wait_with(&job, within(500))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.reason().contains("marinating"), "{error}");
    assert!(
        error.reason().contains("40 %"),
        "nothing is invented: {error}"
    );
    assert!(
        error.to_string().contains("does not know that word"),
        "{error}"
    );
    assert!(
        server.seen("/content").is_empty(),
        "not in the first minutes"
    );
    assert_eq!(words(&told), (vec![], vec![]));
    let done = wait(client.videos().wait_with(&job, within(1200))).unwrap();
    assert!(done.is_ended());
    assert_eq!(server.seen("/content").len(), 1);
    assert_told_once(&told, "unchanged");
}

#[test]
fn half_a_file_proves_nothing_and_is_asked_for_once_a_minute() {
    let server = RawServer::start(|request| match is_content(request) {
        true => Answer::body(200, &["content-type: video/mp4"], &CAT[..CAT.len() / 2]),
        false => standing(100, ""),
    });
    let (client, told) = client(&server, Dialect::Openai);
    let job = client.videos().resume("job_1");
    // Two who wait look no more often than one.
    let (videos, others) = (client.videos(), client.videos());
    let (one, other) = wait(zip(
        videos.wait_with(&job, within(600)),
        others.wait_with(&job, within(600)),
    ));
    for error in [one.unwrap_err(), other.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    }
    let looks = server.seen("/content").len();
    assert!((2..=11).contains(&looks), "{looks} looks in ten minutes");
    let requests = server.seen("/videos/job_1").len();
    assert!(requests - looks > looks, "polls go on");
    assert_told_once(&told, "half");
}

#[test]
fn known_words_are_not_doubted_and_what_moves_is_left_alone() {
    for (word, step) in [("in_progress", 0), ("queued", 0), ("marinating", 1)] {
        let server = RawServer::start(move |request| match is_content(request) {
            true => video(),
            false => {
                let progress = (request.number * step).min(99);
                Answer::json(
                    200,
                    &format!(r#"{{"id": "job_1", "status": "{word}", "progress": {progress}}}"#),
                )
            }
        });
        let (client, told) = client(&server, Dialect::Openai);
        let job = client.videos().resume("job_1");
        let error = wait(client.videos().wait_with(&job, within(800))).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{word}: {error}");
        assert!(server.seen("/content").is_empty(), "{word}");
        assert_eq!(words(&told).0, Vec::<String>::new(), "{word}");
    }
}

#[test]
fn a_watch_shows_the_end_and_a_word_that_is_understood_later_counts() {
    let server = RawServer::start(|request| match is_content(request) {
        true => video(),
        false => standing(100, ""),
    });
    let (client, _) = client(&server, Dialect::Openai);
    let job = client.videos().resume("job_1");
    let seen: Vec<Job> = wait(client.videos().watch(&job).map(Result::unwrap).collect());
    assert!(seen.last().unwrap().is_ended(), "{seen:?}");

    let server = RawServer::start(|request| match (is_content(request), request.number) {
        (true, _) => Answer::json(404, r#"{"detail": "none"}"#),
        (false, 0..4) => standing(100, ""),
        _ => Answer::json(
            200,
            r#"{"id": "job_1", "status": "failed", "error": {"message": "burnt"}}"#,
        ),
    });
    let (client, _) = self::client(&server, Dialect::Openai);
    let error = wait(client.videos().wait_with(&job, within(1200))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{error}");
}
