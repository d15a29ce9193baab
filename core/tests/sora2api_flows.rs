//! The sora2api gateway through the client, over scripted answers: streams,
//! the one interface, and the administration.

use std::time::Duration;

use futures_lite::{StreamExt, future::block_on};
use serde_json::{Value, json};
use sorakit::api::sora2api::admin::ListTokens;
use sorakit::api::sora2api::{CreateChat, CreateVideo, GetVideoContent};
use sorakit::api::{Body, Operation, Patience, Timestamp};
use sorakit::host::{ByteStream, Exchange, Host, ScriptedHost, SendOptions, Taken, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::{
    CharacterRequest, Client, Dialect, EnhanceRequest, ErrorKind, ImageRequest, JobStatus, Options,
    Orientation, PageRequest, Reference, VideoRequest,
};

fn client(script: impl IntoIterator<Item = Exchange>) -> (Client, ScriptedHost) {
    let host = ScriptedHost::new(script);
    (Client::with_host(options(), host.clone()).unwrap(), host)
}

fn options() -> Options {
    Options {
        dialect: Some(Dialect::Sora2api),
        base_url: Some("https://gateway.example/v1".into()),
        api_key: Some("sk-test".into()),
        ..Options::default()
    }
}

fn body(host: &ScriptedHost, index: usize) -> Value {
    serde_json::from_slice(host.requests()[index].body()).unwrap()
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn png() -> sorakit::api::FileInput {
    sorakit::api::FileInput::bytes(PNG, "cat.png")
}

fn stream(text: &str) -> Exchange {
    Exchange::answer(
        200,
        &[("content-type", "text/event-stream")],
        text.to_owned(),
    )
}

const PROGRESS: &str = "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"40%\"}}]}\n\n";
const END: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"https://cdn.example/1.mp4\"},\"finish_reason\":\"STOP\"}]}\n\n";

fn chat() -> CreateChat {
    CreateChat::new("sora-video-landscape-10s", "a cat")
}

#[test]
fn a_stream_gives_its_events_as_they_come() {
    for end in ["", "data: [DONE]\n\n"] {
        let (client, host) = client([stream(&format!(": hi\n\n{PROGRESS}{END}{end}"))]);
        let chunks: Vec<_> = block_on(client.stream(chat()).collect());
        let chunks: Vec<_> = chunks.into_iter().map(Result::unwrap).collect();
        assert_eq!(chunks.len(), 2);
        assert_eq!(chunks[0].progress(), Some(40.0));
        assert_eq!(chunks[1].content(), "https://cdn.example/1.mp4");
        assert_eq!(body(&host, 0)["stream"], true);
    }
}

#[test]
fn a_stream_is_read_on_after_its_last_event_but_not_for_ever() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    // What a gateway sends after `[DONE]`, until it ends or never does.
    for (rest, waits) in [(3, false), (0, true)] {
        let read = Arc::new(AtomicUsize::new(0));
        let host = ScriptedHost::new([]);
        let chunks = [format!("{END}data: [DONE]\n\n")];
        let counted = read.clone();
        let after = futures_lite::stream::iter(0..rest).map(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
            Ok::<_, TransportError>(bytes::Bytes::from_static(b": bye\n\n"))
        });
        let body = futures_lite::stream::iter(
            chunks.map(|text| Ok::<bytes::Bytes, TransportError>(text.into())),
        )
        .chain(after);
        let body: ByteStream = match waits {
            false => Box::pin(body),
            true => Box::pin(body.chain(futures_lite::stream::pending())),
        };
        let silent = Silent(host.clone(), std::sync::Mutex::new(Some(body)));
        let client = Client::with_host(options(), silent).unwrap();
        let chunks: Vec<_> = block_on(client.stream(chat()).collect());
        assert!(chunks.iter().all(Result::is_ok) && chunks.len() == 1);
        assert_eq!(read.load(Ordering::SeqCst), rest);
        let limit = Duration::from_secs(5);
        assert_eq!(host.sleeps().contains(&limit), waits, "{:?}", host.sleeps());
    }
}

#[test]
fn a_stream_that_breaks_off_leaves_the_outcome_unknown_and_is_not_sent_again() {
    let reset = TransportError {
        taken: Taken::Unknown,
        permanent: false,
        message: "reset".into(),
    };
    for exchange in [
        stream(PROGRESS),
        stream(PROGRESS).then_breaks(reset.clone()),
        Exchange::fail(reset.clone()),
        Exchange::answer(502, &[], ""),
    ] {
        let (client, host) = client([exchange]);
        let last = block_on(client.stream(chat()).last()).unwrap();
        assert_eq!(last.unwrap_err().kind(), ErrorKind::OutcomeUnknown);
        assert_eq!(host.requests().len(), 1);
    }
    // After its last event a stream may end as it likes.
    let (client, _) = client([stream(END).then_breaks(reset)]);
    assert!(block_on(client.stream(chat()).last()).unwrap().is_ok());
}

#[test]
fn a_stream_that_was_certainly_not_taken_is_sent_again() {
    let refused = Exchange::fail(TransportError {
        taken: Taken::No,
        permanent: false,
        message: "refused".into(),
    });
    let busy = Exchange::json(503, r#"{"error":{"code":"heavy_load","message":"m"}}"#);
    let (client, host) = client([refused, busy, stream(END)]);
    assert!(block_on(client.stream(chat()).last()).unwrap().is_ok());
    assert_eq!(host.requests().len(), 3);
}

#[test]
fn an_error_in_a_stream_ends_it() {
    let error = "data: {\"error\":{\"message\":\"no account\",\"type\":\"server_error\"}}\n\n";
    let (client, _) = client([stream(&format!("{PROGRESS}{error}{END}"))]);
    let seen: Vec<_> = block_on(client.stream(chat()).collect());
    assert_eq!(seen.len(), 2);
    let error = seen[1].as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::GenerationFailed);
    assert_eq!(error.operation(), Some("sora2api.chat.create"));
}

#[test]
fn bad_fields_of_a_stream_are_refused_before_anything_is_sent() {
    let (client, host) = client([]);
    let mut bad = chat();
    bad.messages.clear();
    let error = block_on(client.stream(bad).last()).unwrap().unwrap_err();
    assert_eq!(error.field(), Some("messages"));
    assert!(host.requests().is_empty());
}

fn video(status: &str) -> Value {
    json!({"id": "sora-2-a", "object": "video", "model": "sora-2", "status": status,
           "progress": 0, "created_at": 1767225600, "seconds": "10", "size": "1280x720"})
}

#[test]
fn a_video_is_created_watched_and_found() {
    let mut done = video("completed");
    done["video_url"] = json!("https://cdn.example/v.mp4");
    let answers = [video("queued"), video("in_progress"), done];
    let script = answers.map(|answer| Exchange::json(200, answer.to_string()));
    let (client, host) = client(script);
    let request = VideoRequest {
        duration: Some(10),
        orientation: Some(Orientation::Landscape),
        style: Some("anime".into()),
        ..VideoRequest::new("a cat")
    };
    let job = block_on(client.videos().generate(request)).unwrap();
    assert_eq!(job.status, JobStatus::Succeeded);
    assert_eq!(job.progress, 100.0);
    assert_eq!(job.video.unwrap().url, "https://cdn.example/v.mp4");
    assert_eq!(
        body(&host, 0),
        json!({"prompt": "a cat", "seconds": "10", "orientation": "landscape", "style_id": "anime"})
    );
    assert_eq!(host.requests()[1].uri().path(), "/v1/videos/sora-2-a");
}

#[test]
fn a_reference_is_sent_as_a_file_even_when_it_is_an_address() {
    let image = Exchange::answer(200, &[("content-type", "image/png")], PNG);
    let created = Exchange::json(201, video("in_progress").to_string());
    let (client, host) = client([image, created]);
    let request = VideoRequest {
        references: vec![Reference::url("https://images.example/cat.png")],
        ..VideoRequest::new("a cat")
    };
    let job = block_on(client.videos().create(request)).unwrap();
    assert_eq!(job.status, JobStatus::Running);
    let sent = host.requests();
    assert!(sent[0].headers().get("authorization").is_none());
    let text = String::from_utf8_lossy(sent[1].body()).into_owned();
    assert!(text.contains("name=\"input_reference\"; filename=\"cat.png\""));
    assert!(text.contains("Content-Type: image/png"));
}

#[test]
fn a_remix_of_a_published_video_is_a_creation_with_a_target() {
    let id = "s_68e3a06dcd888191b150971da152c1f5";
    for (source, path, target) in [
        ("sora-2-abc", "/v1/videos/sora-2-abc/remix", None),
        (id, "/v1/videos", Some(id)),
        (
            "https://sora.example/p/s_68e3a06dcd888191b150971da152c1f5",
            "/v1/videos",
            Some(id),
        ),
    ] {
        let (client, host) = client([Exchange::json(200, video("in_progress").to_string())]);
        block_on(client.videos().remix(source, VideoRequest::new("brighter"))).unwrap();
        assert_eq!(host.requests()[0].uri().path(), path);
        assert_eq!(
            body(&host, 0)
                .get("remix_target_id")
                .and_then(Value::as_str),
            target
        );
    }
}

#[test]
fn what_the_gateway_lacks_is_refused_before_anything_is_sent() {
    let (client, host) = client([]);
    let plain = || VideoRequest::new("a cat");
    for (request, field) in [
        (
            VideoRequest {
                duration: Some(26),
                ..plain()
            },
            "duration",
        ),
        (
            VideoRequest {
                size: Some("640x480".into()),
                ..plain()
            },
            "size",
        ),
        (
            VideoRequest {
                style: Some("sepia".into()),
                ..plain()
            },
            "style",
        ),
        (
            VideoRequest {
                watermark: Some(false),
                ..plain()
            },
            "watermark",
        ),
        (
            VideoRequest {
                references: vec![png().into(), png().into()],
                ..plain()
            },
            "references",
        ),
        (
            VideoRequest {
                remix: Some("v".into()),
                references: vec![png().into()],
                ..plain()
            },
            "references",
        ),
    ] {
        let error = block_on(client.videos().create(request)).unwrap_err();
        assert_eq!(error.field(), Some(field), "{error}");
    }
    let from_job = CharacterRequest {
        from_job: Some("v".into()),
        ..CharacterRequest::default()
    };
    let error = block_on(client.characters().create(from_job)).unwrap_err();
    assert_eq!(error.field(), Some("from_job"));
    let long = EnhanceRequest {
        duration: Some(30),
        ..EnhanceRequest::default()
    };
    let error = block_on(client.prompts().enhance(EnhanceRequest {
        prompt: "p".into(),
        ..long
    }));
    assert_eq!(error.unwrap_err().field(), Some("duration"));
    assert!(host.requests().is_empty());
}

#[test]
fn a_failure_that_speaks_of_policy_is_a_refusal() {
    let mut failed = video("failed");
    failed["error"] = json!({"message": "Content policy violation", "code": "generation_failed"});
    let (client, _) = client([Exchange::json(200, failed.to_string())]);
    let error = block_on(client.videos().wait(&client.videos().resume("sora-2-a"))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ContentPolicy);
    assert_eq!(error.job_id(), Some("sora-2-a"));
}

#[test]
fn an_unknown_job_is_not_found() {
    let (client, _) = client([Exchange::json(404, r#"{"detail":"Task not found"}"#)]);
    let error = block_on(client.videos().get("other")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.job_id(), Some("other"));
}

#[test]
fn the_content_redirect_is_an_address_and_is_not_followed() {
    let location = "%5B%22https://cdn.example/v.mp4%22%5D";
    let (client, host) = client([Exchange::answer(307, &[("location", location)], "")]);
    let video_id = "sora-2-a".to_owned();
    let content = block_on(client.call(GetVideoContent { video_id })).unwrap();
    assert_eq!(content.url, "https://cdn.example/v.mp4");
    assert_eq!(host.requests().len(), 1);
}

#[test]
fn images_end_at_once_and_files_are_sent_as_a_form() {
    let made = r#"{"created":1767225600,"data":[{"b64_json":"AAAA"}]}"#;
    let (client, host) = client([Exchange::json(200, made), Exchange::json(200, made)]);
    let request = ImageRequest {
        orientation: Some(Orientation::Landscape),
        references: vec![Reference::url("https://images.example/1.png")],
        ..ImageRequest::new("p")
    };
    let job = block_on(client.images().generate(request)).unwrap();
    assert_eq!(job.images[0].url, "data:image/png;base64,AAAA");
    assert!(job.raw["data"][0].get("b64_json").is_none());
    assert_eq!(
        body(&host, 0),
        json!({"prompt": "p", "size": "1792x1024", "image": "https://images.example/1.png"})
    );
    let request = ImageRequest {
        references: vec![png().into()],
        ..ImageRequest::new("p")
    };
    block_on(client.images().edit(request)).unwrap();
    assert_eq!(host.requests()[1].uri().path(), "/v1/images/edits");
}

#[test]
fn characters_are_found_by_what_prompts_name_them() {
    let found = r#"{"success":true,"results":[{"user_id":"user-1","username":"john",
        "token":"<@ch_xxx>"}]}"#;
    let (client, host) = client([Exchange::json(200, found)]);
    let page = block_on(client.characters().search("john", PageRequest::default())).unwrap();
    assert_eq!(page.items[0].id, "ch_xxx");
    let query = host.requests()[0].uri().query().map(ToOwned::to_owned);
    assert_eq!(query.as_deref(), Some("username=john&intent=cameo"));
}

#[test]
fn a_login_serves_the_admin_operations_until_logout() {
    let login = r#"{"success":true,"token":"admin-1","message":"ok"}"#;
    let (client, host) = client([
        Exchange::json(200, login),
        Exchange::json(200, "[]"),
        Exchange::json(401, r#"{"detail":"Invalid or expired token"}"#),
    ]);
    let error = block_on(client.call(ListTokens {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert!(error.to_string().contains("`admin_token`"), "{error}");
    block_on(client.admin_login("admin", "password".into())).unwrap();
    block_on(client.call(ListTokens {})).unwrap();
    // The gateway has forgotten the token, so there is nothing to log out of.
    block_on(client.admin_logout()).unwrap();
    let sent = host.requests();
    assert_eq!(sent[0].uri().path(), "/api/login");
    assert!(sent[0].headers().get("authorization").is_none());
    assert_eq!(sent[1].headers()["authorization"], "Bearer admin-1");
    assert!(block_on(client.call(ListTokens {})).is_err());
    assert_eq!(host.requests().len(), 3);
}

#[test]
fn a_wrong_password_is_an_authentication_error() {
    let refused = r#"{"success":false,"token":null,"message":"Invalid credentials"}"#;
    let (client, _) = client([Exchange::json(200, refused)]);
    let error = block_on(client.admin_login("admin", "wrong".into())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert!(error.to_string().contains("Invalid credentials"));
    assert!(!format!("{error:?}").contains("wrong"));
}

#[test]
fn a_synchronous_creation_is_given_the_time_of_a_video() {
    let asked = |async_mode| CreateVideo {
        prompt: "p".into(),
        async_mode,
        ..CreateVideo::default()
    };
    assert_eq!(asked(None).patience(), Patience::Request);
    assert_eq!(asked(Some(false)).patience(), Patience::Video);
}

/// A server that takes the request and then says this, or nothing, on a clock that
/// stands where sleeping puts it.
struct Silent(ScriptedHost, std::sync::Mutex<Option<ByteStream>>);

impl Host for Silent {
    fn send(
        &self,
        _: http::Request<Body>,
        _: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let body = self.1.lock().unwrap().take();
        let body = body.unwrap_or_else(|| Box::pin(futures_lite::stream::pending()));
        Box::pin(async move { Ok(http::Response::new(body)) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.0.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.0.solve(challenge, config, limits)
    }
}

#[test]
fn a_silent_stream_ends() {
    let clock = ScriptedHost::new([]);
    let client = Client::with_host(options(), Silent(clock.clone(), Default::default())).unwrap();
    let error = block_on(client.stream(chat()).last()).unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
    assert_eq!(clock.sleeps(), [Duration::from_secs(180)]);
}
