//! What a server speaks: found out though it hangs on some paths, and an operation of another
//! dialect is refused before anything is sent.

use std::time::Duration;

use serde_json::json;
use sorakit::api::{find, operations};
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{Client, Dialect, ErrorKind, Options};

use crate::raw::{Answer, RawServer};
use crate::setup::{client_with, fast, wait};

#[test]
fn a_server_that_hangs_on_one_path_is_asked_on_the_others() {
    for hangs in ["/v1/models", "/openapi.json"] {
        let server = RawServer::start(move |request| match request.path.as_str() {
            path if path == hangs => Answer::json(200, "{}").slowly(1, Duration::from_secs(20)),
            "/v1/videos?limit=1" => Answer::json(200, r#"{"object":"list","data":[]}"#),
            _ => Answer::json(404, r#"{"error":{"message":"not found"}}"#),
        });
        let options = Options {
            base_url: Some(server.url()),
            api_key: Some("key".into()),
            environment: Some(false),
            ..Options::default()
        };
        let host = NativeHost::new(NativeOptions::default()).unwrap();
        let found = wait(Client::detect_with(options, host));
        let found = found.unwrap_or_else(|error| panic!("{hangs}: {error}"));
        assert_eq!(found.dialect, Dialect::Openai, "{hangs}");
    }
}

#[test]
fn an_operation_of_another_dialect_is_refused_before_anything_is_sent() {
    let simulator = fast();
    for own in Dialect::ALL.iter().copied() {
        let client = client_with(Options {
            dialect: Some(own),
            base_url: Some(simulator.base_url(own.as_str())),
            api_key: Some("key".into()).filter(|_| own != Dialect::Sora),
            access_token: Some("token".into()).filter(|_| own == Dialect::Sora),
            ..Options::default()
        });
        for (name, fields) in [
            ("openai.videos.create", json!({"prompt": "a cat"})),
            ("openai.videos.get", json!({"video_id": "v"})),
            ("relay.videos.create", json!({"prompt": "a cat"})),
            ("sora.quota.check", json!({})),
            ("sora2api.models.list", json!({})),
        ] {
            let operation = find(name).unwrap_or_else(|| panic!("{name}"));
            let other = operation.meta.dialect;
            if other == own {
                continue;
            }
            let called = wait(client.call_described(operation, fields, &[]));
            let error = called.unwrap_err();
            if error.kind() == ErrorKind::InvalidInput {
                panic!("{name}: {error}");
            }
            assert_eq!(
                error.kind(),
                ErrorKind::Unsupported,
                "{own} {name}: {error}"
            );
            let says = format!("this client speaks `{own}`");
            assert!(error.reason().contains(&says), "{error}");
            assert_eq!(error.operation(), Some(name));
        }
    }
    // What comes piece by piece, and files.
    let client = client_with(Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(simulator.base_url("sora")),
        access_token: Some("token".into()),
        ..Options::default()
    });
    for operation in operations().filter(|operation| operation.meta.dialect == Dialect::Openai) {
        if operation.content.is_some() {
            let fields = match operation.meta.name {
                "openai.videos.create_sync" => json!({"prompt": "a cat"}),
                _ => json!({"video_id": "v"}),
            };
            let opened = client.open_described(operation, fields, &[]);
            let error = wait(opened).map(drop).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
        }
    }
    assert!(simulator.journal().is_empty(), "nothing was sent");
}
