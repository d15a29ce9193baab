//! Native jobs among the drafts, however old.

use std::time::{Instant, SystemTime};

use sorakit::api::Timestamp;
use sorakit::{Dialect, ErrorKind, Options};

use crate::gateway::{Gateway, json};
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
