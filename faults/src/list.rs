//! The faults, as `tests/contract/faults.json` lists them for every language.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use sorakit_simulator::{Action, Rule};

/// A fault that is played against every flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    pub name: String,
    /// How many requests it hits; every one when absent.
    #[serde(default)]
    pub times: Option<u32>,
    /// Whether what only reads has to get over it.
    #[serde(default)]
    pub passes: bool,
    /// Whether much is sent, so that memory is looked at.
    #[serde(default)]
    pub large: bool,
    /// What happens; `{credential}` stands for the access token or key.
    action: Value,
}

impl Fault {
    /// The rule that hits the requests of this operation, or of this listener.
    pub fn rule(&self, target: &Target, credential: &str) -> Rule {
        let action = self.action.to_string().replace("{credential}", credential);
        let action: Action = serde_json::from_str(&action).expect("an action of the simulator");
        let rule = match target {
            Target::Operation(name) => Rule::new(action).operation(name),
            Target::Media => Rule::new(action).origin("cdn"),
        };
        match self.times {
            Some(times) => rule.times(times),
            None => rule.always(),
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
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Operation(name) => f.write_str(name),
            Self::Media => f.write_str("media"),
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
            fault.rule(&target, "token");
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), faults.len(), "two faults have one name");
        assert!(names.len() >= 60, "{} faults", names.len());
    }
}
