//! The tables of features, operations, errors, statuses and events.

use serde_json::Value;
use sorakit::{Dialect, Feature};
use sorakit_simulator::engine::timeline::Curve;
use sorakit_simulator::trigger::{TRIGGERS, Trigger};

/// The features of each dialect.
pub fn features() -> String {
    let names: Vec<_> = Dialect::ALL
        .iter()
        .map(|dialect| dialect.as_str())
        .collect();
    let rule = "---|".repeat(names.len());
    let mut text = format!("| | {} |\n|---|{rule}\n", names.join(" | "));
    for feature in Feature::ALL {
        let cells: Vec<_> = Dialect::ALL
            .iter()
            .map(|dialect| {
                if dialect.offers(*feature) {
                    "yes"
                } else {
                    "–"
                }
            })
            .collect();
        text.push_str(&format!(
            "| `{}` | {} |\n",
            feature.as_str(),
            cells.join(" | ")
        ));
    }
    text
}

/// Every operation, in one section per dialect.
pub fn operations(catalog: &Value) -> String {
    let operations = list(&catalog["operations"]);
    let mut sections = Vec::new();
    for dialect in list(&catalog["dialects"]) {
        let rows: Vec<String> = operations
            .iter()
            .filter(|operation| operation["dialect"] == *dialect)
            .map(row)
            .collect();
        if !rows.is_empty() {
            sections.push(format!(
                "## `{}`, {} operations\n\n\
                 | operation | request | what it does |\n|---|---|---|\n{}",
                dialect.as_str().unwrap_or_default(),
                rows.len(),
                rows.concat(),
            ));
        }
    }
    sections.join("\n")
}

fn row(operation: &Value) -> String {
    let field = |name: &str| operation[name].as_str().unwrap_or_default();
    let doc = first_sentence(field("doc"));
    let (name, method, path) = (field("name"), field("method"), field("path"));
    format!("| `{name}` | `{method} {path}` | {doc} |\n")
}

/// Every kind of error.
pub fn errors(catalog: &Value) -> String {
    let mut text = "| kind | a retry may help | what to do |\n|---|---|---|\n".to_owned();
    for kind in list(&catalog["error_kinds"]) {
        let name = kind["kind"].as_str().unwrap_or_default();
        let retry = match kind["retryable"].as_bool() {
            Some(true) => "yes",
            _ => "–",
        };
        let hint = kind["hint"].as_str().unwrap_or("The message says it.");
        text.push_str(&format!("| `{name}` | {retry} | {hint} |\n"));
    }
    text
}

/// The words of a prompt that make a simulated job go wrong.
pub fn words() -> String {
    let mut text = "| word | what happens |\n|---|---|\n".to_owned();
    for (name, trigger) in TRIGGERS {
        let what = match trigger {
            Trigger::RefuseCreate(code) => format!("the creation is refused with `{code}`"),
            Trigger::FailJob(code) => format!("the job fails with `{code}`"),
            Trigger::Stuck => "the job runs for ever".into(),
            Trigger::Vanish => "the job leaves the pending list and is never seen again".into(),
            Trigger::LateMedia => "the finished job shows its media 15 s late".into(),
            Trigger::Huge => "the video is padded to a gigabyte".into(),
            Trigger::Progress(Curve::Jump) => "progress jumps".into(),
            Trigger::Progress(Curve::Backward) => "progress goes back".into(),
            Trigger::Progress(_) => "progress is not told".into(),
        };
        text.push_str(&format!("| `simulate:{name}` | {what} |\n"));
    }
    text
}

/// The states of a job.
pub fn statuses(catalog: &Value) -> String {
    let statuses = list(&catalog["definitions"]["shared"]["JobStatus"]["oneOf"]);
    let rows = statuses.iter().map(|status| (&status["const"], status));
    meanings("`status`", rows)
}

/// The events that a client reports while it works.
pub fn events(catalog: &Value) -> String {
    let events = list(&catalog["definitions"]["shared"]["Event"]["oneOf"]);
    let rows = events
        .iter()
        .map(|event| (&event["properties"]["event"]["const"], event));
    meanings("event", rows)
}

fn meanings<'a>(heading: &str, rows: impl Iterator<Item = (&'a Value, &'a Value)>) -> String {
    let mut text = format!("| {heading} | what it means |\n|---|---|\n");
    for (name, described) in rows {
        let name = name.as_str().unwrap_or_default();
        let doc = described["description"].as_str().unwrap_or_default();
        let doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&format!("| `{name}` | {} |\n", doc.replace('|', "\\|")));
    }
    text
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The first sentence of a doc comment, fit for a table cell.
fn first_sentence(doc: &str) -> String {
    let paragraph = doc.split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line.find(". ").map_or(line.len(), |at| at + 1);
    line[..end].replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_sentence() {
        assert_eq!(
            first_sentence("Makes a|b\nvideo. More."),
            "Makes a\\|b video."
        );
        let cited = "Makes it (`docs/wire/sora.md` §1.1)\n\nMore.";
        assert_eq!(first_sentence(cited), "Makes it (`docs/wire/sora.md` §1.1)");
    }

    #[test]
    fn the_table_of_features_is_the_code_s() {
        let text = features();
        assert!(
            text.contains("| `videos.delete` | – | – | – | – | – | yes |"),
            "{text}"
        );
        assert_eq!(text.lines().count(), Feature::ALL.len() + 2);
    }
}
