//! The native flow, from the session to the file.

use std::sync::{Arc, Mutex};

use sorakit::api::sora::CheckQuota;
use sorakit::{
    ErrorKind, Event, JobStatus, Options, Orientation, Reference, VideoRequest, WaitOptions,
};
use sorakit_simulator::{SentinelSettings, Shapes, Simulator};

use crate::setup::{cat, client, client_with, fast, operations, options, stepped, wait};

#[test]
fn a_prompt_and_an_image_become_a_file() {
    for shapes in [Shapes::Documented, Shapes::Observed] {
        let simulator = Simulator::builder()
            .speed(60.0)
            .shapes(shapes)
            .sentinel(SentinelSettings {
                difficulty: "00ffff".into(),
                turnstile: true,
                ..SentinelSettings::default()
            })
            .start()
            .unwrap();
        let client = client_with(Options {
            access_token: None,
            session_token: Some(simulator.credentials().session_token.as_str().into()),
            ..options(&simulator)
        });
        let events = Arc::new(Mutex::new(Vec::new()));
        let seen = events.clone();
        client.observe(move |event: &Event| seen.lock().unwrap().push(event.clone()));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cat.mp4");

        wait(async {
            let quota = client.call(CheckQuota {}).await.unwrap();
            let left = quota
                .rate_limit_and_credit_balance
                .estimated_num_videos_remaining;
            assert_eq!(left, 30);
            let image = sorakit_simulator::media::Still::draw(64, 64, 1).to_png();
            let request = VideoRequest {
                duration: Some(15),
                orientation: Some(Orientation::Portrait),
                references: vec![Reference::File(sorakit::api::FileInput::bytes(
                    image, "a.png",
                ))],
                ..cat()
            };
            let job = client.videos().create(request).await.unwrap();
            let progress = Arc::new(Mutex::new(Vec::new()));
            let polls = progress.clone();
            let options = WaitOptions {
                on_progress: Some(Arc::new(move |job: &sorakit::Job| {
                    assert_ne!(job.status, JobStatus::Failed);
                    polls.lock().unwrap().push(job.progress);
                })),
                ..WaitOptions::default()
            };
            let done = client.videos().wait_with(&job, options).await.unwrap();
            assert_eq!(done.id, job.id, "a job keeps its id");
            assert!(progress.lock().unwrap().is_sorted(), "{progress:?}");
            let download = client.videos().download(&done, &path).await.unwrap();
            let video = download.video.unwrap();
            assert_eq!((video.width, video.height), (720, 1280));
            assert_eq!(video.duration.as_secs(), 15);
            assert_eq!(download.bytes, std::fs::metadata(&path).unwrap().len());
        });

        let operations = operations(&simulator);
        let order = [
            "sora.session.exchange",
            "sora.quota.check",
            "sora.uploads.image",
            "sora.sentinel.request",
            "sora.videos.create",
            "sora.tasks.pending",
            "sora.drafts.list",
            "cdn.assets.get",
        ];
        let firsts: Vec<_> = order
            .iter()
            .map(|name| operations.iter().position(|seen| seen == name))
            .collect();
        assert!(firsts.iter().all(Option::is_some), "{operations:?}");
        assert!(firsts.is_sorted(), "{operations:?}");
        let (answers, events): (Vec<Event>, Vec<Event>) =
            std::mem::take(&mut *events.lock().unwrap())
                .into_iter()
                .filter(|event| !matches!(event, Event::Sending { .. }))
                .partition(|event| matches!(event, Event::Answered { .. }));
        // The file's own address, too, which is no operation's.
        assert!(answers.iter().any(|event| matches!(event,
            Event::Answered { operation: None, url, .. } if url.contains("/assets/") || url.contains(".mp4"))));
        assert!(answers.iter().all(|event| matches!(event,
            Event::Answered { operation, headers, .. }
            if (operation.is_none() || headers.contains_key("x-request-id"))
                && !headers.contains_key("set-cookie"))));
        let quota = answers.iter().filter_map(|event| match event {
            Event::Answered {
                operation, status, ..
            } if operation.as_deref() == Some("sora.quota.check") => Some(*status),
            _ => None,
        });
        assert_eq!(quota.collect::<Vec<_>>(), [200]);
        let renewed = events.iter().position(|event| *event == Event::Renewed);
        let solved = events.iter().position(|event| {
            matches!(event, Event::Solved { difficulty, tries, .. }
                if difficulty == "00ffff" && *tries > 0)
        });
        assert!(renewed.is_some() && renewed < solved, "{events:?}");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left over"
        );
    }
}

#[test]
fn a_job_is_resumed_by_its_id_alone() {
    let simulator = stepped();
    let id = wait(client(&simulator).videos().create(cat())).unwrap().id;
    let other = client(&simulator);
    let now = wait(other.videos().get(&id)).unwrap();
    assert!(!now.is_ended(), "{now:?}");
    simulator.set_speed(600.0);
    let done = wait(other.videos().wait(&other.videos().resume(&id))).unwrap();
    assert_eq!(done.id, id);
    assert_eq!(done.status, JobStatus::Succeeded);
    assert!(done.video.is_some());
    assert_eq!(simulator.requests_of("sora.videos.create").len(), 1);
}

#[test]
fn a_job_that_vanishes_is_neither_done_nor_failed() {
    let simulator = fast();
    let client = client_with(Options {
        grace: Some(0.4),
        ..options(&simulator)
    });
    let request = VideoRequest::new("a cat simulate:vanish");
    let job = wait(client.videos().create(request)).unwrap();
    let error = wait(client.videos().wait(&job)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
    assert_eq!(error.job_id(), Some(job.id.as_str()));
}

#[test]
fn a_video_without_an_address_yet_is_waited_for() {
    let simulator = fast();
    let client = client(&simulator);
    let request = VideoRequest::new("a cat simulate:late_media");
    let job = wait(client.videos().generate(request)).unwrap();
    assert!(!job.video.unwrap().url.is_empty());
}

#[test]
fn a_refusal_is_permanent_and_says_why() {
    for (trigger, kind) in [
        ("content_policy_violation", ErrorKind::ContentPolicy),
        ("generation_failed", ErrorKind::GenerationFailed),
    ] {
        for shapes in [Shapes::Documented, Shapes::Observed] {
            let simulator = fast();
            simulator.set_shapes(shapes);
            let client = client(&simulator);
            let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
            let error = wait(client.videos().generate(request)).unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert!(!error.retryable());
            assert!(error.job_id().is_some());
        }
    }
}

#[test]
fn progress_never_goes_back() {
    let simulator = Simulator::builder().speed(100.0).start().unwrap();
    let client = client(&simulator);
    let request = VideoRequest::new("a cat simulate:progress_backward");
    let job = wait(client.videos().create(request)).unwrap();
    let polls = Arc::new(Mutex::new(Vec::new()));
    let seen = polls.clone();
    let on_progress = move |job: &sorakit::Job| seen.lock().unwrap().push(job.progress);
    let options = WaitOptions {
        on_progress: Some(Arc::new(on_progress)),
        ..WaitOptions::default()
    };
    wait(client.videos().wait_with(&job, options)).unwrap();
    let polls = polls.lock().unwrap();
    assert!(polls.len() > 3 && polls.is_sorted(), "{polls:?}");
    assert_eq!(polls.last(), Some(&100.0));
}
