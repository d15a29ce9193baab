//! A fast simulator and a client of it.

use std::time::Duration;

pub use futures_lite::future::block_on;
use sorakit::api::FileInput;
use sorakit::{Client, Dialect, Job, Options, VideoRequest};
use sorakit_simulator::media::{Still, Video};
use sorakit_simulator::{Shapes, Simulator};

/// Both forms of the answers; every flow is tested in each.
pub const BOTH: [Shapes; 2] = [Shapes::Documented, Shapes::Observed];

/// Two hundred simulated seconds in a real one: a ten-second video takes about
/// two thirds of a second.
pub fn simulator(shapes: Shapes) -> Simulator {
    Simulator::builder()
        .shapes(shapes)
        .speed(200.0)
        .start()
        .unwrap()
}

/// The options of the simulator's first account.
pub fn options(simulator: &Simulator) -> Options {
    Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend", simulator.url())),
        access_token: Some(simulator.credentials().access_token.into()),
        links_url: Some(simulator.url().into()),
        poll_interval: Some(0.02),
        grace: Some(1.5),
        timeout: Some(5.0),
        video_timeout: Some(20.0),
        ..Options::default()
    }
}

pub fn client(simulator: &Simulator) -> Client {
    Client::new(options(simulator)).unwrap()
}

/// How often an operation was asked for.
pub fn count(simulator: &Simulator, operation: &str) -> usize {
    simulator.requests_of(operation).len()
}

/// A finished video.
pub async fn make(client: &Client, prompt: &str) -> Job {
    let videos = client.videos();
    videos.generate(VideoRequest::new(prompt)).await.unwrap()
}

/// The id of the newest draft: its generation.
pub async fn newest(client: &Client) -> String {
    use sorakit::api::sora::ListDrafts;
    let page = client.call(ListDrafts::default()).await.unwrap();
    page.items[0].id.clone()
}

pub fn png() -> FileInput {
    FileInput::bytes(Still::draw(64, 48, 1).to_png(), "cat.png")
}

pub fn mp4(name: &str) -> FileInput {
    let video = Video {
        width: 64,
        height: 64,
        frames: 30,
        fps: 30,
        seed: 1,
    };
    FileInput::bytes(video.to_mp4(), name)
}

pub const LONG: Duration = Duration::from_secs(3600);
