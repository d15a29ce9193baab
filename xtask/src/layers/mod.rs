//! The rooms of the code and the arrows between them: an arrow goes down, and none goes round.
//!
//! The order is the one table in ARCHITECTURE.md; the arrows are read from the code.

mod house;
mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use house::House;
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use crate::{Outcome, root};

/// The crates that are held to no rings, by their roots.
const CRATES: &[&str] = &[
    "core/src/lib.rs",
    "sentinel/src/lib.rs",
    "simulator/src/lib.rs",
    "faults/src/main.rs",
    "cli/src/main.rs",
    "bindings-python/src/lib.rs",
    "bindings-node/src/lib.rs",
    "bindings-wasm/client/src/lib.rs",
    "xtask/src/main.rs",
];

/// Checks every crate, and the package for Python.
pub fn check() -> Outcome {
    let root = root();
    let order = order(&root)?;
    let mut problems = Vec::new();
    for entry in CRATES {
        let files = source::read(&root, Path::new(entry))?;
        let house = house::draw(&files);
        problems.extend(upward(&house, &order));
        problems.extend(rings(&house));
        println!(
            "{entry}: {} files, {} arrows",
            house.files.len(),
            house.arrows.len()
        );
    }
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        count => Err(format!("{count} arrows or rings; each is listed above")),
    }
}

/// The rooms, from the lowest to the highest.
fn order(root: &Path) -> Outcome<Vec<PathBuf>> {
    let text = std::fs::read_to_string(root.join("ARCHITECTURE.md"))
        .map_err(|error| format!("ARCHITECTURE.md: {error}"))?;
    let (_, rest) = text
        .split_once("<!-- layers -->")
        .ok_or("ARCHITECTURE.md lacks the mark <!-- layers -->")?;
    let (table, _) = rest
        .split_once("<!-- /layers -->")
        .ok_or("ARCHITECTURE.md lacks the mark <!-- /layers -->")?;
    let rooms = table.lines().filter_map(|line| {
        let place = line.split_whitespace().next()?;
        place
            .starts_with("core/src/")
            .then(|| PathBuf::from(place.trim_end_matches('/')))
    });
    // It stands as a reader sees it: the highest first.
    let mut rooms: Vec<_> = rooms.collect();
    rooms.reverse();
    for room in &rooms {
        if !root.join(room).exists() && !root.join(room).with_extension("rs").exists() {
            return Err(format!(
                "ARCHITECTURE.md names {}, which is not there",
                room.display()
            ));
        }
    }
    Ok(rooms)
}

/// The arrows that run up.
fn upward(house: &House, order: &[PathBuf]) -> Vec<String> {
    let floor = |file: usize| {
        let path = house.files[file].with_extension("");
        order.iter().position(|room| path.starts_with(room))
    };
    let mut problems = Vec::new();
    for (&(from, to), taken) in house.arrows.iter().chain(&house.calls) {
        let (Some(low), Some(high)) = (floor(from), floor(to)) else {
            continue;
        };
        if low < high {
            for taken in taken {
                problems.push(format!(
                    "up: {}:{} takes {} from {}",
                    house.files[from].display(),
                    taken.line,
                    taken.name,
                    house.files[to].display(),
                ));
            }
        }
    }
    problems
}

/// The rings of files, each with what ties it.
fn rings(house: &House) -> Vec<String> {
    let graph: DiGraphMap<usize, ()> = house.arrows.keys().copied().collect();
    let rings = tarjan_scc(&graph).into_iter().filter(|ring| ring.len() > 1);
    let told = rings.map(|ring| {
        let files: BTreeSet<usize> = ring.into_iter().collect();
        let mut text = format!("ring of {} files:", files.len());
        for ((from, to), taken) in &house.arrows {
            if files.contains(from) && files.contains(to) {
                let names: Vec<_> = taken.iter().map(|taken| taken.name.as_str()).collect();
                text.push_str(&format!(
                    "\n  {} -> {}: {}",
                    house.files[*from].display(),
                    house.files[*to].display(),
                    names.join(", ")
                ));
            }
        }
        text
    });
    told.collect()
}
