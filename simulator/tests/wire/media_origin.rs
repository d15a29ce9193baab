//! The media origin: ranges, validators, signatures, and no credentials.

use std::time::Duration;

use sorakit_simulator::Simulator;

use crate::client::{Answer, Client, VIDEO_TIME, stepped, video};

fn finished(prompt: &str) -> (Simulator, Client, String) {
    let simulator = stepped();
    let client = Client::new(&simulator);
    client.create("/nf/create", &video(prompt)).expect(200);
    simulator.advance(VIDEO_TIME);
    let drafts = client.get("/project_y/profile/drafts").expect(200);
    let url = drafts["drafts"][0]["video_url"]
        .as_str()
        .unwrap()
        .to_owned();
    (simulator, client, url)
}

fn get(client: &Client, url: &str, headers: &[(&str, &str)]) -> Answer {
    client.send("GET", url, headers, b"").unwrap()
}

#[test]
fn a_file_is_served_in_ranges_with_validators() {
    let (_simulator, client, url) = finished("a cat");
    let whole = get(&client, &url, &[]);
    let size = whole.body.len();
    assert_eq!(
        whole.header("content-length"),
        Some(size.to_string().as_str())
    );
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let etag = whole.header("etag").unwrap();
    let modified = whole.header("last-modified").unwrap();

    let head = client.send("HEAD", &url, &[], b"").unwrap();
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(
        head.header("content-length"),
        whole.header("content-length")
    );

    let part = get(&client, &url, &[("range", "bytes=100-199")]);
    assert_eq!((part.status, &part.body[..]), (206, &whole.body[100..200]));
    assert_eq!(
        part.header("content-range"),
        Some(format!("bytes 100-199/{size}").as_str())
    );
    let tail = get(&client, &url, &[("range", "bytes=-10")]);
    assert_eq!(tail.body, whole.body[size - 10..]);
    let rest = get(
        &client,
        &url,
        &[("range", "bytes=1000-"), ("if-range", etag)],
    );
    assert_eq!((rest.status, &rest.body[..]), (206, &whole.body[1000..]));
    let changed = get(
        &client,
        &url,
        &[("range", "bytes=1000-"), ("if-range", "\"other\"")],
    );
    assert_eq!((changed.status, changed.body.len()), (200, size));
    let beyond = get(&client, &url, &[("range", &format!("bytes={size}-"))]);
    assert_eq!(beyond.status, 416);
    assert_eq!(
        beyond.header("content-range"),
        Some(format!("bytes */{size}").as_str())
    );

    assert_eq!(get(&client, &url, &[("if-none-match", etag)]).status, 304);
    assert_eq!(
        get(&client, &url, &[("if-modified-since", modified)]).status,
        304
    );
}

#[test]
fn addresses_are_signed_and_expire() {
    let (simulator, client, url) = finished("a cat");
    let forged = url.replace("sig=", "sig=0");
    assert_eq!(get(&client, &forged, &[]).status, 403);
    let bare = url.split('?').next().unwrap();
    assert_eq!(get(&client, bare, &[]).status, 403);
    simulator.advance(Duration::from_secs(4 * 86_400));
    assert_eq!(get(&client, &url, &[]).status, 403);
    let drafts = client.get("/project_y/profile/drafts").expect(200);
    let fresh = drafts["drafts"][0]["video_url"].as_str().unwrap();
    assert_eq!(get(&client, fresh, &[]).status, 200);
}

#[test]
fn credentials_are_refused_and_seen_in_the_journal() {
    let (simulator, client, url) = finished("a cat");
    assert_ne!(simulator.url(), simulator.cdn_url());
    let leaked = get(&client, &url, &[("authorization", "Bearer x")]);
    assert_eq!(leaked.status, 400);
    let journal = simulator.journal();
    let entry = journal.iter().find(|entry| entry.origin == "cdn").unwrap();
    assert_eq!(entry.header("Authorization"), Some("Bearer x"));
    assert_eq!(entry.operation.as_deref(), Some("cdn.assets.get"));
}

#[test]
fn a_huge_file_takes_no_memory() {
    let (_simulator, client, url) = finished("simulate:huge");
    let head = client.send("HEAD", &url, &[], b"").unwrap();
    assert_eq!(head.header("content-length"), Some("1073741824"));
    let end = get(&client, &url, &[("range", "bytes=1073741800-")]);
    assert_eq!((end.status, end.body.len()), (206, 24));
}

#[test]
fn thumbnails_and_previews_are_what_they_say() {
    let (simulator, _client, _url) = finished("a cat");
    let client = Client::observed(&simulator);
    let draft = client.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    for (name, media_type, magic) in [
        ("thumbnail", "image/webp", b"RIFF"),
        ("gif", "image/gif", b"GIF8"),
    ] {
        let file = get(
            &client,
            draft["encodings"][name]["path"].as_str().unwrap(),
            &[],
        );
        assert_eq!(file.header("content-type"), Some(media_type));
        assert_eq!(&file.body[..4], magic);
    }
    let md = get(
        &client,
        draft["encodings"]["md"]["path"].as_str().unwrap(),
        &[],
    );
    assert_eq!(md.header("content-type"), Some("video/mp4"));
}
