//! What a wait bears: polls that belong to nobody, that fail in every way, and whose
//! failure is one job's alone.

use std::io::Write;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_lite::StreamExt;
use futures_lite::future::{poll_once, zip};
use sorakit::{Client, Dialect, ErrorKind, ImageRequest, Job, Options, VideoRequest, WaitOptions};

use crate::gateway::{Does, Gateway, answers, json, page, read_path, stands};
use crate::setup::{client_with, wait};

pub(crate) fn within(secs: f64) -> WaitOptions {
    WaitOptions {
        deadline: Some(Duration::from_secs_f64(secs)),
        ..WaitOptions::default()
    }
}

#[test]
fn a_watch_that_nobody_polls_holds_up_no_other_wait() {
    let gateway = Gateway::start(|path, before| match (path, before) {
        ("/videos", _) => json(404, r#"{"error": {"message": "no list"}}"#),
        (_, 0) => {
            std::thread::sleep(Duration::from_millis(300));
            stands("a", "queued")
        }
        _ => stands("a", "completed"),
    });
    let client = gateway.client();
    let job = client.videos().resume("a");
    let mut kept = Box::pin(client.videos().watch(&job));
    // It begins a poll, and is never polled again.
    assert!(wait(poll_once(kept.next())).is_none());
    let done = wait(client.videos().wait_with(&job, within(5.0))).unwrap();
    assert!(done.is_ended());
    drop(kept);
}

#[test]
fn a_wait_that_is_dropped_in_mid_poll_leaves_its_poll_to_the_others() {
    let gateway = Gateway::start(|_, before| {
        std::thread::sleep(Duration::from_millis(200));
        stands("a", if before < 2 { "queued" } else { "completed" })
    });
    let client = gateway.client();
    let job = client.videos().resume("a");
    let dropped = client.videos();
    let mut first = Box::pin(dropped.wait(&job));
    assert!(wait(poll_once(&mut first)).is_none());
    let second = client.videos();
    let mut second = Box::pin(second.wait(&job));
    assert!(wait(poll_once(&mut second)).is_none());
    drop(first);
    assert!(wait(second).unwrap().is_ended());
    assert_eq!(gateway.asked("/videos/a").len(), 3);
}

#[test]
fn a_poll_that_hangs_ends_at_the_waiters_own_deadline() {
    let gateway = Gateway::start(|path, _| match path {
        "/videos/a" | "/videos" => Does::Hangs,
        _ => stands("b", "completed"),
    });
    let client = gateway.client();
    let (a, b) = (client.videos().resume("a"), client.videos().resume("b"));
    let began = Instant::now();
    let (videos, others) = (client.videos(), client.videos());
    let waits = zip(
        videos.wait_with(&a, within(1.0)),
        others.wait_with(&b, within(25.0)),
    );
    let (hung, done) = wait(waits);
    assert_eq!(hung.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(done.unwrap().is_ended());
    assert!(
        began.elapsed() < Duration::from_secs(25),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn one_jobs_error_is_its_own_and_a_failing_list_ends_no_wait() {
    let refusal = r#"{"error": {"message": "not for you", "type": "x"}}"#;
    type Makes = fn(&'static str) -> Does;
    let lists: [(&str, Makes); 9] = [
        ("401", |body| json(401, body)),
        ("403", |body| json(403, body)),
        ("404", |body| json(404, body)),
        ("405", |body| json(405, body)),
        ("500", |body| json(500, body)),
        ("a page", |_| {
            page(200, "<html><title>Welcome</title></html>")
        }),
        ("no JSON", |_| json(200, "garbage")),
        ("another list", |_| json(200, r#"{"rows": 3}"#)),
        ("a break", |_| Does::Breaks),
    ];
    for (what, list) in lists {
        let gateway = Gateway::start(move |path, before| match path {
            "/videos" => list(refusal),
            "/videos/a" => json(
                404,
                r#"{"error": {"message": "no such video", "code": "not_found"}}"#,
            ),
            _ => stands(
                "b",
                if before < 30 {
                    "in_progress"
                } else {
                    "completed"
                },
            ),
        });
        let client = gateway.client();
        let (a, b) = (client.videos().resume("a"), client.videos().resume("b"));
        let (videos, others) = (client.videos(), client.videos());
        let (lost, done) = wait(zip(videos.wait(&a), others.wait(&b)));
        assert_eq!(lost.unwrap_err().kind(), ErrorKind::NotFound, "{what}");
        assert!(done.unwrap().is_ended(), "{what}");
        assert!(gateway.asked("/videos").len() <= 2, "{what}: remembered");
    }
}

#[test]
fn a_list_that_says_nothing_or_asks_for_hours_ends_no_wait() {
    type Makes = fn() -> Does;
    let lists: [(&str, Makes); 3] = [
        ("items without a state", || {
            json(200, r#"{"object":"list","data":[{"id":"a"},{"id":"b"}]}"#)
        }),
        ("no list", || json(200, r#"{"object":"list"}"#)),
        ("a pause of an hour", || {
            answers(
                429,
                "retry-after: 3600",
                r#"{"error": {"message": "slow down"}}"#,
            )
        }),
    ];
    for (what, list) in lists {
        let gateway = Gateway::start(move |path, before| match path {
            "/videos" => list(),
            id => stands(&id[8..], if before < 3 { "queued" } else { "completed" }),
        });
        let client = gateway.client();
        let (a, b) = (client.videos().resume("a"), client.videos().resume("b"));
        let (videos, others) = (client.videos(), client.videos());
        let (one, other) = wait(zip(videos.wait(&a), others.wait(&b)));
        assert!(
            one.unwrap().is_ended() && other.unwrap().is_ended(),
            "{what}"
        );
    }
}

#[test]
fn the_last_look_before_a_deadline_is_at_the_job_itself() {
    let gateway = Gateway::start(|path, _| match path {
        "/videos" => json(
            200,
            r#"{"data":[{"id":"a","status":"queued"},{"id":"b","status":"queued"}]}"#,
        ),
        id => stands(&id[8..], "completed"),
    });
    let client = gateway.client();
    let (a, b) = (client.videos().resume("a"), client.videos().resume("b"));
    let options = WaitOptions {
        deadline: Some(Duration::from_millis(500)),
        ..WaitOptions::default()
    };
    let (videos, others) = (client.videos(), client.videos());
    let (one, other) = wait(zip(
        videos.wait_with(&a, options.clone()),
        others.wait_with(&b, options),
    ));
    assert!(one.unwrap().is_ended() && other.unwrap().is_ended());
}

#[test]
fn a_list_that_hangs_gives_way_to_single_requests() {
    let gateway = Gateway::start(|path, before| match path {
        "/videos" => Does::Hangs,
        id => stands(&id[8..], if before < 3 { "queued" } else { "completed" }),
    });
    let client = client_with(Options {
        timeout: Some(1.0),
        ..gateway.options(Dialect::Openai)
    });
    let (a, b) = (client.videos().resume("a"), client.videos().resume("b"));
    let (videos, others) = (client.videos(), client.videos());
    let (one, other) = wait(zip(videos.wait(&a), others.wait(&b)));
    assert!(one.unwrap().is_ended() && other.unwrap().is_ended());
    assert_eq!(gateway.asked("/videos").len(), 1);
}

#[test]
fn a_poll_that_fails_in_whatever_way_does_not_end_a_wait() {
    for dialect in [
        Dialect::Openai,
        Dialect::Mirror,
        Dialect::Relay,
        Dialect::Skyriff,
        Dialect::Sora2api,
    ] {
        let gateway = Gateway::start(|_, before| match before {
            0 => stands("a", "queued"),
            1 => page(
                503,
                "<html><title>503 Service Temporarily Unavailable</title>nginx</html>",
            ),
            2 => page(
                429,
                "<html><title>429 Too Many Requests</title>nginx</html>",
            ),
            3 => page(
                403,
                "<html><title>Attention Required! | Cloudflare</title></html>",
            ),
            4 => answers(200, "", ""),
            5 => page(200, "<html><title>Welcome to nginx!</title></html>"),
            6 => json(200, r#"{"id": "a", "sta"#),
            7 => json(400, r#"{"error": {"message": "odd", "type": "x"}}"#),
            8 => Does::Breaks,
            9 => page(404, "404 page not found"),
            10 => page(
                401,
                "<html><title>401 Authorization Required</title>nginx</html>",
            ),
            11 => json(502, r#"{"detail": "upstream"}"#),
            12 => json(200, "null"),
            13 => json(200, "[]"),
            _ => stands("a", "completed"),
        });
        let client = client_with(gateway.options(dialect));
        let done = wait(client.videos().wait(&client.videos().resume("a")));
        assert!(
            done.unwrap_or_else(|error| panic!("{dialect}: {error}"))
                .is_ended()
        );
    }
}

#[test]
fn a_server_that_is_away_for_a_while_is_waited_for() {
    let gateway = Gateway::start(|_, _| stands("a", "queued"));
    let client = gateway.client();
    let port = gateway.port;
    let asked = gateway.asked.clone();
    let job = client.videos().resume("a");
    let (gone, is_gone) = std::sync::mpsc::channel();
    let options = WaitOptions {
        on_progress: Some(Arc::new({
            let gateway = Mutex::new(Some(gateway));
            move |_: &Job| {
                if let Some(gateway) = gateway.lock().unwrap().take() {
                    drop(gateway);
                    gone.send(()).unwrap();
                }
            }
        })),
        ..within(20.0)
    };
    let back = std::thread::spawn(move || {
        is_gone.recv().unwrap();
        // For a while nobody listens.
        let began = Instant::now();
        let mut refused = 0;
        while began.elapsed() < Duration::from_millis(1500) {
            refused += usize::from(TcpStream::connect(("127.0.0.1", port)).is_err());
            std::thread::sleep(Duration::from_millis(20));
        }
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let (stream, _) = listener.accept().unwrap();
        read_path(&stream).unwrap();
        if let Does::Answers(text) = stands("a", "completed") {
            (&stream).write_all(text.as_bytes()).unwrap();
        }
        let _ = stream.shutdown(Shutdown::Both);
        refused
    });
    let done = wait(client.videos().wait_with(&job, options));
    assert!(done.unwrap().is_ended());
    let refused = back.join().unwrap();
    assert!(refused > 10, "it was away: {refused} connections refused");
    assert_eq!(asked.lock().unwrap().len(), 1, "one poll before it went");
}

#[test]
fn the_time_of_grace_ends_with_the_error_itself() {
    let gateway = Gateway::start(|_, _| json(500, r#"{"error": {"message": "broken"}}"#));
    let client = client_with(Options {
        grace: Some(0.5),
        ..gateway.options(Dialect::Openai)
    });
    let error = wait(client.videos().wait(&client.videos().resume("a"))).unwrap_err();
    assert_eq!(
        (error.kind(), error.job_id()),
        (ErrorKind::Server, Some("a"))
    );
    let asked = gateway.asked("/videos/a");
    assert!(asked.len() > 3, "{} polls", asked.len());
}

#[test]
fn what_is_said_of_the_job_or_the_credential_is_believed_the_second_time() {
    for (status, body, kind) in [
        (
            404,
            r#"{"error": {"message": "no such video", "code": "not_found"}}"#,
            ErrorKind::NotFound,
        ),
        (
            401,
            r#"{"error": {"message": "bad key", "code": "invalid_api_key"}}"#,
            ErrorKind::Authentication,
        ),
    ] {
        for dialect in [Dialect::Openai, Dialect::Relay, Dialect::Sora2api] {
            let gateway = Gateway::start(move |_, _| json(status, body));
            let client = client_with(gateway.options(dialect));
            let error =
                wait(client.videos().wait(&client.videos().resume("mistyped"))).unwrap_err();
            assert_eq!(error.kind(), kind, "{dialect} {error}");
            let asked: Vec<Instant> = {
                let asked = gateway.asked.lock().unwrap();
                asked.iter().map(|(_, at)| *at).collect()
            };
            assert_eq!(asked.len(), 2, "{dialect} {status} {error} {asked:?}");
            assert!(
                asked[1] - asked[0] >= Duration::from_millis(500),
                "{dialect} {status}"
            );
        }
    }
}

#[test]
fn what_a_redirect_leads_to_is_not_said_of_the_job() {
    for dialect in [
        Dialect::Openai,
        Dialect::Mirror,
        Dialect::Relay,
        Dialect::Skyriff,
        Dialect::Sora2api,
    ] {
        for (status, elsewhere) in [
            (
                404,
                r#"{"error": {"message": "no such page", "code": "not_found"}}"#,
            ),
            (
                401,
                r#"{"error": {"message": "sign in", "code": "invalid_api_key"}}"#,
            ),
            (
                200,
                r#"{"status": "failed", "error": {"message": "maintenance"}}"#,
            ),
            (200, r#"{"status": "completed"}"#),
        ] {
            let gateway = Gateway::start(move |path, before| match path {
                "/elsewhere" => json(status, elsewhere),
                _ if before < 3 => answers(302, "location: /elsewhere\r\n", ""),
                _ => stands("a", "completed"),
            });
            let client = client_with(gateway.options(dialect));
            let done = wait(client.videos().wait(&client.videos().resume("a")));
            let done = done.unwrap_or_else(|error| panic!("{dialect} {status}: {error}"));
            assert_eq!(done.id, "a");
            assert_eq!(gateway.asked("/elsewhere").len(), 3, "{dialect} {status}");
        }
        // The same endpoint at another place answers for the job.
        let gateway = Gateway::start(|path, _| match path.strip_prefix("/moved") {
            Some(_) => json(200, r#"{"status": "completed", "progress": 100}"#),
            None => answers(302, &format!("location: /moved/v1{path}\r\n"), ""),
        });
        let client = client_with(gateway.options(dialect));
        let done = wait(client.videos().wait(&client.videos().resume("a")));
        done.unwrap_or_else(|error| panic!("{dialect}: {error}"));
    }
}

#[test]
fn without_a_list_each_job_is_asked_after_at_its_own_pace() {
    let gateway = Gateway::start(|path, _| {
        let (id, progress) = match path.ends_with("young") {
            true => ("young", 1),
            false => ("late", 95),
        };
        json(
            200,
            &format!(
                r#"{{"task_id": "{id}", "id": "{id}", "status": "IN_PROGRESS", "progress": "{progress}%"}}"#
            ),
        )
    });
    let client = client_with(Options {
        poll_interval: Some(0.1),
        ..gateway.options(Dialect::Relay)
    });
    let (young, late) = (
        client.videos().resume("young"),
        client.videos().resume("late"),
    );
    let (videos, others) = (client.videos(), client.videos());
    let waits = zip(
        videos.wait_with(&young, within(2.5)),
        others.wait_with(&late, within(2.5)),
    );
    let (one, other) = wait(waits);
    assert_eq!(one.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(other.unwrap_err().kind(), ErrorKind::Timeout);
    let of = |id: &str| {
        let asked = gateway.asked.lock().unwrap();
        asked.iter().filter(|(path, _)| path.ends_with(id)).count()
    };
    let (young, late) = (of("young"), of("late"));
    assert!(
        young * 2 > late * 3,
        "{young} requests for the young job, {late} for the late one"
    );
}

#[test]
fn a_deadline_is_an_error_only_after_a_last_look() {
    // The job is done before the deadline, and the pace would look after it.
    let began = Instant::now();
    let gateway = Gateway::start(move |_, _| {
        let done = began.elapsed() > Duration::from_millis(900);
        stands("a", if done { "completed" } else { "queued" })
    });
    let client = client_with(Options {
        poll_interval: Some(30.0),
        ..gateway.options(Dialect::Openai)
    });
    let job = client.videos().resume("a");
    let done = wait(client.videos().wait_with(&job, within(1.5))).unwrap();
    assert!(done.is_ended());
    assert_eq!(gateway.asked("/videos/a").len(), 2);

    // A poll that is under way at the deadline is not the last look.
    let gateway = Gateway::start(|_, before| match before {
        0 => Does::Hangs,
        _ => stands("a", "completed"),
    });
    let client = gateway.client();
    let done = wait(client.videos().wait_with(&job, within(0.5))).unwrap();
    assert!(done.is_ended());
}

#[test]
fn durations_that_no_clock_can_count_are_refused_by_their_name() {
    let gateway = Gateway::start(|_, _| Does::Breaks);
    type Sets = fn(&mut Options, f64);
    let fields: [(&str, Sets); 10] = [
        ("poll_interval", |options, value| {
            options.poll_interval = Some(value)
        }),
        ("video_timeout", |options, value| {
            options.video_timeout = Some(value)
        }),
        ("image_timeout", |options, value| {
            options.image_timeout = Some(value)
        }),
        ("grace", |options, value| options.grace = Some(value)),
        ("timeout", |options, value| options.timeout = Some(value)),
        ("total_timeout", |options, value| {
            options.total_timeout = Some(value)
        }),
        ("creation_timeout", |options, value| {
            options.creation_timeout = Some(value)
        }),
        ("connect_timeout", |options, value| {
            options.connect_timeout = Some(value)
        }),
        ("slot_timeout", |options, value| {
            options.slot_timeout = Some(value)
        }),
        ("pow_timeout", |options, value| {
            options.pow_timeout = Some(value)
        }),
    ];
    for (field, set) in fields {
        for value in [1e19, f64::NAN, f64::INFINITY, -1.0, 0.0, -0.0] {
            let mut options = gateway.options(Dialect::Openai);
            set(&mut options, value);
            let error = match Client::new(options) {
                Err(error) => error,
                Ok(_) => panic!("{field} {value}"),
            };
            assert_eq!(error.field(), Some(field), "{value}");
        }
    }
    // Those of a call, before anything is sent: a creation is paid for.
    let client = client_with(gateway.options(Dialect::Openai));
    for deadline in [Duration::ZERO, Duration::MAX] {
        let options = || WaitOptions {
            deadline: Some(deadline),
            ..WaitOptions::default()
        };
        let job = client.videos().resume("a");
        let (videos, images) = (client.videos(), client.images());
        for error in [
            wait(videos.generate_with(VideoRequest::new("a cat"), options())).unwrap_err(),
            wait(videos.wait_with(&job, options())).unwrap_err(),
            wait(images.generate_with(ImageRequest::new("a cat"), options())).unwrap_err(),
            wait(images.wait_with(&job, options())).unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
            assert_eq!(error.field(), Some("deadline"), "{error}");
        }
    }
    assert!(gateway.asked.lock().unwrap().is_empty(), "nothing was sent");
    let options = Options {
        poll_interval: Some(315_360_000.0),
        ..gateway.options(Dialect::Openai)
    };
    assert!(Client::new(options).is_ok());
}

#[test]
fn polls_end_with_the_waits() {
    let gateway = Gateway::start(|_, _| stands("a", "queued"));
    let client = gateway.client();
    let job = client.videos().resume("a");
    let error = wait(client.videos().wait_with(&job, within(2.0))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let asked = gateway.asked("/videos/a").len();
    assert!(asked > 1, "it was asked {asked} times");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(gateway.asked("/videos/a").len(), asked);
}

#[test]
fn an_answer_that_cannot_be_decoded_is_a_failed_poll() {
    for dialect in [
        Dialect::Openai,
        Dialect::Relay,
        Dialect::Skyriff,
        Dialect::Mirror,
        Dialect::Sora2api,
    ] {
        for encoding in ["gzip", "zstd"] {
            let header = format!("content-encoding: {encoding}\r\n");
            let gateway = Gateway::start(move |_, before| match before {
                0..3 => answers(200, &header, "<p>no</p>"),
                _ => stands("job_1", "completed"),
            });
            let client = client_with(Options {
                grace: Some(8.0),
                ..gateway.options(dialect)
            });
            let videos = client.videos();
            let done = wait(videos.wait(&videos.resume("job_1")));
            done.unwrap_or_else(|error| panic!("{dialect} {encoding}: {error}"));
        }
    }
}
