//! Native jobs among the drafts, however old.

use std::time::{Instant, SystemTime};

use sorakit::api::Timestamp;
use sorakit::{Dialect, Error, ErrorKind, Options};

use crate::gateway::{Does, Gateway, json};
use crate::setup::{client_with, wait};

/// Drafts without end, fifty a page and each page a day older than the one before;
/// the job that is looked for is on page nine.
fn many_drafts() -> Gateway {
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    Gateway::start(move |path, page| {
        if !path.ends_with("drafts") {
            return json(200, "[]");
        }
        let created = now - page as u64 * 86_400;
        let draft = |number: usize| {
            let task = match (page, number) {
                (9, 7) => "task_old".to_owned(),
                _ => format!("task_{page}_{number}"),
            };
            format!(
                r#"{{"id": "gen_{page}_{number}", "task_id": "{task}", "kind": "sora_draft",
                "created_at": {created}, "url": "https://cdn.example/{task}.mp4"}}"#
            )
        };
        let items: Vec<String> = (0..50).map(draft).collect();
        let items = items.join(",");
        json(
            200,
            &format!(r#"{{"items": [{items}], "cursor": "page {page}"}}"#),
        )
    })
}

#[test]
fn a_native_job_is_found_among_all_drafts() {
    let gateway = many_drafts();
    let client = client_with(gateway.options(Dialect::Sora));
    let done = wait(client.videos().wait(&client.videos().resume("task_old"))).unwrap();
    assert_eq!(done.video.unwrap().url, "https://cdn.example/task_old.mp4");
}

#[test]
fn drafts_are_looked_through_as_far_back_as_the_job_can_be() {
    let gateway = many_drafts();
    let client = client_with(Options {
        grace: Some(0.3),
        ..gateway.options(Dialect::Sora)
    });
    let mut job = client.videos().resume("task_nowhere");
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    job.created_at = Some(Timestamp::from_secs(now as i64));
    let error = wait(client.videos().wait(&job)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
    let asked = gateway.asked.lock().unwrap();
    let is_drafts = |(path, _): &&(String, Instant)| path.ends_with("drafts");
    let pages = asked.iter().filter(is_drafts).count();
    let polls = asked.len() - pages;
    // Four pages a poll, and once those of two days.
    assert!(pages <= 4 * polls + 3, "{pages} pages in {polls} polls");
}

/// A native backend whose lists are these, in the order of polls.
fn wait_on(
    pending: impl Fn(usize) -> Does + Send + Sync + 'static,
    drafts: impl Fn(usize) -> Does + Send + Sync + 'static,
) -> Result<String, Error> {
    let gateway = Gateway::start(move |path, before| match path.ends_with("drafts") {
        true => drafts(before),
        false => pending(before),
    });
    let client = client_with(Options {
        grace: Some(8.0),
        ..gateway.options(Dialect::Sora)
    });
    let videos = client.videos();
    let done = wait(videos.wait(&videos.resume("task_1")))?;
    Ok(done.video.map(|video| video.url).unwrap_or_default())
}

const DONE: &str = r#"{"id": "gen_1", "task_id": "task_1", "kind": "sora_draft",
    "url": "https://cdn.example/task_1.mp4"}"#;

#[test]
fn a_spoilt_item_of_a_list_hides_no_other() {
    for spoilt in ["null", "5", "{}", r#"{"id": 7}"#, r#"{"id": {}}"#, "[]"] {
        let running =
            format!(r#"[{spoilt}, {{"id": "task_1", "status": "running", "prompt": 5}}]"#);
        let drafts = format!(r#"{{"items": [{spoilt}, {DONE}]}}"#);
        let url = wait_on(
            move |before| match before {
                0..3 => json(200, &running),
                _ => json(200, "[]"),
            },
            move |_| json(200, &drafts),
        );
        let url = url.unwrap_or_else(|error| panic!("{spoilt}: {error}"));
        assert_eq!(url, "https://cdn.example/task_1.mp4");
    }
}

#[test]
fn what_one_list_refuses_and_the_other_answers_is_not_the_credentials_end() {
    let refused = || json(401, r#"{"error": {"message": "token expired"}}"#);
    let began = Instant::now();
    let is_late = move || began.elapsed().as_secs_f64() > 2.5;
    let url = wait_on(
        move |_| refused(),
        move |_| match is_late() {
            true => json(200, &format!(r#"{{"items": [{DONE}]}}"#)),
            false => json(200, r#"{"items": []}"#),
        },
    );
    assert_eq!(url.unwrap(), "https://cdn.example/task_1.mp4");
    let began = Instant::now();
    let is_late = move || began.elapsed().as_secs_f64() > 2.5;
    let url = wait_on(
        |_| json(200, "[]"),
        move |_| match is_late() {
            true => json(200, &format!(r#"{{"items": [{DONE}]}}"#)),
            false => refused(),
        },
    );
    assert_eq!(url.unwrap(), "https://cdn.example/task_1.mp4");
}
