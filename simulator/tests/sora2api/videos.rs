//! Videos: created, watched, downloaded, remixed, refused.

use sorakit::api::sora2api::{CreateVideo, GetVideo, GetVideoContent, VideoSeconds};
use sorakit::{ErrorKind, JobStatus, Orientation, Reference, VideoRequest};
use sorakit_simulator::{Action, Rule};

use super::setup::{BOTH, block_on, client, count, png, simulator};

#[test]
fn a_video_goes_from_prompt_to_file() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let folder = std::env::temp_dir().join(format!("sorakit-s2a-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{shapes:?}.mp4"));
        block_on(async {
            let request = VideoRequest {
                duration: Some(10),
                orientation: Some(Orientation::Portrait),
                references: vec![png().into()],
                ..VideoRequest::new("a cat in the snow")
            };
            let job = client.videos().generate(request).await.unwrap();
            assert_eq!(job.status, JobStatus::Succeeded, "{shapes:?}");
            assert_eq!(job.progress, 100.0);
            let saved = client.videos().download(&job, &file).await.unwrap();
            let measured = saved.video.unwrap();
            assert!(measured.height > measured.width, "{measured:?}");
            assert_eq!(measured.duration.as_secs_f64().round(), 10.0);
        });
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(count(&simulator, "sora2api.videos.create"), 1);
    }
}

#[test]
fn progress_only_grows() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let request = VideoRequest::new("a cat simulate:progress_backward");
            let job = client.videos().create(request).await.unwrap();
            let mut seen = Vec::new();
            let mut watch = Box::pin(client.videos().watch(&job));
            while let Some(job) = futures_lite::StreamExt::next(&mut watch).await {
                seen.push(job.unwrap().progress);
            }
            assert!(seen.is_sorted(), "{seen:?}");
            assert_eq!(seen.last(), Some(&100.0));
        });
    }
}

#[test]
fn a_remix_knows_its_source() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let videos = client.videos();
            let first = videos.generate(VideoRequest::new("a cat")).await.unwrap();
            let remix = VideoRequest::new("make it brighter");
            let second = videos.remix(&first.id, remix).await.unwrap();
            assert_ne!(first.id, second.id);
            assert_eq!(second.raw["remixed_from_video_id"], first.id.as_str());
            videos.wait(&second).await.unwrap();
        });
    }
}

#[test]
fn the_content_is_an_address_once_it_is_done() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let stuck = VideoRequest::new("a cat simulate:stuck");
            let stuck = client.videos().create(stuck).await.unwrap();
            let early = client.call(GetVideoContent { video_id: stuck.id });
            assert_eq!(early.await.unwrap_err().kind(), ErrorKind::NotReady);
            let done = client.videos().generate(VideoRequest::new("a cat")).await;
            let video_id = done.unwrap().id;
            let content = client.call(GetVideoContent { video_id }).await.unwrap();
            assert!(content.url.starts_with(simulator.cdn_url()), "{content:?}");
            let unknown = client.call(GetVideoContent {
                video_id: "sora-2-none".into(),
            });
            assert_eq!(unknown.await.unwrap_err().kind(), ErrorKind::NotFound);
        });
    }
}

#[test]
fn a_synchronous_creation_answers_the_finished_video() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    let client = client(&simulator);
    let video = block_on(client.call(CreateVideo {
        prompt: "a cat".into(),
        seconds: Some(VideoSeconds::Ten),
        async_mode: Some(false),
        ..CreateVideo::default()
    }))
    .unwrap();
    assert_eq!(video.status.as_deref(), Some("completed"));
    let video_id = video.id;
    let again = block_on(client.call(GetVideo { video_id })).unwrap();
    assert_eq!(again.progress, Some(100.0));
}

#[test]
fn failures_are_told_apart() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        for (trigger, kind) in [
            ("content_policy_violation", ErrorKind::ContentPolicy),
            ("generation_failed", ErrorKind::GenerationFailed),
        ] {
            let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
            let error = block_on(client.videos().generate(request)).unwrap_err();
            assert_eq!(error.kind(), kind, "{shapes:?} {trigger}: {error}");
            assert!(error.job_id().is_some());
        }
        let error = block_on(client.videos().get("sora-2-none")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
    }
}

#[test]
fn a_creation_whose_answer_is_lost_is_not_sent_again() {
    let [_, observed] = BOTH;
    let simulator = simulator(observed);
    simulator.add_fault(Rule::new(Action::ResetAfter).operation("sora2api.videos.create"));
    let client = client(&simulator);
    let error = block_on(client.videos().create(VideoRequest::new("a cat"))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
    assert_eq!(count(&simulator, "sora2api.videos.create"), 1);
}

#[test]
fn a_reference_by_address_is_fetched_without_the_key() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    let client = client(&simulator);
    block_on(async {
        let image = sorakit::ImageRequest::new("a cat");
        let image = client.images().generate(image).await.unwrap();
        let request = VideoRequest {
            references: vec![Reference::url(&image.images[0].url)],
            ..VideoRequest::new("make it move")
        };
        client.videos().create(request).await.unwrap();
    });
    let journal = simulator.journal();
    let fetched: Vec<_> = journal
        .iter()
        .filter(|entry| entry.origin == "cdn")
        .collect();
    assert!(!fetched.is_empty());
    assert!(
        fetched
            .iter()
            .all(|entry| entry.header("authorization").is_none())
    );
    let create = &simulator.requests_of("sora2api.videos.create")[0];
    let kind = create.header("content-type").unwrap();
    assert!(kind.starts_with("multipart/form-data"), "{kind}");
    assert_eq!(create.status.map(|status| status / 100), Some(2));
}
