//! From a prompt to a file.

use serde_json::json;

use crate::run::{Desk, assert_video, bare, run};

#[test]
fn one_command_makes_a_video_without_network_and_account() {
    let folder = tempfile::tempdir().unwrap();
    let words = "video|a cat in the snow|--simulate|--duration|10|--orientation|landscape|-o|cat.mp4|--speed|300";
    let words: Vec<_> = words.split('|').collect();
    let ran = run(bare(&words).current_dir(folder.path())).expect(0);
    assert_eq!(ran.stderr, "", "it is quiet when nobody watches");
    assert_eq!(ran.stdout.lines().count(), 1);
    assert!(
        ran.stdout
            .starts_with("cat.mp4: 10.0 s, 1280 x 720 pixels, ")
    );
    assert_video(&folder.path().join("cat.mp4"), 1280, 10);
}

#[test]
fn the_options_reach_the_server() {
    let desk = Desk::new();
    let image = desk.path("start.png");
    std::fs::write(
        &image,
        include_bytes!("../../../core/tests/media/still.png"),
    )
    .unwrap();
    let arguments = "video|a cat|--duration|15|--orientation|portrait|--style|anime|--image|start.png|-o|cat.mp4|--json";
    let arguments: Vec<_> = arguments.split('|').collect();
    let ran = desk.run(&arguments).expect(0);
    let json = ran.json();
    assert_eq!(json["job"]["status"], "succeeded");
    assert_eq!(json["job"]["dialect"], "sora");
    assert_eq!(json["file"]["path"], "cat.mp4");
    assert_eq!(json["file"]["media_type"], "video/mp4");
    assert_eq!(json["file"]["duration"], 15.0);
    assert_eq!(json["file"]["width"], 720);
    assert_eq!(json["file"]["height"], 1280);
    let bytes = std::fs::metadata(desk.path("cat.mp4")).unwrap().len();
    assert_eq!(json["file"]["bytes"], bytes);

    let sent = desk.simulator.requests_of("sora.videos.create")[0]
        .json()
        .unwrap();
    assert_eq!(sent["prompt"], "a cat");
    assert_eq!(sent["n_frames"], 450);
    assert_eq!(sent["orientation"], "portrait");
    assert_eq!(sent["style_id"], "anime");
    assert_eq!(sent["inpaint_items"][0]["kind"], "upload");
    assert_eq!(desk.simulator.requests_of("sora.uploads.image").len(), 1);
}

#[test]
fn a_session_token_is_enough() {
    let desk = Desk::new();
    let session = desk.simulator.credentials().session_token;
    let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
    command
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_SESSION_TOKEN", session);
    run(&mut command).expect(0);
    assert_eq!(desk.files(), ["cat.mp4"]);
}

#[test]
fn without_a_name_the_file_is_called_after_the_job() {
    let desk = Desk::new();
    let ran = desk.run(&["video", "a cat", "--json"]).expect(0);
    let id = ran.json()["job"]["id"].as_str().unwrap().to_owned();
    assert_eq!(desk.files(), [format!("{id}.mp4")]);
}

#[test]
fn settings_come_from_a_file_too_and_the_option_wins() {
    let desk = Desk::new();
    let credentials = desk.simulator.credentials();
    let settings = format!(
        "[sora]\nbase_url = \"{}/backend\"\npoll_interval = 0.05\n[client]\ndialect = \"openai\"\n\
         access_token = \"{}\"\n",
        desk.simulator.url(),
        credentials.access_token
    );
    std::fs::write(desk.path("sorakit.toml"), settings).unwrap();
    let arguments = [
        "video",
        "a cat",
        "--config",
        "sorakit.toml",
        "--dialect",
        "sora",
        "--json",
    ];
    let mut command = bare(&arguments);
    command
        .current_dir(desk.folder.path())
        .env("SORAKIT_STATE_DIR", desk.path("state"));
    let ran = run(&mut command).expect(0);
    assert_eq!(ran.json()["job"]["dialect"], json!("sora"));
}

#[cfg(unix)]
#[test]
fn an_image_may_have_any_name_that_the_system_takes() {
    use std::os::unix::ffi::OsStringExt;
    let desk = Desk::new();
    let name = std::ffi::OsString::from_vec(b"p\xff.png".to_vec());
    let picture = include_bytes!("../../../core/tests/media/still.png");
    std::fs::write(desk.folder.path().join(&name), picture).unwrap();
    let mut command = desk.command(&["video", "a cat", "--no-wait", "--image"]);
    let ran = run(command.arg(name));
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn several_videos_get_numbers_and_what_was_made_is_told() {
    let video = include_bytes!("../../../core/tests/media/faststart.mp4");
    let text = base64(video);
    let answer = json!({"id": "v_1", "status": "completed", "size": "832x480", "num_frames": 81,
        "data": [{ "b64_json": text }, { "b64_json": text }]});
    let (url, _) = crate::network::server(Box::leak(answer.to_string().into_boxed_str()));
    for (name, files) in [
        ("cat-{n}.mp4", ["cat-1.mp4", "cat-2.mp4"]),
        ("cat.mp4", ["cat-2.mp4", "cat.mp4"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let words = [
            "video",
            "a cat",
            "--dialect",
            "openai",
            "--base-url",
            &url,
            "--size",
            "840x480",
            "-o",
            name,
        ];
        let ran = run(bare(&words)
            .current_dir(folder.path())
            .env("SORAKIT_API_KEY", "test"))
        .expect(0);
        let mut found: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".mp4"))
            .collect();
        found.sort();
        assert_eq!(found, files, "{}", ran.stdout);
        for file in files {
            assert!(ran.stdout.contains(file), "{}", ran.stdout);
            assert_eq!(std::fs::read(folder.path().join(file)).unwrap(), video);
        }
        assert!(
            ran.stdout.contains("size 832x480, not 840x480"),
            "{}",
            ran.stdout
        );
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three
            .iter()
            .fold(0, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let digit = number >> (18 - 6 * place) & 63;
            text.push(char::from(DIGITS[digit as usize]));
        }
    }
    text
}
