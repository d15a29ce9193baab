//! Making, resuming and downloading videos, on every dialect.

use std::time::Duration;

use serde_json::json;
use sorakit::api::skyriff;
use sorakit::{Client, Dialect, ErrorKind, JobStatus, Options, Orientation, VideoRequest};
use sorakit_simulator::{Action, Rule, Shapes};

use crate::setup::{Target, asked_of_cdn, client, client_at, run, simulator};

#[test]
fn every_dialect_makes_waits_for_and_downloads_a_video() {
    for dialect in [
        Dialect::Mirror,
        Dialect::Skyriff,
        Dialect::Relay,
        Dialect::Openai,
    ] {
        for shapes in [Shapes::Documented, Shapes::Observed] {
            let simulator = simulator(shapes);
            let client = client(&simulator, dialect);
            let target = Target::new(&format!("{dialect}-{shapes:?}"));
            let place = format!("{dialect} {shapes:?}");
            let seconds = if dialect == Dialect::Openai { 8 } else { 15 };
            run(async {
                let videos = client.videos();
                let job = videos
                    .create(VideoRequest {
                        duration: Some(seconds),
                        orientation: Some(Orientation::Portrait),
                        ..VideoRequest::new("a cat in the snow")
                    })
                    .await
                    .unwrap_or_else(|error| panic!("{place}: {error}"));
                assert!(!job.is_ended(), "{place}");
                assert!(job.created_at.is_some(), "{place}");
                // By its id alone, as another process would.
                let done = videos.wait(&videos.resume(&job.id)).await;
                let done = done.unwrap_or_else(|error| panic!("{place}: {error}"));
                assert_eq!(done.status, JobStatus::Succeeded, "{place}");
                assert_eq!(done.progress, 100.0, "{place}");
                let file = videos.download(&done, target.file()).await;
                let file = file.unwrap_or_else(|error| panic!("{place}: {error}"));
                let video = file.video.expect("an MP4");
                assert!(video.height > video.width, "{place}: {video:?}");
                assert!(
                    (video.duration.as_secs_f64() - f64::from(seconds)).abs() < 0.5,
                    "{place}: {video:?}"
                );
            });
            asked_of_cdn(&simulator);
        }
    }
}

#[test]
fn a_job_that_is_resumed_can_be_downloaded_without_a_wait() {
    let simulator = simulator(Shapes::Observed);
    for dialect in [Dialect::Mirror, Dialect::Skyriff, Dialect::Relay] {
        let client = client(&simulator, dialect);
        let target = Target::new(&format!("resumed-{dialect}"));
        run(async {
            let videos = client.videos();
            // Slow enough that it is still being made.
            simulator.set_speed(0.1);
            let job = videos.create(VideoRequest::new("a cat")).await.unwrap();
            let resumed = videos.resume(&job.id);
            let early = videos.download(&resumed, target.file()).await;
            assert_eq!(early.unwrap_err().kind(), ErrorKind::NotReady);
            simulator.set_speed(600.0);
            videos.wait(&job).await.unwrap();
            videos.download(&resumed, target.file()).await.unwrap();
        });
    }
    asked_of_cdn(&simulator);
}

#[test]
fn json_in_place_of_a_video_is_followed_when_it_names_one_and_quoted_when_not() {
    let simulator = simulator(Shapes::Observed);
    let client = client(&simulator, Dialect::Skyriff);
    let target = Target::new("followed");
    run(async {
        let videos = client.videos();
        for model in ["sora2-portrait", "sora2-pro-portrait-hd-15s"] {
            let request = VideoRequest {
                model: Some(model.into()),
                ..VideoRequest::new("a cat")
            };
            let mut done = videos.generate(request).await.unwrap();
            // The way over `/content`, which answers JSON here.
            let content = skyriff::GetContent {
                video_id: done.id.clone(),
            };
            let answered = client.call(content).await.unwrap();
            assert!(answered.url.is_some() && answered.data.is_none(), "{model}");
            let path = format!("{}/v1/videos/{}/content", client.base_url(), done.id);
            done.video.as_mut().unwrap().url = path;
            let file = videos.download(&done, target.file()).await.unwrap();
            assert!(file.bytes > 1000, "{model}");
        }
        let done = videos.generate(VideoRequest::new("a cat")).await.unwrap();
        let body = json!({"error": {"message": "the file was lost", "code": "x"}});
        let status = Action::Status {
            status: 200,
            body: Some(body),
            text: None,
            headers: Default::default(),
            retry_after: None,
        };
        simulator.add_fault(Rule::new(status).origin("cdn").always());
        let elsewhere = target.0.join("lost.mp4");
        let options = Options {
            grace: Some(0.3),
            ..Options::default()
        };
        let impatient = client_at(&simulator, Dialect::Skyriff, "/skyriff", options);
        let videos = impatient.videos();
        let error = videos.download(&done, &elsewhere).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert!(error.reason().contains("the file was lost"), "{error}");
        assert!(!elsewhere.exists());
    });
    asked_of_cdn(&simulator);
}

#[test]
fn new_versions_are_made_of_finished_videos() {
    let simulator = simulator(Shapes::Documented);
    for dialect in [Dialect::Mirror, Dialect::Relay, Dialect::Openai] {
        let client = client(&simulator, dialect);
        run(async {
            let videos = client.videos();
            let first = videos.generate(VideoRequest::new("a cat")).await.unwrap();
            let remix = VideoRequest::new("a dog joins in");
            let second = videos.remix(&first.id, remix).await.unwrap();
            assert_ne!(second.id, first.id, "{dialect}");
            let done = videos.wait(&second).await.unwrap();
            assert_eq!(done.status, JobStatus::Succeeded, "{dialect}");
        });
    }
    let skyriff = client(&simulator, Dialect::Skyriff);
    let refused = run(skyriff.videos().remix("1", VideoRequest::new("a dog")));
    let error = refused.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.reason().contains("relay"), "{error}");
}

#[test]
fn failures_have_their_kind_on_every_dialect() {
    let simulator = simulator(Shapes::Documented);
    for dialect in [
        Dialect::Mirror,
        Dialect::Skyriff,
        Dialect::Relay,
        Dialect::Openai,
    ] {
        let client = client(&simulator, dialect);
        run(async {
            let videos = client.videos();
            let refused = VideoRequest::new("simulate:content_policy_violation");
            let error = videos.generate(refused).await.unwrap_err();
            let job = error.job_id().map(ToOwned::to_owned);
            assert!(job.is_some(), "{dialect}: {error}");
            let kinds = [ErrorKind::ContentPolicy, ErrorKind::GenerationFailed];
            assert!(kinds.contains(&error.kind()), "{dialect}: {error}");
            let failed = videos.get(&job.unwrap()).await.unwrap();
            assert_eq!(failed.status, JobStatus::Failed, "{dialect}");
            assert!(!failed.error.unwrap().message.is_empty(), "{dialect}");

            let unknown = videos.get("video_none").await.unwrap_err();
            assert_eq!(unknown.kind(), ErrorKind::NotFound, "{dialect}: {unknown}");
        });
        let stranger = Options {
            api_key: Some("sk-nobody".into()),
            dialect: Some(dialect),
            base_url: Some(client.base_url().to_owned()),
            ..Options::default()
        };
        let stranger = Client::new(stranger).unwrap();
        let error = run(stranger.videos().create(VideoRequest::new("a cat"))).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::Authentication,
            "{dialect}: {error}"
        );
        assert!(!error.to_string().contains("sk-nobody"));
    }
}

#[test]
fn a_creation_is_sent_once_when_it_may_have_been_taken() {
    let simulator = simulator(Shapes::Documented);
    for dialect in [Dialect::Mirror, Dialect::Relay, Dialect::Openai] {
        let operation = format!("{dialect}.videos.create");
        simulator.add_fault(Rule::new(Action::ResetAfter).operation(&operation));
        let options = Options {
            max_retries: Some(3),
            ..Options::default()
        };
        let path = match dialect {
            Dialect::Mirror => "/mirror/sora".to_owned(),
            other => format!("/{other}"),
        };
        let client = client_at(&simulator, dialect, &path, options);
        let error = run(client.videos().create(VideoRequest::new("a cat"))).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::OutcomeUnknown,
            "{dialect}: {error}"
        );
        assert_eq!(simulator.requests_of(&operation).len(), 1, "{dialect}");
    }
}

#[test]
fn a_wait_ends_with_the_jobs_id_when_time_is_up() {
    let simulator = simulator(Shapes::Documented);
    let options = Options {
        video_timeout: Some(0.3),
        ..Options::default()
    };
    let options = Options {
        dialect: Some(Dialect::Relay),
        base_url: Some(simulator.base_url("relay")),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        poll_interval: Some(0.05),
        ..options
    };
    let client = Client::new(options).unwrap();
    let started = std::time::Instant::now();
    let error = run(client
        .videos()
        .generate(VideoRequest::new("simulate:stuck")))
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.job_id().is_some());
    assert!(started.elapsed() < Duration::from_secs(10));
}
