//! Every flow, dropped at each of its awaits.
//!
//! A future is dropped instead of being polled for the first time, the second time, and
//! so on until it ends by itself; on the native dialect while its access token has
//! expired, so that a renewal is in the midst of it. Afterwards: at most one job was
//! made; nothing goes on once what was left to the host is done; whoever waits for the
//! same beside it ends well; only the whole file has the final name; the same client does
//! the same again with success; the token was renewed once for each expiry, and what it
//! was renewed to is in the store, from which another client goes on.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;

use sorakit::{Client, Dialect, Result};
use tempfile::TempDir;

use crate::cell::{Stage, checksum, leaks, said, text_of};
use crate::drive::Driven;
use crate::dropped::{Counted, DroppedAt, Ended};
use crate::flow::{Before, Flow, PROMPT};
use crate::flows;
use crate::yielding::{YieldingHost, YieldingStore};

/// How long what was left to the host may go on, by the virtual clock.
const SOON: Duration = Duration::from_secs(60);

/// A flow, and the poll at which it is dropped.
#[derive(Debug, Clone, Copy)]
struct Point {
    flow: Flow,
    dialect: Dialect,
    /// Whether another does the same at the same time, with the same client.
    beside: bool,
    at: u32,
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            flow,
            dialect,
            beside,
            at,
        } = self;
        let beside = if *beside { " / beside another" } else { "" };
        write!(f, "{flow:?} / {dialect}{beside} / poll {at}")
    }
}

/// Drops every flow at every so many-th of its polls, and prints what came of it; of
/// the points alone whose name holds `only`.
pub fn play_all(
    video: &'static [u8],
    only: Option<&str>,
    every: usize,
    at_once: usize,
) -> ExitCode {
    let flows: Vec<_> = flows(Flow::EVERY)
        .flat_map(|(flow, dialect)| {
            let shares = matches!(flow, Flow::Auth | Flow::Watch);
            let alone = Point {
                flow,
                dialect,
                beside: false,
                at: 0,
            };
            let beside = shares.then_some(Point {
                beside: true,
                ..alone
            });
            [Some(alone), beside].into_iter().flatten()
        })
        .collect();
    let many = flows.len();
    let points = at_the_same_time(&flows, at_once, |point| {
        let last = polls(point, video);
        (1..=last).map(|at| Point { at, ..*point }).collect()
    });
    let points: Vec<Point> = points
        .into_iter()
        .filter(|point| only.is_none_or(|only| point.to_string().contains(only)))
        .step_by(every.max(1))
        .collect();
    let failed = at_the_same_time(&points, at_once, |point| {
        let wrong = std::panic::catch_unwind(|| drop_at(point, video))
            .unwrap_or_else(|panic| vec![format!("it panics: {}", text_of(&*panic))]);
        if !wrong.is_empty() {
            println!("failed: {point}\n    {}", wrong.join("\n    "));
        }
        wrong.first().cloned().into_iter().collect()
    });
    let (all, failed) = (points.len(), failed.len());
    println!(
        "{many} flows, {all} points, {} passed, {failed} failed",
        all - failed
    );
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// What comes of each, so many at the same time.
fn at_the_same_time<T: Sync, U: Send>(
    all: &[T],
    at_once: usize,
    of: impl Fn(&T) -> Vec<U> + Sync,
) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(of(one));
        }
        found
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once.max(1)).map(|_| scope.spawn(work)).collect();
        let found = workers.into_iter().map(|one| one.join().expect("a worker"));
        found.flatten().collect()
    })
}

/// A client on its stage, with what has to be there before.
struct Scene {
    stage: Stage,
    client: Client,
    store: YieldingStore,
    before: Before,
    folder: TempDir,
    flow: Flow,
    video: &'static [u8],
}

impl Scene {
    fn new(point: &Point, video: &'static [u8]) -> Self {
        let stage = Stage::new(point.flow, point.dialect);
        let before = stage.before(point.flow, PROMPT);
        let (host, store) = (YieldingHost(stage.clock.host()), YieldingStore::default());
        let client = stage.client_over(host, store.clone());
        stage.simulator.clear_journal();
        let scene = Self {
            stage,
            client,
            store,
            before,
            folder: tempfile::tempdir().expect("a folder"),
            flow: point.flow,
            video,
        };
        scene.expire();
        scene
    }

    /// Lets the access token expire, where there is one: behind a gateway it is the
    /// gateway's.
    fn expire(&self) {
        if self.client.dialect() != Dialect::Sora {
            return;
        }
        let now = self.stage.simulator.now();
        let mut world = self.stage.simulator.engine().world();
        let ids: Vec<_> = world.accounts.iter().map(|one| one.id.clone()).collect();
        for id in ids {
            world.tokens.expire_access(&id, now);
        }
    }

    /// The flow from its beginning. Whoever is `beside` has a folder of its own.
    fn act(&self, folder: &Path) -> impl Future<Output = Result<()>> + Send + use<> {
        let (client, target) = (self.client.clone(), folder.join("cat.mp4"));
        let (flow, before, video) = (self.flow, self.before.clone(), self.video);
        async move {
            let acted = flow.act(&client, before, PROMPT, target, video).await;
            let mut outcomes = acted.outcomes.into_iter();
            outcomes.try_for_each(|(_, outcome)| outcome)
        }
    }

    /// The flow once more, to its end.
    fn ends_well(&self, when: &str) -> Option<String> {
        match self.stage.drive(self.act(self.folder.path())) {
            Driven::Ended(Ok(())) => None,
            Driven::Ended(Err(error)) => Some(format!("it fails {when}: {}", said(&error))),
            Driven::Hangs => Some(format!("it hangs {when}")),
        }
    }

    fn sent(&self) -> usize {
        self.stage.simulator.journal().len()
    }

    fn pass(&self, duration: Duration) {
        let _ = self.stage.drive(self.stage.clock.sleep(duration));
    }

    /// Whether the token was renewed more often than it had expired.
    fn renewals(&self, expiries: usize) -> Option<String> {
        let renewed = self.stage.simulator.requests_of("sora.tokens.refresh");
        let renewed = renewed.len();
        (renewed > expiries).then(|| format!("{renewed} renewals, and {expiries} expiries"))
    }

    /// What has the final name is the whole file; and nothing else is left when all is
    /// `done`.
    fn files(&self, whole: Option<[u8; 32]>, done: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        for entry in std::fs::read_dir(self.folder.path()).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            match &*name {
                "cat.mp4" if whole.is_some_and(|whole| checksum(&path) == whole) => {}
                "cat.mp4" => wrong.push("what has the final name is not the file".into()),
                _ if name.contains(".part") && !done => {}
                _ => wrong.push(format!("`{name}` is left behind")),
            }
        }
        wrong
    }
}

/// How often a flow is polled that nobody drops.
fn polls(point: &Point, video: &'static [u8]) -> u32 {
    let scene = Scene::new(point, video);
    let polls = Arc::new(AtomicU32::new(0));
    match scene
        .stage
        .drive(Counted::new(scene.act(scene.folder.path()), &polls))
    {
        Driven::Ended(Ok(())) => polls.load(Ordering::SeqCst),
        Driven::Ended(Err(error)) => panic!("{point}: {}", said(&error)),
        Driven::Hangs => panic!("{point}: it hangs"),
    }
}

/// Drops the flow there; what does not hold, in a sentence each.
fn drop_at(point: &Point, video: &'static [u8]) -> Vec<String> {
    let scene = Scene::new(point, video);
    let (stage, flow) = (&scene.stage, point.flow);
    let whole = (flow == Flow::Download).then(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("cat.mp4");
        stage.act_well(flow, scene.before.clone(), &target, video);
        checksum(&target)
    });
    scene.expire();
    stage.simulator.clear_journal();
    let jobs = stage.jobs();

    let elsewhere = tempfile::tempdir().expect("a folder");
    let other = point
        .beside
        .then(|| stage.executor.spawn(scene.act(elsewhere.path())));
    let mut wrong = Vec::new();
    let dropped = DroppedAt::new(scene.act(scene.folder.path()), Some(point.at));
    match stage.drive(dropped) {
        Driven::Ended(Ended::Dropped | Ended::Done(Ok(()))) => {}
        Driven::Ended(Ended::Done(Err(error))) => wrong.push(said(&error)),
        Driven::Hangs => return vec!["it hangs".into()],
    }
    let other = other.map(|other| stage.drive(other));
    match other {
        Some(Driven::Ended(Err(error))) => {
            wrong.push(format!("whoever was beside it fails: {}", said(&error)));
        }
        Some(Driven::Hangs) => wrong.push("whoever was beside it hangs".into()),
        _ => {}
    }
    scene.pass(SOON);
    let sent = scene.sent();
    scene.pass(Duration::from_secs(3600));
    if scene.sent() > sent {
        let more = scene.sent() - sent;
        wrong.push(format!("{more} requests were sent for nobody"));
    }
    let made = stage.jobs() - jobs;
    if made > flow.makes() {
        wrong.push(format!("{made} jobs were made"));
    }
    wrong.extend(scene.renewals(1));
    wrong.extend(scene.files(whole, false));

    wrong.extend(scene.ends_well("afterwards"));
    let again = stage.jobs() - jobs - made;
    if again != flow.makes() {
        wrong.push(format!("{again} jobs were made afterwards"));
    }
    wrong.extend(scene.renewals(1));
    wrong.extend(scene.files(whole, true));
    scene.expire();
    wrong.extend(scene.ends_well("when the token has expired again"));
    wrong.extend(scene.renewals(2));
    wrong.extend(goes_on_from_the_store(&scene));
    wrong.extend(leaks(stage, &stage.simulator.journal(), [].iter()));
    wrong
}

/// Another client has the same account from the store alone: what it was first given is
/// used up.
fn goes_on_from_the_store(scene: &Scene) -> Option<String> {
    if scene.client.dialect() != Dialect::Sora {
        return None;
    }
    scene.expire();
    let host = scene.stage.clock.host();
    let client = scene.stage.client_over(host, scene.store.clone());
    let quota = scene
        .stage
        .drive(async move { client.account().quota().await });
    match quota {
        Driven::Ended(Ok(_)) => scene.renewals(3),
        Driven::Ended(Err(error)) => Some(format!("the account is lost: {}", said(&error))),
        Driven::Hangs => Some("another client hangs".into()),
    }
}
