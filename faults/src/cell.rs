//! One fault against one flow on one dialect, and what has to hold afterwards.

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_lite::FutureExt as _;
use sha2::{Digest, Sha256};
use smol::Executor;
use sorakit::{Client, Dialect, Error, ErrorKind, Event, Options};
use sorakit_simulator::engine::Engine;
use sorakit_simulator::{Entry, Simulator};

use crate::drive::{Driven, drive};
use crate::flow::{Before, Flow};
use crate::host::Clock;
use crate::list::{Fault, Target};

/// A cell of the matrix.
#[derive(Debug, Clone)]
pub struct Cell {
    pub fault: Fault,
    pub flow: Flow,
    pub dialect: Dialect,
    pub target: Target,
    /// Whether the requests that are hit only read.
    pub reads: bool,
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            fault,
            flow,
            dialect,
            target,
            ..
        } = self;
        write!(f, "{} / {flow:?} / {dialect} / {target}", fault.name)
    }
}

/// The longest that a flow may take, and the most requests it may send. Waiting for a
/// video ends after half an hour by default, a creation after 5 minutes.
const LONGEST: Duration = Duration::from_secs(3600);
const MOST_REQUESTS: usize = 2000;

/// A client and its simulator on one clock.
pub struct Stage {
    pub simulator: Arc<Simulator>,
    pub client: Client,
    pub credential: String,
    clock: Clock,
    executor: Arc<Executor<'static>>,
    told: Arc<Mutex<String>>,
    secrets: Vec<String>,
}

impl Stage {
    /// A fresh simulator, and a client that speaks `dialect` to it.
    pub fn new(flow: Flow, dialect: Dialect) -> Self {
        let simulator = Simulator::builder().stepped().start().expect("a simulator");
        simulator.engine().clock.make_virtual();
        let simulator = Arc::new(simulator);
        let executor = Arc::new(Executor::new());
        let clock = Clock::new(simulator.clone(), executor.clone());
        let given = simulator.credentials();
        let credential = match dialect {
            Dialect::Sora => given.access_token.as_str(),
            _ => given.api_key.as_str(),
        }
        .to_owned();
        let mut options = Options {
            dialect: Some(dialect),
            base_url: Some(simulator.base_url(dialect.as_str())),
            ..Options::default()
        };
        match flow {
            Flow::Auth => {
                options.refresh_token = Some(given.refresh_token.as_str().into());
                options.client_id = Some(given.client_id.as_str().into());
                options.redirect_uri = Some(given.redirect_uri.as_str().into());
            }
            _ => options.access_token = Some(credential.as_str().into()),
        }
        let client = Client::with_host(options, clock.host()).expect("a client");
        let told = Arc::new(Mutex::new(String::new()));
        let heard = told.clone();
        client.observe(move |event: &Event| {
            heard
                .lock()
                .expect("what was told")
                .push_str(&format!("{event:?}\n"));
        });
        let secrets = [
            given.access_token.as_str(),
            given.refresh_token.as_str(),
            given.session_token.as_str(),
            given.api_key.as_str(),
        ]
        .map(ToOwned::to_owned)
        .to_vec();
        Self {
            simulator,
            client,
            credential,
            clock,
            executor,
            told,
            secrets,
        }
    }

    /// What has to be there before the fault.
    pub fn before(&self, flow: Flow) -> Before {
        let client = self.client.clone();
        match self.drive(async move { flow.before(&client).await }) {
            Driven::Ended(Ok(before)) => before,
            Driven::Ended(Err(error)) => panic!("before {flow:?}: {error:?}"),
            Driven::Hangs => panic!("before {flow:?}: it hangs"),
        }
    }

    /// The flow itself; an error also when it panics.
    pub fn act(
        &self,
        flow: Flow,
        before: Before,
        target: &Path,
        video: &'static [u8],
    ) -> Driven<Result<Result<(), Error>, String>> {
        let (client, target) = (self.client.clone(), target.to_owned());
        self.drive(async move {
            let acted = AssertUnwindSafe(flow.act(&client, before, target, video));
            let acted = acted.catch_unwind().await;
            acted.map_err(|panic| text_of(&*panic).to_owned())
        })
    }

    /// Runs something to its end on the stage's clock.
    pub fn drive<T: Send + 'static>(
        &self,
        flow: impl Future<Output = T> + Send + 'static,
    ) -> Driven<T> {
        drive(&self.clock, &self.executor, LONGEST, flow)
    }

    fn engine(&self) -> &Engine {
        self.simulator.engine()
    }

    /// The clock of the client and the simulator.
    #[cfg(test)]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How many jobs the simulator has.
    pub fn jobs(&self) -> usize {
        self.engine().world().jobs.iter().count()
    }
}

/// Plays the cell; what does not hold is said in a sentence each.
pub fn play(cell: &Cell, video: &'static [u8]) -> Vec<String> {
    let played = std::panic::catch_unwind(|| play_once(cell, video));
    played.unwrap_or_else(|panic| vec![format!("it cannot be played: {}", text_of(&*panic))])
}

/// What a panic says.
pub fn text_of(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or(panic.downcast_ref::<&str>().copied())
        .unwrap_or("it does not say why")
}

fn play_once(cell: &Cell, video: &'static [u8]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("cat.mp4");
    let stage = Stage::new(cell.flow, cell.dialect);
    let before = stage.before(cell.flow);
    let whole = match cell.flow {
        Flow::Download => whole_file(&stage, &before, video),
        _ => None,
    };
    stage.simulator.clear_journal();
    let jobs = stage.jobs();
    let rule = cell.fault.rule(&cell.target, &stage.credential);
    stage.simulator.add_fault(rule);
    let job = before.job.as_ref().map(|job| job.id.clone());
    let began = stage.clock.now();
    let outcome = match stage.act(cell.flow, before, &target, video) {
        Driven::Hangs => {
            let waited = stage.clock.now() - began;
            return vec![format!(
                "it hangs, after {} virtual seconds",
                waited.as_secs()
            )];
        }
        Driven::Ended(Err(panic)) => return vec![format!("it panics: {panic}")],
        Driven::Ended(Ok(outcome)) => outcome,
    };
    let journal = stage.simulator.journal();
    let mut wrong = Vec::new();
    if let Err(error) = &outcome {
        if let Some(job) = &job
            && error.job_id() != Some(job)
        {
            wrong.push(format!("the job's id is lost: {}", said(error)));
        }
        if cell.fault.passes && cell.reads {
            wrong.push(format!(
                "what only reads does not get over it: {}",
                said(error)
            ));
        }
    }
    let made = stage.jobs() - jobs;
    let lost = matches!(&outcome, Err(error) if error.job_id().is_none() && error.kind() != ErrorKind::OutcomeUnknown);
    if made > 1 {
        wrong.push(format!("{made} jobs were made"));
    }
    if made > 0 && lost {
        let error = outcome.as_ref().expect_err("it is lost");
        wrong.push(format!("a job was made, and is lost: {}", said(error)));
    }
    wrong.extend(renewals(&journal));
    wrong.extend(leaks(&stage, outcome.as_ref().err()));
    wrong.extend(files(
        folder.path(),
        whole,
        outcome.is_ok() && cell.flow == Flow::Download,
    ));
    if journal.len() > MOST_REQUESTS {
        wrong.push(format!("{} requests were sent", journal.len()));
    }
    wrong
}

/// An error in short.
pub fn said(error: &Error) -> String {
    format!("{}: {}", error.kind(), error.message())
}

/// The checksum of the video as it is without a fault.
fn whole_file(stage: &Stage, before: &Before, video: &'static [u8]) -> Option<[u8; 32]> {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("whole.mp4");
    match stage.act(Flow::Download, before.clone(), &target, video) {
        Driven::Ended(Ok(Ok(()))) => Some(checksum(&target)),
        Driven::Ended(Ok(Err(error))) => panic!("a download without a fault: {error:?}"),
        Driven::Ended(Err(panic)) => panic!("a download without a fault panics: {panic}"),
        Driven::Hangs => panic!("a download without a fault hangs"),
    }
}

fn checksum(path: &Path) -> [u8; 32] {
    Sha256::digest(std::fs::read(path).expect("a file")).into()
}

/// A credential is renewed once for each time that it expired, and once at the start.
fn renewals(journal: &[Entry]) -> Option<String> {
    let expired = journal.iter().filter(|entry| {
        let fault = entry.fault.as_deref();
        matches!(fault, Some("expire_token" | "invalidate_token")) || entry.status == Some(401)
    });
    let renewed = journal.iter().filter(|entry| {
        let taken = entry.status == Some(200) && entry.fault.is_none()
            || matches!(entry.fault.as_deref(), Some("reset_after" | "stall_answer"));
        entry.operation.as_deref() == Some("sora.tokens.refresh") && taken
    });
    let (expired, renewed) = (expired.count(), renewed.count());
    (renewed > expired + 1).then(|| format!("{renewed} renewals, and {expired} expiries"))
}

/// Secrets in what is said about what happened.
fn leaks(stage: &Stage, error: Option<&Error>) -> Option<String> {
    let mut said = stage.told.lock().expect("what was told").clone();
    if let Some(error) = error {
        let report = serde_json::to_string(&error.report()).expect("a report");
        said.push_str(&format!("{error}\n{error:?}\n{error:#?}\n{report}"));
    }
    let leaked = stage
        .secrets
        .iter()
        .any(|secret| said.contains(secret.as_str()));
    leaked.then(|| "a credential is in an error or an event".to_owned())
}

/// The final name holds the whole file or nothing, and nothing else is left but parts
/// that a later download finds.
fn files(folder: &Path, whole: Option<[u8; 32]>, done: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let target = folder.join("cat.mp4");
    match (target.exists(), done) {
        (true, _) if whole.is_some_and(|whole| checksum(&target) != whole) => {
            wrong.push("another file than the video has the final name".into());
        }
        (true, false) => wrong.push("an error, and there is a file".into()),
        (false, true) => wrong.push("success, and there is no file".into()),
        _ => {}
    }
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let part = name.contains(".part");
        if name != "cat.mp4" && (!part || done) {
            wrong.push(format!("`{name}` is left behind"));
        }
    }
    wrong
}
