//! Servers that host a model, as SGLang, vLLM-Omni, FastVideo, new-api, Dynamo and LocalAI
//! answer: jobs under any status, several outputs, files inside an answer, reasons at the
//! download, and jobs that a restart forgets.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_lite::future::zip;
use serde_json::{Value, json};
use sorakit::{
    Client, Dialect, DownloadOptions, ErrorKind, Flavour, Job, JobStatus, Options, VideoRequest,
};

use crate::downloads::fallback::WITH_CONTENT;
use crate::downloads::{CAT, DOG, Place, done, options};
use crate::raw::{Answer, RawServer, Request};
use crate::setup::{cat, client_with, wait};

fn client(server: &RawServer, dialect: Dialect) -> Client {
    client_with(Options {
        max_retries: Some(0),
        ..options(server, dialect)
    })
}

fn openai(server: &RawServer) -> Client {
    client(server, Dialect::Openai)
}

fn json_of(status: u16, body: &Value) -> Answer {
    Answer::json(status, &body.to_string())
}

fn is_content(request: &Request) -> bool {
    request.path.contains("/content")
}

fn is_list(request: &Request) -> bool {
    request.path.starts_with("/v1/videos?")
}

fn job(more: &Value) -> Value {
    let mut job = json!({"id": "job_1", "object": "video", "model": "wan", "progress": 100,
        "created_at": 1_712_697_600, "size": "832x480", "seconds": "4"});
    let fields = job.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    job
}

fn failed(code: &Value) -> Value {
    job(&json!({"status": "failed", "progress": 40,
        "error": {"code": code, "message": "CUDA out of memory"}}))
}

#[test]
fn a_failed_job_is_itself_under_any_status_and_on_every_dialect() {
    for dialect in [
        Dialect::Openai,
        Dialect::Relay,
        Dialect::Mirror,
        Dialect::Skyriff,
        Dialect::Sora2api,
    ] {
        for status in [400, 401, 404, 409, 422, 429, 500, 503, 507, 599] {
            let body = failed(&json!(status));
            let server = RawServer::start(move |_| json_of(status, &body));
            let client = client(&server, dialect);
            let job = client.videos().resume("job_1");
            let error = wait(client.videos().wait(&job)).unwrap_err();
            let what = format!("{dialect} {status}: {error}");
            assert!(error.reason().contains("CUDA out of memory"), "{what}");
            assert_ne!(error.kind(), ErrorKind::Server, "{what}");
            assert!(!error.retryable(), "{what}");
            assert_eq!(server.seen("").len(), 1, "{what}");
            let now = wait(client.videos().get("job_1"));
            assert_eq!(now.unwrap().status, JobStatus::Failed, "{what}");
        }
    }
}

#[test]
fn two_waits_end_as_one_does() {
    let server = RawServer::start(|request| match is_list(request) {
        true => json_of(
            200,
            &json!({"data": [failed(&json!("internal_error"))], "has_more": false}),
        ),
        false => json_of(500, &failed(&json!(500))),
    });
    let client = openai(&server);
    let videos = client.videos();
    let (one, other) = (videos.resume("job_1"), videos.resume("job_1"));
    let (one, other) = wait(zip(videos.wait(&one), videos.wait(&other)));
    for error in [one.unwrap_err(), other.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{error}");
        assert!(error.reason().contains("CUDA out of memory"), "{error}");
    }
}

#[test]
fn a_job_that_goes_on_is_itself_under_a_status_of_failure() {
    let server = RawServer::start(|request| match request.number {
        0 => json_of(503, &job(&json!({"status": "in_progress", "progress": 7}))),
        1 => json_of(
            500,
            &job(&json!({"status": "marinating", "progress": 9, "error": null})),
        ),
        _ => json_of(200, &job(&json!({"status": "completed"}))),
    });
    let client = openai(&server);
    let videos = client.videos();
    for progress in [7.0, 9.0, 100.0] {
        assert_eq!(wait(videos.get("job_1")).unwrap().progress, progress);
    }
}

/// A server with three outputs, as SGLang tells of them.
fn several(urls: Value, files: Value) -> RawServer {
    RawServer::start(move |request| {
        if !is_content(request) {
            let told = job(
                &json!({"status": "completed", "num_outputs": 3, "url": urls[0],
                "urls": urls, "file_paths": files}),
            );
            return json_of(200, &told);
        }
        let number = match request.path.split_once("variant=") {
            None => 0,
            Some((_, number)) => number.parse::<usize>().unwrap_or(99),
        };
        match urls[number].as_str() {
            Some(url) => json_of(
                400,
                &json!({"detail": format!("Video has been uploaded to cloud storage. Please use the cloud URL: {url}")}),
            ),
            None if number == 1 => Answer::body(200, &["content-type: video/mp4"], DOG),
            None if number < 3 => Answer::body(200, &["content-type: video/mp4"], CAT),
            None => json_of(404, &json!({"detail": "Video variant not found"})),
        }
    })
}

#[test]
fn several_outputs_are_downloaded_by_their_number() {
    let server = several(
        json!([null, null, null]),
        json!(["/a/0.mp4", "/a/1.mp4", "/a/2.mp4"]),
    );
    let place = Place::new(&server);
    let videos = place.client.videos();
    let job = wait(videos.get("job_1")).unwrap();
    assert_eq!(job.videos.len(), 3);
    assert!(job.videos.iter().all(|video| video.url.is_empty()));
    assert_eq!(job.video.as_ref(), job.videos.first());
    let all = videos.download_all(
        &job,
        place.folder.path().join("{n}-cat.mp4"),
        DownloadOptions::default(),
    );
    let all = wait(all).unwrap();
    let read = |index: usize| std::fs::read(&all[index].path).unwrap();
    assert_eq!(
        (read(0), read(1), read(2)),
        (CAT.into(), DOG.into(), CAT.into())
    );
    assert_eq!(place.names(), ["1-cat.mp4", "2-cat.mp4", "3-cat.mp4"]);
    // A job of which only the id is known.
    let resumed = videos.resume("job_1");
    let one = videos.download_output(&resumed, 1, place.path(), DownloadOptions::default());
    wait(one).unwrap();
    assert_eq!(std::fs::read(place.path()).unwrap(), DOG);
    let mut stream = wait(videos.open_output(&job, 1, sorakit::ByteRange::default())).unwrap();
    assert_eq!(wait(stream.chunk()).unwrap().unwrap()[..64], DOG[..64]);
    for job in [job, videos.resume("job_1")] {
        let none = videos.download_output(&job, 3, place.path(), DownloadOptions::default());
        let error = wait(none).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert_eq!(error.field(), Some("index"), "{error}");
    }
    assert!(server.seen("variant=video").is_empty() && server.seen("variant=3").is_empty());
}

#[test]
fn an_output_in_cloud_storage_is_fetched_there_without_the_credential() {
    let cdn = RawServer::start(|_| Answer::body(200, &["content-type: video/mp4"], DOG));
    let url = format!("{}/1.mp4?sig=1", cdn.url());
    let server = several(
        json!([null, url, null]),
        json!(["/a/0.mp4", null, "/a/2.mp4"]),
    );
    let place = Place::new(&server);
    let videos = place.client.videos();
    let known = wait(videos.get("job_1")).unwrap();
    for job in [known, videos.resume("job_1")] {
        let download = videos.download_all(&job, place.path(), DownloadOptions::default());
        let count = wait(download).unwrap().len();
        assert_eq!(count, job.videos.len().max(1));
    }
    assert_eq!(place.names(), ["cat-2.mp4", "cat-3.mp4", "cat.mp4"]);
    let second = std::fs::read(place.folder.path().join("cat-2.mp4")).unwrap();
    assert_eq!(second, DOG);
    assert!(
        cdn.seen("")
            .iter()
            .all(|seen| seen.header("authorization").is_none())
    );
}

#[test]
fn the_reason_of_a_failed_job_is_told_at_its_download() {
    for (status, said) in [
        (404, "Video variant None not found"),
        (500, "Video generation failed"),
        (
            422,
            "Video generation failed. Check job status for error details.",
        ),
        (400, "Task is not completed yet"),
    ] {
        for dialect in WITH_CONTENT {
            let server = RawServer::start(move |request| match is_content(request) {
                true => json_of(status, &json!({ "detail": said })),
                false => json_of(if status == 422 { 500 } else { 200 }, &failed(&json!(null))),
            });
            let place = Place::with(options(&server, dialect));
            for job in [place.client.videos().resume("job_1"), done(dialect, "")] {
                let error = place.download(&job).unwrap_err();
                let what = format!("{dialect} {status}: {error}");
                assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{what}");
                assert!(error.reason().contains("CUDA out of memory"), "{what}");
            }
            // Each read the job once, and asked for the content once at most.
            let contents = server.seen("/content").len();
            assert_eq!(server.seen("").len() - contents, 2, "{dialect} {status}");
            assert!(contents <= 1, "{dialect} {status}: {contents}");
        }
    }
}

#[test]
fn half_a_file_is_told() {
    // FastVideo hands out what is being written, with the right length of what is there.
    let server = RawServer::start(|request| match is_content(request) {
        true => Answer::body(200, &["content-type: video/mp4"], &CAT[..CAT.len() / 2]),
        false => json_of(200, &job(&json!({"status": "completed"}))),
    });
    let place = Place::new(&server);
    let error = place.download(&done(Dialect::Openai, "")).unwrap_err();
    assert!(error.reason().contains("not whole"), "{error}");
    assert!(place.names().is_empty());
}

#[test]
fn content_elsewhere_gets_no_credential() {
    let cdn = RawServer::start(|_| Answer::body(200, &["content-type: video/mp4"], CAT));
    let there = format!("location: {}/1.mp4", cdn.url());
    let server = RawServer::start(move |request| match is_content(request) {
        true => Answer::body(302, &[there.as_str()], b""),
        false => json_of(200, &job(&json!({"status": "completed"}))),
    });
    let place = Place::new(&server);
    assert_eq!(place.download(&done(Dialect::Openai, "")).unwrap(), CAT);
    let own = server.seen("/content");
    assert_eq!(own[0].header("authorization"), Some("Bearer test"));
    assert!(cdn.seen("")[0].header("authorization").is_none());
}

#[test]
fn what_new_api_says_is_understood() {
    let server = RawServer::start(|request| match request.number {
        0 => json_of(
            400,
            &json!({"code": "task_not_exist", "message": "task_not_exist", "data": null}),
        ),
        1 => json_of(
            200,
            &json!({"code": "success", "message": "", "data": {"task_id": "job_1",
                "status": "unknown", "progress": "5%"}}),
        ),
        2 => json_of(
            200,
            &json!({"id": "job_1", "task_id": "job_1", "object": "video", "status": "unknown",
                "progress": 0}),
        ),
        _ => json_of(404, &json!({"error": {"message": "Task not found"}})),
    });
    let client = openai(&server);
    let videos = client.videos();
    let error = wait(videos.get("job_1")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    for progress in [5.0, 0.0] {
        let job = wait(videos.get("job_1")).unwrap();
        assert!(!job.is_ended(), "{job:?}");
        assert_eq!((job.id.as_str(), job.progress), ("job_1", progress));
    }
    let error = wait(videos.get("job_1")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// A whole video of about so many bytes: one with an empty box behind.
fn long_video(bytes: u32) -> Vec<u8> {
    let mut video = CAT.to_vec();
    video.extend_from_slice(&bytes.to_be_bytes());
    video.extend_from_slice(b"free");
    video.resize(video.len() + bytes as usize - 8, 7);
    video
}

#[test]
fn a_video_inside_the_answer_is_a_video_like_any_other() {
    // More text than any other answer may have.
    let long = long_video(26 << 20);
    for (video, place) in [(CAT, "b64_json"), (&long, "b64_json"), (DOG, "url")] {
        let text = STANDARD.encode(video);
        let text = match place {
            "url" => format!("data:video/mp4;base64,{text}"),
            _ => text,
        };
        let body = json!({"id": "job_1", "object": "video", "status": "completed", "progress": 100,
            "model": "wan", "created": 1_712_697_600, "error": null, "inference_time_s": 4.0,
            "data": [{"output_format": "mp4", place: text}]});
        let said = body.clone();
        let server = RawServer::start(move |_| json_of(200, &body));
        let place = Place::with(Options {
            encoding: Some(sorakit::api::openai::Encoding::Json),
            ..options(&server, Dialect::Openai)
        });
        let videos = place.client.videos();
        let job = wait(videos.generate(cat())).unwrap();
        assert!(job.raw == said, "the answer is kept as it was");
        assert_eq!(job.videos.len(), 1);
        assert_eq!(job.video.as_ref().unwrap().url, "", "and kept once");
        assert!(place.download(&job).unwrap() == video);
        // What another process reads back.
        let text = serde_json::to_string(&job).unwrap();
        let job: Job = serde_json::from_str(&text).unwrap();
        let mut stream = wait(videos.open(&job)).unwrap();
        let first = wait(stream.chunk()).unwrap().unwrap();
        assert_eq!(first[..64], video[..64]);
        // A poll may be answered so, too.
        assert!(place.download(&videos.resume("job_1")).unwrap() == video);
    }
}

#[test]
fn a_video_inside_the_answer_has_a_limit() {
    let text = STANDARD.encode(long_video(3 << 20));
    let body = json!({"id": "job_1", "status": "completed", "data": [{ "b64_json": text }]});
    let server = RawServer::start(move |_| json_of(200, &body));
    let client = client_with(Options {
        max_answer_bytes: Some(2 << 20),
        max_retries: Some(0),
        ..options(&server, Dialect::Openai)
    });
    let error = wait(client.videos().get("job_1")).unwrap_err();
    assert_eq!(error.field(), Some("max_answer_bytes"), "{error}");
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
}

#[test]
fn several_videos_may_be_inside_the_answer() {
    let data = [CAT, DOG].map(|video| json!({ "b64_json": STANDARD.encode(video) }));
    let body = json!({"id": "job_1", "status": "completed", "data": data});
    let server = RawServer::start(move |_| json_of(200, &body));
    let place = Place::new(&server);
    let job = wait(place.client.videos().get("job_1")).unwrap();
    assert_eq!(job.videos.len(), 2);
    let all = place.client.videos();
    let all = wait(all.download_all(&job, place.path(), DownloadOptions::default())).unwrap();
    assert_eq!(std::fs::read(&all[0].path).unwrap(), CAT);
    assert_eq!(std::fs::read(&all[1].path).unwrap(), DOG);
}

#[test]
fn a_body_that_was_not_read_hints_at_the_encoding() {
    for (status, body) in [
        (
            400,
            json!({"error": {"message": "invalid character '-' in numeric literal"}}),
        ),
        (400, json!({"detail": "prompt is required"})),
        (
            415,
            json!({"message": "Expected request with `Content-Type: application/json`"}),
        ),
        (
            422,
            json!({"detail": [{"type": "missing", "loc": ["body", "prompt"], "msg": "Field required"}]}),
        ),
        (
            400,
            json!({"error": {"message": "1 validation error: {'loc': ('body', \"prompt\"), 'msg': 'Field required'}"}}),
        ),
        (422, json!({"detail": "Unsupported media type: form-data"})),
    ] {
        let said = body.clone();
        let server = RawServer::start(move |_| json_of(status, &said));
        let error = wait(openai(&server).videos().create(cat())).unwrap_err();
        let advice = error.hint().unwrap_or_default();
        assert!(advice.contains("`encoding`"), "{body}: {error}");
    }
    let server = RawServer::start(|_| json_of(400, &json!({"detail": "size is too large"})));
    let error = wait(openai(&server).videos().create(cat())).unwrap_err();
    assert!(!error.to_string().contains("`encoding`"), "{error}");
}

#[test]
fn a_list_in_a_form_is_refused_and_sent_as_json() {
    let server = RawServer::start(|_| json_of(200, &job(&json!({"status": "queued"}))));
    let mut request = cat();
    request.extra.insert("seeds".into(), json!([1, 2]));
    let error = wait(openai(&server).videos().create(request.clone())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
    assert!(error.to_string().contains("seeds") && error.to_string().contains("`encoding`"));
    assert!(server.seen("").is_empty());
    let client = client_with(Options {
        encoding: Some(sorakit::api::openai::Encoding::Json),
        ..options(&server, Dialect::Openai)
    });
    wait(client.videos().create(request)).unwrap();
}

#[test]
fn what_was_made_stands_beside_what_was_asked_and_raw_is_what_was_said() {
    let text = r#"{"id": "job_1", "status": "completed", "seconds": "4", "duration_s": 3.375,
        "fps": 24, "num_frames": 81, "size": "832x480", "progress": 100.0, "url": "/files/1.mp4",
        "quality": null, "nothing": [], "big": 9223372036854775807, "n": 4}"#;
    let server = RawServer::start(move |_| Answer::json(200, text));
    let client = openai(&server);
    let mut request = VideoRequest {
        duration: Some(4),
        size: Some("840x480".into()),
        ..cat()
    };
    request.extra.insert("num_frames".into(), json!(83));
    let job = wait(client.videos().generate(request)).unwrap();
    let said: Value = serde_json::from_str(text).unwrap();
    assert_eq!(job.raw.to_string(), said.to_string());
    let video = job.video.unwrap();
    assert_eq!(video.url, format!("{}/files/1.mp4", server.url()));
    assert_eq!((video.width, video.height), (Some(832), Some(480)));
    assert_eq!(video.duration, Some(3.375));
    assert_eq!((video.frames, video.fps), (Some(81), Some(24.0)));
    let requested = job.requested.unwrap();
    assert_eq!(requested.size.as_deref(), Some("840x480"));
    assert_eq!(
        (requested.duration, requested.frames),
        (Some(4.0), Some(83))
    );
}

#[test]
fn a_job_is_followed_at_the_server_that_made_it_and_nowhere_else() {
    let maker = RawServer::start(|request| match is_content(request) {
        true => Answer::body(200, &["content-type: video/mp4"], CAT),
        false => json_of(200, &job(&json!({"status": "queued", "progress": 0}))),
    });
    let other = RawServer::start(|_| json_of(200, &job(&json!({"status": "completed"}))));
    let made = wait(openai(&maker).videos().create(cat())).unwrap();
    let base = format!("{}/v1", maker.url());
    assert_eq!(made.base_url.as_deref(), Some(base.as_str()));
    let text = serde_json::to_string(&made).unwrap();
    let made: Job = serde_json::from_str(&text).unwrap();
    let place = Place::new(&other);
    let videos = place.client.videos();
    let mut finished = made.clone();
    finished.status = JobStatus::Succeeded;
    for error in [
        wait(videos.wait(&made)).unwrap_err(),
        place.download(&made).unwrap_err(),
        place.download(&finished).unwrap_err(),
        wait(videos.open(&finished)).err().unwrap(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert_eq!(error.field(), Some("base_url"), "{error}");
        assert!(error.reason().contains(&base), "{error}");
    }
    assert!(other.seen("").is_empty());
    // By its id alone it is looked for wherever one says.
    wait(videos.wait(&videos.resume("job_1"))).unwrap();
    assert_eq!(Place::new(&maker).download(&finished).unwrap(), CAT);
}

#[test]
fn a_job_that_a_restart_forgot_is_said_to_be_forgotten() {
    let server = RawServer::start(|_| json_of(404, &json!({"detail": "Video not found"})));
    let place = Place::new(&server);
    let videos = place.client.videos();
    let job = videos.resume("job_1");
    for error in [
        wait(videos.get("job_1")).unwrap_err(),
        wait(videos.wait(&job)).unwrap_err(),
        place.download(&job).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
        let advice = error.hint().unwrap_or_default();
        assert!(
            advice.contains("restart") && advice.contains("replica"),
            "{error}"
        );
    }
}

#[test]
fn a_server_whose_scheduler_died_says_so_once() {
    let server =
        RawServer::start(|_| json_of(503, &json!({"error": "The scheduler process has died."})));
    let error = wait(openai(&server).videos().create(cat())).unwrap_err();
    assert!(
        error.reason().contains("The scheduler process has died."),
        "{error}"
    );
    assert_eq!(error.status(), Some(503), "{error}");
    assert_eq!(server.seen("").len(), 1);
}

#[test]
fn a_server_that_keeps_no_jobs_is_not_asked_after_one() {
    for flavour in [Flavour::Dynamo, Flavour::Localai] {
        let cdn = RawServer::start(|request| match request.number {
            0 => Answer::body(503, &[], b"starting"),
            _ => Answer::body(200, &["content-type: video/mp4"], CAT),
        });
        let made = json!({"id": "v_1", "status": "completed",
            "data": [{"url": format!("{}/v.mp4", cdn.url())}]});
        let server = RawServer::start(move |request| match request.header("content-length") {
            Some(_) => json_of(200, &made),
            None => Answer::json(404, "{}"),
        });
        let place = Place::with(Options {
            flavour: Some(flavour),
            ..options(&server, Dialect::Openai)
        });
        let videos = place.client.videos();
        let request = VideoRequest {
            model: Some("wan".into()),
            ..cat()
        };
        let made = wait(videos.create(request)).unwrap();
        assert!(made.is_ended() && !made.resumable, "{flavour}");
        assert_eq!(wait(videos.wait(&made)).unwrap().id, "v_1");
        assert_eq!(place.download(&made).unwrap(), CAT, "{flavour}");

        let known = wait(videos.get("v_1")).unwrap_err();
        assert_eq!(known.kind(), ErrorKind::Unsupported, "{flavour}: {known}");
        let lost = place.download(&videos.resume("v_1")).unwrap_err();
        assert_eq!(lost.kind(), ErrorKind::Unsupported, "{flavour}: {lost}");
        assert!(lost.to_string().contains("keeps no jobs"), "{lost}");
        assert_eq!(server.seen("v_1").len(), 0, "{flavour}");
    }
}
