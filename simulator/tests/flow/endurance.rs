//! What a wait endures, and where it ends: a clock that is set, a name that is not found for a
//! while, the most polls that it may have, an id that is not there.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use sorakit::api::Timestamp;
use sorakit::{Client, Dialect, ErrorKind, Job, Options, WaitOptions};

use crate::clock::Quick;
use crate::gateway::{Gateway, stands};
use crate::setup::{client_with, fast, wait};
use crate::waits::within;

#[test]
fn a_name_that_is_not_resolved_for_a_while_ends_no_wait() {
    let gateway =
        Gateway::start(|_, before| stands("a", if before < 3 { "queued" } else { "completed" }));
    let host = Quick::new(1);
    let client = Client::with_host(gateway.options(Dialect::Openai), host.clone()).unwrap();
    let job = client.videos().resume("a");
    let unresolved = host.unresolved.clone();
    let options = WaitOptions {
        on_progress: Some(Arc::new({
            let polls = AtomicUsize::new(0);
            move |_: &Job| {
                if polls.fetch_add(1, Ordering::SeqCst) == 1 {
                    unresolved.store(3, Ordering::SeqCst);
                }
            }
        })),
        ..within(30.0)
    };
    let done = wait(client.videos().wait_with(&job, options)).unwrap();
    assert!(done.is_ended());
    assert_eq!(host.unresolved.load(Ordering::SeqCst), 0, "they failed");
    // They fail as names do that are not found.
    host.unresolved.store(10, Ordering::SeqCst);
    let error = wait(client.videos().get("a")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
}

#[test]
fn nobody_who_sets_the_time_of_day_freezes_a_wait_or_ends_it() {
    const DAY: i64 = 86_400_000;
    for set_by in [-30 * DAY, 30 * DAY] {
        let gateway = Gateway::start(|_, before| {
            stands("a", if before < 6 { "queued" } else { "completed" })
        });
        let setting = |host: &Quick| {
            let clock = host.set_by.clone();
            move |_: &Job| clock.store(set_by, Ordering::SeqCst)
        };
        // It does not end early.
        let host = Quick::new(1);
        let client = Client::with_host(gateway.options(Dialect::Openai), host.clone()).unwrap();
        let mut job = client.videos().resume("a");
        job.created_at = Some(Timestamp::from(SystemTime::now()));
        let options = WaitOptions {
            on_progress: Some(Arc::new(setting(&host))),
            ..within(20.0)
        };
        let done = wait(client.videos().wait_with(&job, options)).unwrap();
        assert!(done.is_ended(), "{set_by}");
        assert_eq!(gateway.asked("/videos/a").len(), 7, "{set_by}");

        // It does not go on for ever.
        let gateway = Gateway::start(|_, _| stands("a", "queued"));
        let host = Quick::new(1);
        let client = Client::with_host(gateway.options(Dialect::Openai), host.clone()).unwrap();
        let options = WaitOptions {
            on_progress: Some(Arc::new(setting(&host))),
            ..within(1.0)
        };
        let began = Instant::now();
        let error = wait(client.videos().wait_with(&job, options)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{set_by}: {error}");
        assert!(began.elapsed() >= Duration::from_millis(900), "{set_by}");
        assert!(
            gateway.asked("/videos/a").len() > 5,
            "{set_by}: it polled on"
        );
    }
}

#[test]
fn a_wait_has_no_more_polls_than_it_may() {
    let gateway = Gateway::start(|_, _| stands("a", "queued"));
    let client = client_with(Options {
        max_poll_attempts: Some(3),
        ..gateway.options(Dialect::Openai)
    });
    let job = client.videos().resume("a");
    for waits in 1..3 {
        let error = wait(client.videos().wait_with(&job, within(20.0))).unwrap_err();
        assert_eq!(
            (error.kind(), error.job_id()),
            (ErrorKind::Timeout, Some("a")),
            "{error}"
        );
        assert_eq!(gateway.asked("/videos/a").len(), waits * 3, "of each wait");
    }
}

#[test]
fn a_mistyped_id_is_not_found_after_two_answers_on_every_dialect_that_can_tell() {
    for dialect in Dialect::ALL.iter().copied() {
        let simulator = fast();
        let client = client_with(Options {
            dialect: Some(dialect),
            base_url: Some(simulator.base_url(dialect.as_str())),
            api_key: Some(simulator.credentials().api_key.as_str().into())
                .filter(|_| dialect != Dialect::Sora),
            access_token: Some(simulator.credentials().access_token.as_str().into())
                .filter(|_| dialect == Dialect::Sora),
            poll_interval: Some(0.05),
            grace: Some(20.0),
            ..Options::default()
        });
        // The native backend has lists alone, and between two of them a job is in none.
        if dialect == Dialect::Sora {
            continue;
        }
        let began = Instant::now();
        let job = client.videos().resume("video_0123456789abcdef");
        let error = wait(client.videos().wait(&job)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{dialect}: {error}");
        assert!(!error.to_string().contains("goes on"), "{dialect}: {error}");
        assert!(
            began.elapsed() >= Duration::from_millis(900),
            "{dialect}: twice"
        );
        assert!(began.elapsed() < Duration::from_secs(15), "{dialect}");
    }
}
