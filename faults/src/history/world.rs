//! What all clients of a history share: the server, the clock, the disk, and what was
//! seen.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use jiff::SignedDuration;
use smol::Executor;
use smol::channel::{Sender, bounded};
use sorakit::{Dialect, Error, Options};
use sorakit_simulator::engine::jobs::{Job, Outcome};
use sorakit_simulator::{AccountSpec, Credentials, Lives, SentinelSettings, Simulator};
use tempfile::TempDir;

use super::plan::{Flaw, Plan};
use super::store::Shelf;
use crate::host::Clock;

/// The time that every server keeps files for, at least; it is a day at `openai`.
const KEPT: SignedDuration = SignedDuration::from_hours(23);

pub struct World {
    pub simulator: Arc<Simulator>,
    pub clock: Clock,
    pub executor: Arc<Executor<'static>>,
    pub dialect: Dialect,
    pub folder: TempDir,
    pub flaw: Option<Flaw>,
    /// The server's time of day at the beginning.
    start: jiff::Timestamp,
    accounts: Vec<Account>,
    poll_interval: Option<f64>,
    turns: Mutex<VecDeque<Sender<()>>>,
    trace: Mutex<Vec<String>>,
    wrong: Mutex<Vec<String>>,
}

/// An account, with the file in which its credential is kept.
pub struct Account {
    pub id: String,
    pub credentials: Credentials,
    pub shelf: Shelf,
    /// Whether it may be lost: whoever renewed its token was killed before it could
    /// store what came of it.
    pub may_be_lost: AtomicBool,
    /// The same of those that were dropped, whose last poll may renew after them.
    pub exposures: Mutex<Vec<Arc<AtomicBool>>>,
    told: Mutex<String>,
}

/// A job as the server has it.
pub struct Made {
    pub prompt: String,
    pub fails: bool,
    /// True if its files may be gone, by the server's clock, which a fault can set on and back.
    pub is_old: bool,
    /// Whether the answer that named it was altered.
    pub altered: bool,
}

impl World {
    pub fn new(plan: &Plan) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let spec = AccountSpec {
            quota: 1000,
            concurrency: 100,
            ..AccountSpec::default()
        };
        let life = SignedDuration::try_from(plan.life).expect("a life of a token");
        let simulator = Simulator::builder()
            .stepped()
            .seed(plan.seed)
            .lives(Lives {
                refreshed_access: life,
                ..Lives::default()
            })
            .sentinel(SentinelSettings {
                difficulty: "ffffff".into(),
                ..SentinelSettings::default()
            })
            .first_run_account(spec.clone())
            .start()
            .expect("a simulator");
        simulator.engine().clock.make_virtual();
        let accounts: Vec<Account> = (0..plan.clients.len())
            .map(|number| {
                let (id, credentials) = simulator.add_account(spec.clone());
                let path = folder.path().join(format!("account-{number}.json"));
                Account {
                    id,
                    credentials,
                    shelf: Shelf::new(path, plan.failing_saves),
                    may_be_lost: AtomicBool::new(false),
                    exposures: Mutex::default(),
                    told: Mutex::default(),
                }
            })
            .take(if plan.shared { 1 } else { usize::MAX })
            .collect();
        let given = &accounts[0].credentials;
        let credential = match plan.dialect {
            Dialect::Sora => &given.access_token,
            _ => &given.api_key,
        };
        for planned in &plan.faults {
            for rule in planned.rules(credential) {
                simulator.add_fault(rule);
            }
        }
        let simulator = Arc::new(simulator);
        let executor = Arc::new(Executor::new());
        Self {
            start: simulator.now(),
            clock: Clock::new(simulator.clone(), executor.clone()),
            simulator,
            executor,
            dialect: plan.dialect,
            folder,
            flaw: plan.flaw,
            accounts,
            poll_interval: plan.poll_interval,
            turns: Mutex::default(),
            trace: Mutex::default(),
            wrong: Mutex::default(),
        }
    }

    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The account of a client.
    pub fn account(&self, number: usize) -> &Account {
        &self.accounts[number % self.accounts.len()]
    }

    /// The folder of a client.
    pub fn folder_of(&self, number: usize) -> PathBuf {
        let folder = self.folder.path().join(format!("client-{number}"));
        std::fs::create_dir_all(folder.join("videos")).expect("a folder");
        folder
    }

    /// What a client is given when it starts, the first time and every time after.
    pub fn options(&self, number: usize) -> Options {
        let given = &self.account(number).credentials;
        let options = Options {
            dialect: Some(self.dialect),
            base_url: Some(self.simulator.base_url(self.dialect.as_str())),
            poll_interval: self.poll_interval,
            ..Options::default()
        };
        match self.dialect {
            Dialect::Sora => Options {
                refresh_token: Some(given.refresh_token.as_str().into()),
                client_id: Some(given.client_id.as_str().into()),
                redirect_uri: Some(given.redirect_uri.as_str().into()),
                ..options
            },
            _ => Options {
                api_key: Some(given.api_key.as_str().into()),
                ..options
            },
        }
    }

    /// Lets the access tokens of a client's account expire.
    pub fn expire(&self, number: usize) {
        let now = self.simulator.now();
        let mut world = self.simulator.engine().world();
        world.tokens.expire_access(&self.account(number).id, now);
    }

    /// Sets the server's clock on again that a fault had set back: as long as it is, a
    /// job that was begun before it is not made.
    pub fn mend_clock(&self) {
        let passed = SignedDuration::try_from(self.clock.now()).unwrap_or_default();
        let ahead = self.simulator.now().duration_since(self.start) - passed;
        if let Ok(behind) = std::time::Duration::try_from(-ahead) {
            self.simulator.advance(behind);
        }
    }

    /// The jobs that the server took.
    pub fn made(&self) -> Vec<Made> {
        let journal = self.simulator.journal();
        let altered = |job: &Job| {
            journal.iter().any(|entry| {
                let fault = entry.fault.as_deref();
                entry.jobs.contains(&job.id)
                    && matches!(fault, Some("field" | "spoil_item" | "empty_lists"))
            })
        };
        let now = self.simulator.now();
        let world = self.simulator.engine().world();
        let jobs = world.jobs.iter();
        jobs.map(|job| Made {
            prompt: job.asked.prompt.clone(),
            fails: job.outcome != Outcome::Success,
            is_old: now.duration_since(job.created_at) > KEPT,
            altered: altered(job),
        })
        .collect()
    }

    /// Waits until this request may be sent: one is on its way at a time.
    pub async fn turn(&self) {
        let (sender, receiver) = bounded(1);
        lock(&self.turns).push_back(sender);
        let _ = receiver.recv().await;
    }

    /// Lets the next request go; false if there is none.
    pub fn next_turn(&self) -> bool {
        let mut turns = lock(&self.turns);
        while let Some(turn) = turns.pop_front() {
            // Whoever is gone has given its turn up.
            if turn.try_send(()).is_ok() {
                return true;
            }
        }
        false
    }

    /// Keeps what a client was told, in which no secret of its account may be.
    pub fn tell(&self, number: usize, text: &str) {
        let mut told = lock(&self.account(number).told);
        told.push_str(text);
        told.push('\n');
    }

    /// The same of an error.
    pub fn tell_error(&self, number: usize, error: &Error) {
        let report = serde_json::to_string(&error.report()).expect("a report");
        self.tell(number, &format!("{error}\n{error:?}\n{error:#?}\n{report}"));
    }

    /// Notes what happens, for whoever looks at a seed that failed.
    pub fn trace(&self, number: usize, what: impl std::fmt::Display) {
        let line = format!(
            "{:>7} s  client {number}: {what}",
            self.clock.now().as_secs()
        );
        lock(&self.trace).push(line);
    }

    pub fn take_trace(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.trace))
    }

    /// Notes what does not hold.
    pub fn wrong(&self, number: usize, what: impl std::fmt::Display) {
        self.trace(number, format_args!("WRONG: {what}"));
        lock(&self.wrong).push(format!("client {number}: {what}"));
    }

    pub fn take_wrong(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.wrong))
    }
}

impl Account {
    pub fn may_be_lost(&self) -> bool {
        let exposures = lock(&self.exposures);
        let mut exposures = exposures.iter();
        self.may_be_lost.load(Ordering::SeqCst)
            || exposures.any(|exposed| exposed.load(Ordering::SeqCst))
    }

    /// What was told to the clients that have it.
    pub fn told(&self) -> String {
        lock(&self.told).clone()
    }

    /// What it was given at the beginning.
    pub fn secrets(&self) -> [&str; 4] {
        let given = &self.credentials;
        [
            &given.access_token,
            &given.refresh_token,
            &given.session_token,
            &given.api_key,
        ]
        .map(String::as_str)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}
