//! The one reader of answers about jobs, for every dialect.
//!
//! A job may be in any of the [wrappers](places::WRAPPERS) that servers put around it, and
//! each of its facts under any of the keys in [places]. First the reader finds the object
//! that is the job; then it looks for each fact in it, in what it contains, and in what
//! contains it. The work is linear in the size of the answer.

mod address;
mod frame;
mod places;
mod reason;
mod state;

use std::borrow::Cow;

use serde_json::{Map, Value};

pub(crate) use address::{address_in, embedded, is_address, lone_address, resolve, take_embedded};
use frame::{Frame, frames};
pub(crate) use frame::{Keys, field};
pub(crate) use places::REVISED_PROMPT;
use reason::Reason;
use state::{number, pixverse, progress, words};

use super::excerpt::excerpt_of;
use super::location::id_in;
use super::{Timestamp, json};
use crate::model::JobStatus;

/// The longest word and the longest reason that are kept, in characters. `raw` has all of
/// them.
const WORD: usize = 100;
const REASON: usize = 1_000;

/// The facts about a job in an answer.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// The job's id, if the answer has one.
    pub(crate) id: Option<String>,
    /// Set when the id may be another thing's: a request's, or a bare text.
    pub(crate) is_weak: bool,
    /// The server's word for the state.
    pub(crate) word: Option<String>,
    /// The progress in percent.
    pub(crate) progress: Option<f64>,
    pub(crate) model: Option<String>,
    pub(crate) seconds: Option<f64>,
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) started_at: Option<Timestamp>,
    pub(crate) completed_at: Option<Timestamp>,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) address: Option<String>,
    /// The addresses of all variants, with `address` as the first; empty for one that has to
    /// be fetched by its number.
    pub(crate) variants: Vec<String>,
    /// The number of videos whose bytes are in the answer.
    pub(crate) embedded: usize,
    pub(crate) frames: Option<u32>,
    pub(crate) fps: Option<f64>,
    pub(crate) thumbnail: Option<String>,
    /// The reason that it failed: code and words, when something says that it did.
    pub(crate) reason: Option<(Option<String>, String)>,
    /// Set when a success without a video states why there is none: it is a failure.
    pub(crate) is_denied: bool,
    /// The fields of the object that is the job.
    pub(crate) fields: Map<String, Value>,
}

impl Answer {
    /// True if it says anything about the job's state.
    pub(crate) fn tells(&self) -> bool {
        self.word.is_some()
            || self.progress.is_some()
            || self.address.is_some()
            || self.embedded > 0
    }

    /// The status that a known word means.
    pub(crate) fn status(&self) -> Option<JobStatus> {
        JobStatus::from_word(self.word.as_deref()?)
    }
}

/// The address of the video that an answer is about.
pub(crate) fn video_address(answer: &Value) -> Option<String> {
    read(answer, About::Any).and_then(|answer| answer.address)
}

/// The reason that an object of an answer gives for a job's failure: code and words, or the
/// object's beginning.
pub(crate) fn reason_in(object: &Value) -> (Option<String>, String) {
    let frames = frames(object, None);
    let Reason { code, message } = reason::read(frames.iter());
    let message = message.map(|message| cut(message, REASON));
    (code, message.unwrap_or_else(|| no_reason(object)))
}

/// The words in place of a reason, before the answer's beginning.
const NO_REASON: &str = "no reason is stated; the answer is ";

fn no_reason(answer: &Value) -> String {
    format!("{NO_REASON}{}", excerpt_of(answer))
}

/// True for a text in place of a reason.
pub(crate) fn is_no_reason(text: &str) -> bool {
    text.starts_with(NO_REASON)
}

/// The job that an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About<'a> {
    /// The one with this id, which was polled.
    Job(&'a str),
    /// One that was just begun.
    Begun,
    /// One of a list, or read again.
    Any,
}

/// Reads an answer about a job. `None` when there is no object in it.
pub(crate) fn read(answer: &Value, about: About<'_>) -> Option<Answer> {
    let asked = match about {
        About::Job(id) => Some(id),
        About::Begun | About::Any => None,
    };
    let frames = frames(answer, asked);
    if frames.is_empty() {
        // The id of the new job, and nothing else.
        let id = answer
            .as_str()
            .filter(|text| about == About::Begun && is_bare_id(text))?;
        return Some(Answer {
            id: Some(id.to_owned()),
            is_weak: true,
            ..Answer::default()
        });
    }
    let (mut id, at, is_weak) = identify(&frames, asked);
    if id.is_none() && about == About::Begun {
        id = frames.iter().find_map(linked_id);
    }
    let near = nearness(&frames, at);
    let near = || near.iter().map(|&index| &frames[index]);
    let job = &frames[at];

    let mut read = Answer {
        is_weak,
        model: near().find_map(|frame| frame.text(places::MODEL)),
        progress: near().find_map(progress),
        seconds: near().find_map(|frame| number(frame, places::SECONDS)),
        frames: near()
            .find_map(|frame| number(frame, places::FRAMES))
            .filter(|frames| frames.fract() == 0.0 && (1.0..1e9).contains(frames))
            .map(|frames| frames as u32),
        fps: near()
            .find_map(|frame| number(frame, places::FPS))
            .filter(|fps| fps.is_finite() && *fps > 0.0),
        created_at: near().find_map(|frame| time(frame, places::CREATED)),
        started_at: near().find_map(|frame| time(frame, places::STARTED)),
        completed_at: near().find_map(|frame| time(frame, places::COMPLETED)),
        expires_at: near().find_map(|frame| time(frame, places::EXPIRES)),
        address: near().find_map(address::of_frame),
        thumbnail: near().find_map(|frame| {
            let text = frame.text(places::THUMBNAIL)?;
            (is_address(&text) || text.starts_with('/')).then_some(text)
        }),
        ..Answer::default()
    };
    let of_success = near().find_map(address::of_success);
    let has_address = read.address.is_some() || of_success.is_some();
    read.word = word(&frames, at, has_address, about == About::Begun);
    if read.status() == Some(JobStatus::Succeeded) {
        read.address = read.address.or(of_success);
    }
    if let Some(outputs) = near().find_map(address::outputs) {
        read.address = outputs.first().filter(|url| !url.is_empty()).cloned();
        read.variants = outputs;
    } else if read.address.as_deref() == Some(address::EMBEDDED) {
        read.embedded = embedded(answer).len().max(1);
        read.address = None;
    } else if let Some(address) = &read.address {
        let near: Vec<_> = near().collect();
        read.variants = address::variants(&near, address);
    }
    // Of a job that goes on or succeeded, other things stand where reasons do.
    let failed = read.status() == Some(JobStatus::Failed);
    let is_empty = read.status() == Some(JobStatus::Succeeded)
        && read.address.is_none()
        && read.embedded == 0
        && read.variants.is_empty();
    let stated = job
        .get("error")
        .is_some_and(|error| error.is_object() || error.is_string() || error.is_array());
    if is_empty {
        let reason = reason::of_failure(job);
        read.reason = reason.and_then(|reason| Some((reason.code, cut(reason.message?, REASON))));
        read.is_denied = read.reason.is_some() && !admits_faults(&read);
    } else if failed || stated {
        let Reason { code, message } = match failed {
            true => reason::read(near()),
            false => reason::read([job].into_iter()),
        };
        let told = code.clone().filter(|code| code.parse::<f64>().is_err());
        let code = match failed {
            true => code.or_else(|| JobStatus::code_of_word(read.word.as_deref()?)),
            false => code,
        };
        let message = message
            .or(told)
            .or_else(|| failed.then(|| no_reason(answer)));
        read.reason = message.map(|message| (code, cut(message, REASON)));
    }
    read.fields = job.fields().clone();
    // Nobody has to ask after a job whose video is here.
    let is_here = read.address.is_some() || read.embedded > 0;
    read.id = id.filter(|id| asked == Some(id) || is_here || is_usable(id));
    Some(read)
}

/// True for a success that tells of faults by its word, as `completed_with_errors` does.
fn admits_faults(read: &Answer) -> bool {
    let word = read.word.as_deref().unwrap_or_default().to_lowercase();
    ["error", "warning", "partial"]
        .iter()
        .any(|fault| word.contains(fault))
}

/// The job that a failure names beyond doubt, in the answer or inside its error.
pub(crate) fn named_by_failure(answer: &Value) -> Option<String> {
    let inside = ["error", "data", "detail"].iter();
    named(answer).or_else(|| {
        inside
            .filter_map(|key| answer.get(*key))
            .filter(|inner| inner.is_object())
            .find_map(named)
    })
}

/// The part of a body in which a job is looked for, in bytes, when it cannot be read as usual.
const NAMED_WITHIN: usize = 1 << 20;

/// The job that a body names beyond doubt, even one that was cut off, and in which the job
/// may come after other texts.
pub(crate) fn named_in(body: &[u8]) -> Option<String> {
    let texts = json::remains(&body[..body.len().min(NAMED_WITHIN)]);
    let last = texts.len().saturating_sub(LAST);
    texts[last..].iter().rev().find_map(named)
}

/// The job that an answer names beyond doubt, whatever else it says: under a key for jobs
/// alone, or beside a state.
pub(crate) fn named(answer: &Value) -> Option<String> {
    let frames = frames(answer, None);
    if frames.is_empty() {
        return None;
    }
    let (id, at, is_weak) = identify(&frames, None);
    let frame = &frames[at];
    let is_jobs = || {
        let is_video = frame.text(&["object"]);
        frame.text(places::JOB_ID).is_some()
            || is_video.is_some_and(|object| object.starts_with("video"))
            || words(frame)
                .iter()
                .any(|word| JobStatus::from_word(word).is_some())
    };
    id.filter(|id| !is_weak && is_usable(id) && is_jobs())
}

/// False for an id under which nothing can be asked after: as part of an address it would
/// be another address.
fn is_usable(id: &str) -> bool {
    !matches!(id, "." | "..")
}

/// The job's id, the index of the object that is the job, and true if the id may be another
/// thing's.
fn identify(frames: &[Frame<'_>], asked: Option<&str>) -> (Option<String>, usize, bool) {
    if let Some(asked) = asked
        && let Some(at) = frames.iter().position(|frame| frame.is(asked))
    {
        return (Some(asked.to_owned()), at, false);
    }
    let own = |frame: &Frame<'_>| job_id(frame);
    let stands = |frame: &Frame<'_>| {
        let words = places::STATE.iter().filter_map(|name| frame.text(&[name]));
        words.into_iter().any(|word| !is_envelopes(&word))
    };
    let with_state = frames
        .iter()
        .position(|frame| own(frame).is_some() && stands(frame));
    let named = || {
        frames
            .iter()
            .position(|frame| frame.text(places::JOB_ID).is_some())
    };
    let any = || frames.iter().position(|frame| own(frame).is_some());
    if let Some(at) = with_state.or_else(named).or_else(any) {
        return (own(&frames[at]), at, false);
    }
    let mut listed = frames.iter().enumerate();
    if asked.is_none()
        && let Some((id, at)) = listed.find_map(|(at, frame)| Some((listed_id(frame)?, at)))
    {
        return (Some(id), at, false);
    }
    let first_state = frames.iter().position(stands).unwrap_or(0);
    let requests = frames.iter().enumerate().find_map(|(at, frame)| {
        let id = frame
            .text(places::REQUEST_ID)
            .or_else(|| frame.text(places::ID))?;
        Some((id, at))
    });
    let bare = || {
        frames
            .iter()
            .enumerate()
            .find_map(|(at, frame)| Some((bare_id(frame)?, at)))
    };
    // In a wrapper's place, an id says more than the id of the request.
    match bare().or(requests) {
        Some((id, at)) => (
            Some(id),
            if stands(&frames[at]) { at } else { first_state },
            true,
        ),
        None => (None, first_state, true),
    }
}

/// The id of the job that an object is. If it has an `id` and a `task_id`, one of them may
/// be the request's: an object that says it is a video is known by `id`.
fn job_id(frame: &Frame<'_>) -> Option<String> {
    let own = frame.text(places::ID);
    let own =
        own.filter(|id| !is_requests(id) && frame.text(places::REQUEST_ID).as_ref() != Some(id));
    let named = frame.text(places::JOB_ID).or_else(|| frame.operation());
    let is_video = frame
        .text(&["object"])
        .is_some_and(|object| object.starts_with("video"));
    match is_video {
        true => own.or(named),
        false => named.or(own),
    }
}

/// True if an id has the form of a request's.
fn is_requests(id: &str) -> bool {
    [
        "req-",
        "req_",
        "request-",
        "request_",
        "trace-",
        "trace_",
        "chatcmpl-",
        "msg_",
        "log-",
    ]
    .iter()
    .any(|prefix| id.starts_with(prefix))
}

/// An id in the place of the object that it names.
fn bare_id(frame: &Frame<'_>) -> Option<String> {
    let texts = places::BARE_ID
        .iter()
        .filter_map(|name| frame.text(&[name]));
    // `{"data": ["t_1"]}`.
    let lists = places::BARE_ID.iter().chain(places::LISTS);
    let listed = lists.filter_map(|name| match frame.get(name)?.as_array()?.first()? {
        Value::String(first) if address_in(&Value::String(first.clone())).is_none() => {
            Some(first.trim().to_owned())
        }
        _ => None,
    });
    texts.chain(listed).find(|text| is_bare_id(text))
}

fn is_bare_id(text: &str) -> bool {
    let id = |c: char| c.is_ascii_alphanumeric() || "-_.:=~".contains(c);
    text.len() <= 128
        && text.chars().all(id)
        && text.contains(|c: char| c.is_ascii_digit() || "-_".contains(c))
        && JobStatus::from_word(text).is_none()
}

/// The id in the address at which an object says that it is asked after.
fn linked_id(frame: &Frame<'_>) -> Option<String> {
    let links = places::LINKS
        .iter()
        .filter_map(|name| frame.get(name)?.as_object());
    let links = links.map(|fields| Frame::new(Cow::Borrowed(fields), None));
    let linked = links.filter_map(|links| {
        let own = places::OWN_LINK.iter().filter_map(|name| links.get(name));
        own.filter_map(|link| link.get("href").unwrap_or(link).as_str())
            .find_map(id_in)
    });
    let addresses = places::OWN_ADDRESS
        .iter()
        .filter_map(|name| frame.get(name)?.as_str());
    let addresses = addresses.filter(|text| text.contains('/'));
    addresses.filter_map(id_in).chain(linked).next()
}

/// The first id of a list: of ids, or of new jobs.
fn listed_id(frame: &Frame<'_>) -> Option<String> {
    let first = |name: &&str| frame.get(name)?.as_array()?.first();
    let ids = places::LISTED_IDS.iter().filter_map(first);
    let begun = places::LISTS.iter().filter_map(first);
    ids.filter_map(frame::scalar).next().or_else(|| {
        let objects = begun.filter_map(Value::as_object);
        let mut frames = objects.map(|fields| Frame::new(Cow::Borrowed(fields), None));
        frames.find_map(|frame| {
            let operation = || frame::scalar(frame.get("operation")?.get(places::NAME)?);
            job_id(&frame).or_else(operation)
        })
    })
}

/// The objects in the order in which a fact about the job is looked for: the job, what it
/// contains, what contains it, the others.
fn nearness(frames: &[Frame<'_>], at: usize) -> Vec<usize> {
    let ancestors = ancestors(frames, at);
    let holds = |index: usize| self::ancestors(frames, index).contains(&at);
    let held = (0..frames.len()).filter(|&index| holds(index));
    let mut near: Vec<usize> = std::iter::once(at).chain(held).collect();
    near.extend(ancestors);
    let others: Vec<usize> = (0..frames.len())
        .filter(|index| !near.contains(index))
        .collect();
    near.extend(others);
    near
}

fn ancestors(frames: &[Frame<'_>], at: usize) -> Vec<usize> {
    std::iter::successors(frames[at].parent, |&index| frames[index].parent).collect()
}

/// A word with which an envelope says that the call went well.
fn is_envelopes(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "success" | "ok" | "true"
    )
}

/// The word for the state: the first known one, else the first. A success without an
/// address belongs to an envelope when the job inside says otherwise, when it is around
/// the job, or when the job has only been begun.
fn word(frames: &[Frame<'_>], at: usize, has_address: bool, is_begun: bool) -> Option<String> {
    let near = nearness(frames, at);
    let around = ancestors(frames, at);
    let told: Vec<(usize, String)> = near
        .into_iter()
        .flat_map(|index| {
            words(&frames[index])
                .into_iter()
                .map(move |word| (index, word))
        })
        .collect();
    let of_pixverse = frames
        .iter()
        .any(|frame| frame.get("err_code").is_some() && frame.get("resp").is_some());
    let told: Vec<(usize, String)> = match of_pixverse {
        true => told
            .into_iter()
            .map(|(index, word)| (index, pixverse(word)))
            .collect(),
        false => told,
    };
    let status = |(_, word): &&(usize, String)| JobStatus::from_word(word);
    let mut known = told.iter().filter(|word| status(word).is_some());
    let first = known.next();
    if let Some(first) = first
        && status(&first) == Some(JobStatus::Succeeded)
        && !has_address
    {
        let (index, word) = first;
        let other = known.find(|word| status(word) != Some(JobStatus::Succeeded));
        if let Some((_, other)) = other {
            return Some(other.clone());
        }
        if around.contains(index) || (is_begun && is_envelopes(word)) {
            let own = told.iter().find(|(index, _)| !around.contains(index));
            return own
                .map(|(_, word)| word.clone())
                .filter(|word| !is_envelopes(word));
        }
    }
    let word = first.or_else(|| {
        // A number means nothing without its server's document.
        let text = |word: &&(usize, String)| word.1.parse::<f64>().is_err();
        told.iter().find(text).or(told.first())
    });
    word.map(|(_, word)| cut(word.clone(), WORD))
}

fn time(frame: &Frame<'_>, names: &[&str]) -> Option<Timestamp> {
    let times = names
        .iter()
        .filter_map(|name| Timestamp::read(frame.get(name)?));
    // Relays write 0 for events that have not happened yet.
    times.into_iter().find(|time| time.as_millis() > 0)
}

fn cut(mut text: String, most: usize) -> String {
    if let Some((at, _)) = text.char_indices().nth(most) {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// The text of a body that is about a job: the last of its texts that is one, because where
/// servers write line after line, the last says most.
pub(crate) fn text_of(body: &[u8], about: About<'_>) -> serde_json::Result<Value> {
    let mut texts = json::texts(body)?;
    if texts.len() == 1 {
        return Ok(texts.swap_remove(0));
    }
    let tells =
        |value: &Value| read(value, about).is_some_and(|read| read.id.is_some() && read.tells());
    let last = texts.len().saturating_sub(LAST);
    match texts[last..].iter().rposition(tells) {
        Some(at) => Ok(texts.swap_remove(last + at)),
        None => json::read(body),
    }
}

/// The number of last texts that are inspected.
const LAST: usize = 64;

#[cfg(test)]
mod tests;
