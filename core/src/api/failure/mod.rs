//! The one classifier of errors: the same code or text has the same kind, through whatever
//! channel a server sends it.
//!
//! Statements are collected from every shape of answer ([`stated`]) and from what an error
//! text quotes of another server's ([`quoted`]); their meaning is in the tables of
//! [`meaning`]: by code, then by words, then by status. `cdn` knows pages that do not come
//! from the server, `hint` the next step.

mod broad;
mod cdn;
mod codes;
mod denial;
mod hint;
mod meaning;
mod moderation;
#[cfg(test)]
mod observed;
mod quoted;
mod stated;
mod taken;
#[cfg(test)]
mod tests;
mod text_code;
mod words;

use std::time::Duration;

use serde_json::Value;

use broad::FETCHES;
use denial::{SENTENCE, is_refusal};
pub(crate) use denial::{is_worded_refusal, says_no};
pub(crate) use hint::{NO_SORA_2, OTHER_CLIENT};
use meaning::{Meaning, normal, of_broad_code, of_broad_words, of_code, of_status, of_words};
use stated::Stated;
use taken::{DOCUMENTED, leaves_open, says_nothing_began, says_nothing_was_taken};

use super::answer::named_by_failure;
use super::reply::looks_like_html;
use super::{Reply, asked_wait};
use crate::model::{Error, ErrorKind};

/// Classifies the error in an answer whose status is not 2xx.
pub fn failure(reply: &Reply) -> Error {
    let status = reply.status.as_u16();
    let stated = Stated::read(reply);
    let meaning = classify(Some(status), &stated, Some(reply));
    let kind = meaning.kind.unwrap_or(ErrorKind::UnexpectedResponse);
    let mut error = Error::new(kind, stated.message(Some(status))).with_status(status);
    if let Some(code) = stated.code() {
        error = error.with_code(code);
    }
    if let Some(id) = reply.request_id() {
        error = error.with_request_id(id);
    }
    if let Some(wait) = retry_after(reply, &stated) {
        error = error.with_retry_after(wait);
    }
    let value = reply.value().ok();
    if value.as_ref().is_some_and(Value::is_object) {
        error = error.mark_stated();
    }
    // What names a job has taken the request, whatever else it says.
    let job = value.as_ref().and_then(named_by_failure);
    let open = leaves_open(&stated, &meaning);
    let untaken = job.is_none() && !open && says_nothing_was_taken(status, kind, &meaning);
    if let Some(id) = job.filter(|_| reply.asked_job().is_none()) {
        error = error.with_job(id);
    }
    if untaken {
        error = error.mark_untaken();
    }
    if open {
        error = error.mark_open();
    }
    let created = untaken && reply.asked_job().is_none();
    match hint::of(kind, Some(status), created, &stated) {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// Reads the refusal in an answer with a 2xx status, as gateways send it: `{"success":
/// false, "message": …}`, `{"code": -1, "msg": …}`, a lone `detail`, a bare `error`.
/// `None` when the answer is no refusal.
pub fn refusal(reply: &Reply) -> Option<Error> {
    if cdn::stands_in(reply) {
        let stated = Stated::read(reply);
        return Some(finish(ErrorKind::Blocked, &stated).with_status(reply.status.as_u16()));
    }
    // A sentence in place of JSON.
    let value = match reply.value() {
        Ok(value) => value,
        Err(_) if reply.body.len() > SENTENCE || looks_like_html(&reply.body) => return None,
        Err(_) => Value::String(reply.text().trim().to_owned()),
    };
    is_refusal(&value).then(|| {
        let stated = Stated::of(&value);
        let meaning = classify(None, &stated, None);
        let error = finish(meaning.kind.unwrap_or(ErrorKind::BadRequest), &stated).mark_stated();
        match leaves_open(&stated, &meaning) {
            true => error.mark_open(),
            false => error,
        }
    })
}

/// Reads the refusal that a value of a stream or a chat states in place of a result.
pub(crate) fn refusal_in(value: &Value) -> Option<Error> {
    is_refusal(value).then(|| ended_with(&Stated::of(value)))
}

/// Reads the error that a value is known to state: the data of an event named `error`, the
/// `error` of a job.
pub(crate) fn stated_in(value: &Value) -> Error {
    ended_with(&Stated::of(value))
}

/// The error of a generation that ended with this code and reason, in a job or in a chat's
/// words. If the tables do not know them, it is `generation_failed`.
pub(crate) fn ended(code: Option<&str>, reason: &str) -> Error {
    let mut stated = Stated::of(&Value::String(reason.to_owned()));
    stated.codes.extend(code.map(Into::into));
    ended_with(&stated)
}

fn ended_with(stated: &Stated) -> Error {
    let kind = match classify(None, stated, None).kind {
        // The generation is over, so there is nothing to wait for or to request
        // again.
        None
        | Some(
            ErrorKind::Server
            | ErrorKind::Timeout
            | ErrorKind::NotReady
            | ErrorKind::Cancelled
            | ErrorKind::UnexpectedResponse,
        ) => ErrorKind::GenerationFailed,
        Some(kind) => kind,
    };
    finish(kind, stated)
}

fn finish(kind: ErrorKind, stated: &Stated) -> Error {
    let mut error = Error::new(kind, stated.message(None));
    if let Some(code) = stated.code() {
        error = error.with_code(code);
    }
    match hint::of(kind, None, false, stated) {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// The kind of an error: by code, then by words, then by status.
fn classify(status: Option<u16>, stated: &Stated, reply: Option<&Reply>) -> Meaning {
    let by = |kind| Meaning {
        kind: Some(kind),
        own: false,
        is_told: true,
    };
    let outer = status.and_then(of_status);
    if let Some(reply) = reply
        && cdn::answered(reply, stated)
    {
        return by(ErrorKind::Blocked);
    }
    if stated.page.is_some() {
        return Meaning {
            kind: outer,
            own: false,
            is_told: false,
        };
    }
    if status == Some(407) {
        return by(ErrorKind::Configuration);
    }
    let (own, quoted) = (codes(&stated.codes, &stated.types), {
        codes(&stated.quoted.codes, &stated.quoted.types)
    });
    let text = stated.message.as_deref().unwrap_or_default();
    // The code before the words was read as one, and its parts are no words.
    let text = text_code::words_after(text).to_lowercase();
    // A code that is in no table may still be clear by its words.
    let spelt = |codes: &[String]| {
        let mut spelt = codes.iter().map(|code| code.replace('_', " "));
        spelt.find_map(|code| of_words(&code))
    };
    // A message that is no more than a code, as in `{"detail": "heavy_load"}`.
    let bare = (!text.contains(char::is_whitespace)).then(|| normal(&text));
    let telling = |codes: &[String]| {
        codes.iter().find_map(|code| match code.as_str() {
            // No channel serves it (new-api), or the model does not exist.
            "model_not_found" => match status {
                Some(500..) => Some(ErrorKind::Overloaded),
                _ => None,
            },
            code => of_code(code),
        })
    };
    if let Some(kind) = telling(&quoted) {
        return by(kind);
    }
    if let Some(kind) = telling(&own) {
        // A server that broke may say so after it took the request, unless a document says
        // that this code is not said then.
        let documented = own.iter().any(|code| DOCUMENTED.contains(&code.as_str()));
        let tells =
            status.is_none_or(|status| status < 500) || documented || says_nothing_began(&text);
        return Meaning {
            kind: Some(kind),
            own: tells,
            is_told: true,
        };
    }
    if !stated.validation {
        let worded = bare
            .as_deref()
            .and_then(of_code)
            .or_else(|| of_words(&text));
        if let Some(kind) = worded {
            // Free text of a server that broke says nothing about what it had taken.
            let tells = status.is_none_or(|status| status < 500)
                || bare
                    .as_deref()
                    .is_some_and(|code| DOCUMENTED.contains(&code))
                || says_nothing_began(&text);
            return Meaning {
                kind: Some(kind),
                own: !stated.quoted.any && tells,
                is_told: true,
            };
        }
        if let Some(kind) = spelt(&quoted).or_else(|| spelt(&own)) {
            return by(kind);
        }
    }
    if stated.param.as_deref() == Some("country") {
        return by(ErrorKind::Region);
    }
    // The status that is meant: a gateway writes it as its code, or quotes it.
    let number = |codes: &[String]| codes.iter().find_map(|code| code.parse::<u16>().ok());
    let meant = number(&quoted).or_else(|| number(&own)).and_then(of_status);
    // The status of a file that the server could not fetch is the file's own.
    let fetched = status.is_none() && FETCHES.iter().any(|sign| text.contains(sign));
    let said = stated.quoted.status.filter(|_| !fetched);
    let meant = said.and_then(of_status).or(meant);
    let broad = |codes: &[String]| codes.iter().find_map(|code| of_broad_code(code));
    let worded = || match stated.validation {
        true => Some(ErrorKind::BadRequest),
        false => bare
            .as_deref()
            .and_then(of_broad_code)
            .or_else(|| of_broad_words(&text)),
    };
    let from_quote = broad(&quoted);
    let from_own = broad(&own);
    // What another server did not find is nothing that this call asked for.
    let elsewhere = |kind| match kind {
        Some(ErrorKind::NotFound) if outer == Some(ErrorKind::Server) => outer,
        kind => kind,
    };
    let from_quote = elsewhere(from_quote);
    let meant = elsewhere(meant);
    let kind = match (from_quote.or(from_own), outer) {
        // "Bad request" beside a status that says more.
        (Some(ErrorKind::BadRequest), Some(outer))
            if !matches!(outer, ErrorKind::BadRequest | ErrorKind::Server) =>
        {
            Some(outer)
        }
        (Some(kind), _) => Some(kind),
        // A server that broke, or a good status, around what another one said.
        (None, None | Some(ErrorKind::Server)) => meant.or_else(worded).or(outer),
        (None, Some(outer)) => Some(outer),
    };
    Meaning {
        kind,
        own: from_quote.is_none() && from_own.is_some() && kind == from_own,
        is_told: false,
    }
}

/// Codes from the inside out in the form of the tables, then types.
fn codes(codes: &[String], types: &[String]) -> Vec<String> {
    let inside_out = codes.iter().rev().chain(types.iter().rev());
    inside_out.map(|code| normal(code)).collect()
}

/// The time to wait: as long as the server asks, or until the quota's reset.
fn retry_after(reply: &Reply, stated: &Stated) -> Option<Duration> {
    let reset = stated.resets_in.filter(|seconds| *seconds >= 0.0);
    asked_wait(reply).or_else(|| {
        reset.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    })
}
