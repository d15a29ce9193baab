//! What is left of the answer to a creation that is not whole, or not what it should
//! be: the job is found in it wherever it stands, or what it says is told. And which of
//! an account's jobs one is whose answer was lost.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use sorakit::api::Timestamp;
use sorakit::{Client, Dialect, ErrorKind, ImageRequest, Options, VideoRequest};
use sorakit_simulator::{Action, Rule};

use crate::raw::{Answer, RawServer};
use crate::setup::{cat, client, client_with, stepped, wait};

/// The dialects whose creation answers a job.
const WITH_JOBS: [Dialect; 3] = [Dialect::Openai, Dialect::Relay, Dialect::Skyriff];

const WHOLE: &str = r#"{"id":"job_z","task_id":"job_z","status":"queued"}"#;

const REQUEST_ID: &str = "x-request-id: rq_77";

fn options(server: &RawServer, dialect: Dialect) -> Options {
    Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}/v1", server.url())),
        api_key: Some("key".into()),
        // Enough for a machine that is busy.
        creation_timeout: Some(20.0),
        max_retries: Some(1),
        ..Options::default()
    }
}

/// A server that answers everything so, and a client of it.
fn answering(dialect: Dialect, answer: Answer) -> (RawServer, Client) {
    let server = RawServer::start(move |_| answer.clone());
    let client = client_with(options(&server, dialect));
    (server, client)
}

#[test]
fn a_whole_text_is_read_however_its_end_is_lost() {
    let long = ["content-length: 500", REQUEST_ID];
    let chunk = format!("{:x}\r\n{WHOLE}\r\n", WHOLE.len());
    let encoded = |name: &str| {
        let header = format!("content-encoding: {name}");
        Answer::body(200, &[&header], WHOLE.as_bytes())
    };
    for (what, answer) in [
        (
            "a length that is not true",
            Answer::lines(200, &long, WHOLE.as_bytes()),
        ),
        (
            "chunks without an end",
            Answer::lines(200, &["transfer-encoding: chunked"], chunk.as_bytes()),
        ),
        (
            "a connection that stays open",
            Answer::lines(200, &long, WHOLE.as_bytes()).slowly(1 << 20, Duration::from_secs(10)),
        ),
        (
            "events that are cut",
            Answer::lines(
                200,
                &["content-length: 500", "content-type: text/event-stream"],
                format!(
                    "event: note\ndata: {{\"note\":1}}\n\ndata: {WHOLE}\n\ndata: {{\"id\":\"job_z"
                )
                .as_bytes(),
            ),
        ),
        (
            "lines that are cut",
            Answer::lines(
                200,
                &["content-length: 500", "content-type: application/x-ndjson"],
                format!("{{\"note\":1}}\n{WHOLE}\n{{\"id\":\"jo").as_bytes(),
            ),
        ),
        ("gzip that is none", encoded("gzip")),
        ("zstd that is none", encoded("zstd")),
        ("br that is none", encoded("br")),
    ] {
        for dialect in WITH_JOBS {
            let server = RawServer::start({
                let answer = answer.clone();
                move |_| answer.clone()
            });
            let mut options = options(&server, dialect);
            if what == "a connection that stays open" {
                options.creation_timeout = Some(2.0);
            }
            let job = wait(client_with(options).videos().create(cat()));
            let job = job.unwrap_or_else(|error| panic!("{dialect} {what}: {error}"));
            assert_eq!(job.id, "job_z", "{dialect} {what}");
            assert_eq!(server.seen("").len(), 1, "{dialect} {what}");
        }
    }
}

#[test]
fn what_is_left_of_an_answer_is_told() {
    let long = "a cat ".repeat(600);
    let text = |text: String| Answer::body(200, &[REQUEST_ID], text.as_bytes());
    let huge = format!(r#"{{"handle":"job_z","x":"{}"}}"#, "a".repeat(33 << 20));
    for (what, answer) in [
        (
            "a text that is cut",
            Answer::lines(
                200,
                &["content-length: 500", REQUEST_ID],
                &WHOLE.as_bytes()[..30],
            ),
        ),
        (
            "a page",
            text("<html><body><pre>job_z</pre></body></html>".into()),
        ),
        (
            "a key that nobody knows",
            text(format!(r#"{{"prompt":"{long}","handle":"job_z"}}"#)),
        ),
        (
            "no JSON",
            text(format!(r#"{{"prompt":"{long}" "id":"job_z"}}"#)),
        ),
        ("a body without end", text(huge)),
    ] {
        // A long body is read once.
        let dialects = match what {
            "a body without end" => &WITH_JOBS[..1],
            _ => &WITH_JOBS[..],
        };
        for &dialect in dialects {
            let (server, client) = answering(dialect, answer.clone());
            let error = wait(client.videos().create(cat())).unwrap_err();
            let what = format!("{dialect} {what}: {error}");
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{what}");
            assert!(error.reason().contains("job_z"), "{what}");
            assert_eq!(error.request_id(), Some("rq_77"), "{what}");
            assert_eq!(server.seen("").len(), 1, "{what}");
        }
    }
}

#[test]
fn an_id_is_read_out_of_what_is_left_of_a_text() {
    let cut = r#"{"id":"job_z","task_id":"job_z","status":"queued","prompt":"a ca"#;
    let later = format!("data: {{\"note\":1}}\n\ndata: {cut}");
    let deep = format!(
        r#"{{"id":"job_z","status":"queued","x":{}"#,
        "[".repeat(1000)
    );
    for body in [cut, &later, &deep] {
        for dialect in WITH_JOBS {
            let answer = Answer::lines(200, &["content-length: 500"], body.as_bytes());
            let (server, client) = answering(dialect, answer);
            let error = wait(client.videos().create(cat())).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::OutcomeUnknown,
                "{dialect}: {error}"
            );
            assert_eq!(error.job_id(), Some("job_z"), "{dialect}: {error}");
            assert_eq!(server.seen("").len(), 1, "{dialect}");
        }
    }
}

#[test]
fn an_odd_head_costs_no_answer() {
    let length = format!("content-length: {}", WHOLE.len());
    for odd in [
        "X Odd: 1",
        "x-odd : 1",
        "x-odd: 1\r\n  and more",
        "x-odd: caf\u{e9}",
        "x-odd:",
        ": nameless",
        "no colon at all",
        &length,
    ] {
        for end in ["\r\n", "\n"] {
            let head = ["HTTP/1.1 200", &length, odd].join(end);
            let bytes = format!("{head}{end}{end}{WHOLE}").into_bytes();
            let (server, client) = answering(Dialect::Openai, Answer::raw(bytes));
            let job = wait(client.videos().create(cat()));
            let job = job.unwrap_or_else(|error| panic!("{odd:?} {end:?}: {error}"));
            assert_eq!(job.id, "job_z", "{odd:?}");
            assert_eq!(server.seen("").len(), 1, "{odd:?}");
        }
    }
}

#[test]
fn an_id_that_no_address_can_hold_is_none() {
    for id in [".", ".."] {
        for dialect in WITH_JOBS {
            let body = format!(r#"{{"id":"{id}","task_id":"{id}","status":"queued"}}"#);
            let (server, client) = answering(dialect, Answer::json(200, &body));
            let error = wait(client.videos().create(cat())).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::OutcomeUnknown,
                "{dialect}: {error}"
            );
            assert!(error.reason().contains(&body), "{dialect}: {error}");
            assert_eq!(server.seen("").len(), 1, "{dialect}");
        }
    }
}

#[test]
fn a_new_job_may_be_named_by_a_header_alone() {
    for dialect in WITH_JOBS {
        for (status, header, body) in [
            (201, "Location: /v1/videos/job_z7", ""),
            (
                202,
                "location: http://inside:8000/tasks/job_z7/status?x=1",
                "{}",
            ),
            (
                202,
                "Operation-Location: https://inside.example/operations/job_z7",
                "Accepted",
            ),
            (200, "x-task-id: job_z7", r#"{"status":"queued"}"#),
        ] {
            let (server, client) =
                answering(dialect, Answer::body(status, &[header], body.as_bytes()));
            let job = wait(client.videos().create(cat()));
            let job = job.unwrap_or_else(|error| panic!("{dialect} {header}: {error}"));
            assert_eq!(job.id, "job_z7", "{dialect} {header}");
            assert_eq!(server.seen("").len(), 1, "{dialect}");
        }
        let seen = ["location: /v1/videos/job_z7"];
        let (_server, client) = answering(dialect, Answer::body(303, &seen, b""));
        let error = wait(client.videos().create(cat())).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::OutcomeUnknown,
            "{dialect}: {error}"
        );
        assert_eq!(error.job_id(), Some("job_z7"), "{dialect}: {error}");
        // Of a refusal a header says nothing.
        let refusal =
            r#"{"error":{"message":"insufficient balance","code":"insufficient_user_quota"}}"#;
        let named = ["location: /v1/videos/job_z7"];
        let (_server, client) = answering(dialect, Answer::body(200, &named, refusal.as_bytes()));
        let error = wait(client.videos().create(cat())).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::QuotaExhausted,
            "{dialect}: {error}"
        );
    }
}

#[test]
fn an_error_that_names_a_job_is_of_that_job() {
    for (status, body) in [
        (
            500,
            r#"{"id":"job_z","task_id":"job_z","error":{"message":"boom"}}"#,
        ),
        (504, r#"{"data":{"task_id":"job_z"}}"#),
        (408, r#"{"task_id":"job_z","message":"still working"}"#),
        (
            502,
            r#"{"id":"job_z","object":"video","error":{"message":"upstream"}}"#,
        ),
    ] {
        for dialect in WITH_JOBS {
            let (server, client) = answering(dialect, Answer::json(status, body));
            let error = wait(client.videos().create(cat())).unwrap_err();
            let what = format!("{dialect} {status}: {error}");
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{what}");
            assert_eq!(error.job_id(), Some("job_z"), "{what}");
            assert!(error.reason().contains("job_z"), "{what}");
            assert_eq!(server.seen("").len(), 1, "{what}");
        }
    }
    // The id of an error is no job's.
    let (_server, client) = answering(
        Dialect::Openai,
        Answer::json(500, r#"{"id":"err_1","error":{"message":"boom"}}"#),
    );
    let error = wait(client.videos().create(cat())).unwrap_err();
    assert_eq!(error.job_id(), None, "{error}");
}

fn said(status: u16, text: &str) -> Action {
    Action::Status {
        status,
        // As it is, digit by digit.
        body: None,
        text: Some(text.into()),
        headers: BTreeMap::new(),
        retry_after: None,
    }
}

#[test]
fn the_native_answer_is_read_as_any_other() {
    for (body, id) in [
        (r#"{"task_id":"t_z"}"#, "t_z"),
        (r#"{"data":[{"id":"t_z"}]}"#, "t_z"),
        (r#"{"data":"t_z"}"#, "t_z"),
        (r#"{"request_id":"t_z"}"#, "t_z"),
        (r#"{"task":{"id":"t_z"}}"#, "t_z"),
        (r#"{"generation_id":"t_z"}"#, "t_z"),
        (r#"{"id":7}"#, "7"),
        (r#"{"id":99999999999999999999}"#, "99999999999999999999"),
    ] {
        let simulator = stepped();
        simulator.add_fault(Rule::new(said(200, body)).operation("sora.videos.create"));
        let job = wait(client(&simulator).videos().create(cat()));
        let job = job.unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(job.id, id, "{body}");
    }
    let simulator = stepped();
    let refused = r#"{"success":false,"message":"insufficient credits","request_id":"r"}"#;
    simulator.add_fault(Rule::new(said(200, refused)).operation("sora.videos.create"));
    let error = wait(client(&simulator).videos().create(cat())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted, "{error}");
}

#[test]
fn an_id_keeps_every_digit() {
    for dialect in WITH_JOBS {
        for id in [
            "99999999999999999999",
            "1e5",
            "1234567.0",
            "1E+2",
            "\"1e5\"",
            "\"007\"",
        ] {
            let body = format!(r#"{{"id":{id},"task_id":{id}}}"#);
            let (_server, client) = answering(dialect, Answer::json(200, &body));
            let job = wait(client.videos().create(cat())).unwrap();
            assert_eq!(job.id, id.trim_matches('"'), "{dialect}");
        }
    }
}

#[test]
fn images_that_are_not_there_were_asked_for_all_the_same() {
    for dialect in [Dialect::Mirror, Dialect::Sora2api] {
        let body = r#"{"created":1,"data":[]}"#;
        let (server, client) = answering(dialect, Answer::json(200, body));
        let error = wait(client.images().create(ImageRequest::new("a cat"))).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::OutcomeUnknown,
            "{dialect}: {error}"
        );
        assert!(error.reason().contains(r#""created":1"#), "{error}");
        assert_eq!(server.seen("").len(), 1, "{dialect}");
    }
}

fn now() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs()
}

/// What `find` says of a list of these jobs, created so many seconds after now.
fn found(request: &VideoRequest, jobs: &[(&str, i64, &str)]) -> Result<Option<String>, String> {
    let at = now();
    let jobs = jobs.iter().map(|(id, after, more)| {
        let created = at as i64 + after;
        format!(
            r#"{{"id":"{id}","object":"video","status":"queued","created_at":{created}{more}}}"#
        )
    });
    let list = jobs.collect::<Vec<_>>().join(",");
    let list = format!(r#"{{"object":"list","data":[{list}]}}"#);
    let (_server, client) = answering(Dialect::Openai, Answer::json(200, &list));
    let since = Timestamp::from_secs(at as i64);
    match wait(client.videos().find(request, since)) {
        Ok(job) => Ok(job.map(|job| job.id)),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
            Err(error.reason().to_owned())
        }
    }
}

#[test]
fn only_a_job_that_the_request_made_is_found() {
    let cat = r#","prompt":"a cat in the snow","model":"sora-2""#;
    let asked = crate::setup::cat();
    let is = |id: &str| Ok(Some(id.to_owned()));
    assert_eq!(found(&asked, &[("meant", 1, cat)]), is("meant"));
    let pro = VideoRequest {
        model: Some("sora-2-pro".into()),
        ..asked.clone()
    };
    assert_eq!(found(&pro, &[("of another model", 1, cat)]), Ok(None));
    // The server does not tell its time, which may be behind.
    for earlier in [-600, -60, -10] {
        let unclear = found(&asked, &[("earlier", earlier, cat)]).unwrap_err();
        assert!(unclear.contains("earlier"), "{unclear}");
    }
    assert_eq!(found(&asked, &[("long ago", -1000, cat)]), Ok(None));
    let unclear = found(&asked, &[("one", 1, cat), ("two", 2, cat)]).unwrap_err();
    assert!(
        unclear.contains("one") && unclear.contains("two"),
        "{unclear}"
    );
    let silent = found(&asked, &[("silent", 1, "")]).unwrap_err();
    assert!(silent.contains("silent"), "{silent}");
}

#[test]
fn a_lost_job_is_looked_for_on_every_page_and_an_answer_without_a_list_says_nothing() {
    let at = now();
    let page = move |from: u64, count: u64, prompt: &str, more: bool| {
        let job = |number: u64| {
            format!(
                r#"{{"id":"v{number}","object":"video","status":"queued","created_at":{at},"prompt":"{prompt}"}}"#
            )
        };
        let jobs: Vec<String> = (from..from + count).map(job).collect();
        let last = from + count - 1;
        format!(
            r#"{{"object":"list","data":[{}],"last_id":"v{last}","has_more":{more}}}"#,
            jobs.join(",")
        )
    };
    let server = RawServer::start(move |request| match request.path.contains("after=v49") {
        false => Answer::json(200, &page(0, 50, "a dog", true)),
        true => Answer::json(200, &page(50, 1, "a cat in the snow", false)),
    });
    let videos = client_with(options(&server, Dialect::Openai)).videos();
    let since = Timestamp::from_secs(at as i64);
    let found = wait(videos.find(&cat(), since)).unwrap();
    assert_eq!(found.unwrap().id, "v50");

    for body in [r#"{"object":"list"}"#, "{}"] {
        let (_server, client) = answering(Dialect::Openai, Answer::json(200, body));
        let error = wait(client.videos().find(&cat(), since)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
    }
    for body in [r#"{"object":"list","data":null}"#, "[]"] {
        let (_server, client) = answering(Dialect::Openai, Answer::json(200, body));
        assert_eq!(wait(client.videos().find(&cat(), since)).unwrap(), None);
    }
}

#[test]
fn no_text_is_so_long_that_another_stands_in_its_place() {
    let long = "x".repeat(2 << 20);
    for (status, body) in [
        (200, format!(r#"{{"id": "{long}"}}"#)),
        (200, format!(r#"{{"data": "{long}"}}"#)),
        (
            200,
            format!(r#"{{"status": "queued", "message": "as asked: {long}"}}"#),
        ),
        (400, format!(r#"{{"error": {{"message": "{long}"}}}}"#)),
        (
            400,
            format!(r#"{{"error": {{"message": "it was refused because {long}"}}}}"#),
        ),
    ] {
        let (_server, client) = answering(Dialect::Openai, Answer::json(status, &body));
        let error = wait(client.videos().create(cat())).unwrap_err();
        let text = error.to_string();
        assert_eq!(error.job_id(), None, "{text}");
        assert!(!text.contains("long-text"), "{text}");
        assert!(text.len() < 4000, "{}", text.len());
    }
}

#[test]
fn a_job_that_was_answered_is_not_the_lost_one() {
    let at = now();
    let job = format!(
        r#"{{"id":"first","object":"video","status":"queued","created_at":{at},"prompt":"a cat in the snow"}}"#
    );
    let list = format!(r#"{{"object":"list","data":[{job}]}}"#);
    let server = RawServer::start(move |request| match request.header("content-length") {
        Some(_) if request.number == 0 => Answer::json(200, &job),
        Some(_) => Answer::body(503, &[], b"upstream connect error"),
        None => Answer::json(200, &list),
    });
    let client = client_with(options(&server, Dialect::Openai));
    let videos = client.videos();
    let since = Timestamp::from_secs(at as i64);
    assert_eq!(wait(videos.create(cat())).unwrap().id, "first");
    let error = wait(videos.create(cat())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(wait(videos.find(&cat(), since)).unwrap(), None);
    let other = client_with(options(&server, Dialect::Openai)).videos();
    let known = ["first".to_owned()];
    assert!(wait(other.find(&cat(), since)).unwrap().is_some());
    let besides = wait(other.find_besides(&cat(), since, &known)).unwrap();
    assert_eq!(besides, None);
}
