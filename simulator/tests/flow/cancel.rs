//! Cancelling: whoever drops a call ends it, wherever it is.

use std::time::Duration;

use futures_lite::future;
use sorakit_simulator::{AccountSpec, Action, Rule, SentinelSettings, Simulator};

use crate::setup::{cat, client, stepped, wait, wait_until};

/// Drops the future after this many milliseconds, unless it is done.
async fn give_up<T>(future: impl Future<Output = T>, ms: u64) -> Option<T> {
    let timer = smol::Timer::after(Duration::from_millis(ms));
    future::or(async { Some(future.await) }, async {
        timer.await;
        None
    })
    .await
}

#[test]
fn a_call_that_is_dropped_anywhere_leaves_nothing_behind() {
    let simulator = Simulator::builder()
        .speed(300.0)
        .first_run_account(AccountSpec {
            concurrency: 1000,
            quota: 1000,
            ..AccountSpec::default()
        })
        .start()
        .unwrap();
    // Each request takes a while, so that each await is met.
    simulator.add_fault(Rule::new(Action::Stall { ms: 15 }).always());
    let client = client(&simulator);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cat.mp4");
    // Each has a little more time, until one has all that it needs: on a busy machine that is
    // more than elsewhere.
    let (mut begun, mut done, mut ms) = (0, false, 0);
    while !done {
        let flow = async {
            let job = client.videos().generate(cat()).await?;
            client.videos().download(&job, &path).await
        };
        let outcome = wait(give_up(flow, ms));
        begun += 1;
        ms += 40 + ms / 10;
        assert!(ms < 60_000, "none is ever done");
        if let Some(outcome) = outcome {
            outcome.unwrap();
            done = true;
        }
        // Whoever drops a download at its very end may find it done; never half done.
        if let Ok(file) = std::fs::File::open(&path) {
            sorakit::media::VideoInfo::read(std::io::BufReader::new(file)).unwrap();
            std::fs::remove_file(&path).unwrap();
        }
    }
    // A request that was sent when its call was dropped may arrive later, so that they are
    // counted together.
    let created = simulator.requests_of("sora.videos.create").len();
    assert!(created > 1, "some were dropped after their creation");
    assert!(created <= begun, "one creation each at most");

    // Nothing goes on in the background.
    wait_until("it is quiet", || {
        let before = simulator.journal().len();
        std::thread::sleep(Duration::from_millis(300));
        simulator.journal().len() == before
    });
}

#[test]
fn a_wait_that_is_dropped_stops_polling_and_the_others_go_on() {
    let simulator = stepped();
    let client = client(&simulator);
    let jobs: Vec<_> = (0..2)
        .map(|_| wait(client.videos().create(cat())).unwrap())
        .collect();
    wait(async {
        let videos = client.videos();
        let dropped = give_up(videos.wait(&jobs[0]), 300);
        let other = async {
            smol::Timer::after(Duration::from_millis(600)).await;
            simulator.set_speed(600.0);
        };
        let (dropped, other, ()) =
            futures_util::future::join3(dropped, videos.wait(&jobs[1]), other).await;
        assert!(dropped.is_none());
        assert!(other.unwrap().video.is_some());
    });
    let polls = simulator.journal().len();
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(simulator.journal().len(), polls);
}

#[test]
fn a_proof_of_work_that_is_dropped_stops() {
    let simulator = Simulator::builder()
        .stepped()
        .sentinel(SentinelSettings {
            // About 16 million tries.
            difficulty: "000000".into(),
            ..SentinelSettings::default()
        })
        .start()
        .unwrap();
    let client = client(&simulator);
    assert!(wait(give_up(client.videos().create(cat()), 200)).is_none());
    assert!(simulator.requests_of("sora.videos.create").is_empty());
}

#[test]
fn a_renewal_goes_on_without_whoever_began_it() {
    // The refresh token is used up when it is sent: its successor must not be lost.
    let simulator = Simulator::builder().speed(1.0).start().unwrap();
    simulator
        .add_fault(Rule::new(Action::StallAnswer { ms: 300 }).operation("sora.tokens.refresh"));
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("account.json");
    let client = crate::setup::client_with(sorakit::Options {
        access_token: None,
        refresh_token: Some(simulator.credentials().refresh_token.as_str().into()),
        credential_file: Some(store.clone()),
        ..crate::setup::options(&simulator)
    });
    let quota = || client.call(sorakit::api::sora::CheckQuota {});
    assert!(wait(give_up(quota(), 100)).is_none());
    wait_until("the new tokens are stored", || store.exists());
    wait(quota()).unwrap();
    assert_eq!(simulator.requests_of("sora.tokens.refresh").len(), 1);
}
