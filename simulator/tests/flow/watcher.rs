//! One poll serves all of an account's jobs.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::join_all;
use sorakit::{Dialect, ErrorKind, Job, Options, VideoRequest, WaitOptions};
use sorakit_simulator::{AccountSpec, Simulator};

use crate::gateway::{Gateway, json, stands};
use crate::setup::{cat, client, client_with, wait};
use crate::waits::within;

const JOBS: usize = 50;

fn roomy() -> Simulator {
    Simulator::builder()
        .speed(100.0)
        .first_run_account(AccountSpec {
            quota: 1000,
            concurrency: 1000,
            ..AccountSpec::default()
        })
        .start()
        .unwrap()
}

#[test]
fn fifty_jobs_cost_one_request_a_round() {
    let simulator = roomy();
    let client = client(&simulator);
    let jobs: Vec<Job> = (0..JOBS)
        .map(|_| wait(client.videos().create(cat())).unwrap())
        .collect();
    simulator.clear_journal();

    let rounds = Arc::new(Mutex::new(vec![0; JOBS]));
    let waits = jobs.iter().enumerate().map(|(number, job)| {
        let rounds = rounds.clone();
        let on_progress = move |_: &Job| rounds.lock().unwrap()[number] += 1;
        let options = WaitOptions {
            on_progress: Some(Arc::new(on_progress)),
            ..WaitOptions::default()
        };
        let client = client.clone();
        async move { client.videos().wait_with(job, options).await }
    });
    for (job, done) in jobs.iter().zip(wait(join_all(waits))) {
        assert_eq!(done.unwrap().id, job.id);
    }
    let polls = simulator.requests_of("sora.tasks.pending").len();
    let rounds = rounds.lock().unwrap();
    let (most, all) = (*rounds.iter().max().unwrap(), rounds.iter().sum::<usize>());
    assert!(
        all > 3 * JOBS,
        "each was asked after several times: {rounds:?}"
    );
    // Each job's waits are spread by chance, so that rounds of different jobs
    // fall between each other; still one request serves nearly all of them.
    assert!(
        polls <= 2 * most,
        "{polls} requests for {most} rounds of {JOBS} jobs"
    );
    assert!(polls * 10 < all, "{polls} requests for {all} looks at jobs");
}

#[test]
fn everyone_who_waits_on_one_job_is_told() {
    let simulator = roomy();
    let client = client(&simulator);
    let job = wait(client.videos().create(cat())).unwrap();
    let told = Arc::new(AtomicUsize::new(0));
    let waits = (0..10).map(|_| {
        let (client, job, told) = (client.clone(), job.clone(), told.clone());
        async move {
            client.videos().wait(&job).await.unwrap();
            told.fetch_add(1, Ordering::Relaxed);
        }
    });
    wait(join_all(waits));
    assert_eq!(told.load(Ordering::Relaxed), 10);
}

#[test]
fn more_jobs_than_a_page_holds_are_still_not_asked_after_one_by_one() {
    let simulator = roomy();
    let client = client_with(Options {
        dialect: Some(Dialect::Openai),
        base_url: Some(simulator.base_url("openai")),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        poll_interval: Some(0.05),
        ..Options::default()
    });
    let videos = client.videos();
    let begun = (0..250).map(|_| videos.create(cat()));
    let jobs = wait(join_all(begun)).into_iter().map(Result::unwrap);
    let jobs: Vec<Job> = jobs.collect();
    simulator.clear_journal();
    for done in wait(join_all(jobs.iter().map(|job| videos.wait(job)))) {
        done.unwrap();
    }
    let pages = simulator.requests_of("openai.videos.list").len();
    let alone = simulator.requests_of("openai.videos.get").len();
    assert!(pages >= 3, "{pages} pages of the list");
    assert!(
        alone < jobs.len(),
        "{alone} jobs were asked after alone, and {pages} pages read"
    );
}

#[test]
fn a_job_that_was_never_shown_is_not_said_to_go_on() {
    let gateway = Gateway::start(|asked, _| match asked {
        "/videos" => stands("a", "queued"),
        _ => json(404, r#"{"error": {"message": "no such video"}}"#),
    });
    let client = gateway.client();
    let job = wait(client.videos().create(VideoRequest::new("a cat"))).unwrap();
    let error = wait(client.videos().wait_with(&job, within(0.5))).unwrap_err();
    assert_eq!(
        (error.kind(), error.job_id()),
        (ErrorKind::Timeout, Some("a"))
    );
    assert!(error.reason().contains("has not shown it"), "{error}");
    let advice = error.hint().unwrap_or_default();
    assert!(!advice.contains("goes on at the server"), "{error}");
}
