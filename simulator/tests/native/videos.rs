//! Videos from the request to the file.

use sorakit::api::sora::{
    CreatePost, CreateVideos, ExtendVideo, GetGenerationDownload, ListPendingV1, VideoSettings,
};
use sorakit::{ErrorKind, JobStatus, Orientation, Quality, Reference, Shot, VideoRequest};

use crate::setup::{BOTH, block_on, client, count, make, newest, options, png, simulator};

#[test]
fn a_prompt_becomes_a_file_that_plays() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let folder = tempfile::tempdir().unwrap();
        block_on(async {
            let request = VideoRequest {
                orientation: Some(Orientation::Portrait),
                style: Some("anime".into()),
                ..VideoRequest::new("a cat in the snow")
            };
            let job = client.videos().generate(request).await.unwrap();
            assert_eq!(job.status, JobStatus::Succeeded);
            assert_eq!(job.progress, 100.0);
            let path = folder.path().join("cat.mp4");
            let saved = client.videos().download(&job, &path).await.unwrap();
            let video = saved.video.unwrap();
            assert_eq!((video.width, video.height), (720, 1280));
            let seconds = video.duration.as_secs_f64();
            assert!((seconds - 10.0).abs() < 0.1, "{seconds}");
        });
        let create = &simulator.requests_of("sora.videos.create")[0];
        assert_eq!(create.json().unwrap()["style_id"], "anime");
        // The media's origin is another one, and gets no credential.
        let journal = simulator.journal();
        let media = journal.iter().find(|entry| entry.origin == "cdn").unwrap();
        assert_eq!(media.header("authorization"), None);
        assert_eq!(media.header("oai-device-id"), None);
    }
}

#[test]
fn a_model_name_makes_what_it_says() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let made = |request| block_on(client.videos().create(request)).unwrap();
        made(VideoRequest {
            model: Some("sora2pro-hd-portrait-15s".into()),
            ..VideoRequest::new("a cat")
        });
        let sent = simulator.requests_of("sora.videos.create")[0]
            .json()
            .unwrap();
        assert_eq!(sent["model"], "sy_ore");
        assert_eq!(sent["size"], "large");
        assert_eq!(sent["orientation"], "portrait");
        assert_eq!(sent["n_frames"], 450);
        let refused = block_on(client.videos().create(VideoRequest {
            quality: Some(Quality::Hd),
            duration: Some(25),
            ..VideoRequest::new("a cat")
        }));
        assert_eq!(refused.unwrap_err().field(), Some("duration"));
        assert_eq!(count(&simulator, "sora.videos.create"), 1);
    }
}

#[test]
fn a_video_starts_from_an_image_in_memory_or_at_an_address() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let request = VideoRequest {
                references: vec![Reference::File(png())],
                ..VideoRequest::new("it moves")
            };
            let job = client.videos().generate(request).await.unwrap();
            let still = job.video.unwrap().thumbnail_url.unwrap();
            let request = VideoRequest {
                references: vec![Reference::url(still)],
                ..VideoRequest::new("and on")
            };
            client.videos().generate(request).await.unwrap();
        });
        assert_eq!(count(&simulator, "sora.uploads.image"), 2);
        for entry in simulator.requests_of("sora.videos.create") {
            let sent = entry.json().unwrap();
            assert_eq!(sent["inpaint_items"].as_array().unwrap().len(), 1);
        }
    }
}

#[test]
fn a_storyboard_is_written_as_the_backend_reads_it() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let shot = |duration, scene: &str| Shot {
            duration,
            scene: scene.into(),
        };
        let request = VideoRequest {
            storyboard: vec![shot(5.0, "a cat leaps"), shot(7.5, "it lands")],
            ..VideoRequest::new("cinematic")
        };
        let job = block_on(client.videos().generate(request)).unwrap();
        assert_eq!(job.video.unwrap().duration, Some(15.0));
        let sent = simulator.requests_of("sora.storyboards.create")[0].json();
        assert_eq!(
            sent.unwrap()["prompt"],
            "current timeline:\nShot 1:\nduration: 5.0sec\nScene: a cat leaps\n\n\
             Shot 2:\nduration: 7.5sec\nScene: it lands\n\ninstructions:\ncinematic"
        );
    }
}

#[test]
fn a_post_is_remixed_and_a_draft_extended() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            make(&client, "a cat").await;
            let generation = newest(&client).await;
            let download = client
                .call(GetGenerationDownload {
                    generation_id: generation.clone(),
                })
                .await
                .unwrap();
            assert!(download.url.starts_with(simulator.cdn_url()));
            let post = client.call(CreatePost::of(&generation)).await.unwrap().post;
            let videos = client.videos();
            let remix = VideoRequest::new("on a beach");
            let remix = videos.remix(&post.id, remix).await.unwrap();
            client.videos().wait(&remix).await.unwrap();
            let longer = client
                .call(ExtendVideo {
                    generation_id: generation,
                    user_prompt: "it runs on".into(),
                    extension_duration_s: 15,
                    enable_rewrite: true,
                })
                .await
                .unwrap();
            let job = client.videos().resume(longer.id);
            let job = client.videos().wait(&job).await.unwrap();
            assert_eq!(job.video.unwrap().duration, Some(25.0));
        });
        let sent = simulator.requests_of("sora.videos.create")[1]
            .json()
            .unwrap();
        assert!(sent["remix_target_id"].as_str().unwrap().starts_with("s_"));
        assert_eq!(sent.get("size"), None);
    }
}

#[test]
fn several_videos_of_one_prompt_are_watched_with_one_request() {
    // The document has no such creation, and its drafts do not name their task.
    let simulator = simulator(sorakit_simulator::Shapes::Observed);
    let client = client(&simulator);
    block_on(async {
        let made = client
            .call(CreateVideos {
                prompt: "cats".into(),
                nsamples: 3,
                settings: VideoSettings::default(),
            })
            .await
            .unwrap();
        assert_eq!(made.tasks.len(), 3);
        assert_eq!(client.call(ListPendingV1 {}).await.unwrap().len(), 3);
        let [one, two, three] = [0, 1, 2].map(|index| {
            let client = client.clone();
            let id = made.tasks[index].id.clone();
            async move {
                let job = client.videos().resume(id);
                client.videos().wait(&job).await
            }
        });
        let both = futures_lite::future::zip(one, two);
        let ((one, two), three) = futures_lite::future::zip(both, three).await;
        for job in [one, two, three] {
            assert_eq!(job.unwrap().status, JobStatus::Succeeded);
        }
    });
    // Each of three polling alone, every 20 ms over 600 ms, would be ninety.
    let polls = count(&simulator, "sora.tasks.pending");
    assert!(polls < 60, "{polls} polls");
}

#[test]
fn a_refused_or_failed_job_says_why() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        for (trigger, kind) in [
            ("content_policy_violation", ErrorKind::ContentPolicy),
            ("generation_failed", ErrorKind::GenerationFailed),
        ] {
            let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
            let error = block_on(client.videos().generate(request)).unwrap_err();
            assert_eq!(error.kind(), kind, "{shapes:?} {error}");
            assert!(error.job_id().is_some());
            assert!(!error.retryable());
            // The documented list of pending jobs says that a machine failed, not why.
            if kind == ErrorKind::ContentPolicy {
                assert!(!error.reason().contains("no reason"), "{error}");
            }
        }
    }
}

#[test]
fn a_job_in_neither_list_runs_for_the_grace_time_and_is_then_unknown() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            // Some seconds pass between the two lists: it is waited out.
            make(&client, "a cat").await;
            let request = VideoRequest::new("a cat simulate:vanish");
            let error = client.videos().generate(request).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
            assert!(error.job_id().is_some());
        });
        assert_eq!(count(&simulator, "sora.videos.create"), 2);
    }
}

#[test]
fn a_draft_without_its_file_is_not_ready_yet() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let job = block_on(make(&client, "a cat simulate:late_media"));
        assert!(!job.video.unwrap().url.is_empty(), "{shapes:?}");
    }
}

#[test]
fn odd_progress_never_goes_back() {
    for trigger in ["progress_backward", "progress_absent", "progress_jump"] {
        let simulator = simulator(sorakit_simulator::Shapes::Observed);
        let client = client(&simulator);
        let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let told = seen.clone();
        let options = sorakit::WaitOptions {
            on_progress: Some(std::sync::Arc::new(move |job: &sorakit::Job| {
                told.lock().unwrap().push(job.progress);
            })),
            ..sorakit::WaitOptions::default()
        };
        block_on(async {
            let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
            let job = client.videos().create(request).await.unwrap();
            client.videos().wait_with(&job, options).await.unwrap();
        });
        let seen = seen.lock().unwrap();
        assert!(seen.is_sorted(), "{trigger}: {seen:?}");
        assert_eq!(seen.last(), Some(&100.0));
    }
}

#[test]
fn one_profile_speaks_through_a_whole_session() {
    let simulator = simulator(sorakit_simulator::Shapes::Documented);
    let mut options = options(&simulator);
    options.access_token = None;
    options.session_token = Some(simulator.credentials().session_token.into());
    let profile = sorakit::Profile::from_random(&[9; 16]);
    options.profile = Some(profile.clone());
    let client = sorakit::Client::new(options).unwrap();
    block_on(make(&client, "a cat"));
    let mut devices = std::collections::BTreeSet::new();
    for entry in simulator.journal() {
        if entry.origin == "cdn" {
            continue;
        }
        let agent = entry.header("user-agent").unwrap();
        let name = entry.operation.as_deref().unwrap();
        match name {
            "sora.sentinel.request" => {
                assert!(agent.starts_with(&profile.user_agent), "{agent}");
                let platform = entry.header("sec-ch-ua-platform");
                assert_eq!(platform, Some(profile.sec_ch_ua_platform.as_str()));
                devices.insert(entry.json().unwrap()["id"].as_str().unwrap().to_owned());
            }
            _ => {
                assert_eq!(agent, profile.user_agent, "{name}");
                devices.insert(entry.header("oai-device-id").unwrap().to_owned());
            }
        }
        if name == "sora.videos.create" {
            let language = entry.header("oai-language");
            assert_eq!(language, Some(profile.language.as_str()));
        }
    }
    assert_eq!(devices.len(), 1, "{devices:?}");
}
