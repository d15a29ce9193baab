//! Faults from a file.
//!
//! ```toml
//! [[fault]]                       # the second poll is answered with a page of a CDN
//! operation = "sora.tasks.pending"
//! skip = 1
//! action = { kind = "cloudflare", status = 503 }
//!
//! [[fault]]                       # every tenth creation is lost, by the simulator's seed
//! operation = "*.videos.create"
//! times = "all"
//! probability = 0.1
//! action = { kind = "reset_after" }
//! ```

use serde::Deserialize;

use super::Rule;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    #[serde(default)]
    fault: Vec<Rule>,
}

/// The rules of a TOML text, in its order.
///
/// # Errors
/// Says where the text is wrong, and what is accepted there.
pub fn read(text: &str) -> Result<Vec<Rule>, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text.as_bytes()[..start].split(|byte| *byte == b'\n').count();
        format!("line {line} cannot be read: a line is `[[fault]]` or `name = value`, with texts in double quotes")
    })?;
    let value = serde_json::to_value(table).map_err(|error| error.to_string())?;
    let script: Script =
        sorakit::api::read_as("fault", value).map_err(|error| error.reason().to_owned())?;
    Ok(script.fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::Action;

    #[test]
    fn a_script_has_rules_in_its_order() {
        let text = r#"
            [[fault]]
            operation = "sora.tasks.pending"
            skip = 1
            action = { kind = "cloudflare", status = 503 }

            [[fault]]
            times = "all"
            probability = 0.1
            action = { kind = "reset_after" }
        "#;
        let rules = read(text).unwrap();
        let second = Rule::new(Action::ResetAfter).always().probability(0.1);
        assert_eq!(rules[0].skip, 1);
        assert_eq!(rules[1], second);
        let wrong = read("[[fault]]\nactoin = 1").unwrap_err();
        assert!(wrong.contains("actoin"), "{wrong}");
        assert!(wrong.contains("`action`"), "{wrong}");
        let wrong = read("[[fault]]\naction = ").unwrap_err();
        assert!(wrong.starts_with("line 2"), "{wrong}");
    }
}
