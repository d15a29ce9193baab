//! The Sora2API gateway of the simulator, over real sockets.

mod admin;
mod batches;
mod characters;
mod chat;
mod errors;
mod feeds;
mod images;
mod operations;
mod settings;
mod stats;
mod upstream;
mod videos;

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sorakit_simulator::Simulator;
use sorakit_simulator::dialects::sora2api::{ADMIN_PASSWORD, ADMIN_USERNAME, NAME};
use sorakit_simulator::media::{Still, Video};

use crate::client::Client;

/// Enough simulated time for a video of fifteen seconds.
const VIDEO_TIME: Duration = Duration::from_secs(300);

/// A simulator whose jobs take moments.
fn fast() -> Simulator {
    Simulator::builder().speed(2000.0).start().unwrap()
}

/// A client of the gateway with its own key.
fn gateway(simulator: &Simulator) -> Client {
    let mut client = Client::new(simulator).with_token(&simulator.credentials().api_key);
    client.base = simulator.base_url(NAME);
    client
}

/// The same, answered as measured.
fn observed(simulator: &Simulator) -> Client {
    let mut client = gateway(simulator);
    client.shapes = Some("observed");
    client
}

/// An administrator who has logged in.
fn administrator(simulator: &Simulator) -> Client {
    let client = gateway(simulator);
    let login = json!({"username": ADMIN_USERNAME, "password": ADMIN_PASSWORD});
    let answer = client.post("/api/login", &login).expect(200);
    assert_eq!(answer["success"], true);
    client.with_token(answer["token"].as_str().unwrap())
}

/// Creates a video and returns its id.
fn create(client: &Client, prompt: &str) -> String {
    let answer = client.post("/v1/videos", &json!({"prompt": prompt}));
    assert!(matches!(answer.status, 200 | 201), "{answer:?}");
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn png() -> Vec<u8> {
    Still::draw(16, 16, 1).to_png()
}

fn mp4() -> Vec<u8> {
    let video = Video {
        width: 64,
        height: 64,
        frames: 30,
        fps: 30,
        seed: 1,
    };
    video.to_mp4()
}

fn encoded(content: &[u8]) -> String {
    BASE64_STANDARD.encode(content)
}

/// The data of each server-sent event; JSON where it is JSON.
fn events(body: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(body).unwrap();
    assert!(text.ends_with("\n\n"), "{text}");
    text.split_terminator("\n\n")
        .map(|event| event.strip_prefix("data: ").expect("data"))
        .map(|data| serde_json::from_str(data).unwrap_or_else(|_| json!(data)))
        .collect()
}
