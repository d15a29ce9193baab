//! Uploads: the shape of the form, and what the files are.

use serde_json::json;
use sorakit_simulator::media::{Still, Video};

use crate::client::{Client, VIDEO_TIME, stepped, video};

pub fn png() -> Vec<u8> {
    Still::draw(64, 48, 1).to_png()
}

pub fn mp4() -> Vec<u8> {
    let video = Video {
        width: 64,
        height: 64,
        frames: 30,
        fps: 30,
        seed: 1,
    };
    video.to_mp4()
}

#[test]
fn an_uploaded_image_can_start_a_video() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let png = png();
    let parts = [
        ("file", Some("cat.png"), "image/png", png.as_slice()),
        ("file_name", None, "", b"cat.png".as_slice()),
    ];
    let id = client.form("/backend/uploads", &parts).expect(200)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(id.starts_with("upload_"), "{id}");
    let mut body = video("the cat starts to run");
    body["inpaint_items"] = json!([{"kind": "upload", "upload_id": id}]);
    client.create("/nf/create", &body).expect(200);
    let entry = &simulator.requests_of("sora.uploads.image")[0];
    assert!(entry.body_size > png.len());
    assert_eq!(entry.body_sha256.len(), 64);

    let observed = Client::observed(&simulator);
    let body = observed.form("/uploads", &parts).expect(200);
    assert!(body["id"].as_str().unwrap().starts_with("media_"));
    let file = observed
        .send("GET", body["url"].as_str().unwrap(), &[], b"")
        .unwrap();
    assert_eq!(file.body, png);
}

#[test]
fn a_form_is_checked_part_by_part() {
    let simulator = stepped();
    let client = Client::new(&simulator);
    let png = png();
    let name = ("file_name", None, "", b"cat.png".as_slice());
    let param = |parts: &[(&str, Option<&str>, &str, &[u8])]| {
        client.form("/uploads", parts).expect(400)["error"]["param"].clone()
    };
    assert_eq!(param(&[name]), "file");
    assert_eq!(param(&[("file", None, "", &png), name]), "file");
    assert_eq!(
        param(&[("file", Some("cat.png"), "image/jpeg", &png), name]),
        "file"
    );
    assert_eq!(
        param(&[("file", Some("cat.png"), "image/png", b"GIF89a"), name]),
        "file"
    );
    assert_eq!(
        param(&[("file", Some("cat.png"), "image/png", b""), name]),
        "file"
    );
    assert_eq!(
        param(&[("file", Some("cat.png"), "image/png", &png)]),
        "file_name"
    );
    assert_eq!(
        param(&[
            ("file", Some("cat.png"), "image/png", &png),
            name,
            ("x", None, "", b"1")
        ]),
        "x"
    );
    let json = client.post("/uploads", &json!({"file": "x"})).expect(400);
    assert_eq!(json["error"]["param"], "Content-Type");
}

#[test]
fn the_newer_upload_gives_a_file_id_that_a_video_can_name() {
    let simulator = stepped();
    let png = png();
    let parts = |use_case: &'static str| {
        [
            ("file", Some("cat.png"), "image/png", png.clone()),
            ("use_case", None, "", use_case.as_bytes().to_vec()),
        ]
    };
    let send = |client: &Client, use_case| {
        let parts = parts(use_case);
        let parts: Vec<_> = parts
            .iter()
            .map(|part| (part.0, part.1, part.2, part.3.as_slice()))
            .collect();
        client.form("/project_y/file/upload", &parts)
    };
    let client = Client::new(&simulator);
    let body = send(&client, "profile").expect(200);
    assert!(
        body["asset_pointer"]
            .as_str()
            .unwrap()
            .starts_with("asset_ptr_")
    );
    assert_eq!(
        send(&client, "inpaint_safe").expect(400)["error"]["param"],
        "use_case"
    );

    let observed = Client::observed(&simulator);
    let body = send(&observed, "inpaint_safe").expect(200);
    let id = body["file_id"].as_str().unwrap();
    assert_eq!(body["asset_pointer"], format!("sediment://{id}"));
    assert_eq!(body["size"], png.len());
    let mut request = video("a cat");
    request["inpaint_items"] = json!([{"kind": "file", "file_id": id}]);
    observed.create("/nf/create", &request).expect(200);
    simulator.advance(VIDEO_TIME);
    let draft = observed.get("/project_y/profile/drafts").expect(200)["items"][0].clone();
    let mut request = video("a cat");
    request["inpaint_items"] = json!([{"kind": "generation", "generation_id": draft["id"]}]);
    observed.create("/nf/create", &request).expect(200);

    let made = observed
        .post(
            "/project_y/references/create",
            &json!({"name": "my cat", "asset_pointer": body["asset_pointer"]}),
        )
        .expect(200);
    let reference = made["id"].as_str().unwrap();
    let mut request = video("a cat");
    request["inpaint_items"] = json!([{"kind": "reference", "reference_id": reference}]);
    observed.create("/nf/create", &request).expect(200);
    let path = format!("/project_y/references/{reference}");
    assert_eq!(
        observed.put(&path, &json!({"name": "our cat"})).expect(200)["name"],
        "our cat"
    );
    assert_eq!(
        observed.get("/project_y/references/mine").expect(200)["items"][0]["name"],
        "our cat"
    );
    observed.delete(&path).expect(200);
    observed.delete(&path).expect(404);
    observed.create("/nf/create", &request).expect(400);
}
