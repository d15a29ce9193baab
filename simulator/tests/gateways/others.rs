//! Images, characters, quota, models, chats and links.

use sorakit::api::skyriff::{LookUpDraft, LookUpPost};
use sorakit::api::{mirror, skyriff};
use sorakit::{
    CharacterRequest, Client, Dialect, ErrorKind, Feature, ImageRequest, JobStatus, Options,
    Orientation, QuotaUnit, VideoRequest,
};
use sorakit_simulator::{Shapes, Simulator};

use crate::setup::{client, only, png, run, simulator};

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
fn servers_that_host_a_model_make_images_and_answer_with_their_bytes() {
    for flavour in ["sglang", "vllm-omni"] {
        let simulator = Simulator::builder().speed(600.0);
        let simulator = simulator
            .only(&format!("openai/{flavour}"))
            .start()
            .unwrap();
        let client = Client::new(Options {
            base_url: Some(simulator.url().into()),
            api_key: Some(simulator.credentials().api_key.as_str().into()),
            environment: Some(false),
            ..Options::default()
        });
        let client = client.unwrap();
        let images = client.images();
        run(async {
            let request = ImageRequest {
                n: Some(2),
                orientation: Some(Orientation::Portrait),
                ..ImageRequest::new("a kitten")
            };
            let made = images.generate(request).await.unwrap();
            assert_eq!(made.images.len(), 2, "{flavour}");
            assert!(
                !made.raw.to_string().contains("b64_json"),
                "it is held once"
            );
            let target = std::env::temp_dir().join(format!("sorakit-kitten-{flavour}.png"));
            let _ = std::fs::remove_file(&target);
            images.download(&made, 1, &target).await.unwrap();
            let bytes = std::fs::read(&target).unwrap();
            std::fs::remove_file(&target).unwrap();
            assert!(bytes.starts_with(b"\x89PNG"), "{flavour}");
            let edit = ImageRequest {
                references: vec![png().into(), png().into()],
                ..ImageRequest::new("in oil")
            };
            let edited = images.edit(edit).await.unwrap();
            assert_eq!(edited.status, JobStatus::Succeeded);
            let many = ImageRequest {
                n: Some(11),
                ..ImageRequest::new("kittens")
            };
            let error = images.generate(many).await.unwrap_err();
            assert_eq!(error.field(), Some("n"), "SGLang would make ten in silence");
        });
        let sent = only(&simulator, "openai.images.generate");
        assert!(sent.body.unwrap().contains("1024x1536"));
    }
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
