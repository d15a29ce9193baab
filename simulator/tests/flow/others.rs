//! An operation of another dialect than the server's is refused before anything is sent.

use serde_json::json;
use sorakit::api::{find, operations};
use sorakit::{Dialect, ErrorKind, Options};

use crate::setup::{client_with, fast, wait};

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
