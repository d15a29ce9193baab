//! Citations of the wire formats: `docs/wire/sora.md` §2.1 must name an existing section.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The folder of the pages.
const PAGES: &str = "docs/wire";

/// The sections of every page, by the page's path.
pub type Sections = BTreeMap<String, BTreeSet<String>>;

/// Reads the sections of the pages.
pub fn sections(root: &Path, files: &[PathBuf]) -> Outcome<Sections> {
    let pages = files.iter().filter(|path| path.starts_with(PAGES));
    pages
        .map(|path| {
            let text = fs::read_to_string(root.join(path))
                .map_err(|error| format!("{}: {error}", path.display()))?;
            let headings = text.lines().filter_map(number_of).map(str::to_owned);
            Ok((path.to_string_lossy().into_owned(), headings.collect()))
        })
        .collect()
}

/// The number of a heading such as `### 2.1 From a prompt`.
fn number_of(line: &str) -> Option<&str> {
    let heading = line.strip_prefix('#')?.trim_start_matches('#').trim_start();
    let number = heading.split(' ').next()?.trim_end_matches('.');
    number
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some(number)
}

/// The citations in a line whose target does not exist.
pub fn broken(line: &str, sections: &Sections) -> Vec<String> {
    let mut problems = Vec::new();
    for (at, _) in line.match_indices("docs/wire/") {
        let rest = &line[at..];
        let Some(end) = rest.find(".md") else {
            continue;
        };
        let page = &rest[..end + 3];
        if page.contains(['<', '*', '{', ' ']) {
            continue; // Any page.
        }
        let Some(known) = sections.get(page) else {
            problems.push(format!("{page} is not there"));
            continue;
        };
        for number in cited(&rest[end + 3..]) {
            if !known.contains(number) {
                problems.push(format!("{page} has no section {number}"));
            }
        }
    }
    problems
}

/// The sections in the text after a page's name: "` §2.1, §6.2)".
fn cited(text: &str) -> impl Iterator<Item = &str> {
    let own = text.find("docs/wire/").unwrap_or(text.len());
    text[..own].split('§').skip(1).map(|part| {
        let end = part
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(part.len());
        part[..end].trim_end_matches('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_names_a_section_that_is_there() {
        let sections = Sections::from([(
            "docs/wire/sora.md".to_owned(),
            BTreeSet::from(["2".to_owned(), "2.1".to_owned()]),
        )]);
        for good in [
            "as told (`docs/wire/sora.md` §2.1).",
            "\"docs/wire/sora.md §2, §2.1\"",
            "a page of `docs/wire/<dialect>.md`",
        ] {
            assert!(broken(good, &sections).is_empty(), "{good}");
        }
        assert_eq!(broken("`docs/wire/sora.md` §2.1, §9", &sections).len(), 1);
        assert_eq!(broken("`docs/wire/none.md` §1", &sections).len(), 1);
    }

    #[test]
    fn a_heading_is_known_by_its_number() {
        assert_eq!(number_of("### 2.1 From a prompt"), Some("2.1"));
        assert_eq!(number_of("## 7 Administration"), Some("7"));
        assert_eq!(number_of("## Names"), None);
        assert_eq!(number_of("2.1 text"), None);
    }
}
