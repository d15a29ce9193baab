//! Words for a text that is no JSON.

use serde_json::error::{Category, Error};

/// What the parser says, and what it means to a person.
const MEANINGS: &[(&str, &str)] = &[
    (
        "control character",
        "a text holds a raw line break or tab, which are written `\\n` and `\\t`",
    ),
    ("trailing characters", "something follows after its end"),
    ("trailing comma", "a comma stands before a closing bracket"),
    (
        "key must be a string",
        "a name stands without double quotes",
    ),
    (
        "hex escape",
        "a text holds half of a character, or bytes that are not UTF-8",
    ),
    ("escape", "a `\\` in a text begins nothing that JSON knows"),
    (
        "unicode code point",
        "a text holds half of a character, or bytes that are not UTF-8",
    ),
    (
        "surrogate",
        "a text holds half of a character, or bytes that are not UTF-8",
    ),
    ("recursion limit", "it is nested too deeply"),
    ("number", "a number is not written as JSON writes one"),
    ("expected `:`", "no `:` follows a name"),
    ("expected `,`", "a comma or a closing bracket is missing"),
];

/// Says why a text is no JSON, and where: `it ends before it is complete`. What does not fit
/// a type is said in other places, by the field.
pub(crate) fn no_json(error: &Error) -> String {
    let said = error.to_string();
    let what = match error.classify() {
        Category::Eof => return "it ends before it is complete".into(),
        Category::Io => return "it could not be read on".into(),
        Category::Syntax | Category::Data => MEANINGS
            .iter()
            .find(|(words, _)| said.contains(words))
            .map_or("what stands there is no value", |(_, meaning)| meaning),
    };
    match (error.line(), error.column()) {
        (0, _) => what.to_owned(),
        (1, column) => format!("{what} (at character {column})"),
        (line, column) => format!("{what} (line {line}, character {column})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_parser_reaches_a_person() {
        for (text, says) in [
            ("{\"a\": ", "ends before"),
            ("{\"a\": soon}", "no value (at character 7)"),
            ("[1,\n 2,]", "a comma stands before"),
            ("{} {}", "follows after its end"),
            ("{a: 1}", "without double quotes"),
            ("{\"a\" 1}", "no `:`"),
            ("[1 2]", "a comma or a closing"),
            ("\"a\nb\"", "raw line break"),
            ("\"\\x\"", "begins nothing"),
            ("\"\\ud83d\"", "half of a character"),
            ("[01]", "a number"),
            ("Gateway is busy", "no value"),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let said = no_json(&error);
            assert!(said.contains(says), "{text}: {said} ({error})");
            assert!(!said.contains("expected"), "{said}");
        }
    }
}
