//! Options in the environment.

use serde_json::{Map, Value};

use super::Options;
use crate::api::read_as;
use crate::model::text::nearest;
use crate::model::{Error, ErrorKind, Result};

/// The prefix of all variables.
pub(super) const PREFIX: &str = "SORAKIT_";

/// Variables of the command, which are not options of a client.
const OTHERS: &[&str] = &["LOG", "STATE_DIR"];

impl Options {
    /// The options that the environment sets, read with `get`.
    ///
    /// # Errors
    /// `configuration`, naming the variable whose value does not fit, and what does.
    pub fn from_variables(get: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut options = Self::default();
        for name in Self::NAMES {
            let variable = format!("{PREFIX}{}", name.to_uppercase());
            // The option that governs the environment cannot be set there.
            if *name == "environment" {
                continue;
            }
            if let Some(text) = get(&variable).filter(|text| !text.is_empty()) {
                options = options.filled_with(read(&variable, name, text)?);
            }
        }
        Ok(options)
    }
}

/// The one option that a variable sets.
fn read(variable: &str, name: &str, text: String) -> Result<Options> {
    let as_option = |value: Value| {
        let one = Map::from_iter([(name.to_owned(), value)]);
        read_as::<Options>(name, Value::Object(one))
    };
    // Numbers, booleans, objects and lists as such; everything else is text.
    let parsed: Option<Value> = serde_json::from_str(&text).ok();
    let parsed = parsed.filter(|value| !value.is_null() && !value.is_string());
    let may_be_text = parsed
        .as_ref()
        .is_none_or(|value| !value.is_object() && !value.is_array());
    let error = match parsed.map(as_option) {
        Some(Ok(options)) => return Ok(options),
        Some(Err(error)) => Some(error),
        None => None,
    };
    let read = match (error, may_be_text) {
        (Some(error), false) => Err(error),
        (error, _) => as_option(Value::String(text)).map_err(|as_text| error.unwrap_or(as_text)),
    };
    read.map_err(|error| {
        let said = error.reason();
        let said = said.strip_prefix(name).unwrap_or(said);
        let said = said.strip_prefix(": ").unwrap_or(said);
        Error::new(
            ErrorKind::Configuration,
            format!("the environment variable {variable}: {said}"),
        )
        .with_field(name)
    })
}

/// Refuses a variable that nearly spells an option, since the mistake would go unnoticed;
/// others with our prefix only cause a warning.
pub(super) fn check<'a>(
    variables: impl Iterator<Item = &'a String>,
    warnings: &mut Vec<String>,
) -> Result<()> {
    for variable in variables {
        let name = variable[PREFIX.len()..].to_lowercase();
        let is_known = |known: &&str| known.eq_ignore_ascii_case(&name);
        if Options::NAMES
            .iter()
            .any(|known| is_known(known) && *known != "environment")
            || OTHERS.iter().any(is_known)
        {
            continue;
        }
        match nearest(&name, Options::NAMES.iter().copied()) {
            Some(meant) => {
                return Err(Error::new(
                    ErrorKind::Configuration,
                    format!(
                        "the environment variable {variable} is not known; {PREFIX}{} is",
                        meant.to_uppercase()
                    ),
                )
                .with_field(meant)
                .with_hint("Rename it, or take it out of the environment."));
            }
            None => warnings.push(format!(
                "the environment variable {variable} is no option, and has no effect"
            )),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(variable: &str) -> (Result<()>, usize) {
        let mut warnings = Vec::new();
        let checked = check([variable.to_owned()].iter(), &mut warnings);
        (checked, warnings.len())
    }

    #[test]
    fn a_variable_that_nearly_spells_an_option_is_refused() {
        for (variable, meant) in [
            ("SORAKIT_BASEURL", "SORAKIT_BASE_URL"),
            ("SORAKIT_API_KEYS", "SORAKIT_API_KEY"),
            ("SORAKIT_PROXI", "SORAKIT_PROXY"),
            ("SORAKIT_TIME_OUT", "SORAKIT_TIMEOUT"),
        ] {
            let error = checked(variable).0.unwrap_err();
            assert!(error.reason().contains(variable), "{error}");
            assert!(error.reason().contains(meant), "{error}");
        }
        for variable in ["SORAKIT_API_KEY", "SORAKIT_CONFIG", "SORAKIT_STATE_DIR"] {
            let (checked, warnings) = checked(variable);
            assert!(checked.is_ok() && warnings == 0, "{variable}");
        }
        let (checked, warnings) = checked("SORAKIT_HOMEPAGE_COLOUR");
        assert!(checked.is_ok());
        assert_eq!(warnings, 1);
    }

    #[test]
    fn a_value_that_does_not_fit_is_told_with_what_does() {
        for (variable, value, says) in [
            ("DIALECT", "opnai", "must be `openai`"),
            ("FLAVOUR", "vllm", "`vllm-omni`"),
            ("TIMEOUT", "30s", "must be a number, not \"30s\""),
            ("MAX_BYTES", "16GiB", "a whole number from 0, not \"16GiB\""),
            ("MAX_RETRIES", "3.5", "a whole number from 0, not 3.5"),
            ("MAX_RETRIES", "-1", "not -1"),
            ("POLL_BACKOFF", "yes", "true or false, not \"yes\""),
            ("PROFILE", "{\"user_agnet\": \"x\"}", "`user_agent`"),
            ("HEADERS", "none", "Name: value"),
        ] {
            let name = format!("SORAKIT_{variable}");
            let read = Options::from_variables(|asked| (asked == name).then(|| value.to_owned()));
            let error = read.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.reason().contains(&name), "{error}");
            assert!(error.reason().contains(says), "{error}");
            assert!(!error.reason().contains("expected"), "{error}");
        }
    }
}
