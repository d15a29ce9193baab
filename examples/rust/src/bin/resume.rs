//! A job outlives the program that began it: its id is all that has to be kept.

use sorakit::{Dialect, ErrorKind, Options, VideoRequest, WaitOptions, blocking};
use sorakit_simulator::Simulator;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::builder().start()?;
    let connect = || {
        blocking::Client::new(Options {
            dialect: Some(Dialect::Sora),
            base_url: Some(format!("{}/backend", simulator.url())),
            access_token: Some(simulator.credentials().access_token.into()),
            video_timeout: Some(0.5),
            ..Options::default()
        })
    };

    // The first program gives up waiting. The error names the job.
    let error = connect()?
        .videos()
        .generate(VideoRequest::new("a cat in the snow"))
        .err()
        .ok_or("half a second is not enough")?;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let id = error.job_id().ok_or("it names the job")?.to_owned();
    println!("gave up: {error}");

    // The second one goes on with it, whatever has become of the first.
    simulator.set_speed(600.0);
    let videos = connect()?.videos();
    let job = videos.wait(
        &videos.resume(id),
        WaitOptions {
            deadline: Some(std::time::Duration::from_secs(60)),
            ..WaitOptions::default()
        },
    )?;
    let download = videos.download(&job, "cat.mp4")?;
    println!("{}: {} bytes", download.path.display(), download.bytes);
    Ok(())
}
