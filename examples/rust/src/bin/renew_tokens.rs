//! A refresh token serves once, and each use gives the next. The file keeps the
//! latest, so that any number of programs can share the account.

use sorakit::{Dialect, Event, Options, blocking};
use sorakit_simulator::Simulator;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let simulator = Simulator::builder().start()?;
    for program in ["first", "second"] {
        let client = blocking::Client::new(Options {
            dialect: Some(Dialect::Sora),
            base_url: Some(format!("{}/backend", simulator.url())),
            refresh_token: Some(simulator.credentials().refresh_token.into()),
            credential_file: Some("account.json".into()),
            ..Options::default()
        })?;
        client.inner().observe(move |event: &Event| {
            if let Event::Renewed = event {
                println!("the {program} program renewed the access token");
            }
        });
        let quota = client.call(sorakit::api::sora::CheckQuota {})?;
        let left = quota
            .rate_limit_and_credit_balance
            .estimated_num_videos_remaining;
        println!("the {program} program sees {left} videos left");
    }
    Ok(())
}
