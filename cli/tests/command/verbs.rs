//! `image`, `list`, `delete`, `models`, `detect`, `characters`, `publish`, and the places
//! of what is made.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;

use serde_json::Value;

use crate::run::{Desk, Ran, assert_video, run, run_with};

/// The command on another dialect of the simulator.
fn on(desk: &Desk, dialect: &str, arguments: &[&str]) -> Ran {
    let mut command = desk.command(arguments);
    command
        .env("SORAKIT_DIALECT", dialect)
        .env("SORAKIT_BASE_URL", desk.simulator.base_url(dialect))
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key);
    run(&mut command)
}

fn one_line(ran: &Ran) -> &str {
    let line = ran.stdout.trim_end();
    assert_eq!(line.lines().count(), 1, "{}", ran.stdout);
    line
}

#[test]
fn images_are_made_on_every_dialect_that_has_them() {
    for dialect in ["sora", "mirror", "sora2api"] {
        let desk = Desk::new();
        let ran = match dialect {
            "sora" => desk.run(&["image", "a cat", "-o", "cat.png", "--json"]),
            other => on(&desk, other, &["image", "a cat", "-o", "cat.png", "--json"]),
        };
        let json = ran.expect(0).json();
        assert_eq!(json["job"]["status"], "succeeded", "{dialect}");
        assert_eq!(json["files"][0]["path"], "cat.png");
        assert_eq!(desk.files()[0], "cat.png", "{dialect}");
    }
    let desk = Desk::new();
    let ran = on(&desk, "openai", &["image", "a cat"]).expect(2);
    assert!(ran.stderr.contains("mirror"), "{}", ran.stderr);
}

#[test]
fn several_images_are_numbered() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("images")).unwrap();
    let ran = on(
        &desk,
        "mirror",
        &["image", "a cat", "-n", "2", "-o", "cat.png"],
    )
    .expect(0);
    assert_eq!(ran.stdout.lines().count(), 2, "{}", ran.stdout);
    assert!(desk.path("cat (1).png").is_file(), "{:?}", desk.files());
    on(&desk, "mirror", &["image", "a cat", "-o", "images/"]).expect(0);
    let made: Vec<_> = std::fs::read_dir(desk.path("images")).unwrap().collect();
    assert_eq!(made.len(), 1);
}

#[test]
fn videos_at_the_server_are_listed_and_deleted() {
    let desk = Desk::new();
    let made = on(&desk, "openai", &["video", "a cat", "--json"])
        .expect(0)
        .json();
    let id = made["job"]["id"].as_str().unwrap();
    let list = on(&desk, "openai", &["list"]).expect(0);
    assert!(list.stdout.contains(id), "{}", list.stdout);
    let json = on(&desk, "openai", &["list", "--limit", "5", "--json"])
        .expect(0)
        .json();
    assert_eq!(json["items"][0]["id"], id);
    let ran = on(&desk, "openai", &["delete", id]).expect(0);
    assert_eq!(one_line(&ran), format!("deleted {id}"));
    let json = on(&desk, "openai", &["list", "--json"]).expect(0).json();
    assert_eq!(json["items"], Value::Array(Vec::new()));
    let jobs = on(&desk, "openai", &["jobs", "--offline", "--json"])
        .expect(0)
        .json();
    assert_eq!(jobs, Value::Array(Vec::new()), "it is in no list any more");
    on(&desk, "openai", &["delete", id]).expect(1);
    on(&desk, "relay", &["delete", id]).expect(2);
}

#[test]
fn models_and_dialects_are_told() {
    let desk = Desk::new();
    for dialect in ["mirror", "sora2api", "skyriff", "relay", "openai"] {
        let models = on(&desk, dialect, &["models", "--json"]).expect(0).json();
        let first = models[0]["id"].as_str().unwrap().to_owned();
        let text = on(&desk, dialect, &["models"]).expect(0).stdout;
        assert!(text.contains(&first), "{dialect}: {text}");
        let found = on(&desk, dialect, &["detect", "--json"]).expect(0).json();
        assert_eq!(found["dialect"], dialect);
    }
    let ran = on(&desk, "openai", &["detect"]).expect(0);
    assert!(ran.stdout.starts_with("openai\n"), "{}", ran.stdout);
}

#[test]
fn characters_are_made_found_and_deleted() {
    let desk = Desk::new();
    desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(0);
    let create = [
        "characters",
        "create",
        "--video",
        "cat.mp4",
        "--timestamps",
        "0,3",
        "--username",
        "snowcat",
    ];
    let made = desk
        .run(&[&create[..], &["--json"]].concat())
        .expect(0)
        .json();
    let id = made["id"].as_str().unwrap();
    let found = desk.run(&["characters", "search", "snow"]).expect(0);
    assert!(found.stdout.contains("@snowcat"), "{}", found.stdout);
    let ran = desk.run(&["characters", "delete", id]).expect(0);
    assert_eq!(one_line(&ran), format!("deleted {id}"));
    for (arguments, field) in [
        (&["characters", "create"][..], "--video"),
        (
            &[
                "characters",
                "create",
                "--from-job",
                "x",
                "--timestamps",
                "3",
            ],
            "0,3",
        ),
    ] {
        let ran = desk.run(arguments).expect(2);
        assert!(ran.stderr.contains(field), "{}", ran.stderr);
    }
}

#[test]
fn nothing_is_published_unless_that_is_confirmed() {
    let desk = Desk::new();
    let made = desk.run(&["video", "a cat", "--json"]).expect(0).json();
    let id = made["job"]["id"].as_str().unwrap();
    let ran = desk.run(&["publish", id]).expect(2);
    assert!(ran.stderr.contains("--yes"), "{}", ran.stderr);
    assert!(desk.simulator.requests_of("sora.posts.create").is_empty());
    let ran = desk.run(&["publish", id, "--yes"]).expect(0);
    assert!(one_line(&ran).starts_with("published "), "{}", ran.stdout);
    let ran = on(&desk, "openai", &["publish", id, "--yes"]).expect(2);
    assert!(ran.stderr.contains("sora"), "{}", ran.stderr);
    let help = desk.run(&["publish", "--help"]).expect(0).stdout;
    assert!(help.contains("your own works"), "{help}");
}

#[test]
fn a_prompt_comes_from_a_pipe() {
    let desk = Desk::new();
    let arguments = ["video", "-", "-o", "cat.mp4"];
    run_with(&mut desk.command(&arguments), "a cat\nin the snow\n").expect(0);
    let sent = desk.simulator.requests_of("sora.videos.create")[0]
        .json()
        .unwrap();
    assert_eq!(sent["prompt"], "a cat\nin the snow");
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    let ran = run_with(&mut desk.command(&["video", "-"]), " \n").expect(2);
    assert!(ran.stderr.contains("prompt"), "{}", ran.stderr);
}

#[test]
fn a_video_goes_into_a_folder_or_a_pipe() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("videos")).unwrap();
    let json = desk
        .run(&["video", "a cat", "-o", "videos/", "--json"])
        .expect(0)
        .json();
    let id = json["job"]["id"].as_str().unwrap();
    assert_video(&desk.path(&format!("videos/{id}.mp4")), 1280, 10);
    // It is there when the job is gone on with, too.
    let begun = desk
        .run(&["video", "a dog", "--no-wait", "-o", "videos/"])
        .expect(0);
    desk.run(&["resume", begun.stdout.trim()]).expect(0);
    assert_eq!(std::fs::read_dir(desk.path("videos")).unwrap().count(), 2);

    let output = desk
        .command(&["video", "a cat", "-o", "-"])
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let info = sorakit::media::VideoInfo::read(std::io::Cursor::new(output.stdout)).unwrap();
    assert_eq!(info.width, 1280);
}

#[test]
fn a_run_that_nobody_watches_says_the_jobs_id() {
    let desk = Desk::new();
    let ran = desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(0);
    let jobs = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
    let id = jobs[0]["id"].as_str().unwrap();
    // The task's id, which was answered first.
    assert!(ran.stderr.starts_with("job "), "{}", ran.stderr);
    assert_eq!(ran.stderr.trim_end(), format!("job {id}"));
    let quiet = desk.run(&["video", "a cat", "-q", "-o", "2.mp4"]).expect(0);
    assert_eq!(quiet.stderr, "");
}

/// What the last creation sent.
fn creation(desk: &Desk) -> String {
    let journal = desk.simulator.journal();
    let made = journal.iter().rfind(|entry| !entry.jobs.is_empty());
    made.unwrap().body.clone().unwrap()
}

#[test]
fn every_option_of_a_request_is_an_option() {
    let desk = Desk::new();
    let arguments = [
        "video",
        "a cat",
        "--shot",
        "4:a cat jumps",
        "--shot",
        "6: it lands",
        "--duration",
        "10",
        "--no-wait",
    ];
    desk.run(&arguments).expect(0);
    let body = creation(&desk);
    assert!(body.contains("it lands"), "{body}");
    let ran = on(
        &desk,
        "mirror",
        &[
            "video",
            "a cat",
            "--no-wait",
            "--watermark",
            "false",
            "--private",
            "-n",
            "1",
        ],
    );
    ran.expect(0);
    let journal = desk.simulator.journal();
    let made = journal
        .iter()
        .rfind(|entry| !entry.jobs.is_empty())
        .unwrap();
    let body = made.body.clone().unwrap();
    for field in ["watermark", "private"] {
        assert!(body.contains(field), "{body}");
    }
    let ran = desk.run(&["video", "a cat", "--shot", "jumps"]).expect(2);
    assert!(ran.stderr.contains("4:a cat jumps"), "{}", ran.stderr);
}

#[test]
fn an_answer_goes_to_a_file() {
    let desk = Desk::new();
    let made = on(&desk, "openai", &["video", "a cat", "--json"])
        .expect(0)
        .json();
    let fields = format!("{{\"video_id\": {}}}", made["job"]["id"]);
    let content = |more: &[&str]| {
        let call = ["call", "openai.videos.content", "--json", &fields];
        on(&desk, "openai", &[&call[..], more].concat())
    };
    let ran = content(&["-o", "cat.mp4"]).expect(0);
    assert_eq!(ran.json()["path"], "cat.mp4");
    assert_video(&desk.path("cat.mp4"), 720, 4);
    let ran = content(&["-o", "cat.mp4"]).expect(2);
    assert_eq!(ran.error()["field"], "output");
    content(&["-o", "cat.mp4", "--force"]).expect(0);
    let ran = desk
        .run(&["call", "sora.quota.check", "-o", "quota.json"])
        .expect(0);
    assert_eq!(ran.json()["path"], "quota.json");
    let text = std::fs::read_to_string(desk.path("quota.json")).unwrap();
    assert!(serde_json::from_str::<Value>(&text).unwrap().is_object());
}

/// A server that calls every job `..`, and serves this video.
fn odd_server(status: &'static str, video: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let media = format!("{url}/video.mp4");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
                head.push(byte[0]);
            }
            let body = match head.starts_with(b"GET /video.mp4") {
                true => video.clone(),
                false => format!(r#"{{"id": "..", "status": "{status}", "video_url": "{media}"}}"#)
                    .into_bytes(),
            };
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
            );
            let _ = stream.write_all(&body);
        }
    });
    url
}

/// A server may call a job anything: what is paid for is not lost by it, and what fails
/// then was not refused before anything was sent.
#[test]
fn an_id_that_is_no_name_loses_no_video_that_is_paid_for() {
    let desk = Desk::new();
    desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(0);
    let video = std::fs::read(desk.path("cat.mp4")).unwrap();
    let made = |status| {
        let url = odd_server(status, video.clone());
        let mut command = desk.command(&["video", "a cat", "--json"]);
        command
            .env("SORAKIT_DIALECT", "relay")
            .env("SORAKIT_BASE_URL", url)
            .env("SORAKIT_ACCESS_TOKEN", "key");
        run(&mut command)
    };
    let json = made("completed").expect(0).json();
    let path = json["file"]["path"].as_str().unwrap();
    assert!(path.starts_with("video-"), "{path}");
    assert_video(&desk.path(path), 1280, 10);
    let error = made("queued").expect(1).error();
    assert_eq!(error["job_id"], "..", "{error}");
}

#[test]
fn one_that_fails_keeps_no_other_from_being_deleted() {
    let desk = Desk::new();
    let made = || {
        let ran = on(&desk, "openai", &["video", "a cat", "--json"]).expect(0);
        ran.json()["job"]["id"].as_str().unwrap().to_owned()
    };
    let (one, two) = (made(), made());
    let ran = on(
        &desk,
        "openai",
        &["delete", &one, "video_none", &two, "--json"],
    )
    .expect(1);
    let said = ran.json();
    assert_eq!(said["deleted"], serde_json::json!([one, two]));
    assert_eq!(said["failed"][0]["id"], "video_none");
    assert_eq!(said["failed"][0]["error"]["kind"], "not_found");
    let left = on(&desk, "openai", &["list", "--json"]).expect(0).json();
    assert_eq!(left["items"], Value::Array(Vec::new()));
    // In lines for people, each with its reason.
    let three = made();
    let ran = on(&desk, "openai", &["delete", "video_none", &three]).expect(1);
    assert_eq!(one_line(&ran), format!("deleted {three}"));
    assert!(ran.stderr.contains("video_none: "), "{}", ran.stderr);
}
