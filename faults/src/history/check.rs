//! What has to hold after a history, by what the server has seen and what is left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sorakit_simulator::Entry;

use super::ledger::{Ledger, State};
use super::plan::Plan;
use super::world::{Account, World};

/// The most requests for each act: a poll every two seconds for half an hour, and more.
const MOST_REQUESTS: usize = 2000;

/// What does not hold, in a sentence each.
pub fn check(world: &World, plan: &Plan) -> Vec<String> {
    let journal = world.simulator.journal();
    let mut wrong = jobs(world, plan);
    wrong.extend(renewals(world, plan, &journal));
    wrong.extend(leaks(world, &journal));
    for number in 0..plan.clients.len() {
        wrong.extend(files(&world.folder_of(number).join("videos")));
    }
    let acts: usize = plan.clients.iter().map(|person| person.acts.len()).sum();
    if journal.len() > MOST_REQUESTS * acts {
        wrong.push(format!("{} requests were sent", journal.len()));
    }
    wrong
}

/// One job for each request that is said to have been taken, none for one that was
/// refused, and one at most where it is said that nobody knows.
fn jobs(world: &World, plan: &Plan) -> Vec<String> {
    let mut made = BTreeMap::<String, usize>::new();
    for job in world.made() {
        *made.entry(job.prompt).or_default() += 1;
    }
    let mut wrong = Vec::new();
    for number in 0..plan.clients.len() {
        for asked in Ledger::at(world.folder_of(number).join("jobs")).asked() {
            let jobs = made.remove(&asked.prompt).unwrap_or(0);
            let holds = match asked.state {
                State::Begun { .. } => jobs == 1 || jobs == 0 && !taken_for_real(world),
                State::Refused => jobs == 0,
                State::Intended | State::Unknown | State::Chat => jobs <= 1,
            };
            if !holds {
                let (prompt, state) = (asked.prompt, asked.state);
                wrong.push(format!("`{prompt}` is {state:?}, and has {jobs} jobs"));
            }
        }
    }
    let others = made.keys();
    wrong.extend(others.map(|prompt| format!("nobody has written `{prompt}` down")));
    wrong
}

/// Whether no fault has answered in the server's place.
fn taken_for_real(world: &World) -> bool {
    let journal = world.simulator.journal();
    !journal
        .iter()
        .any(|entry| matches!(entry.fault.as_deref(), Some("bytes" | "status")))
}

/// Whether the answer to a renewal was lost on its way, with the token in it.
pub fn answers_were_lost(world: &World) -> bool {
    let journal = world.simulator.journal();
    journal.iter().any(|entry| {
        entry.operation.as_deref() == Some("sora.tokens.refresh")
            && entry.fault.as_deref().is_some_and(loses)
    })
}

/// Whether a fault lets a request be carried out and its answer be lost.
fn loses(fault: &str) -> bool {
    !matches!(
        fault,
        "status"
            | "bytes"
            | "refuse"
            | "reset_before"
            | "reset_request_at"
            | "redirect"
            | "cloudflare"
            | "no_length"
            | "jump"
            | "expire_token"
            | "invalidate_token"
            | "fail_job"
    )
}

/// A credential is renewed once for each time that it expired, and once at the start.
fn renewals(world: &World, plan: &Plan, journal: &[Entry]) -> Option<String> {
    let of_renewals = |entry: &&Entry| entry.operation.as_deref() == Some("sora.tokens.refresh");
    let carried_out = |entry: &&Entry| match entry.fault.as_deref() {
        None => entry.status == Some(200),
        Some(fault) => loses(fault) || entry.status == Some(200) && fault == "no_length",
    };
    let renewed = journal.iter().filter(of_renewals).filter(carried_out);
    let lost = journal.iter().filter(of_renewals);
    let lost = lost.filter(|entry| entry.fault.as_deref().is_some_and(loses));
    let refused: BTreeSet<_> = journal
        .iter()
        .filter(|entry| match entry.status {
            Some(401) => true,
            // A fault that says the same with another status.
            Some(400) => entry.fault.is_some(),
            _ => false,
        })
        .filter_map(|entry| entry.header("authorization"))
        .collect();
    let jumps = journal
        .iter()
        .filter(|entry| entry.fault.as_deref() == Some("jump"));
    let used = plan.life.saturating_sub(std::time::Duration::from_secs(60));
    let used = used.max(plan.life / 2);
    let accounts = world.accounts().len();
    let by_time = accounts * (world.clock.now().as_secs() / used.as_secs() + 1) as usize;
    let killed = world
        .accounts()
        .iter()
        .filter(|account| account.may_be_lost());
    let most = accounts
        + refused.len()
        + by_time
        + accounts * jumps.count()
        + lost.count()
        + killed.count();
    let renewed = renewed.count();
    (renewed > most).then(|| format!("{renewed} renewals, and {most} reasons at most"))
}

/// Secrets in what was said about what happened. A server may tell a client the secret of
/// another's account, which the client cannot know for one.
fn leaks(world: &World, journal: &[Entry]) -> Vec<String> {
    let mut sent = BTreeSet::new();
    for entry in journal {
        let bearer = entry.header("authorization");
        let bearer = bearer.and_then(|value| value.strip_prefix("Bearer "));
        sent.extend(bearer.map(ToOwned::to_owned));
        let body = entry.json().unwrap_or_default();
        sent.extend(body["refresh_token"].as_str().map(ToOwned::to_owned));
    }
    for account in world.accounts() {
        for given in account.secrets() {
            sent.remove(given);
        }
    }
    let leaks = |account: &Account| {
        let told = account.told();
        let sent = sent.iter().map(String::as_str);
        let mut secrets = sent.chain(account.secrets());
        secrets.any(|secret| secret.len() > 8 && told.contains(secret))
    };
    match world.accounts().iter().any(leaks) {
        true => vec!["a credential is in an error or an event".to_owned()],
        false => Vec::new(),
    }
}

/// Under a final name there is a whole video, and beside them only parts that a later
/// download finds.
fn files(folder: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_final = name.ends_with(".mp4") && !name.starts_with('.');
        match is_final {
            true => {
                let file = std::fs::File::open(&path).expect("a file");
                if let Err(error) = sorakit::media::VideoInfo::read(std::io::BufReader::new(file)) {
                    wrong.push(format!("`{name}` is no video: {error}"));
                }
            }
            false if name.ends_with(".part") || name.ends_with(".part.json") => {}
            false => wrong.push(format!("`{name}` is left behind")),
        }
    }
    wrong
}
