//! One contestant, measured in this process.

use std::time::Duration;

use futures_util::StreamExt;
use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};
use sorakit::api::openai::GetVideo;
use sorakit::{Client, Dialect, Options};

use crate::Outcome;

/// Who is measured; the first is compared with the others.
pub const NAMES: [&str; 2] = ["sorakit", "reqwest and serde_json"];

const WARM: usize = 500;
const REQUESTS: usize = 6_000;
const TOGETHER: usize = 200;

/// Prints the processor time of a request in milliseconds, of all threads: one after the other,
/// and 200 at once.
pub fn run(name: &str, url: &str) -> Outcome {
    // As sorakit's own, so that what differs is not the runtime.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let measured = match name {
        "sorakit" => {
            let client = Client::new(Options {
                dialect: Some(Dialect::Openai),
                base_url: Some(format!("{url}/v1")),
                api_key: Some("k".into()),
                ..Options::default()
            })?;
            let request = || async {
                let video_id = "video_1".into();
                client.call(GetVideo { video_id }).await.map(drop)
            };
            runtime.block_on(measure(request))?
        }
        _ => {
            let client = reqwest::Client::new();
            let address = format!("{url}/v1/videos/video_1");
            let request = || async {
                let asked = client.get(&address).bearer_auth("k").send();
                let body = asked.await?.bytes().await?;
                let _read: Option<Value> = serde_json::from_slice(&body).ok();
                Ok(())
            };
            let measured: reqwest::Result<_> = runtime.block_on(measure(request));
            measured?
        }
    };
    println!("{}", json!(measured.map(|each| each.as_secs_f64() * 1e3)));
    Ok(())
}

async fn measure<F, E>(request: impl Fn() -> F) -> Result<[Duration; 2], E>
where
    F: Future<Output = Result<(), E>>,
{
    for _ in 0..WARM {
        request().await?;
    }
    let before = processor_time();
    for _ in 0..REQUESTS {
        request().await?;
    }
    let sequential = processor_time() - before;
    let before = processor_time();
    let mut together = futures_util::stream::iter(0..REQUESTS)
        .map(|_| request())
        .buffer_unordered(TOGETHER);
    while let Some(done) = together.next().await {
        done?;
    }
    let together = processor_time() - before;
    Ok([sequential, together].map(|spent| spent / REQUESTS as u32))
}

/// What this process has taken of the processors.
fn processor_time() -> Duration {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(spent.tv_sec as u64, spent.tv_nsec as u32)
}
