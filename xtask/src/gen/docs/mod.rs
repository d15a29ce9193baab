//! Documentation generated from the code: whole pages of `docs/reference`, and parts of
//! the README and of the page on jobs, between `<!-- name -->` and `<!-- /name -->`.

mod examples;
mod options;
mod tables;

use serde_json::Value;

use super::{Generated, read};
use crate::{Outcome, root};

const README: &str = "README.md";
const JOBS: &str = "docs/reference/jobs.md";
const FIRST_PROGRAM: &str = "examples/rust/src/bin/first_video.rs";

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let program = read(&root().join(FIRST_PROGRAM))?;
    let readme = read(&root().join(README))?;
    let readme = replace(&readme, "first program", &code(&program))?;
    let jobs = read(&root().join(JOBS))?;
    let jobs = replace(&jobs, "statuses", &tables::statuses(catalog))?;
    let mut pages = vec![
        Generated {
            path: JOBS,
            text: replace(&jobs, "events", &tables::events(catalog))?,
        },
        Generated {
            path: README,
            text: replace(&readme, "faults", &crate::figures::figures()?)?,
        },
        page(
            "docs/reference/features.md",
            "What each dialect offers",
            "An option or a method that a dialect lacks is refused before anything is sent, and the error names \
             the dialects that have it. Rows without a dot are fields of a video's request.",
            &tables::features(),
        ),
        page(
            "docs/reference/operations.md",
            "Operations",
            "Beneath the one interface, every documented endpoint can be called by itself, by the same name in \
             every language: `client.<dialect>.<group>.<verb>`, or `sorakit call NAME`.",
            &tables::operations(catalog),
        ),
        page(
            "docs/reference/errors.md",
            "Errors",
            "There is one error type. It says what failed, on which operation, and what to do; it never holds a \
             whole response body or a secret. Its kind is one of these, in every language:",
            &tables::errors(catalog),
        ),
        page(
            "docs/reference/options.md",
            "Options",
            "An option comes from code, then from the variable, then from the TOML file that `config` or \
             `SORAKIT_CONFIG` names. There it stands under its own name, at the top for every server or in \
             `[profiles.NAME]` for one of them; the sections of a Sora2API file (`[sora]`, `[proxy]`, \
             `[generation]`, `[token_refresh]`) are read as well. A profile that code names goes before the \
             variables. A credential is taken from one of them as a whole. Times are seconds. In JavaScript \
             the names are the same.",
            &options::table(catalog),
        ),
    ];
    pages.extend(examples::pages()?);
    Ok(pages)
}

/// A page that is generated as a whole.
fn page(path: &'static str, title: &str, about: &str, table: &str) -> Generated {
    let text = format!("# {title}\n\n<!-- Written by `cargo xtask gen`. -->\n\n{about}\n\n{table}");
    Generated { path, text }
}

/// Replaces the part of a text between the marks of this name.
fn replace(text: &str, name: &str, part: &str) -> Outcome<String> {
    let [begin, end] = [format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n")];
    let missing = || format!("the lines {begin}{end}are missing where they should be");
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
