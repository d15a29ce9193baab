//! Which flows there are on which dialect, and which operations they make.

use std::collections::BTreeMap;

use sorakit::Dialect;

use crate::cell::Stage;
use crate::flow::{Flow, PROMPT};
use crate::list::Target;

/// These flows, each on every dialect that has it.
pub fn flows(flows: &[Flow]) -> impl Iterator<Item = (Flow, Dialect)> {
    flows.iter().flat_map(|&flow| {
        let dialects = Dialect::ALL.iter().copied();
        dialects
            .filter(move |dialect| flow.is_offered(*dialect))
            .map(move |dialect| (flow, dialect))
    })
}

/// The operations that a flow makes, and whether they only read.
pub fn targets(flow: Flow, dialect: Dialect, video: &'static [u8]) -> BTreeMap<Target, bool> {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::new(flow, dialect);
    let before = stage.before(flow, PROMPT);
    stage.simulator.clear_journal();
    stage.act_well(flow, before, &folder.path().join("cat.mp4"), video);
    let journal = stage.simulator.journal();
    let seen = journal
        .iter()
        .filter_map(|entry| Some((Target::of(entry)?, entry.method == "GET")));
    seen.collect()
}
