//! The faults, as `tests/contract/faults.json` lists them for every language.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use sorakit_simulator::{Action, Entry, Rule};

/// A fault that is played against every flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    pub name: String,
    /// How many requests pass first.
    #[serde(default)]
    skip: u32,
    /// How many requests it hits; every one when absent.
    #[serde(default)]
    pub times: Option<u32>,
    /// Whether what only reads has to get over it.
    #[serde(default)]
    pub passes: bool,
    /// Whether much is sent, so that memory is looked at.
    #[serde(default)]
    pub large: bool,
    /// What happens to the request before, once.
    #[serde(default)]
    first: Option<Value>,
    /// What happens; `{credential}` stands for the access token or key.
    #[serde(default)]
    action: Option<Value>,
    /// What is asked for in the prompt of the simulator itself; such a fault hits jobs,
    /// and no requests.
    #[serde(default)]
    pub prompt: Option<String>,
    /// By how many seconds the caller's time of day jumps before the flow.
    #[serde(default)]
    pub jump: i64,
}

impl Fault {
    /// The rules that hit the requests of this operation, or of this listener.
    pub fn rules(&self, target: &Target, credential: &str) -> Vec<Rule> {
        let rule = |action: &Value, skip| {
            let action = action.to_string().replace("{credential}", credential);
            let action: Action = serde_json::from_str(&action).expect("an action of the simulator");
            let rule = Rule::new(action).skip(skip);
            match target {
                Target::Operation(name) => Some(rule.operation(name)),
                Target::Media => Some(rule.origin("cdn")),
                Target::Job => None,
            }
        };
        let first = self.first.as_ref();
        let first = first.and_then(|action| rule(action, self.skip));
        let skip = self.skip + u32::from(self.first.is_some());
        let then = self.action.as_ref().and_then(|action| rule(action, skip));
        let then = then.map(|rule| match self.times {
            Some(times) => rule.times(times),
            None => rule.always(),
        });
        first.into_iter().chain(then).collect()
    }

    /// Whether it hits requests, and not what becomes of a job or what time it is.
    pub fn hits_requests(&self) -> bool {
        self.action.is_some()
    }

    /// Whether it puts other values into answers that are otherwise taken.
    pub fn changes_fields(&self) -> bool {
        let kind = self.action.as_ref().map(|action| &action["kind"]);
        kind.is_some_and(|kind| kind == "field")
    }

    /// Whether it never ends, and every answer that it hits is an error or none.
    pub fn fails_always(&self) -> bool {
        let Some(action) = self.action.as_ref().filter(|_| self.times.is_none()) else {
            return false;
        };
        match action["kind"].as_str().unwrap_or_default() {
            "status" => action["status"].as_u64() >= Some(400),
            kind => matches!(kind, "cloudflare" | "reset_after" | "invalid_json"),
        }
    }
}

/// Which requests a fault hits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Those of an operation.
    Operation(String),
    /// Those for media.
    Media,
    /// None, but what becomes of the job.
    Job,
}

impl Target {
    /// What this request is of.
    pub fn of(entry: &Entry) -> Option<Self> {
        match entry.origin.as_str() {
            "cdn" => Some(Self::Media),
            _ => entry.operation.clone().map(Self::Operation),
        }
    }

    /// Whether this request is one of these.
    pub fn is_of(&self, entry: &Entry) -> bool {
        Self::of(entry).as_ref() == Some(self)
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Operation(name) => f.write_str(name),
            Self::Media => f.write_str("media"),
            Self::Job => f.write_str("job"),
        }
    }
}

/// All faults of the list.
pub fn faults() -> Vec<Fault> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract/faults.json");
    let text = std::fs::read_to_string(&path).expect("the list of faults");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_one_of_the_simulator() {
        let faults = faults();
        let target = Target::Operation("sora.videos.create".into());
        let mut names: Vec<_> = faults.iter().map(|fault| fault.name.clone()).collect();
        for fault in &faults {
            let hits = !fault.rules(&target, "token").is_empty();
            assert!(
                hits || fault.prompt.is_some() || fault.jump != 0,
                "{}",
                fault.name
            );
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), faults.len(), "two faults have one name");
        assert!(names.len() >= 60, "{} faults", names.len());
    }
}
