//! One video from the first request to the file, against a simulator in this
//! process: no network, no account.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sorakit::api::sora::CheckQuota;
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{
    Client, Dialect, Event, Job, Options, Orientation, VideoRequest, WaitOptions, blocking,
};
use sorakit_simulator::{SentinelSettings, Simulator};

use crate::{Outcome, root};

/// Arguments of `demo`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file to write the video to. Default: `target/demo/cat.mp4`.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Simulated seconds per second: the two minutes of a job take six seconds.
const SPEED: f64 = 20.0;
/// About a thousand tries on average: the kernels are not optimised in a development build.
const DIFFICULTY: &str = "003fff";
const PROMPT: &str = "a cat in the snow";
const STAGES: usize = 7;

/// Runs the demo.
pub fn run(arguments: &Arguments) -> Outcome {
    let began = Instant::now();
    println!("One video through the native `sora` dialect, against a simulator in this process.");
    println!("No network, no account; about ten seconds.\n");
    video(arguments).map_err(|error| error.to_string())?;
    println!("\nDone in {:.1} s.", began.elapsed().as_secs_f64());
    Ok(())
}

fn video(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let path = output(arguments)?;
    let simulator = Simulator::builder()
        .speed(SPEED)
        .sentinel(SentinelSettings {
            difficulty: DIFFICULTY.into(),
            ..SentinelSettings::default()
        })
        .start()?;
    let base_url = format!("{}/backend", simulator.base_url("sora"));
    stage(
        1,
        "simulator",
        &format!("{base_url}, {SPEED} simulated seconds in one"),
    );

    // Exactly these options: the environment has no say in a demo.
    let options = Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(base_url),
        session_token: Some(simulator.credentials().session_token.as_str().into()),
        poll_interval: Some(0.25),
        ..Options::default()
    };
    let client = Client::with_host(options, NativeHost::new(NativeOptions::default())?)?;
    client.observe(tell);
    let client = blocking::Client::from(client);

    let quota = client.call(CheckQuota {})?.rate_limit_and_credit_balance;
    let left = quota.estimated_num_videos_remaining;
    stage(3, "quota", &format!("{left} videos left"));

    let job = client.videos().create(VideoRequest {
        duration: Some(10),
        orientation: Some(Orientation::Landscape),
        ..VideoRequest::new(PROMPT)
    })?;
    stage(5, "create", &format!("“{PROMPT}”: job {}", job.id));

    let job = client.videos().wait(&job, watching())?;
    let download = client.videos().download(&job, &path)?;
    let size = format!("{} bytes in {}", download.bytes, download.path.display());
    stage(7, "download", &size);
    let video = download
        .video
        .ok_or("the file does not say its size and length")?;
    println!(
        "    {:<10} {:.1} s, {} x {} pixels, read from the file",
        "",
        video.duration.as_secs_f64(),
        video.width,
        video.height
    );
    Ok(())
}

fn output(arguments: &Arguments) -> std::io::Result<PathBuf> {
    match &arguments.output {
        Some(path) => Ok(path.clone()),
        None => {
            let folder = root().join("target/demo");
            std::fs::create_dir_all(&folder)?;
            Ok(folder.join("cat.mp4"))
        }
    }
}

fn stage(number: usize, name: &str, what: &str) {
    println!("{number}/{STAGES} {name:<10} {what}");
}

fn tell(event: &Event) {
    match event {
        Event::Renewed => stage(2, "session", "the session token gave an access token"),
        Event::Solved {
            difficulty,
            tries,
            elapsed,
        } => {
            let took = elapsed.as_secs_f64() * 1e3;
            let what = format!("difficulty {difficulty}: {tries} tries in {took:.1} ms");
            stage(4, "sentinel", &what);
        }
        other => println!("    {other:?}"),
    }
}

/// Prints the job whenever it has changed.
fn watching() -> WaitOptions {
    let last = std::sync::Mutex::new((String::new(), -1.0_f64));
    let on_progress = move |job: &Job| {
        let word = job.status_word.clone().unwrap_or_default();
        let mut last = last.lock().unwrap_or_else(|broken| broken.into_inner());
        if last.0 != word || job.progress >= last.1 + 20.0 {
            stage(6, "watch", &format!("{word}, {:.0} %", job.progress));
            *last = (word, job.progress);
        }
    };
    WaitOptions {
        deadline: Some(Duration::from_secs(50)),
        on_progress: Some(Arc::new(on_progress)),
    }
}
