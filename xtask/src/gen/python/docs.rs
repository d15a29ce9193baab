//! Docstrings from doc comments.

use serde_json::Value;

/// The widest line.
const WIDTH: usize = 96;

/// The text of a description, without Rust examples and links into Rust.
pub fn text(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    plain(text)
}

/// A doc comment without its Rust.
pub fn plain(text: &str) -> String {
    let text = text.split("```").next().unwrap_or_default().trim();
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let Some((shown, after)) = after.split_once(']') else {
            out.push('[');
            rest = after;
            continue;
        };
        let target = after
            .strip_prefix('(')
            .and_then(|after| after.split_once(')'));
        rest = match target {
            Some((target, after)) if !target.contains("://") => {
                out.push_str(shown);
                after
            }
            None if shown.starts_with('`') => {
                out.push_str(shown);
                after
            }
            _ => {
                out.push_str(&format!("[{shown}]"));
                after
            }
        };
    }
    out.push_str(rest);
    out.replace("# Errors\n", "Errors:\n")
        .replace("::", ".")
        .replace('\\', "\\\\")
}

/// A docstring at an indentation, with its arguments.
pub fn docstring(indent: usize, text: &str, arguments: &[(String, String)]) -> String {
    let space = " ".repeat(indent);
    let mut lines = wrapped(text, WIDTH - indent - 3);
    if lines.is_empty() && arguments.is_empty() {
        return String::new();
    }
    if !arguments.is_empty() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push("Args:".into());
        for (name, about) in arguments {
            let mut text = format!("{name}: {}", about.replace('\n', " "));
            text.truncate(text.trim_end().trim_end_matches(':').len());
            let of_argument = wrapped(&text, WIDTH - indent - 8);
            for (index, line) in of_argument.iter().enumerate() {
                lines.push(format!(
                    "{}{line}",
                    if index == 0 { "    " } else { "        " }
                ));
            }
        }
    }
    let body = lines
        .join(&format!("\n{space}"))
        .replace(&format!("\n{space}\n"), "\n\n");
    let end = match lines.len() {
        1 => String::new(),
        _ => format!("\n{space}"),
    };
    let body = body.replace("\"\"\"", "'''");
    // A docstring must not end with the quote that closes it.
    let body = if end.is_empty() && body.ends_with('"') {
        format!("{body} ")
    } else {
        body
    };
    format!("{space}\"\"\"{body}{end}\"\"\"\n")
}

/// Paragraphs, each wrapped; list items stay on lines of their own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
    {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for source in paragraph.lines() {
            let item = source.trim_start().starts_with(['-', '*', '|']);
            if item && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for word in source.split_whitespace() {
                if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                    lines.push(std::mem::take(&mut line));
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        lines.push(line);
    }
    lines
}
