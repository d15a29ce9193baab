//! The README's table of operations, one folded section a dialect.

use std::fmt::Write;

use serde_json::Value;

use super::{Generated, read};
use crate::{Outcome, root};

const PATH: &str = "README.md";
const BEGIN: &str = "<!-- operations -->\n";
const END: &str = "<!-- /operations -->\n";

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let text = read(&root().join(PATH))?;
    Ok(vec![Generated {
        path: PATH,
        text: replace(&text, &tables(catalog))?,
    }])
}

fn replace(text: &str, tables: &str) -> Outcome<String> {
    let missing = || format!("{PATH} does not hold the lines {BEGIN}{END}");
    let (before, rest) = text.split_once(BEGIN).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    Ok(format!("{before}{BEGIN}\n{tables}{END}{after}"))
}

fn tables(catalog: &Value) -> String {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let operations = list(&catalog["operations"]);
    let mut text = String::new();
    for dialect in list(&catalog["dialects"]) {
        let of_dialect: Vec<&Value> = operations
            .iter()
            .filter(|operation| operation["dialect"] == dialect)
            .collect();
        if of_dialect.is_empty() {
            continue;
        }
        let dialect = dialect.as_str().unwrap_or_default();
        let count = of_dialect.len();
        write_table(&mut text, dialect, count, &of_dialect);
    }
    text
}

fn write_table(text: &mut String, dialect: &str, count: usize, operations: &[&Value]) {
    let written = (|| {
        writeln!(text, "<details>")?;
        writeln!(
            text,
            "<summary><code>{dialect}</code>, {count} operations</summary>\n"
        )?;
        writeln!(text, "| operation | request | what it does |")?;
        writeln!(text, "|---|---|---|")?;
        for operation in operations {
            let field = |name: &str| operation[name].as_str().unwrap_or_default();
            let doc = first_sentence(field("doc"));
            let (name, method, path) = (field("name"), field("method"), field("path"));
            writeln!(text, "| `{name}` | `{method} {path}` | {doc} |")?;
        }
        writeln!(text, "\n</details>\n")
    })();
    written.expect("writing to a string does not fail");
}

/// The first sentence of a doc comment, fit for a cell of a table.
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
    fn only_what_is_between_the_marks_is_replaced() {
        let text = format!("a\n{BEGIN}old\n{END}b\n");
        let new = replace(&text, "new\n").unwrap();
        assert_eq!(new, format!("a\n{BEGIN}\nnew\n{END}b\n"));
        assert_eq!(replace(&new, "new\n").unwrap(), new);
        assert!(replace("a", "new").is_err());
    }

    #[test]
    fn a_cell_is_one_sentence() {
        assert_eq!(
            first_sentence("Makes a|b\nvideo. More."),
            "Makes a\\|b video."
        );
        assert_eq!(
            first_sentence("Makes it (`000_*` §1.1)\n\nMore."),
            "Makes it (`000_*` §1.1)"
        );
    }
}
