//! What of a request arrives, and what is refused before.

use serde_json::json;
use sorakit::api::openai::Encoding;
use sorakit::{Dialect, ErrorKind, Options, Orientation, Quality, Reference, Shot, VideoRequest};
use sorakit_simulator::Shapes;

use crate::setup::{client, client_at, only, png, run, simulator};

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
                "quality",
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
                "quality",
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
