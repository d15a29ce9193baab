//! Every flow, dropped at each of its awaits.
//!
//! A future is dropped instead of being polled for the first time, the second time, and
//! so on until it ends by itself. Afterwards: at most one job was made, nothing goes on
//! at the server's, nothing but a whole file has the final name, and the same client
//! does the same again with success, with one renewal in all.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use sorakit::{Dialect, Result};

use crate::cell::{Stage, said};
use crate::drive::Driven;
use crate::flow::{Before, Flow, PROMPT};
use crate::history::{DroppedAt, Ended};

/// How often a flow is polled when nothing goes wrong.
fn polls(flow: Flow, dialect: Dialect, video: &'static [u8]) -> u32 {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::new(flow, dialect);
    let before = stage.before(flow, PROMPT);
    let polls = Arc::new(AtomicU32::new(0));
    let counted = Counted {
        flow: Box::pin(acted(&stage, flow, before, folder.path(), video)),
        polls: polls.clone(),
    };
    match stage.drive(counted) {
        Driven::Ended(Ok(())) => polls.load(Ordering::SeqCst),
        Driven::Ended(Err(error)) => panic!("{flow:?} on {dialect}: {}", said(&error)),
        Driven::Hangs => panic!("{flow:?} on {dialect} hangs"),
    }
}

/// Drops the flow at every so many-th of its polls; what does not hold, in a sentence
/// each.
pub fn play(flow: Flow, dialect: Dialect, video: &'static [u8], every: u32) -> Vec<String> {
    let last = polls(flow, dialect, video);
    let at = (1..=last).step_by(every.max(1) as usize);
    at.flat_map(|at| {
        let wrong = drop_at(flow, dialect, video, at);
        wrong.into_iter().map(move |what| {
            format!("{flow:?} on {dialect}, dropped at poll {at} of {last}: {what}")
        })
    })
    .collect()
}

fn drop_at(flow: Flow, dialect: Dialect, video: &'static [u8], at: u32) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::new(flow, dialect);
    let before = stage.before(flow, PROMPT);
    stage.simulator.clear_journal();
    let jobs = stage.jobs();
    let acted_once = acted(&stage, flow, before.clone(), folder.path(), video);
    let mut wrong = Vec::new();
    match stage.drive(DroppedAt::new(acted_once, Some(at))) {
        Driven::Ended(Ended::Dropped | Ended::Done(Ok(()))) => {}
        Driven::Ended(Ended::Done(Err(error))) => wrong.push(said(&error)),
        Driven::Hangs => return vec!["it hangs".into()],
    }
    let made = stage.jobs() - jobs;
    if made > usize::from(flow != Flow::List) {
        wrong.push(format!("{made} jobs were made"));
    }
    // What was left to the host ends soon, and nothing else begins.
    let _ = stage.drive(stage.clock().sleep(Duration::from_secs(60)));
    let sent = stage.simulator.journal().len();
    let _ = stage.drive(stage.clock().sleep(Duration::from_secs(3600)));
    let later = stage.simulator.journal().len() - sent;
    if later > 0 {
        wrong.push(format!(
            "{later} requests were sent when nobody waited any more"
        ));
    }
    wrong.extend(files(folder.path()));
    match stage.drive(acted(&stage, flow, before, folder.path(), video)) {
        Driven::Ended(Ok(())) => {}
        Driven::Ended(Err(error)) => wrong.push(format!("it fails afterwards: {}", said(&error))),
        Driven::Hangs => wrong.push("it hangs afterwards".into()),
    }
    let renewals = stage.simulator.requests_of("sora.tokens.refresh").len();
    if renewals > 1 {
        wrong.push(format!("the credential was renewed {renewals} times"));
    }
    let parts = std::fs::read_dir(folder.path()).expect("a folder").count();
    if parts > usize::from(flow == Flow::Download) {
        wrong.push("parts of a file are left behind".into());
    }
    wrong
}

fn acted(
    stage: &Stage,
    flow: Flow,
    before: Before,
    folder: &Path,
    video: &'static [u8],
) -> impl Future<Output = Result<()>> + Send + use<> {
    let (client, target) = (stage.client.clone(), folder.join("cat.mp4"));
    async move {
        let acted = flow.act(&client, before, PROMPT, target, video).await;
        acted
            .outcomes
            .into_iter()
            .try_for_each(|(_, outcome)| outcome)
    }
}

/// What has the final name is whole.
fn files(folder: &Path) -> Option<String> {
    let file = std::fs::File::open(folder.join("cat.mp4")).ok()?;
    let read = sorakit::media::VideoInfo::read(std::io::BufReader::new(file));
    let error = read.err()?;
    Some(format!(
        "a file that is no video has the final name: {error}"
    ))
}

struct Counted<F> {
    flow: Pin<Box<F>>,
    polls: Arc<AtomicU32>,
}

impl<F: Future> Future for Counted<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.polls.fetch_add(1, Ordering::SeqCst);
        self.flow.as_mut().poll(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On every dialect that has the flow.
    fn leaves_nothing_behind(flow: Flow, every: u32) {
        let video: &'static [u8] = Box::leak(crate::video().into_boxed_slice());
        let dialects = Dialect::ALL.iter().copied();
        let dialects: Vec<_> = dialects.filter(|one| flow.is_offered(*one)).collect();
        let wrong = std::thread::scope(|scope| {
            let played = dialects
                .iter()
                .map(|&dialect| scope.spawn(move || play(flow, dialect, video, every)));
            let played: Vec<_> = played.collect();
            let wrong = played.into_iter().flat_map(|one| one.join().unwrap());
            wrong.collect::<Vec<_>>()
        });
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_renewal_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Auth, 1);
    }

    #[test]
    fn a_creation_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Create, 1);
    }

    /// Of a long wait every so many-th await is looked at.
    #[test]
    fn a_wait_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Watch, 7);
    }

    #[test]
    fn an_upload_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Upload, 1);
    }

    #[test]
    fn a_download_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Download, 2);
    }

    #[test]
    fn a_chat_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Chat, 2);
    }

    #[test]
    fn a_cameo_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::Cameo, 1);
    }

    #[test]
    fn a_list_that_is_dropped_anywhere_leaves_nothing_behind() {
        leaves_nothing_behind(Flow::List, 1);
    }
}
