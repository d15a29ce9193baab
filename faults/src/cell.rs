//! One fault against one flow on one dialect, and what has to hold afterwards.

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_lite::FutureExt as _;
use sha2::{Digest, Sha256};
use smol::Executor;
use sorakit::auth::CredentialStore;
use sorakit::host::Host;
use sorakit::{Client, Dialect, Error, ErrorKind, Event, Job, Options};
use sorakit_simulator::engine::Engine;
use sorakit_simulator::engine::jobs::Status;
use sorakit_simulator::{Entry, Shapes, Simulator};

use crate::drive::{Driven, drive};
use crate::flow::{Acted, Before, Flow, PROMPT};
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

/// The longest file that an answer may hold, in bytes.
const MOST_HELD: u64 = 64 << 20;

/// A client and its simulator on one clock.
pub struct Stage {
    pub simulator: Arc<Simulator>,
    pub client: Client,
    pub credential: String,
    pub clock: Clock,
    pub executor: Arc<Executor<'static>>,
    options: Options,
    told: Arc<Mutex<String>>,
    secrets: Vec<String>,
}

impl Stage {
    /// A fresh simulator, and a client that speaks `dialect` to it.
    pub fn new(flow: Flow, dialect: Dialect) -> Self {
        let simulator = Simulator::builder()
            .stepped()
            .shapes(Shapes::Documented)
            .start()
            .expect("a simulator");
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
            max_answer_bytes: Some(MOST_HELD),
            ..Options::default()
        };
        if dialect == Dialect::Sora {
            options.refresh_token = Some(given.refresh_token.as_str().into());
            options.client_id = Some(given.client_id.as_str().into());
            options.redirect_uri = Some(given.redirect_uri.as_str().into());
        }
        if flow != Flow::Auth {
            options.access_token = Some(credential.as_str().into());
        }
        let client = Client::with_host(options.clone(), clock.host()).expect("a client");
        let told = Arc::new(Mutex::new(String::new()));
        listen(&client, &told);
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
            options,
            told,
            secrets,
        }
    }

    /// Another client with the same options, over this host and store.
    pub fn client_over(&self, host: impl Host, store: impl CredentialStore) -> Client {
        let client = Client::with_store(self.options.clone(), host, store).expect("a client");
        listen(&client, &self.told);
        client
    }

    /// What has to be there before the fault.
    pub fn before(&self, flow: Flow, prompt: &str) -> Before {
        let (client, prompt) = (self.client.clone(), prompt.to_owned());
        match self.drive(async move { flow.before(&client, &prompt).await }) {
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
        prompt: &str,
        target: &Path,
        video: &'static [u8],
    ) -> Driven<Result<Acted, String>> {
        let (client, target) = (self.client.clone(), target.to_owned());
        let prompt = prompt.to_owned();
        self.drive(async move {
            let acted = AssertUnwindSafe(flow.act(&client, before, &prompt, target, video));
            let acted = acted.catch_unwind().await;
            acted.map_err(|panic| text_of(&*panic).to_owned())
        })
    }

    /// The flow as it goes without a fault.
    pub fn act_well(&self, flow: Flow, before: Before, target: &Path, video: &'static [u8]) {
        match self.act(flow, before, PROMPT, target, video) {
            Driven::Ended(Ok(acted)) => {
                for (_, outcome) in acted.outcomes {
                    outcome.unwrap_or_else(|error| panic!("{flow:?} without a fault: {error:?}"));
                }
            }
            Driven::Ended(Err(panic)) => panic!("{flow:?} without a fault panics: {panic}"),
            Driven::Hangs => panic!("{flow:?} without a fault hangs"),
        }
    }

    /// Whether the server knows the job by the id that the client has.
    fn knows(&self, job: &Job) -> bool {
        let (videos, id) = (self.client.videos(), job.id.clone());
        matches!(
            self.drive(async move { videos.get(&id).await }),
            Driven::Ended(Ok(_))
        )
    }

    /// Runs something to its end on the stage's clock.
    pub fn drive<T: Send + 'static>(
        &self,
        flow: impl Future<Output = T> + Send + 'static,
    ) -> Driven<T> {
        drive(&self.clock, &self.executor, LONGEST, || false, flow)
    }

    fn engine(&self) -> &Engine {
        self.simulator.engine()
    }

    /// How many jobs the simulator has.
    pub fn jobs(&self) -> usize {
        self.engine().world().jobs.iter().count()
    }

    /// Whether one of the jobs after the first `before` has not failed.
    fn goes_on(&self, before: usize) -> bool {
        let now = self.simulator.now();
        let world = self.engine().world();
        let mut made = world.jobs.iter().skip(before);
        made.any(|job| job.status(now) != Status::Failed)
    }
}

/// Keeps what a client tells.
fn listen(client: &Client, told: &Arc<Mutex<String>>) {
    let told = told.clone();
    client.observe(move |event: &Event| {
        let mut told = told.lock().expect("what was told");
        told.push_str(&format!("{event:?}\n"));
    });
}

/// Plays the cell; what does not hold is said in a sentence each.
pub fn play(cell: &Cell, video: &'static [u8]) -> Vec<String> {
    let played = std::panic::catch_unwind(|| play_once(cell, video));
    played.unwrap_or_else(|panic| vec![format!("it cannot be played: {}", text_of(&*panic))])
}

/// Whether the client notices the fault, which changes nothing else.
pub fn is_hit(cell: &Cell, video: &'static [u8]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::new(cell.flow, cell.dialect);
    let before = stage.before(cell.flow, PROMPT);
    stage.simulator.clear_journal();
    for rule in cell.fault.rules(&cell.target, &stage.credential) {
        stage.simulator.add_fault(rule);
    }
    let target = folder.path().join("cat.mp4");
    let acted = stage.act(cell.flow, before, PROMPT, &target, video);
    let Driven::Ended(Ok(acted)) = acted else {
        return true;
    };
    let journal = stage.simulator.journal();
    let asked = journal.iter().filter(|entry| cell.target.is_of(entry));
    let asked = asked.count();
    // An answer that broke off is not told of; that of a file is none of those.
    let told = stage.told.lock().expect("what was told");
    let words = format!("Answered {{ operation: \"{}\"", cell.target);
    let answered = told.matches(&words);
    acted.outcomes.iter().any(|(_, outcome)| outcome.is_err())
        || match cell.flow {
            Flow::Download => asked > 1,
            _ => answered.count() < asked,
        }
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
    let fault = &cell.fault;
    let prompt = match &fault.prompt {
        Some(word) => format!("{PROMPT} simulate:{word}"),
        None => PROMPT.to_owned(),
    };
    let stage = Stage::new(cell.flow, cell.dialect);
    let before = stage.before(cell.flow, &prompt);
    let whole = match cell.flow {
        Flow::Download => Some(whole_file(&stage, &before, video)),
        _ => None,
    };
    stage.simulator.clear_journal();
    let jobs = stage.jobs();
    for rule in fault.rules(&cell.target, &stage.credential) {
        stage.simulator.add_fault(rule);
    }
    stage.clock.jump(fault.jump);
    let began = stage.clock.now();
    let acted = match stage.act(cell.flow, before, &prompt, &target, video) {
        Driven::Hangs => {
            let waited = stage.clock.now() - began;
            return vec![format!(
                "it hangs, after {} virtual seconds",
                waited.as_secs()
            )];
        }
        Driven::Ended(Err(panic)) => return vec![format!("it panics: {panic}")],
        Driven::Ended(Ok(acted)) => acted,
    };
    let journal = stage.simulator.journal();
    let mut wrong = Vec::new();
    let made = stage.jobs() - jobs;
    if made > 1 {
        wrong.push(format!("{made} jobs were made"));
    }
    let list_alone =
        matches!(&cell.target, Target::Operation(name) if name == "openai.videos.list");
    let serves = cell.flow == Flow::Watch && list_alone && fault.fails_always();
    for (job, outcome) in &acted.outcomes {
        let Err(error) = outcome else { continue };
        if job.is_some() && error.job_id() != job.as_deref() {
            wrong.push(format!("the job's id is lost: {}", said(error)));
        }
        if fault.passes && cell.reads {
            wrong.push(format!(
                "what only reads does not get over it: {}",
                said(error)
            ));
        }
        if serves {
            wrong.push(format!("a list alone ends a wait: {}", said(error)));
        }
        let lost = error.job_id().is_none() && error.kind() != ErrorKind::OutcomeUnknown;
        if made > 0 && lost && stage.goes_on(jobs) {
            wrong.push(format!("a job was made, and is lost: {}", said(error)));
        }
        if made > 0 && error.retryable() && stage.goes_on(jobs) {
            wrong.push(format!("it would be paid for twice: {}", said(error)));
        }
        wrong.extend(unseemly(error));
    }
    wrong.extend(renewals(&journal));
    let errors = acted
        .outcomes
        .iter()
        .filter_map(|(_, outcome)| outcome.as_ref().err());
    wrong.extend(leaks(&stage, &journal, errors));
    let done = acted.outcomes.iter().all(|(_, outcome)| outcome.is_ok());
    wrong.extend(files(
        folder.path(),
        whole,
        done && cell.flow == Flow::Download,
    ));
    if journal.len() > MOST_REQUESTS {
        wrong.push(format!("{} requests were sent", journal.len()));
    }
    if let Some(job) = acted
        .begun
        .filter(|_| fault.times.is_some() && !fault.changes_fields())
        && !stage.knows(&job)
    {
        wrong.push(format!("the server knows no job `{}`", job.id));
    }
    wrong
}

/// What a server wrote that must not reach a terminal.
fn unseemly(error: &Error) -> Option<String> {
    let texts = [Some(error.to_string()), error.code().map(Into::into)];
    let texts = texts.into_iter().flatten();
    let bad =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    texts
        .filter(|text| text.contains(bad))
        .map(|text| format!("control characters are shown: {text:?}"))
        .next()
}

/// An error in short.
pub fn said(error: &Error) -> String {
    format!("{}: {}", error.kind(), error.reason())
}

/// The checksum of the video as it is without a fault.
fn whole_file(stage: &Stage, before: &Before, video: &'static [u8]) -> [u8; 32] {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("whole.mp4");
    stage.act_well(Flow::Download, before.clone(), &target, video);
    checksum(&target)
}

pub fn checksum(path: &Path) -> [u8; 32] {
    Sha256::digest(std::fs::read(path).expect("a file")).into()
}

/// A credential is renewed once for each time that it expired, and once at the start.
fn renewals(journal: &[Entry]) -> Option<String> {
    let expired = journal.iter().filter(|entry| {
        let fault = entry.fault.as_deref();
        let refused = matches!(entry.status, Some(400 | 401)) && fault.is_some();
        matches!(fault, Some("expire_token" | "invalidate_token"))
            || refused
            || entry.status == Some(401)
    });
    let renewed = journal.iter().filter(|entry| {
        let taken = entry.status == Some(200) && entry.fault.is_none()
            || matches!(entry.fault.as_deref(), Some("reset_after" | "stall_answer"));
        entry.operation.as_deref() == Some("sora.tokens.refresh") && taken
    });
    let (expired, renewed) = (expired.count(), renewed.count());
    (renewed > expired + 1).then(|| format!("{renewed} renewals, and {expired} expiries"))
}

/// Secrets in what is said about what happened: those of the beginning, and those that
/// were sent.
pub fn leaks<'a>(
    stage: &Stage,
    journal: &[Entry],
    errors: impl Iterator<Item = &'a Error>,
) -> Option<String> {
    let mut said = stage.told.lock().expect("what was told").clone();
    for error in errors {
        let report = serde_json::to_string(&error.report()).expect("a report");
        said.push_str(&format!("{error}\n{error:?}\n{error:#?}\n{report}"));
    }
    let sent = journal.iter().filter_map(|entry| {
        let header = entry.header("authorization")?;
        header.strip_prefix("Bearer ")
    });
    let mut secrets = stage.secrets.iter().map(String::as_str).chain(sent);
    let leaked = secrets.any(|secret| said.contains(secret));
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
