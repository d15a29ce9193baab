//! Which requests a fault hits.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Action, Seen};

/// A rule: every condition that is given must hold. In `path` and `operation`
/// a `*` stands for any text.
///
/// ```
/// use sorakit_simulator::{Action, Rule};
///
/// // The second create is answered by a reset, after it was carried out.
/// let rule = Rule::new(Action::ResetAfter).operation("sora.videos.create").skip(1);
/// # let _ = rule;
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// HTTP method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Path as received, such as `/backend/nf/*`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Name of the operation, such as `sora.*`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// Listener: `api`, a dialect with a port of its own, or `cdn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// How many matching requests pass first.
    #[serde(default)]
    pub skip: u32,
    /// How many requests are hit; `None`, or `"all"` where a file has no `null`, for all.
    #[serde(default = "once", deserialize_with = "number_or_all")]
    pub times: Option<u32>,
    /// Chance that a due request is hit, 0.0 to 1.0, drawn with the seed.
    #[serde(default = "certain")]
    pub probability: f64,
    /// What happens.
    pub action: Action,
}

fn once() -> Option<u32> {
    Some(1)
}

fn number_or_all<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Times {
        Number(u32),
        Word(String),
    }
    match Option::<Times>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Times::Number(times)) => Ok(Some(times)),
        Some(Times::Word(word)) if word == "all" => Ok(None),
        Some(Times::Word(_)) => Err(serde::de::Error::custom("must be a number or `all`")),
    }
}

fn certain() -> f64 {
    1.0
}

impl Rule {
    /// A rule that hits the next request with `action`.
    pub fn new(action: Action) -> Self {
        Self {
            method: None,
            path: None,
            operation: None,
            origin: None,
            skip: 0,
            times: once(),
            probability: certain(),
            action,
        }
    }

    /// Only requests with this method.
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Only requests for this path.
    pub fn path(mut self, path: &str) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// Only requests of this operation.
    pub fn operation(mut self, operation: &str) -> Self {
        self.operation = Some(operation.to_owned());
        self
    }

    /// Only requests to this listener.
    pub fn origin(mut self, origin: &str) -> Self {
        self.origin = Some(origin.to_owned());
        self
    }

    /// Lets the first `skip` matching requests pass.
    pub fn skip(mut self, skip: u32) -> Self {
        self.skip = skip;
        self
    }

    /// Hits `times` requests.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Hits every request from then on.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// Hits a due request with this chance.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = probability;
        self
    }

    pub(crate) fn matches(&self, seen: &Seen<'_>) -> bool {
        let like = |pattern: &Option<String>, text: Option<&str>| match (pattern, text) {
            (None, _) => true,
            (Some(pattern), Some(text)) => is_like(pattern, text),
            (Some(_), None) => false,
        };
        self.method
            .as_deref()
            .is_none_or(|method| method.eq_ignore_ascii_case(seen.method))
            && self
                .origin
                .as_deref()
                .is_none_or(|origin| origin == seen.origin)
            && like(&self.path, Some(seen.path))
            && like(&self.operation, seen.operation)
    }
}

/// Whether `text` matches `pattern`, in which `*` stands for any text.
fn is_like(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(tail) = text.strip_prefix(head) else {
        return false;
    };
    (0..=tail.len())
        .filter(|at| tail.is_char_boundary(*at))
        .any(|at| is_like(rest, &tail[at..]))
}
