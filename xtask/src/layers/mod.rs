//! The rooms of the code and the arrows between them: arrows only go down, and no files
//! form a ring.
//!
//! The order is the one table in ARCHITECTURE.md; the arrows are read from the code.

mod house;
mod scripts;
mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use house::House;
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use crate::{Outcome, root};

/// The crates, by their roots.
const CRATES: &[&str] = &[
    "core/src/lib.rs",
    "batch/src/lib.rs",
    "bridge/src/lib.rs",
    "sentinel/src/lib.rs",
    "simulator/src/lib.rs",
    "faults/src/main.rs",
    "cli/src/main.rs",
    "bindings-python/src/lib.rs",
    "bindings-node/src/lib.rs",
    "bindings-uniffi/src/lib.rs",
    "bindings-wasm/client/src/lib.rs",
    "bindings-wasm/pow/src/lib.rs",
    "xtask/src/main.rs",
];

/// The packages in other languages, by their folders.
const PACKAGES: &[&str] = &[
    "bindings-python/python/sorakit",
    "bindings-node/lib",
    "bindings-wasm/lib",
];

/// Holds every crate and package to the order of rooms, and to no rings of files.
pub fn check() -> Outcome {
    let root = root();
    let order = order(&root)?;
    let (mut problems, mut files, mut arrows) = (Vec::new(), 0, 0);
    let crates = CRATES.iter().map(|entry| {
        let files = source::read(&root, Path::new(entry))?;
        Ok(house::draw(&files))
    });
    let packages = PACKAGES.iter().map(|folder| scripts::draw(&root, folder));
    for house in crates.chain(packages) {
        let house: House = house?;
        problems.extend(upward(&house, &order));
        problems.extend(rings(&house));
        files += house.files.len();
        arrows += house.arrows.len();
    }
    for problem in &problems {
        println!("{problem}");
    }
    println!("{files} files, {arrows} arrows, {} rooms", order.len());
    match problems.len() {
        0 => Ok(()),
        count => Err(format!(
            "{count} arrows up or rings of files; each is listed above"
        )),
    }
}

/// The rooms, from the lowest to the highest.
fn order(root: &Path) -> Outcome<Vec<PathBuf>> {
    const FILE: &str = "ARCHITECTURE.md";
    let text =
        std::fs::read_to_string(root.join(FILE)).map_err(|error| format!("{FILE}: {error}"))?;
    let marked = |text: &str| {
        let (_, rest) = text.split_once("<!-- layers -->")?;
        Some(rest.split_once("<!-- /layers -->")?.0.to_owned())
    };
    let table = marked(&text).ok_or(format!(
        "{FILE} lacks the table between <!-- layers --> and <!-- /layers -->"
    ))?;
    let rooms = table.lines().filter_map(|line| {
        let place = line.split_whitespace().next()?;
        let is_room = place.starts_with("core/src/");
        is_room.then(|| PathBuf::from(place.trim_end_matches('/')))
    });
    // The table lists the highest first.
    let mut rooms: Vec<_> = rooms.collect();
    rooms.reverse();
    for room in &rooms {
        if !root.join(room).exists() && !root.join(room).with_extension("rs").exists() {
            return Err(format!(
                "{FILE} names {}, which is not there",
                room.display()
            ));
        }
    }
    let folders = std::fs::read_dir(root.join("core/src"))
        .map_err(|error| format!("core/src: {error}"))?
        .flatten();
    for folder in folders.filter(|entry| entry.path().is_dir()) {
        let path = Path::new("core/src").join(folder.file_name());
        if !rooms.contains(&path) {
            return Err(format!("{FILE} does not name the room {}", path.display()));
        }
    }
    Ok(rooms)
}

/// The arrows that run up, with both ends.
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
            problems.extend(taken.iter().map(|taken| {
                format!(
                    "up: {}:{} takes {} from {}",
                    house.files[from].display(),
                    taken.line,
                    taken.name,
                    house.files[to].display(),
                )
            }));
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

#[cfg(test)]
mod tests {
    use super::*;
    use house::Taken;

    fn house(arrows: &[(usize, usize)], calls: &[(usize, usize)]) -> House {
        let files = [
            "core/src/api/a.rs",
            "core/src/client.rs",
            "core/src/flow/b.rs",
        ];
        let taken = || {
            BTreeSet::from([Taken {
                name: "x".into(),
                line: 7,
            }])
        };
        House {
            files: files.map(PathBuf::from).into(),
            arrows: arrows.iter().map(|arrow| (*arrow, taken())).collect(),
            calls: calls.iter().map(|call| (*call, taken())).collect(),
        }
    }

    #[test]
    fn an_arrow_up_and_a_call_up_are_told_with_both_ends() {
        let order = ["core/src/api", "core/src/client", "core/src/flow"].map(PathBuf::from);
        assert!(upward(&house(&[(2, 0), (1, 0), (2, 1)], &[(2, 1)]), &order).is_empty());
        for told in [
            upward(&house(&[(0, 2)], &[]), &order),
            upward(&house(&[], &[(0, 2)]), &order),
        ] {
            let expected = "up: core/src/api/a.rs:7 takes x from core/src/flow/b.rs";
            assert_eq!(told, [expected]);
        }
    }

    #[test]
    fn a_ring_is_told_with_what_ties_it() {
        assert!(rings(&house(&[(2, 0), (2, 1), (1, 0)], &[])).is_empty());
        let told = rings(&house(&[(0, 1), (1, 2), (2, 0)], &[]));
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("ring of 3 files:"), "{told:?}");
        assert!(told[0].contains("core/src/client.rs -> core/src/flow/b.rs: x"));
    }
}
