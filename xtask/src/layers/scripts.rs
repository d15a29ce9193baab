//! The files of the packages for Python and for JavaScript, by their import lines. An
//! import for a type checker alone is no arrow: no program runs it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::house::{House, Taken};
use crate::Outcome;

/// Draws the arrows between the files of a folder.
pub fn draw(root: &Path, folder: &str) -> Outcome<House> {
    let mut files = Vec::new();
    collect(&root.join(folder), &mut files)?;
    files.sort();
    let files: Vec<PathBuf> = files
        .iter()
        .map(|file| file.strip_prefix(root).unwrap_or(file).to_owned())
        .collect();
    let places: BTreeMap<&Path, usize> = files
        .iter()
        .enumerate()
        .map(|(at, file)| (file.as_path(), at))
        .collect();
    let mut house = House {
        files: files.clone(),
        ..House::default()
    };
    for (from, file) in files.iter().enumerate() {
        let text = fs::read_to_string(root.join(file))
            .map_err(|error| format!("{}: {error}", file.display()))?;
        let imports = match file.extension().is_some_and(|extension| extension == "py") {
            true => python(&text),
            false => javascript(&text),
        };
        for (line, import) in imports {
            let folder = file.parent().unwrap_or(Path::new(""));
            let to = candidates(folder, &import);
            let to = to.iter().find_map(|path| places.get(path.as_path()));
            if let Some(&to) = to
                && to != from
            {
                let taken: &mut BTreeSet<_> = house.arrows.entry((from, to)).or_default();
                taken.insert(Taken { name: import, line });
            }
        }
    }
    Ok(house)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let listed = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in listed.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "py" || extension == "js" || extension == "mjs")
        {
            files.push(path);
        }
    }
    Ok(())
}

/// The modules that Python imports from its own package, as `._jobs` or `.models.shared`.
fn python(text: &str) -> Vec<(usize, String)> {
    let mut imports = Vec::new();
    // The indentation of a type checker's block.
    let mut for_types: Option<usize> = None;
    for (at, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let code = line.trim();
        if for_types.is_some_and(|outer| !code.is_empty() && indent <= outer) {
            for_types = None;
        }
        if code.starts_with("if TYPE_CHECKING") {
            for_types = Some(indent);
        }
        let Some(rest) = code.strip_prefix("from .").filter(|_| for_types.is_none()) else {
            continue;
        };
        let Some((module, names)) = rest.split_once(" import ") else {
            continue;
        };
        match module {
            // `from . import errors, models`
            "" => imports.extend(
                names
                    .split(',')
                    .map(|name| name.split(" as ").next().unwrap_or(name).trim())
                    .map(|name| (at + 1, format!(".{name}"))),
            ),
            module => imports.push((at + 1, format!(".{module}"))),
        }
    }
    imports
}

/// The files that JavaScript imports from its own package, as `./jobs.js`.
fn javascript(text: &str) -> Vec<(usize, String)> {
    let mut imports = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for mark in [
            "from '",
            "from \"",
            "require('",
            "require(\"",
            "import '",
            "import \"",
        ] {
            for (start, _) in line.match_indices(mark) {
                let rest = &line[start + mark.len()..];
                let path = rest.split(['\'', '"']).next().unwrap_or_default();
                if path.starts_with('.') {
                    imports.push((at + 1, path.to_owned()));
                }
            }
        }
    }
    imports
}

/// The files that an import may mean.
fn candidates(folder: &Path, import: &str) -> Vec<PathBuf> {
    if import.starts_with("./") || import.starts_with("../") {
        let mut path = folder.to_owned();
        for part in import.split('/') {
            match part {
                "." => {}
                ".." => {
                    path.pop();
                }
                part => path.push(part),
            }
        }
        return vec![path];
    }
    // One dot is this folder, each further one the folder above.
    let rest = import.trim_start_matches('.');
    let mut path = folder.to_owned();
    for _ in 1..import.len() - rest.len() {
        path.pop();
    }
    for part in rest.split('.').filter(|part| !part.is_empty()) {
        path.push(part);
    }
    vec![path.with_extension("py"), path.join("__init__.py")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_checker_alone_imports_is_no_arrow() {
        let text = "from ._a import x\nif TYPE_CHECKING:\n    from ._b import y\n\
                    def f():\n    from . import c, d as e\n";
        let names: Vec<_> = python(text).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["._a", ".c", ".d"]);
    }

    #[test]
    fn a_file_is_found_from_the_file_that_imports_it() {
        let folder = Path::new("p/operations");
        assert_eq!(
            candidates(folder, "._a")[0],
            Path::new("p/operations/_a.py")
        );
        assert_eq!(
            candidates(folder, "..models.shared")[0],
            Path::new("p/models/shared.py")
        );
        assert_eq!(candidates(folder, "../x.js")[0], Path::new("p/x.js"));
        assert_eq!(
            javascript("const a = require('./b.js');"),
            [(1, "./b.js".to_owned())]
        );
    }
}
