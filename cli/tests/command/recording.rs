//! `call --record`: what was asked and answered, without secrets.

use serde_json::{Value, json};

use crate::network::server;
use crate::run::{bare, run};

#[test]
fn a_recording_holds_the_exchange_and_no_secret() {
    let (url, asked) = server(
        r#"{"id": "v_1", "status": "marinating", "prompt": "my own cat", "user_token": "hidden-1",
            "note": "for key sk-hidden-0123456789",
            "video_url": "https://cdn.example/1.mp4?Expires=1&Signature=hidden-2"}"#,
    );
    let folder = tempfile::tempdir().unwrap();
    let record = |base: &str| {
        let base = format!("{url}{base}");
        let mut command = bare(&[
            "call",
            "openai.videos.get",
            "--json",
            r#"{"video_id": "v_1"}"#,
            "--base-url",
            &base,
            "--api-key",
            "sk-hidden-0123456789",
            "--record",
            "odd.json",
        ]);
        command.current_dir(folder.path());
        run(&mut command)
    };
    let ran = record("/api/v1?key=hidden-3");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let text = std::fs::read_to_string(folder.path().join("odd.json")).unwrap();
    for secret in ["hidden", "my own cat", "127.0.0.1"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    let written: Value = serde_json::from_str(&text).unwrap();
    let case = &written["cases"][0];
    assert_eq!(case["verb"], "openai.videos.get");
    assert_eq!(case["given"], json!({"video_id": "v_1"}));
    let exchange = &case["exchanges"][0];
    assert!(
        exchange["request"]
            .as_str()
            .unwrap()
            .starts_with("GET /v1/videos/v_1")
    );
    assert_eq!(exchange["response"]["json"]["status"], "marinating");
    assert!(case["result"].is_object());

    let again = record("/v1");
    assert_eq!(again.status, 2, "{}{}", again.stdout, again.stderr);
    assert_eq!(
        asked.lock().unwrap().len(),
        1,
        "refused before anything is sent"
    );
}
