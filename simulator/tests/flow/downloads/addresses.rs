//! What a server may name, and what it may not.

use futures_lite::StreamExt;
use sorakit::api::Body;
use sorakit::host::{Host, NativeHost, NativeOptions, Reach, SendOptions};
use sorakit::{Dialect, ErrorKind, ImageRequest, Options, Reference};

use super::{CAT, Place, done, options};
use crate::raw::{Answer, RawServer};
use crate::setup::wait;

/// Addresses in networks that a server on this machine is in none of.
const FOREIGN: [&str; 8] = [
    "http://169.254.169.254/latest/meta-data",
    "https://169.254.169.254/",
    "https://10.0.0.1/v.mp4",
    "https://192.168.1.1/v.mp4",
    "https://100.64.0.1/v.mp4",
    "https://[fe80::1]/v.mp4",
    "https://[64:ff9b::a00:1]/v.mp4",
    "http://cdn.example/v.mp4",
];

#[test]
fn a_server_does_not_reach_other_networks_through_a_client() {
    for url in FOREIGN {
        let location = format!("location: {url}");
        let server = RawServer::start(move |request| match request.path.as_str() {
            "/redirect" => Answer::body(302, &[&location], b""),
            "/json" => Answer::json(200, &format!(r#"{{"url": "{url}"}}"#)),
            _ => Answer::json(404, "{}"),
        });
        let place = Place::with(Options {
            grace: Some(0.1),
            ..options(&server, Dialect::Relay)
        });
        for named in [
            url.to_owned(),
            format!("{}/redirect", server.url()),
            format!("{}/json", server.url()),
        ] {
            let job = done(Dialect::Relay, &named);
            let error = place.download(&job).unwrap_err();
            // What it was refused for is not hidden by what was tried afterwards.
            assert!(
                matches!(
                    error.kind(),
                    ErrorKind::UnexpectedResponse | ErrorKind::NotFound
                ),
                "{named}: {error}"
            );
        }
        let error = wait(
            place
                .client
                .download(&format!("{}/redirect", server.url()), place.path()),
        );
        let text = error.unwrap_err().to_string();
        assert!(text.contains("the server names an address"), "{text}");
        assert!(
            text.contains("allow_private_media") || text.contains("allow_http"),
            "{text}"
        );
    }
}

#[test]
fn the_callers_own_address_may_be_anywhere_and_its_redirects_not() {
    let server = RawServer::start(|request| match request.path.as_str() {
        "/away.png" => Answer::body(302, &["location: https://10.0.0.1/secret.png"], b""),
        _ => Answer::json(404, "{}"),
    });
    let place = Place::with(options(&server, Dialect::Sora));
    let request = ImageRequest {
        references: vec![Reference::Url {
            url: format!("{}/away.png", server.url()),
        }],
        ..ImageRequest::new("a cat")
    };
    let error = wait(place.client.images().create(request)).unwrap_err();
    assert_eq!(error.field(), Some("references"), "{error}");
    assert!(error.to_string().contains("10.0.0.1"), "{error}");
}

fn get(url: &str, reach: Reach) -> Result<Vec<u8>, String> {
    let host = NativeHost::new(NativeOptions::default()).unwrap();
    let request = http::Request::get(url).body(Body::empty()).unwrap();
    let options = SendOptions {
        reach,
        ..SendOptions::default()
    };
    wait(async {
        let response = host
            .send(request, options)
            .await
            .map_err(|error| error.message)?;
        let mut body = response.into_body();
        let mut bytes = Vec::new();
        while let Some(chunk) = body.next().await {
            bytes.extend_from_slice(&chunk.unwrap());
        }
        Ok(bytes)
    })
}

#[test]
fn the_address_that_is_connected_to_is_judged() {
    let server = RawServer::start(|_| Answer::body(200, &[], CAT));
    let port = server.port();
    for host in [
        "127.0.0.1",
        "localhost",
        "media.localhost",
        "[::ffff:127.0.0.1]",
    ] {
        let url = format!("http://{host}:{port}/");
        let refusal = get(&url, Reach::PublicOr("192.0.2.1".into())).unwrap_err();
        assert!(
            refusal.contains("an address of this machine"),
            "{host}: {refusal}"
        );
        assert!(refusal.contains("allow_private_media"), "{host}: {refusal}");
        for own in ["127.0.0.2", "localhost", "api.localhost"] {
            assert_eq!(
                get(&url, Reach::PublicOr(own.into())).unwrap(),
                CAT,
                "{host} {own}"
            );
        }
        assert_eq!(get(&url, Reach::Anywhere).unwrap(), CAT, "{host}");
    }
    assert_eq!(server.seen("").len(), 16, "a refusal sends nothing");
}

#[test]
fn the_credential_and_the_pool_of_the_api_serve_its_own_media() {
    let server = RawServer::start(|_| Answer::body(200, &[], CAT));
    let place = Place::new(&server);
    let relative = done(Dialect::Openai, "/files/cat.mp4");
    assert_eq!(place.download(&relative).unwrap(), CAT);
    let seen = server.seen("/files/cat.mp4");
    assert_eq!(seen[0].header("authorization"), Some("Bearer test"));
}
