//! sorakit's client against the simulator's mirror, skyriff, relay and openai
//! dialects, over real sockets.

use std::future::Future;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;
use sorakit::api::openai::{Encoding, GetContent, Variant};
use sorakit::api::skyriff::{LookUpDraft, LookUpPost};
use sorakit::api::{FileInput, mirror, skyriff};
use sorakit::{
    CharacterRequest, Client, Dialect, ErrorKind, Feature, ImageRequest, JobStatus, Options,
    Orientation, PageRequest, Quality, QuotaUnit, Reference, Shot, VideoRequest,
};
use sorakit_simulator::{Action, Entry, Rule, Shapes, Simulator};

/// A simulator in which a video takes less than a second.
fn simulator(shapes: Shapes) -> Simulator {
    let builder = Simulator::builder().speed(600.0).shapes(shapes);
    builder.start().expect("a simulator")
}

fn client_at(simulator: &Simulator, dialect: Dialect, path: &str, options: Options) -> Client {
    let options = Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}{path}", simulator.url())),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        poll_interval: Some(0.05),
        video_timeout: Some(60.0),
        max_retries: Some(0),
        ..options
    };
    Client::new(options).expect("a client")
}

fn client(simulator: &Simulator, dialect: Dialect) -> Client {
    let path = match dialect {
        Dialect::Mirror => "/mirror/sora".to_owned(),
        other => format!("/{other}"),
    };
    client_at(simulator, dialect, &path, Options::default())
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(future)
}

/// A name for a download, removed with what is beside it when dropped.
struct Target(PathBuf);

impl Target {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sorakit-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("video.mp4")
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A white PNG of one pixel.
fn png() -> FileInput {
    const BYTES: &[u8] = &[
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0,
        0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44,
        0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1, 1, 0, 0x1b, 0xb6, 0xee, 0x56, 0, 0, 0,
        0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ];
    FileInput::bytes(BYTES, "cat.png")
}

/// What the CDN was asked; no request there may hold a credential.
fn asked_of_cdn(simulator: &Simulator) -> Vec<Entry> {
    let journal = simulator.journal();
    let asked: Vec<Entry> = journal.into_iter().filter(|e| e.origin == "cdn").collect();
    let key = simulator.credentials().api_key;
    for entry in &asked {
        assert_eq!(entry.header("authorization"), None, "{}", entry.path);
        assert_eq!(entry.header("cookie"), None, "{}", entry.path);
        let whole = serde_json::to_string(entry).expect("an entry");
        assert!(!whole.contains(&key), "the key went to {}", entry.path);
    }
    asked
}

fn only(simulator: &Simulator, operation: &str) -> Entry {
    let mut entries = simulator.requests_of(operation);
    assert_eq!(entries.len(), 1, "{operation}");
    entries.remove(0)
}

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
            let job = videos.create(VideoRequest::new("a cat")).await.unwrap();
            let resumed = videos.resume(&job.id);
            let early = videos.download(&resumed, target.file()).await;
            assert_eq!(early.unwrap_err().kind(), ErrorKind::NotReady);
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
        simulator.add_fault(Rule::new(status).origin("cdn"));
        let elsewhere = target.0.join("lost.mp4");
        let error = videos.download(&done, &elsewhere).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert!(error.message().contains("the file was lost"), "{error}");
        assert!(!elsewhere.exists());
    });
    asked_of_cdn(&simulator);
}

#[test]
fn images_go_along_as_each_dialect_takes_them() {
    let simulator = simulator(Shapes::Documented);
    let data_url = || {
        let file = serde_json::to_value(png()).unwrap();
        format!("data:image/png;base64,{}", file["base64"].as_str().unwrap())
    };
    let ask = |references: Vec<Reference>| VideoRequest {
        references,
        ..VideoRequest::new("make it move")
    };
    run(async {
        let file = || Reference::from(png());
        let form = |operation: &str| {
            let entry = simulator.requests_of(operation).pop().unwrap();
            let content_type = entry.header("content-type").unwrap_or_default().to_owned();
            (content_type, entry.body_size)
        };

        let mirror = client(&simulator, Dialect::Mirror);
        let request = ask(vec![file(), Reference::url(data_url())]);
        mirror.videos().create(request).await.unwrap();
        let (content_type, _) = form("mirror.videos.create");
        assert!(content_type.starts_with("multipart/form-data; boundary="));

        let skyriff = client(&simulator, Dialect::Skyriff);
        skyriff.videos().create(ask(vec![file()])).await.unwrap();
        assert!(form("skyriff.videos.create").0.starts_with("multipart/"));
        let address = "https://example.com/image.png";
        let request = ask(vec![Reference::url(address)]);
        skyriff.videos().create(request).await.unwrap();
        let sent = simulator.requests_of("skyriff.videos.create").pop();
        assert_eq!(sent.unwrap().json().unwrap()["image_url"], address);
        let two = skyriff.videos().create(ask(vec![file(), file()])).await;
        assert_eq!(two.unwrap_err().field(), Some("references"));

        let relay = client(&simulator, Dialect::Relay);
        let request = ask(vec![file(), Reference::url(address)]);
        relay.videos().create(request).await.unwrap();
        let sent = simulator.requests_of("relay.videos.create").pop().unwrap();
        assert_eq!(sent.json().unwrap()["images"], json!([data_url(), address]));

        let openai = client(&simulator, Dialect::Openai);
        openai.videos().create(ask(vec![file()])).await.unwrap();
        assert!(form("openai.videos.create").0.starts_with("multipart/"));

        let path = "/openai/dynamo/v1";
        let json = Options {
            encoding: Some(Encoding::Json),
            ..Options::default()
        };
        let dynamo = client_at(&simulator, Dialect::Openai, path, json);
        let request = VideoRequest {
            model: Some("wan".into()),
            ..ask(vec![file()])
        };
        dynamo.videos().generate(request).await.unwrap();
        let sent = simulator.requests_of("openai.videos.create").pop().unwrap();
        assert_eq!(sent.json().unwrap()["input_reference"], data_url());
    });
}

#[test]
fn what_a_dialect_lacks_is_refused_before_anything_is_sent() {
    let simulator = simulator(Shapes::Documented);
    run(async {
        let ask = || VideoRequest::new("a cat");
        for (dialect, request, field) in [
            (
                Dialect::Skyriff,
                VideoRequest {
                    watermark: Some(false),
                    ..ask()
                },
                "watermark",
            ),
            (
                Dialect::Skyriff,
                VideoRequest {
                    duration: Some(12),
                    ..ask()
                },
                "duration",
            ),
            (
                Dialect::Relay,
                VideoRequest {
                    n: Some(2),
                    ..ask()
                },
                "n",
            ),
            (
                Dialect::Relay,
                VideoRequest {
                    model: Some("sora-2".into()),
                    quality: Some(Quality::Hd),
                    ..ask()
                },
                "hd",
            ),
            (
                Dialect::Relay,
                VideoRequest {
                    remix: Some("t".into()),
                    duration: Some(10),
                    ..ask()
                },
                "duration",
            ),
            (
                Dialect::Mirror,
                VideoRequest {
                    quality: Some(Quality::Hd),
                    duration: Some(25),
                    ..ask()
                },
                "hd",
            ),
            (
                Dialect::Mirror,
                VideoRequest {
                    style: Some("baroque".into()),
                    ..ask()
                },
                "style",
            ),
            (
                Dialect::Openai,
                VideoRequest {
                    private: Some(true),
                    ..ask()
                },
                "private",
            ),
            (
                Dialect::Openai,
                VideoRequest {
                    size: Some("1280x720".into()),
                    orientation: Some(Orientation::Portrait),
                    ..ask()
                },
                "orientation",
            ),
        ] {
            let error = client(&simulator, dialect).videos().create(request).await;
            let error = error.unwrap_err();
            assert_eq!(error.field(), Some(field), "{dialect}: {error}");
            let early = [ErrorKind::InvalidInput, ErrorKind::Unsupported];
            assert!(early.contains(&error.kind()), "{dialect}: {error}");
        }
    });
    assert!(simulator.journal().is_empty(), "something was sent");
}

#[test]
fn watermark_private_and_the_other_parameters_arrive_as_they_are_given() {
    let simulator = simulator(Shapes::Documented);
    run(async {
        let request = || VideoRequest {
            watermark: Some(true),
            private: Some(true),
            orientation: Some(Orientation::Landscape),
            duration: Some(15),
            quality: Some(Quality::Hd),
            ..VideoRequest::new("a cat")
        };
        let mirror = client(&simulator, Dialect::Mirror);
        let with_style = VideoRequest {
            style: Some("anime".into()),
            n: Some(2),
            ..request()
        };
        let job = mirror.videos().create(with_style).await.unwrap();
        assert_eq!(
            only(&simulator, "mirror.videos.create").json().unwrap(),
            json!({"prompt": "a cat", "model": "sora_video2-pro", "size": "1280x720", "n": 2,
                "watermark": true, "duration": 15, "hd": true, "private": true, "style": "anime"})
        );
        mirror.videos().wait(&job).await.unwrap();
        // A private video cannot be remixed, and the server says so.
        let refused = mirror
            .videos()
            .remix(&job.id, VideoRequest::new("a dog"))
            .await;
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::BadRequest);

        let relay = client(&simulator, Dialect::Relay);
        relay.videos().create(request()).await.unwrap();
        let sent = only(&simulator, "relay.videos.create");
        assert_eq!(sent.header("pragma"), Some("no-cache"));
        assert_eq!(
            sent.json().unwrap(),
            json!({"model": "sora-2-pro", "prompt": "a cat", "aspect_ratio": "16:9",
                "duration": 15, "hd": true, "watermark": true, "private": true})
        );
        // Neither is sent unless it is asked for.
        relay
            .videos()
            .create(VideoRequest::new("a cat"))
            .await
            .unwrap();
        let plain = simulator.requests_of("relay.videos.create").pop().unwrap();
        assert_eq!(
            plain.json().unwrap(),
            json!({"model": "sora-2", "prompt": "a cat"})
        );
    });
}

#[test]
fn a_storyboard_becomes_the_mirrors_prompt() {
    let simulator = simulator(Shapes::Documented);
    let shot = |duration, scene: &str| Shot {
        duration,
        scene: scene.into(),
    };
    run(async {
        let request = VideoRequest {
            storyboard: vec![shot(5.0, "a cat leaps"), shot(5.0, "it lands")],
            ..VideoRequest::new("cinematic")
        };
        let mirror = client(&simulator, Dialect::Mirror);
        mirror.videos().create(request).await.unwrap();
    });
    let sent = only(&simulator, "mirror.videos.create").json().unwrap();
    assert_eq!(sent["storyboard"], true);
    let prompt = sent["prompt"].as_str().unwrap();
    assert!(prompt.contains("Shot 2:\nduration: 5.0sec\nScene: it lands"));
    assert!(prompt.ends_with("instructions:\ncinematic"));
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
    assert!(error.message().contains("relay"), "{error}");
}

#[test]
fn openai_lists_deletes_and_has_other_files_of_a_video() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator, Dialect::Openai);
    run(async {
        let videos = client.videos();
        let mut ids = Vec::new();
        for n in 0..3 {
            let request = VideoRequest::new(format!("cat {n}"));
            ids.push(videos.generate(request).await.unwrap().id);
        }
        let page = |limit, cursor| PageRequest {
            limit: Some(limit),
            cursor,
        };
        let first = videos.list(page(2, None)).await.unwrap();
        let second = videos.list(page(2, first.next.clone())).await.unwrap();
        let listed = first.items.iter().chain(&second.items);
        let listed: Vec<_> = listed.map(|job| job.id.clone()).collect();
        ids.reverse();
        assert_eq!(listed, ids, "newest first, over two pages");
        assert_eq!(second.next, None);

        let thumbnail = GetContent {
            video_id: ids[0].clone(),
            variant: Some(Variant::Thumbnail),
        };
        let still = client.call(thumbnail).await.unwrap();
        assert_eq!(still.content_type.as_deref(), Some("image/webp"));

        videos.delete(&ids[0]).await.unwrap();
        let gone = videos.get(&ids[0]).await.unwrap_err();
        assert_eq!(gone.kind(), ErrorKind::NotFound);
        assert_eq!(gone.job_id(), Some(ids[0].as_str()));
    });
}

#[test]
fn many_jobs_of_openai_are_polled_with_one_request() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator, Dialect::Openai);
    run(async {
        let videos = client.videos();
        let mut jobs = Vec::new();
        for n in 0..3 {
            let request = VideoRequest::new(format!("cat {n}"));
            jobs.push(videos.create(request).await.unwrap());
        }
        let waits = jobs.iter().map(|job| videos.wait(job));
        for done in futures_util::future::join_all(waits).await {
            assert_eq!(done.unwrap().status, JobStatus::Succeeded);
        }
    });
    let lists = simulator.requests_of("openai.videos.list").len();
    let gets = simulator.requests_of("openai.videos.get").len();
    assert!(lists > 0, "the list was not used");
    assert!(gets <= lists, "{gets} single requests, {lists} lists");
}

#[test]
fn other_servers_of_the_videos_api_are_spoken_to() {
    let simulator = simulator(Shapes::Documented);
    for (server, encoding) in [
        ("sglang", Encoding::Multipart),
        ("sglang", Encoding::Json),
        ("vllm-omni", Encoding::Multipart),
        ("new-api", Encoding::Multipart),
        ("litellm", Encoding::Multipart),
        ("dynamo", Encoding::Json),
    ] {
        let place = format!("{server} {encoding:?}");
        let options = Options {
            encoding: Some(encoding),
            ..Options::default()
        };
        let path = format!("/openai/{server}/v1");
        let client = client_at(&simulator, Dialect::Openai, &path, options);
        let target = Target::new(&format!("{server}-{encoding:?}"));
        let mut request = VideoRequest {
            duration: Some(4),
            size: Some("1280x720".into()),
            ..VideoRequest::new("a cat")
        };
        let own = "Wan-AI/Wan2.1-T2V-1.3B-Diffusers";
        let model = match server {
            "litellm" | "new-api" => "sora-2",
            _ => own,
        };
        request.model = Some(model.into());
        if server == "dynamo" {
            request.extra.insert("response_format".into(), "url".into());
        }
        run(async {
            let videos = client.videos();
            let done = videos.generate(request).await;
            let done = done.unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(done.status, JobStatus::Succeeded, "{place}");
            let file = videos.download(&done, target.file()).await;
            let file = file.unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(file.video.unwrap().width, 1280, "{place}");
        });
    }
    asked_of_cdn(&simulator);
}

#[test]
fn a_server_without_a_list_is_asked_for_it_once() {
    let simulator = simulator(Shapes::Documented);
    let options = Options::default();
    let client = client_at(&simulator, Dialect::Openai, "/openai/new-api/v1", options);
    run(async {
        let videos = client.videos();
        let ask = |prompt: &str| VideoRequest {
            model: Some("sora-2".into()),
            ..VideoRequest::new(prompt)
        };
        let one = videos.create(ask("a cat")).await.unwrap();
        let two = videos.create(ask("a dog")).await.unwrap();
        let (one, two) = futures_util::future::join(videos.wait(&one), videos.wait(&two)).await;
        assert!(one.is_ok() && two.is_ok());
    });
    let lists = simulator
        .journal()
        .into_iter()
        .filter(|entry| entry.method == "GET" && entry.path.ends_with("/v1/videos"));
    assert_eq!(lists.count(), 1);
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
fn a_mirror_makes_images_at_once() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator, Dialect::Mirror);
    run(async {
        let images = client.images();
        let request = ImageRequest {
            n: Some(2),
            orientation: Some(Orientation::Portrait),
            ..ImageRequest::new("a kitten")
        };
        let made = images.generate(request).await.unwrap();
        assert_eq!(made.images.len(), 2);
        let edit = ImageRequest {
            references: vec![png().into()],
            ..ImageRequest::new("in oil")
        };
        let edited = images.edit(edit).await.unwrap();
        assert_eq!(edited.status, JobStatus::Succeeded);
        assert!(!edited.images[0].url.is_empty());
    });
    let sent = only(&simulator, "mirror.images.generate");
    assert!(sent.body.unwrap().contains("1024x1536"));
}

#[test]
fn characters_are_made_from_videos_and_jobs() {
    let simulator = simulator(Shapes::Documented);
    run(async {
        for dialect in [Dialect::Mirror, Dialect::Relay] {
            let client = client(&simulator, dialect);
            let done = client.videos().generate(VideoRequest::new("a cat")).await;
            let request = CharacterRequest {
                from_job: Some(done.unwrap().id),
                timestamps: Some((0.0, 2.5)),
                ..CharacterRequest::default()
            };
            let character = client.characters().create(request).await;
            let character = character.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            assert!(!character.id.is_empty(), "{dialect}");
            assert!(character.username.is_some(), "{dialect}");
            let sent = only(&simulator, &format!("{dialect}.characters.create"));
            assert_eq!(sent.json().unwrap()["timestamps"], "0,2.5");
        }
        let openai = client(&simulator, Dialect::Openai);
        let short = VideoRequest {
            duration: Some(4),
            ..VideoRequest::new("a cat")
        };
        let done = openai.videos().generate(short).await.unwrap();
        let request = CharacterRequest {
            from_job: Some(done.id),
            display_name: Some("Mossy".into()),
            ..CharacterRequest::default()
        };
        let made = openai.characters().create(request).await.unwrap();
        let read = openai.characters().get(&made.id).await.unwrap();
        assert_eq!(read.display_name.as_deref(), Some("Mossy"));
        // It can appear in a video.
        let with = VideoRequest {
            characters: vec![made.id],
            ..VideoRequest::new("Mossy the cat")
        };
        openai.videos().create(with).await.unwrap();
    });
}

#[test]
fn a_relay_says_what_is_left_in_credits() {
    for shapes in [Shapes::Documented, Shapes::Observed] {
        let simulator = simulator(shapes);
        let client = client(&simulator, Dialect::Relay);
        let before = run(client.account().quota()).unwrap();
        assert_eq!(before.unit, QuotaUnit::Credits);
        run(client.videos().create(VideoRequest::new("a cat"))).unwrap();
        let after = run(client.account().quota()).unwrap();
        let spent = before.remaining.unwrap() - after.remaining.unwrap();
        assert_eq!(spent, 1.0, "{shapes:?}");
        assert!(!after.exhausted);
    }
}

#[test]
fn models_are_listed_where_they_are_known() {
    let simulator = simulator(Shapes::Documented);
    for (dialect, name) in [
        (Dialect::Mirror, "sora_video2"),
        (Dialect::Skyriff, "sora2-pro-portrait-25s"),
        (Dialect::Relay, "sora-2-pro"),
        (Dialect::Openai, "sora-2"),
    ] {
        assert!(dialect.offers(Feature::ListModels));
        let models = run(client(&simulator, dialect).models().list()).unwrap();
        assert!(models.iter().any(|model| model.id == name), "{dialect}");
    }
}

#[test]
fn chats_make_media_as_a_whole_and_piece_by_piece() {
    use futures_util::StreamExt;
    use sorakit::api::chat::ChatMessage;

    let simulator = simulator(Shapes::Documented);
    run(async {
        let mirror = client(&simulator, Dialect::Mirror);
        let chat = |stream| mirror::CompleteChat {
            messages: vec![ChatMessage::user("a kitten")],
            model: "sora_image".into(),
            stream,
            extra: Default::default(),
        };
        let whole = mirror.call(chat(true)).await.unwrap();
        assert_eq!(whole.result().media.len(), 1, "{}", whole.content());
        let mut events = mirror.stream(chat(true));
        let mut pieces = 0;
        while let Some(event) = events.next().await {
            event.unwrap();
            pieces += 1;
        }
        assert!(pieces > 1, "{pieces}");

        let skyriff = client(&simulator, Dialect::Skyriff);
        let chat = skyriff::CompleteChat {
            model: "sora2-portrait".into(),
            stream: false,
            messages: vec![ChatMessage::user("a cat")],
            extra: Default::default(),
        };
        let answer = skyriff.call(chat).await.unwrap();
        assert!(!answer.content().is_empty());
    });
}

#[test]
fn links_are_looked_up_and_the_token_stays_out_of_errors() {
    let simulator = simulator(Shapes::Documented);
    let skyriff = client(&simulator, Dialect::Skyriff);
    let token = simulator.credentials().access_token;
    let native = Options {
        api_key: Some(token.as_str().into()),
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend", simulator.url())),
        poll_interval: Some(0.05),
        ..Options::default()
    };
    let native = Client::new(native).expect("a client");
    run(async {
        native
            .videos()
            .generate(VideoRequest::new("a cat"))
            .await
            .unwrap();
        let lookup = LookUpDraft {
            access_token: format!(" {token}\n").as_str().into(),
        };
        assert!(!format!("{lookup:?}").contains(&token));
        let found = skyriff.call(lookup).await.unwrap();
        assert!(found.links.mp4.is_some() && found.links.mp4_wm.is_some());
        assert_eq!(found.links.text.as_deref(), Some("a cat"));

        let wrong = "eyJhbGciOiJub25lIn0.e30.wrong";
        let lookup = LookUpDraft {
            access_token: wrong.into(),
        };
        let error = skyriff.call(lookup).await.unwrap_err();
        assert!(!error.to_string().contains(wrong), "{error}");
        let lookup = LookUpPost {
            url: "https://sora.chatgpt.com/p/s_none".into(),
        };
        let error = skyriff.call(lookup).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
    });
    assert_eq!(simulator.requests_of("skyriff.drafts.link").len(), 2);
    assert_eq!(simulator.requests_of("skyriff.posts.link").len(), 1);
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
