//! A crate as files with arrows between them: which file needs which, and for what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::source::{File, Names};

/// The arrows of a crate, by the indices of its files.
#[derive(Debug, Default)]
pub struct House {
    pub files: Vec<PathBuf>,
    /// From one file to another, with what the first takes from the second.
    pub arrows: BTreeMap<(usize, usize), BTreeSet<Taken>>,
    /// From a file to another that defines a method which the first calls, outside its type's
    /// own file.
    pub calls: BTreeMap<(usize, usize), BTreeSet<Taken>>,
}

/// The taken item, and the line that takes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    pub name: String,
    pub line: usize,
}

/// Draws the arrows between the files.
pub fn draw(files: &[File]) -> House {
    let finder = Finder::of(files);
    let mut house = House {
        files: files.iter().map(|file| file.path.clone()).collect(),
        ..House::default()
    };
    for (from, file) in files.iter().enumerate() {
        let mut take = |path: &[String], line: usize| {
            let Some(to) = finder.find(from, path) else {
                return;
            };
            if to != from {
                let name = path.last().cloned().unwrap_or_default();
                let taken = house.arrows.entry((from, to)).or_default();
                if !taken.iter().any(|taken| taken.name == name) {
                    taken.insert(Taken { name, line });
                }
            }
        };
        for import in file.imports.values().filter(|import| !import.handed_on) {
            take(&import.path, import.line);
        }
        for glob in &file.globs {
            // For a glob import, the items really used are unknown: the whole is taken.
            take(glob, 1);
        }
        for mention in &file.mentions {
            let first = &mention.path[0];
            let imported = file.imports.get(first);
            let known = imported.is_some()
                || ["crate", "self", "super"].contains(&first.as_str())
                || finder.child(from, first).is_some();
            if known && (mention.path.len() > 1 || imported.is_some_and(|import| import.handed_on))
            {
                take(&mention.path, mention.line);
            }
        }
    }
    house.calls = calls(files, &finder);
    house
}

/// The calls of methods that a type's own file does not define, in files that mention the
/// type.
fn calls(files: &[File], finder: &Finder<'_>) -> BTreeMap<(usize, usize), BTreeSet<Taken>> {
    let mut definers: BTreeMap<&str, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        for (of, method) in &file.methods {
            let elsewhere = finder.find(at, of) != Some(at);
            let of = of.last().map(String::as_str).filter(|_| elsewhere);
            definers.entry(method).or_default().push((at, of));
        }
        for method in &file.own_methods {
            definers.entry(method).or_default().push((at, None));
        }
    }
    let mut calls: BTreeMap<_, BTreeSet<Taken>> = BTreeMap::new();
    for (from, file) in files.iter().enumerate() {
        for (method, line) in &file.calls {
            // A name that several files define may be any of them.
            let definer = definers.get(method.as_str()).map(Vec::as_slice);
            let speaks_of = |of: &str| {
                let mut mentions = file.mentions.iter();
                mentions.any(|mention| mention.path.iter().any(|name| name == of))
            };
            if let Some([(to, Some(of))]) = definer
                && *to != from
                && speaks_of(of)
            {
                let taken = Taken {
                    name: format!("{method}()"),
                    line: *line,
                };
                calls.entry((from, *to)).or_default().insert(taken);
            }
        }
    }
    calls
}

/// Finds the file that defines what a path names.
struct Finder<'a> {
    files: &'a [File],
    modules: BTreeMap<&'a [String], usize>,
}

impl<'a> Finder<'a> {
    fn of(files: &'a [File]) -> Self {
        let modules = files.iter().enumerate();
        Self {
            modules: modules
                .map(|(at, file)| (file.module.as_slice(), at))
                .collect(),
            files,
        }
    }

    fn child(&self, of: usize, name: &str) -> Option<usize> {
        let mut path = self.files[of].module.clone();
        path.push(name.to_owned());
        self.modules.get(path.as_slice()).copied()
    }

    /// The file that a path written in the file `from` leads to.
    fn find(&self, from: usize, path: &[String]) -> Option<usize> {
        self.follow(from, path, 0)
    }

    fn follow(&self, from: usize, path: &[String], depth: usize) -> Option<usize> {
        let (first, mut rest) = path.split_first()?;
        let own: Names = self.files[from].module.clone();
        let mut at = match first.as_str() {
            "crate" => 0,
            "self" => from,
            "super" => {
                let mut up = &own[..own.len().saturating_sub(1)];
                while let Some(("super", after)) = rest
                    .split_first()
                    .map(|(name, after)| (name.as_str(), after))
                {
                    up = &up[..up.len().saturating_sub(1)];
                    rest = after;
                }
                *self.modules.get(up)?
            }
            _ => {
                rest = path;
                from
            }
        };
        loop {
            let Some((name, after)) = rest.split_first() else {
                return Some(at);
            };
            if let Some(child) = self.child(at, name) {
                (at, rest) = (child, after);
                continue;
            }
            return self.item(
                at,
                name,
                after,
                first != name || path.len() > rest.len(),
                depth,
            );
        }
    }

    /// The file that defines the item `name` of the file `at`.
    fn item(
        &self,
        at: usize,
        name: &str,
        after: &[String],
        from_outside: bool,
        depth: usize,
    ) -> Option<usize> {
        let file = &self.files[at];
        if file.defines.contains(name) {
            return Some(at);
        }
        if depth < 12 {
            if let Some(import) = file.imports.get(name) {
                let mut path = import.path.clone();
                path.extend_from_slice(after);
                return self.follow(at, &path, depth + 1);
            }
            for glob in &file.globs {
                let mut path = glob.clone();
                path.push(name.to_owned());
                let found = self.follow(at, &path, depth + 1);
                if let Some(found) = found
                    && self.files[found].defines.contains(name)
                {
                    return Some(found);
                }
            }
        }
        // The result of a macro in the file is visible only to its users.
        from_outside.then_some(at)
    }
}
