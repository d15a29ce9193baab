//! A fast simulator and a client of its gateway.

use base64::prelude::{BASE64_STANDARD, Engine as _};
pub use futures_lite::future::block_on;
use sorakit::api::FileInput;
use sorakit::{Client, Dialect, Options};
use sorakit_simulator::dialects::sora2api::{ADMIN_PASSWORD, ADMIN_USERNAME, NAME};
use sorakit_simulator::media::{Still, Video};
use sorakit_simulator::{Shapes, Simulator};

/// Both forms of the answers; every flow is tested in each.
pub const BOTH: [Shapes; 2] = [Shapes::Documented, Shapes::Observed];

pub fn simulator(shapes: Shapes) -> Simulator {
    Simulator::builder()
        .shapes(shapes)
        .speed(400.0)
        .start()
        .unwrap()
}

/// A client of one of the gateway's flavours, with the first account's key.
pub fn client_of(simulator: &Simulator, flavour: &str) -> Client {
    Client::new(Options {
        dialect: Some(Dialect::Sora2api),
        base_url: Some(simulator.base_url(flavour)),
        api_key: Some(simulator.credentials().api_key.into()),
        poll_interval: Some(0.02),
        grace: Some(1.5),
        timeout: Some(10.0),
        video_timeout: Some(60.0),
        ..Options::default()
    })
    .unwrap()
}

pub fn client(simulator: &Simulator) -> Client {
    client_of(simulator, NAME)
}

/// A client with an admin logged in.
pub async fn administrator(simulator: &Simulator, flavour: &str) -> Client {
    let client = client_of(simulator, flavour);
    client
        .admin_login(ADMIN_USERNAME, ADMIN_PASSWORD.into())
        .await
        .unwrap();
    client
}

/// How often an operation was asked for.
pub fn count(simulator: &Simulator, operation: &str) -> usize {
    simulator.requests_of(operation).len()
}

pub fn png() -> FileInput {
    FileInput::bytes(Still::draw(64, 48, 1).to_png(), "cat.png")
}

pub fn mp4() -> FileInput {
    FileInput::bytes(video(), "me.mp4")
}

/// The same, in base64.
pub fn mp4_base64() -> String {
    BASE64_STANDARD.encode(video())
}

fn video() -> Vec<u8> {
    let video = Video {
        width: 64,
        height: 64,
        frames: 120,
        fps: 30,
        seed: 1,
    };
    video.to_mp4()
}
