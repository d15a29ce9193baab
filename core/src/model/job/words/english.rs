//! States of several words, whose structure tells what they mean: what is denied, what may come,
//! what something else than the job did, and what is tried again.

use super::table::known;
use crate::model::JobStatus::{self, Cancelled, Failed, Succeeded};

/// Words around a status word that name the job and say nothing about its status.
const AROUND: &[&str] = &[
    "task",
    "job",
    "video",
    "generation",
    "request",
    "status",
    "state",
    "result",
    "run",
    "is",
    "was",
    "has",
    "been",
    "the",
    "a",
    "in",
    "with",
    "all",
    "successfully",
];

/// The job's own work, which succeeds with it.
const WORK: &[&str] = &[
    "generate",
    "generating",
    "render",
    "rendering",
    "execution",
    "execute",
    "exec",
    "process",
    "creation",
    "production",
    "synthesis",
    "prediction",
    "workflow",
    "pipeline",
    "output",
    "final",
];

/// Others who take part, and whose own success is not the job's.
const ACTORS: &[&str] = &[
    "image", "media", "user", "client", "owner", "server", "system", "admin", "provider",
    "upstream", "to",
];

/// Words that turn a word into its opposite, and those that may stand between.
const NOT: &[&str] = &[
    "not", "no", "non", "never", "un", "isnt", "wasnt", "without", "hasnt",
];
const BETWEEN: &[&str] = &[
    "yet",
    "been",
    "be",
    "fully",
    "completely",
    "quite",
    "entirely",
    "really",
    "any",
    "a",
    "the",
    "is",
    "longer",
    "currently",
    "video",
    "task",
    "job",
];

/// Words that begin the circumstances of what is said before them.
const CIRCUMSTANCES: &[&str] = &["after", "by", "due", "because", "since"];

/// Words of what is not so yet, or not wholly.
const MAYBE: &[&str] = &[
    "soon",
    "almost",
    "nearly",
    "about",
    "will",
    "may",
    "might",
    "should",
    "would",
    "until",
    "before",
    "when",
    "if",
    "unless",
    "while",
    "partly",
    "partially",
    "partial",
    "half",
    "expected",
    "estimated",
    "likely",
    "possibly",
    "next",
    "awaiting",
    "await",
    "previous",
    "prev",
    "requested",
    "free",
    "none",
    "warning",
    "warnings",
];

/// Words of what is tried again, and those that tell that it is not any more.
const AGAIN: &[&str] = &[
    "retry",
    "retries",
    "retrying",
    "retried",
    "attempt",
    "attempts",
    "reattempt",
    "requeue",
    "requeued",
    "resubmit",
    "resubmitted",
    "recover",
    "recovered",
    "recovery",
    "recovering",
    "resuming",
    "restarting",
    "switching",
    "fallback",
    "failover",
    "try",
    "tries",
    "again",
];
const NO_MORE: &[&str] = &[
    "max",
    "maximum",
    "exceeded",
    "exhausted",
    "limit",
    "reached",
    "many",
    "more",
    "all",
    "final",
    "finally",
    "last",
    "permanently",
    "please",
];

/// What may fail beside the job, which goes on.
const BESIDE: &[&str] = &[
    "callback",
    "callbacks",
    "webhook",
    "webhooks",
    "notification",
    "notify",
    "cancel",
    "cancellation",
    "cancelling",
    "refund",
    "thumbnail",
    "cover",
    "poster",
    "preview",
    "subtitle",
    "subtitles",
    "caption",
    "captions",
    "watermark",
    "heartbeat",
    "health",
    "ping",
    "cache",
    "log",
    "logs",
    "metrics",
    "email",
];

/// Words on `-ing` that are no activity.
const NO_ACTIVITY: &[&str] = &["missing", "billing", "warning", "existing"];

/// The status that several words mean.
pub(super) fn status(pieces: &[&str]) -> Option<JobStatus> {
    if counts(pieces) {
        return None;
    }
    let end = pieces
        .iter()
        .position(|piece| CIRCUMSTANCES.contains(piece));
    let main = match end {
        Some(end) if end > 0 => &pieces[..end],
        _ => pieces,
    };
    let main: Vec<&str> = main
        .iter()
        .copied()
        .filter(|piece| !is_measure(piece))
        .collect();
    // `MEDIA_GENERATION_STATUS_SUCCESSFUL` is the name of a state, `media_ready` something else's.
    let named = pieces
        .iter()
        .any(|piece| ["status", "state", "task", "job"].contains(piece));
    let main: Vec<&str> = main
        .into_iter()
        .filter(|piece| !(named && ACTORS.contains(piece)))
        .collect();
    let plain: Vec<&str> = main
        .iter()
        .copied()
        .filter(|piece| !AROUND.contains(piece))
        .collect();
    if let Some(status) = known(&main.concat()).or_else(|| known(&plain.concat())) {
        return Some(status);
    }
    let has = |list: &[&str]| main.iter().any(|piece| list.contains(piece));
    if has(MAYBE) {
        return None;
    }
    let mut core = affirmed(&plain)?;
    if has(AGAIN) {
        if !has(NO_MORE) {
            return None;
        }
        core.retain(|piece| !AGAIN.contains(piece) && *piece != "please");
        if core.iter().all(|piece| known(piece).is_none()) {
            return (!main.contains(&"please")).then_some(Failed);
        }
    }
    of_several(&core)
}

/// A server's word as a code, without the words around it.
pub(super) fn code(pieces: &[&str]) -> String {
    let around = |piece: &&&str| {
        AROUND.contains(piece) || ACTORS.contains(piece) || CIRCUMSTANCES.contains(piece)
    };
    let core: Vec<&str> = pieces
        .iter()
        .filter(|piece| !around(piece))
        .copied()
        .collect();
    core.join("_")
}

/// True if a number says how many have ended, or that none has: `0 failed`, `3 succeeded`. A
/// number of a status is none: `500 error`.
fn counts(pieces: &[&str]) -> bool {
    let number = |piece: &str| piece.parse::<u32>().ok();
    let ended = |piece: &str| known(piece).is_some_and(JobStatus::is_ended);
    pieces.contains(&"0")
        || pieces.windows(2).any(|pair| {
            number(pair[0]).is_some_and(|count| !(400..600).contains(&count)) && ended(pair[1])
        })
}

/// True for a number, and one with a unit: `45`, `32s`, `3min`.
fn is_measure(piece: &str) -> bool {
    let unit = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    let units = ["", "s", "sec", "secs", "m", "min", "ms", "h"];
    unit.len() < piece.len() && units.contains(&unit)
}

/// The words that are not denied; `None` where a denial is all that is said.
fn affirmed<'a>(pieces: &[&'a str]) -> Option<Vec<&'a str>> {
    let mut pieces = pieces.iter().copied();
    let mut core = Vec::new();
    while let Some(piece) = pieces.next() {
        match NOT.contains(&piece) {
            // It denies the next word that says something.
            true => {
                pieces.find(|next| !BETWEEN.contains(next))?;
            }
            false => core.push(piece),
        }
    }
    (!core.is_empty()).then_some(core)
}

/// Several words, of which the known ones agree. Where the others are unknown, only an
/// end without a result is believed: `upload_completed` is not the video's end, while
/// `moderation_failed` is.
fn of_several(core: &[&str]) -> Option<JobStatus> {
    let has = |list: &[&str]| core.iter().any(|piece| list.contains(piece));
    let last = core.last().and_then(|piece| known(piece));
    let is_alone = core.len() == 1;
    let beside = has(BESIDE) && !is_alone;
    // The last piece says how it ended: `throttled_failed`, `aborted_error`.
    if last == Some(Failed) {
        return (!beside).then_some(Failed);
    }
    let others = |list: &[&str], piece: &&&str| !list.contains(piece);
    let told: Vec<&&str> = core.iter().filter(|piece| others(ACTORS, piece)).collect();
    let statuses: Vec<JobStatus> = told.iter().filter_map(|piece| known(piece)).collect();
    let first = *statuses.first()?;
    if statuses.iter().any(|status| *status != first) && !has(WORK) {
        return None;
    }
    let goes_on = || {
        let doing = |piece: &&&&str| piece.len() > 4 && piece.ends_with("ing");
        let mut doing = told.iter().filter(doing);
        doing.any(|piece| known(piece).is_none() && !NO_ACTIVITY.contains(*piece))
    };
    match first {
        Failed => (!beside && !goes_on()).then_some(first),
        Cancelled => {
            let other = BESIDE
                .iter()
                .any(|name| core.contains(name) && *name != "cancel");
            (!other && !goes_on()).then_some(first)
        }
        first => {
            let own: Vec<&&str> = core.iter().filter(|piece| others(WORK, piece)).collect();
            let statuses = own.iter().map(|piece| known(piece));
            let mut statuses = statuses.collect::<Option<Vec<_>>>()?.into_iter();
            let status = statuses.next().unwrap_or(first);
            let agree = statuses.all(|other| other == status);
            (agree && (status == Succeeded || status == first)).then_some(status)
        }
    }
}
