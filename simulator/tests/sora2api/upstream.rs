//! The one interface on the upstream gateway, which has nothing but its chat: the same
//! calls as on its forks.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use sorakit::api::sora2api::GetStats;
use sorakit::api::sora2api::admin::{ListTokens, UpdateToken};
use sorakit::{
    CharacterRequest, Client, EnhanceRequest, ErrorKind, Event, ImageRequest, Job, JobStatus,
    Orientation, Shot, VideoRequest, WaitOptions,
};
use sorakit_simulator::dialects::sora2api::{NAME, UPSTREAM};
use sorakit_simulator::{Action, Rule, Simulator};

use super::setup::{BOTH, administrator, block_on, client_of, count, mp4, png, simulator};

const CHAT: &str = "sora2api.chat.create";

fn start() -> Simulator {
    let [_, observed] = BOTH;
    simulator(observed)
}

/// The JSON bodies of the chats.
fn chats(simulator: &Simulator) -> Vec<Value> {
    let chats = simulator.requests_of(CHAT);
    chats.iter().filter_map(|entry| entry.json()).collect()
}

fn last_prompt(simulator: &Simulator) -> String {
    let body = chats(simulator).pop().unwrap();
    body["messages"][0]["content"].as_str().unwrap().to_owned()
}

#[test]
fn the_same_call_makes_a_video_on_both_flavours() {
    for flavour in [UPSTREAM, NAME] {
        let simulator = start();
        let client = client_of(&simulator, flavour);
        let folder = tempfile::tempdir().unwrap();
        block_on(async {
            let request = VideoRequest {
                duration: Some(10),
                orientation: Some(Orientation::Portrait),
                references: vec![png().into()],
                ..VideoRequest::new("a cat in the snow")
            };
            let job = client.videos().generate(request).await.unwrap();
            assert_eq!(job.status, JobStatus::Succeeded, "{flavour}");
            assert_eq!(job.progress, 100.0);
            assert_eq!(job.resumable, flavour == NAME);
            let file = folder.path().join("cat.mp4");
            let saved = client.videos().download(&job, &file).await.unwrap();
            let measured = saved.video.unwrap();
            assert!(measured.height > measured.width, "{measured:?}");
        });
        let chats = usize::from(flavour == UPSTREAM);
        assert_eq!(count(&simulator, CHAT), chats, "{flavour}");
        assert_eq!(count(&simulator, "sora2api.videos.create"), 1 - chats);
    }
}

#[test]
fn the_flavour_is_found_once_and_told_before_anything_is_paid_for() {
    // 25 s are worded for one flavour or the other, so the gateway is asked first; ten are
    // not, and the missing route tells.
    for (seconds, described, tried) in [(25, 1, 0), (10, 0, 1)] {
        let simulator = start();
        let client = client_of(&simulator, UPSTREAM);
        let warned = Arc::new(Mutex::new(Vec::new()));
        let noted = warned.clone();
        client.observe(move |event: &Event| {
            if let Event::Warning { message } = event {
                noted.lock().unwrap().push(message.clone());
            }
        });
        block_on(async {
            for prompt in ["one", "two"] {
                let request = VideoRequest {
                    duration: Some(seconds),
                    ..VideoRequest::new(prompt)
                };
                let job = client.videos().generate(request).await.unwrap();
                assert!(!job.resumable);
            }
        });
        assert_eq!(count(&simulator, "sora2api.server.describe"), described);
        let journal = simulator.journal();
        let at_videos = journal
            .iter()
            .filter(|entry| entry.path.ends_with("/v1/videos"));
        assert_eq!(at_videos.count(), tried);
        assert_eq!(count(&simulator, CHAT), 2);
        let warned = warned.lock().unwrap();
        assert_eq!(warned.len(), 2, "{warned:?}");
        assert!(warned[0].contains("cannot be resumed elsewhere"));
    }
}

#[test]
fn a_job_tells_its_progress_and_outlives_a_wait() {
    let simulator = start();
    simulator.set_speed(40.0);
    let client = client_of(&simulator, UPSTREAM);
    block_on(async {
        let videos = client.videos();
        let job = videos.create(VideoRequest::new("a cat")).await.unwrap();
        assert_eq!(job.status, JobStatus::Running);
        let short = WaitOptions {
            deadline: Some(Duration::from_millis(1)),
            ..WaitOptions::default()
        };
        let error = videos.wait_with(&job, short).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = seen.clone();
        let told = WaitOptions {
            on_progress: Some(Arc::new(move |job: &Job| {
                noted.lock().unwrap().push(job.progress);
            })),
            ..WaitOptions::default()
        };
        let done = videos.wait_with(&job, told).await.unwrap();
        assert_eq!((done.id, done.progress), (job.id, 100.0));
        let seen = seen.lock().unwrap();
        assert!(seen.is_sorted() && seen.len() > 1, "{seen:?}");
    });
    assert_eq!(count(&simulator, CHAT), 1);
}

#[test]
fn failures_in_the_stream_are_the_jobs() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    for (trigger, kind) in [
        ("content_policy_violation", ErrorKind::ContentPolicy),
        ("generation_failed", ErrorKind::GenerationFailed),
    ] {
        let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
        let error = block_on(client.videos().generate(request)).unwrap_err();
        assert_eq!(error.kind(), kind, "{trigger}: {error}");
        assert!(!error.retryable(), "{error}");
    }
    simulator.add_fault(Rule::new(Action::ResetBodyAt { bytes: 700 }).operation(CHAT));
    let error = block_on(client.videos().generate(VideoRequest::new("a cat"))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(count(&simulator, CHAT), 3);
}

#[test]
fn styles_shots_and_models_go_the_way_upstream_reads_them() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    block_on(async {
        let request = VideoRequest {
            style: Some("anime".into()),
            duration: Some(15),
            storyboard: vec![Shot {
                duration: 5.0,
                scene: "it jumps".into(),
            }],
            ..VideoRequest::new("a cat")
        };
        client.videos().create(request).await.unwrap();
    });
    assert_eq!(last_prompt(&simulator), "{anime} a cat\n[5s]it jumps");
    let body = &chats(&simulator)[0];
    assert_eq!(body["model"], "sora2-landscape-15s");
    assert!(body.get("style_id").is_none(), "upstream drops it");
}

#[test]
fn a_published_work_is_remixed_in_the_chat() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    let id = "s_68f6140d88a881911111111111111a6b5c803d4e147b6c";
    let remix = VideoRequest {
        remix: Some(format!("https://sora.chatgpt.com/p/{id}")),
        ..VideoRequest::new("in the rain")
    };
    // No such work is there, which the gateway finds out in its stream.
    let made = block_on(client.videos().generate(remix));
    assert!(made.is_err(), "{made:?}");
    assert_eq!(chats(&simulator)[0]["remix_target_id"], id);
    // One of the gateway's own videos it has none of.
    let own = VideoRequest {
        remix: Some("sora-2-abc123def456".into()),
        ..VideoRequest::new("in the rain")
    };
    let error = block_on(client.videos().create(own)).unwrap_err();
    assert_eq!(error.field(), Some("remix"), "{error}");
}

#[test]
fn images_characters_and_prompts_come_out_of_the_chat() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    block_on(async {
        let image = ImageRequest {
            orientation: Some(Orientation::Portrait),
            ..ImageRequest::new("a cat")
        };
        let made = client.images().generate(image).await.unwrap();
        assert!(made.images[0].url.starts_with(simulator.cdn_url()));
        let edit = ImageRequest {
            references: vec![png().into()],
            ..ImageRequest::new("make it blue")
        };
        assert!(!client.images().edit(edit).await.unwrap().images.is_empty());

        let character = CharacterRequest {
            video: Some(mp4().into()),
            ..CharacterRequest::default()
        };
        let made = client.characters().create(character).await.unwrap();
        assert!(
            made.cameo_id.is_some() && made.username.is_some(),
            "{made:?}"
        );

        let prompt = EnhanceRequest {
            prompt: "a cat".into(),
            duration: Some(20),
            ..EnhanceRequest::default()
        };
        let enhanced = client.prompts().enhance(prompt).await.unwrap();
        assert!(enhanced.contains("a cat"), "{enhanced}");
    });
    let models: Vec<_> = chats(&simulator)
        .iter()
        .map(|body| body["model"].as_str().unwrap().to_owned())
        .collect();
    // The body of a character is too long for the journal.
    let expected = [
        "gpt-image-portrait",
        "gpt-image",
        "prompt-enhance-medium-20s",
    ];
    let models: Vec<_> = models
        .iter()
        .filter(|model| *model != "avatar-create")
        .collect();
    assert_eq!(models, expected);
}

#[test]
fn an_operation_that_upstream_lacks_says_so() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    let error = block_on(client.call(GetStats {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
    assert!(error.reason().contains("GET /v1/stats"), "{error}");
}

#[test]
fn another_process_finds_the_job_in_the_log_as_admin() {
    let simulator = start();
    let here = client_of(&simulator, UPSTREAM);
    block_on(async {
        let job = here
            .videos()
            .create(VideoRequest::new("a cat"))
            .await
            .unwrap();
        let stranger = client_of(&simulator, UPSTREAM);
        let error = stranger.videos().get(&job.id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");

        let admin = administrator(&simulator, UPSTREAM).await;
        let resumed = admin.videos().resume(&job.id);
        let found = admin.videos().wait(&resumed).await.unwrap();
        assert_eq!(found.id, job.id);
        assert!(found.video.unwrap().url.starts_with(simulator.cdn_url()));
        here.videos().wait(&job).await.unwrap();
    });
}

/// Lets the account make one video at a time.
async fn one_at_a_time(simulator: &Simulator) {
    let admin = administrator(simulator, UPSTREAM).await;
    let id = admin.call(ListTokens {}).await.unwrap()[0].id.clone();
    let mut update = UpdateToken::new(id);
    update.video_concurrency = Some(1);
    admin.call(update).await.unwrap();
}

#[test]
fn no_slot_is_lost_when_a_stream_has_ended() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    block_on(async {
        one_at_a_time(&simulator).await;
        for _ in 0..3 {
            let job = client.videos().generate(VideoRequest::new("a cat")).await;
            job.unwrap_or_else(|error| panic!("the slot is gone: {error}"));
        }
    });
}

#[test]
fn a_client_that_hangs_up_after_the_last_event_loses_the_slot() {
    let simulator = start();
    let client = client_of(&simulator, UPSTREAM);
    block_on(one_at_a_time(&simulator));
    // A busy machine may hang up too late, once the slot is free.
    let refused = (0..10).find_map(|_| {
        hang_up_after_done(&simulator);
        create(&client).err()
    });
    let error = refused.expect("the slot is lost");
    assert_eq!(error.kind(), ErrorKind::Overloaded, "{error}");
}

fn create(client: &Client) -> sorakit::Result<Job> {
    block_on(client.videos().generate(VideoRequest::new("a cat")))
}

/// Reads a stream up to `[DONE]` and not a byte further.
fn hang_up_after_done(simulator: &Simulator) {
    let base = simulator.base_url(UPSTREAM);
    let (host, path) = base["http://".len()..].split_once('/').unwrap();
    let body = json!({
        "model": "sora2-landscape-10s",
        "messages": [{"role": "user", "content": "a cat"}],
        "stream": true,
    })
    .to_string();
    let mut socket = TcpStream::connect(host).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let key = simulator.credentials().api_key;
    write!(
        socket,
        "POST /{path}/v1/chat/completions HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {key}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut read = Vec::new();
    let mut piece = [0; 512];
    while !String::from_utf8_lossy(&read).contains("[DONE]") {
        let length = socket.read(&mut piece).unwrap();
        assert!(length > 0, "{}", String::from_utf8_lossy(&read));
        read.extend_from_slice(&piece[..length]);
    }
}
