//! The parts of the README that are made from the code, each between
//! `<!-- name -->` and `<!-- /name -->`.

mod tables;

use serde_json::Value;

use super::{Generated, read};
use crate::{Outcome, root};

const PATH: &str = "README.md";
const FIRST_PROGRAM: &str = "examples/rust/src/bin/first_video.rs";

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let program = read(&root().join(FIRST_PROGRAM))?;
    let mut text = read(&root().join(PATH))?;
    for (name, part) in [
        ("first program", code(&program)),
        ("features", tables::features()),
        ("operations", tables::operations(catalog)),
        ("errors", tables::errors(catalog)),
        ("faults", crate::faults::figures()?),
    ] {
        text = replace(&text, name, &part)?;
    }
    Ok(vec![Generated { path: PATH, text }])
}

/// The text with another part between the marks of this name.
fn replace(text: &str, name: &str, part: &str) -> Outcome<String> {
    let [begin, end] = [format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n")];
    let missing = || format!("{PATH} does not hold the lines {begin}{end}");
    let (before, rest) = text.split_once(&begin).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&end).ok_or_else(missing)?;
    Ok(format!("{before}{begin}\n{part}\n{end}{after}"))
}

/// A program without the comment on its first lines.
fn code(program: &str) -> String {
    let lines = program
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.is_empty());
    let lines: Vec<&str> = lines.collect();
    format!("```rust\n{}\n```\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        let new = replace(text, "x", "new\n").unwrap();
        assert_eq!(new, "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n");
        assert_eq!(replace(&new, "x", "new\n").unwrap(), new);
        assert!(replace("a", "x", "new").is_err());
    }

    #[test]
    fn a_program_is_shown_without_its_heading() {
        assert_eq!(
            code("//! One.\n//! Two.\n\nfn main() {}\n"),
            "```rust\nfn main() {}\n```\n"
        );
    }
}
