//! What clients do, life after life, and how they come back at last.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_lite::{FutureExt as _, StreamExt as _};
use sorakit::{Dialect, ErrorKind, Feature, Job, PageRequest, Result, VideoRequest};

use super::client::Life;

use super::ledger::{Asked, State};
use super::plan::{Act, Flaw, Kind, Person, Plan};
use super::world::World;
use crate::cell::{said, text_of};
use crate::dropped::{DroppedAt, Ended};
use crate::flow::{Flow, chat};

/// The longest that something may take that a client does.
const LONGEST: Duration = Duration::from_secs(3600);

/// All clients at the same time, and then, without faults, each once more.
pub async fn everyone(world: Arc<World>, plan: Plan) {
    let clients = plan.clients.into_iter().enumerate();
    let clients: Vec<_> = clients
        .map(|(number, person)| world.executor.spawn(lives(world.clone(), number, person)))
        .collect();
    let many = clients.len();
    for client in clients {
        client.await;
    }
    world.simulator.clear_faults();
    world.mend_clock();
    // What was left to the host comes to its end.
    world.clock.sleep(Duration::from_secs(900)).await;
    for number in 0..many {
        let life = Life::begin(&world, number, true);
        let back = AssertUnwindSafe(come_back(&life)).catch_unwind().await;
        if let Err(panic) = back {
            world.wrong(number, format_args!("it panics: {}", text_of(&*panic)));
        }
    }
}

/// A client, which begins anew whenever it has crashed.
async fn lives(world: Arc<World>, number: usize, person: Person) {
    let next = Arc::new(AtomicUsize::new(0));
    let ends = person.crashes.into_iter().map(Some).chain([None]);
    for crash in ends {
        let life = Life::begin(&world, number, false);
        let acts = perform(life.clone(), person.acts.clone(), next.clone());
        let acts = AssertUnwindSafe(acts).catch_unwind();
        let ended = DroppedAt::new(acts, crash.map(|crash| crash.at)).await;
        match (ended, crash) {
            (Ended::Dropped, Some(crash)) => {
                life.trace(match crash.kill {
                    true => "killed",
                    false => "dropped",
                });
                life.end(crash.kill);
                if !crash.kill && !life.settle().await {
                    let lost = &world.account(number).may_be_lost;
                    lost.store(true, Ordering::SeqCst);
                }
                drop(life);
                world.clock.sleep(crash.away).await;
            }
            (Ended::Done(Err(panic)), _) => {
                world.wrong(number, format_args!("it panics: {}", text_of(&*panic)));
                return;
            }
            _ => {
                life.end(false);
                if !life.settle().await {
                    let lost = &world.account(number).may_be_lost;
                    lost.store(true, Ordering::SeqCst);
                }
                return;
            }
        }
    }
}

/// One act after the other; each is begun once, whatever becomes of it.
async fn perform(life: Arc<Life>, acts: Vec<Act>, next: Arc<AtomicUsize>) {
    while let Some(act) = acts.get(next.fetch_add(1, Ordering::SeqCst)) {
        let at = next.load(Ordering::SeqCst);
        life.trace(format_args!("{at}. {:?}", act.kind));
        let began = life.world.clock.now();
        let prompt = format!("a cat in the snow, number {at} of client {}", life.number);
        let doing = DroppedAt::new(perform_one(&life, act, prompt.clone()), act.given_up);
        if doing.await == Ended::Dropped {
            life.trace("given up");
            if act.kind == Kind::Create {
                life.ledger.note(&prompt, State::Unknown);
            }
        }
        let took = life.world.clock.now() - began;
        if took > LONGEST && !matches!(act.kind, Kind::Pause(_)) {
            let kind = act.kind;
            life.world.wrong(
                life.number,
                format_args!("{kind:?} took {} virtual seconds", took.as_secs()),
            );
        }
    }
}

async fn perform_one(life: &Life, act: &Act, prompt: String) {
    let client = &life.client;
    let known = known(life);
    let picked = (!known.is_empty()).then(|| &known[act.pick % known.len()]);
    let outcome = match (act.kind, picked) {
        (Kind::Create, _) => create(life, &prompt).await,
        (Kind::Wait, Some((_, job))) => keeps(life, job, client.videos().wait(job).await.map(drop)),
        (Kind::WaitForAll, _) => {
            let waits = known.iter().map(|(_, job)| {
                let (client, job) = (client.clone(), job.clone());
                let wait = async move { client.videos().wait(&job).await.map(drop) };
                life.world.executor.spawn(wait)
            });
            let waits: Vec<_> = waits.collect();
            let mut last = Ok(());
            for (wait, (_, job)) in waits.into_iter().zip(&known) {
                last = keeps(life, job, wait.await);
            }
            last
        }
        (Kind::Watch, Some((_, job))) => {
            let mut seen = Box::pin(client.videos().watch(job));
            let mut last = Ok(());
            while let Some(seen) = seen.next().await {
                last = seen.map(drop);
            }
            keeps(life, job, last)
        }
        (Kind::Download, Some((prompt, job))) => {
            let path = file_of(life, prompt);
            let there = path.exists();
            let outcome = client.videos().download(job, &path).await;
            match &outcome {
                Ok(_) => {
                    life.ledger.downloaded(prompt);
                    spoil(life, &path);
                }
                Err(error) if path.exists() && !there => life.world.wrong(
                    life.number,
                    format_args!("a file, and an error: {}", said(error)),
                ),
                Err(_) => {}
            }
            keeps(life, job, outcome.map(drop))
        }
        (Kind::List, _) if client.dialect().offers(Feature::ListVideos) => {
            client.videos().list(PageRequest::default()).await.map(drop)
        }
        (Kind::Expire, _) if life.world.flaw == Some(Flaw::TellsToken) => {
            let token = &life.world.account(life.number).credentials.refresh_token;
            life.world.tell(life.number, token);
            Ok(())
        }
        (Kind::Quota, _) => client.account().quota().await.map(drop),
        (Kind::Chat, _) if Flow::Chat.is_offered(client.dialect()) => {
            life.ledger.note(&prompt, State::Chat);
            chat(client, &prompt).await
        }
        (Kind::Delete, Some((prompt, job))) if client.dialect().offers(Feature::DeleteVideo) => {
            life.ledger.deleted(prompt);
            client.videos().delete(&job.id).await
        }
        (Kind::Pause(minutes), _) => {
            life.world
                .clock
                .sleep(Duration::from_secs(minutes * 60))
                .await;
            Ok(())
        }
        (Kind::Expire, _) => {
            life.world.expire(life.number);
            Ok(())
        }
        _ => Ok(()),
    };
    if let Err(error) = outcome {
        life.trace(said(&error));
        life.world.tell_error(life.number, &error);
    }
}

/// Writes the intention down, asks, and writes down what came of it.
async fn create(life: &Life, prompt: &str) -> Result<()> {
    life.ledger.note(prompt, State::Intended);
    let created = life.client.videos().create(VideoRequest::new(prompt)).await;
    let id = match &created {
        Ok(job) => Some(job.id.clone()),
        Err(error) => error.job_id().map(ToOwned::to_owned),
    };
    let state = match (id, &created) {
        (Some(id), _) => State::Begun { id },
        (None, Err(error)) if error.kind() == ErrorKind::OutcomeUnknown => State::Unknown,
        _ => State::Refused,
    };
    let state = match life.world.flaw {
        Some(Flaw::DeniesJob) => State::Refused,
        _ => state,
    };
    life.ledger.note(prompt, state);
    created.map(drop)
}

/// The jobs that a client knows by their ids, with their prompts.
fn known(life: &Life) -> Vec<(String, Job)> {
    let asked = life.ledger.asked().into_iter();
    asked
        .filter_map(|asked| match asked.state {
            State::Begun { id } => Some((asked.prompt, life.client.videos().resume(id))),
            _ => None,
        })
        .collect()
}

/// An error of a job keeps the job's id.
fn keeps(life: &Life, job: &Job, outcome: Result<()>) -> Result<()> {
    if let Err(error) = &outcome
        && error.job_id() != Some(&job.id)
    {
        let what = format!("the job's id is lost: {}", said(error));
        life.world.wrong(life.number, what);
    }
    outcome
}

/// What must not be, where that is planned.
fn spoil(life: &Life, path: &Path) {
    match life.world.flaw {
        Some(Flaw::CutsFile) => {
            let file = std::fs::File::options().write(true).open(path);
            file.and_then(|file| file.set_len(1000)).expect("a video");
        }
        Some(Flaw::LeavesFile) => {
            std::fs::write(life.videos.join("left.tmp"), "").expect("a file");
        }
        _ => {}
    }
}

pub fn file_of(life: &Life, prompt: &str) -> PathBuf {
    life.videos
        .join(format!("{}.mp4", prompt.replace([' ', ','], "-")))
}

/// Everything is there when the server is well again: the account, and every job that
/// the client has written down, with its file.
async fn come_back(life: &Life) {
    life.trace("comes back");
    life.world.expire(life.number);
    let account = life.world.account(life.number);
    // A key is never lost; tokens that rotate may be.
    let rotates = life.client.dialect() == Dialect::Sora;
    let quota = life.client.account().quota().await;
    if let Err(error) = quota.map(drop)
        && rotates
    {
        life.trace(said(&error));
        life.world.tell_error(life.number, &error);
        if !account.may_be_lost() && !super::check::answers_were_lost(&life.world) {
            let what = format!("the account is lost: {}", said(&error));
            life.world.wrong(life.number, what);
        }
        return;
    }
    let made = life.world.made();
    for asked in life.ledger.asked() {
        let made = made.iter().find(|made| made.prompt == asked.prompt);
        let id = match (&asked.state, made) {
            _ if asked.deleted || made.is_some_and(|made| made.altered) => None,
            (State::Begun { id }, _) => Some(id.clone()),
            (State::Intended | State::Unknown, made) => find(life, &asked, made.is_some()).await,
            _ => None,
        };
        let Some(id) = id else { continue };
        let job = life.client.videos().resume(id);
        let fails = made.is_none_or(|made| made.fails || made.is_old);
        if let Err(what) = fetch(life, &asked, &job).await
            && !fails
        {
            life.world.wrong(life.number, what);
        }
    }
    life.end(false);
    life.settle().await;
}

/// Looks for a job of which nothing is known.
async fn find(life: &Life, asked: &Asked, made: bool) -> Option<String> {
    if !life.client.dialect().offers(Feature::ListVideos) {
        return None;
    }
    let request = VideoRequest::new(&asked.prompt);
    let since = sorakit::api::Timestamp::from_secs(0);
    match life.client.videos().find(&request, since).await {
        Ok(found) => {
            if found.is_some() != made {
                let what = format!("`{}` is found: {}", asked.prompt, found.is_some());
                life.world.wrong(life.number, what);
            }
            found.map(|job| job.id)
        }
        Err(error) => {
            let what = format!("nothing can be looked for: {}", said(&error));
            life.world.wrong(life.number, what);
            None
        }
    }
}

/// Waits for a job and fetches its file, which is the one that was there, if one was.
async fn fetch(life: &Life, asked: &Asked, job: &Job) -> Result<(), String> {
    let path = file_of(life, &asked.prompt);
    let before = std::fs::read(&path).ok();
    if asked.downloaded && before.is_none() {
        return Err(format!("the file of `{}` is gone", asked.prompt));
    }
    let waited = life.client.videos().wait(job).await;
    let done = waited.map_err(|error| format!("`{}`: {}", asked.prompt, said(&error)))?;
    let fetched = life.client.videos().download(&done, &path).await;
    fetched.map_err(|error| format!("`{}`: {}", asked.prompt, said(&error)))?;
    let after = std::fs::read(&path).map_err(|error| error.to_string())?;
    match before {
        Some(before) if before != after => Err(format!("`{}` had another file", asked.prompt)),
        _ => Ok(()),
    }
}
