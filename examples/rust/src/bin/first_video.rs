//! A prompt becomes a file. Offline: the simulator stands in for a server.

use sorakit::{Dialect, Options, VideoRequest, blocking};
use sorakit_simulator::Simulator;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::builder().speed(60.0).start()?;
    let client = blocking::Client::new(Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend", simulator.url())),
        access_token: Some(simulator.credentials().access_token.into()),
        ..Options::default()
    })?;
    let job = client.videos().generate(VideoRequest {
        duration: Some(10),
        ..VideoRequest::new("a cat in the snow")
    })?;
    let download = client.videos().download(&job, "cat.mp4")?;
    println!("{}: {} bytes", download.path.display(), download.bytes);
    Ok(())
}
