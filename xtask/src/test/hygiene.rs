//! Content that must not be in the tree: large files, paths of one machine, leftovers of a
//! merge, citations without a target.

use std::fs;
use std::path::{Path, PathBuf};

use super::citations::{Sections, broken, sections};
use crate::process::{output, program};
use crate::{Outcome, root};

/// The longest file, in bytes, and the longest Rust file, in lines.
const MAX_BYTES: u64 = 1 << 20;
const MAX_LINES: usize = 600;

/// Checks every file that is tracked, or would be.
pub fn check() -> Outcome {
    let root = root();
    let machine = machine_paths(&root);
    let files = files()?;
    let sections = sections(&root, &files)?;
    let mut problems = Vec::new();
    for path in &files {
        let Ok(bytes) = fs::read(root.join(path)) else {
            continue; // Removed, and not yet committed so.
        };
        for problem in problems_of(path, &bytes, &machine, &sections) {
            problems.push(format!("{}: {problem}", path.display()));
        }
    }
    for problem in &problems {
        println!("{problem}");
    }
    println!("{} files looked at", files.len());
    match problems.len() {
        0 => Ok(()),
        count => Err(format!(
            "{count} problems in the tree; each is listed above"
        )),
    }
}

fn files() -> Outcome<Vec<PathBuf>> {
    let list = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let list = output(program("git").args(list)).ok_or(
        "git cannot list the files; install git, and run this in a clone of the repository",
    )?;
    let files = list.split('\0').filter(|path| !path.is_empty());
    Ok(files.map(PathBuf::from).collect())
}

/// Paths that mean something on one machine alone: the usual places of home folders, and
/// this machine's own.
fn machine_paths(root: &Path) -> Vec<String> {
    let mut paths: Vec<String> = [("/home", "/"), ("/Users", "/"), ("C:\\", "Users\\")]
        .map(|(one, other)| format!("{one}{other}"))
        .into();
    let own = [Some(root.to_owned()), std::env::home_dir()];
    for path in own.into_iter().flatten() {
        let path = path.to_string_lossy();
        if path.len() > 4 {
            paths.push(format!("{path}/"));
        }
    }
    paths
}

fn problems_of(path: &Path, bytes: &[u8], machine: &[String], sections: &Sections) -> Vec<String> {
    let mut problems = Vec::new();
    if bytes.len() as u64 > MAX_BYTES {
        problems.push(format!(
            "{} bytes; at most {MAX_BYTES} are kept",
            bytes.len()
        ));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return problems;
    };
    if path.extension().is_some_and(|extension| extension == "rs") {
        let lines = text.lines().count();
        if lines > MAX_LINES {
            problems.push(format!(
                "{lines} lines; split it, at most {MAX_LINES} are read at once"
            ));
        }
    }
    for (number, line) in text.lines().enumerate() {
        if let Some(found) = machine.iter().find(|path| line.contains(path.as_str())) {
            problems.push(format!("line {}: a machine's path, {found}", number + 1));
        }
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            problems.push(format!("line {}: a conflict of a merge", number + 1));
        }
        if !path.ends_with("xtask/src/test/citations.rs") {
            let missing = broken(line, sections).into_iter();
            problems.extend(missing.map(|what| format!("line {}: {what}", number + 1)));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_problem_is_found() {
        let (machine, none) = (vec!["/someone/".to_owned()], Sections::new());
        let of =
            |path: &str, text: &str| problems_of(Path::new(path), text.as_bytes(), &machine, &none);
        assert!(of("a.rs", "fn main() {}\n").is_empty());
        assert_eq!(of("a.rs", "\n// /someone/here\n").len(), 1);
        assert_eq!(of("a.md", "<<<<<<< ours\n").len(), 1);
        assert_eq!(of("a.rs", &"\n".repeat(MAX_LINES + 1)).len(), 1);
        assert!(of("a.json", &"\n".repeat(MAX_LINES + 1)).is_empty());
        assert_eq!(of("a.bin", &"x".repeat(MAX_BYTES as usize + 1)).len(), 1);
    }
}
