//! Many jobs at once. However many are waited for, the account's list is asked
//! for once a round.

use futures_util::future::join_all;
use sorakit::{Client, Dialect, Options, VideoRequest};
use sorakit_simulator::{AccountSpec, Simulator};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::builder()
        .speed(60.0)
        .first_run_account(AccountSpec {
            concurrency: 10,
            ..AccountSpec::default()
        })
        .start()?;
    let client = Client::new(Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend", simulator.url())),
        access_token: Some(simulator.credentials().access_token.into()),
        ..Options::default()
    })?;
    let prompts = ["a cat in the snow", "a dog in the rain", "a fox in the fog"];
    let videos = prompts.map(|prompt| {
        let client = client.clone();
        async move {
            let outcome = client.videos().generate(VideoRequest::new(prompt)).await;
            match &outcome {
                Ok(job) => println!("{prompt}: {}", job.id),
                // One that fails does not hold up the others.
                Err(error) => println!("{prompt}: {error}"),
            }
            outcome
        }
    });
    let outcomes = futures_lite::future::block_on(join_all(videos));
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let polls = simulator.requests_of("sora.tasks.pending").len();
    println!("{done} of {} done, in {polls} polls", prompts.len());
    Ok(())
}
