//! Scripted faults: which requests they hit, and what happens to those.

mod action;
mod rule;
mod script;
mod seen;

pub use action::Action;
pub use rule::Rule;
pub use script::read as read_script;
pub use seen::Seen;

use fastrand::Rng;

/// The rules of one simulator, in the order in which they were added.
#[derive(Debug)]
pub struct Faults {
    rules: Vec<Active>,
    next: u64,
    rng: Rng,
}

#[derive(Debug)]
struct Active {
    id: u64,
    rule: Rule,
    matched: u32,
    played: u32,
}

impl Faults {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rules: Vec::new(),
            next: 1,
            rng: Rng::with_seed(seed ^ 0x6661_756c_7473),
        }
    }

    /// Adds a rule and returns its number.
    pub fn add(&mut self, rule: Rule) -> u64 {
        let id = self.next;
        self.next += 1;
        self.rules.push(Active {
            id,
            rule,
            matched: 0,
            played: 0,
        });
        id
    }

    /// Removes the rule `id`; false if there is none.
    pub fn remove(&mut self, id: u64) -> bool {
        let before = self.rules.len();
        self.rules.retain(|active| active.id != id);
        self.rules.len() < before
    }

    /// Removes all rules.
    pub fn clear(&mut self) {
        self.rules.clear();
    }

    /// Each rule with its number and how often it was played.
    pub fn rules(&self) -> impl Iterator<Item = (u64, &Rule, u32)> {
        self.rules
            .iter()
            .map(|active| (active.id, &active.rule, active.played))
    }

    /// The action for a request: that of the first rule that hits it. Every
    /// rule that matches counts the request, hit or not.
    pub(crate) fn pick(&mut self, seen: &Seen<'_>) -> Option<Action> {
        let mut picked = None;
        for active in &mut self.rules {
            if !active.rule.matches(seen) {
                continue;
            }
            active.matched += 1;
            let due = active.matched > active.rule.skip;
            let left = active.rule.times.is_none_or(|times| active.played < times);
            if picked.is_none() && due && left && self.rng.f64() < active.rule.probability {
                active.played += 1;
                picked = Some(active.rule.action.clone());
            }
        }
        picked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CREATE: Seen<'_> = Seen {
        method: "POST",
        path: "/backend/nf/create",
        origin: "api",
        operation: Some("sora.videos.create"),
    };

    fn hits(faults: &mut Faults, times: usize) -> Vec<bool> {
        (0..times).map(|_| faults.pick(&CREATE).is_some()).collect()
    }

    #[test]
    fn a_rule_hits_the_nth_requests_that_match() {
        let mut faults = Faults::new(1);
        faults.add(
            Rule::new(Action::ResetBefore)
                .operation("sora.videos.*")
                .skip(1)
                .times(2),
        );
        assert_eq!(hits(&mut faults, 5), [false, true, true, false, false]);
        faults.clear();
        faults.add(Rule::new(Action::ResetBefore).method("GET"));
        faults.add(Rule::new(Action::ResetBefore).path("/nf/*"));
        assert_eq!(hits(&mut faults, 1), [false]);
        faults.add(Rule::new(Action::ResetBefore).path("*/nf/*").always());
        assert_eq!(hits(&mut faults, 3), [true; 3]);
    }

    #[test]
    fn chance_repeats_itself_with_the_seed() {
        let run = |seed| {
            let mut faults = Faults::new(seed);
            faults.add(Rule::new(Action::ResetBefore).always().probability(0.5));
            hits(&mut faults, 64)
        };
        assert_eq!(run(7), run(7));
        assert_ne!(run(7), run(8));
    }
}
