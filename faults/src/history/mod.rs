//! Seeded histories: several clients and a simulator on one virtual clock, faults, and
//! crashes.
//!
//! A seed makes a [`Plan`]: who does what, which faults the server has, and when a client
//! is dropped or killed, which may be at any await. Whoever was killed begins anew from
//! what it had written down: its credential file, its list of jobs, and the files that it
//! had begun to download. At last everyone comes back to a server without faults. Then
//! [`check`] looks at what the server has seen and at what is left on the disk.
//!
//! One thread drives everything, and one request is on its way at a time, so that a seed
//! plays in the same way again, as far as files and sockets let it.

mod check;
mod client;
mod connections;
mod ledger;
mod plan;
mod script;
mod store;
mod world;

use std::ops::Range;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

#[cfg(test)]
use plan::Flaw;
use plan::Plan;

use crate::drive::{Driven, drive};
use world::World;

/// How long a history may be, by its own clock.
const LIMIT: Duration = Duration::from_secs(14 * 86_400);

/// What a seed came to.
pub struct History {
    /// What was planned, and what happened.
    pub told: Vec<String>,
    /// What does not hold, in a sentence each.
    pub wrong: Vec<String>,
}

/// Plays the history of a seed.
pub fn play(seed: u64) -> History {
    let plan = Plan::new(seed);
    let played = std::panic::catch_unwind(|| play_plan(&plan));
    played.unwrap_or_else(|panic| History {
        told: vec![format!("{plan:#?}")],
        wrong: vec![format!("it panics: {}", crate::cell::text_of(&*panic))],
    })
}

fn play_plan(plan: &Plan) -> History {
    let world = Arc::new(World::new(plan));
    let everyone = script::everyone(world.clone(), plan.clone());
    let (clock, executor) = (&world.clock, &world.executor);
    let driven = drive(clock, executor, LIMIT, || world.next_turn(), everyone);
    let mut wrong = match driven {
        Driven::Ended(()) => Vec::new(),
        Driven::Hangs => vec![format!(
            "it hangs, after {} virtual seconds",
            world.clock.now().as_secs()
        )],
    };
    wrong.extend(world.take_wrong());
    wrong.extend(check::check(&world, plan));
    let mut told = vec![format!("{plan:#?}")];
    told.extend(world.take_trace());
    History { told, wrong }
}

/// Plays the histories of seeds, so many at the same time, and says which do not hold.
pub fn play_all(seeds: Range<u64>, at_once: usize) -> ExitCode {
    let began = Instant::now();
    let all = seeds.end - seeds.start;
    let failed = failing(seeds, at_once).len();
    let took = began.elapsed().as_secs();
    println!("{all} histories, {failed} failed, in {took} s");
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Plays one, and tells all of it.
pub fn show(seed: u64) -> ExitCode {
    let history = play(seed);
    println!("{}", history.told.join("\n"));
    if history.wrong.is_empty() {
        println!("seed {seed} holds");
        return ExitCode::SUCCESS;
    }
    println!("seed {seed} fails:\n    {}", history.wrong.join("\n    "));
    ExitCode::FAILURE
}

/// The seeds whose histories do not hold, which are told as they are found.
fn failing(seeds: Range<u64>, at_once: usize) -> Vec<u64> {
    let (next, failed) = (AtomicU64::new(seeds.start), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..at_once.max(1) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end {
                        return;
                    }
                    let history = play(seed);
                    if !history.wrong.is_empty() {
                        println!("seed {seed} fails:\n    {}", history.wrong.join("\n    "));
                        failed.lock().expect("the seeds").push(seed);
                    }
                }
            });
        }
    });
    failed.into_inner().expect("the seeds")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many each test plays; `cargo xtask faults --deep` plays more.
    const SEEDS: u64 = 25;

    fn hold(first: u64) {
        let failed = failing(first..first + SEEDS, 4);
        assert!(
            failed.is_empty(),
            "{failed:?}: `cargo xtask faults --seed N` plays one again, and tells all of it"
        );
    }

    macro_rules! histories {
        ($($name:ident $first:literal)*) => {
            $(
                #[test]
                fn $name() {
                    hold($first);
                }
            )*
        };
    }

    histories! {
        histories_from_0_hold 0
        histories_from_25_hold 25
        histories_from_50_hold 50
        histories_from_75_hold 75
    }

    /// What is wrong with a client is seen by the checks, and said in these words.
    fn is_found(flaw: Flaw, words: &str) {
        let found = (0..60).any(|seed| {
            let plan = Plan {
                flaw: Some(flaw),
                faults: Vec::new(),
                ..Plan::new(seed)
            };
            play_plan(&plan)
                .wrong
                .iter()
                .any(|wrong| wrong.contains(words))
        });
        assert!(found, "{flaw:?} is not found");
    }

    #[test]
    fn a_token_that_is_lost_is_found() {
        is_found(Flaw::LosesToken, "the account is lost");
    }

    #[test]
    fn a_job_that_is_made_twice_is_found() {
        is_found(Flaw::CreatesTwice, "has 2 jobs");
    }

    #[test]
    fn a_job_that_is_lost_is_found() {
        is_found(Flaw::DeniesJob, "is Refused, and has 1 jobs");
    }

    #[test]
    fn half_a_video_is_found() {
        is_found(Flaw::CutsFile, "had another file");
    }

    #[test]
    fn a_file_that_is_left_is_found() {
        is_found(Flaw::LeavesFile, "`left.tmp` is left behind");
    }

    #[test]
    fn a_token_that_is_told_is_found() {
        is_found(Flaw::TellsToken, "a credential is in an error or an event");
    }
}
