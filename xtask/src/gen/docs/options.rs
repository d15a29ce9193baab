//! The table of options, from the schema of the options' type.

use serde_json::Value;

/// Every option with its variable, its effect and its default.
pub fn table(catalog: &Value) -> String {
    let mut text = "| option | variable | what it does | default |\n|---|---|---|---|\n".to_owned();
    let options = catalog["definitions"]["shared"]["Options"]["properties"].as_object();
    for (name, option) in options.into_iter().flatten() {
        let doc = option["description"].as_str().unwrap_or_default();
        let (doc, default) = parts(doc);
        // It controls whether the environment is read, so it is not read from there.
        let variable = match name.as_str() {
            "environment" => "–".to_owned(),
            name => format!("`SORAKIT_{}`", name.to_uppercase()),
        };
        text.push_str(&format!("| `{name}` | {variable} | {doc} | {default} |\n"));
    }
    text
}

/// Splits a doc comment into its text and the default that it ends with.
fn parts(doc: &str) -> (String, String) {
    let doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    let doc = doc.replace('|', "\\|");
    match doc.split_once("Default: ") {
        Some((what, default)) => {
            let default = default.trim_end_matches('.');
            (what.trim_end().to_owned(), default.to_owned())
        }
        None => (doc, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_has_a_cell_of_its_own() {
        let (what, default) = parts("How often a request\nis sent again. Default: 3.");
        assert_eq!(what, "How often a request is sent again.");
        assert_eq!(default, "3");
    }

    #[test]
    fn every_option_has_a_row_and_a_meaning() {
        let text = table(&sorakit_bridge::catalog());
        assert!(
            text.contains("| `timeout` | `SORAKIT_TIMEOUT` | "),
            "{text}"
        );
        for row in text.lines().skip(2) {
            let cells: Vec<_> = row.split(" | ").collect();
            assert!(cells.len() >= 4 && !cells[2].is_empty(), "{row}");
        }
    }
}
