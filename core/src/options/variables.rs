//! Options in the environment.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{FieldReader, Options};
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
    /// `configuration`, naming the variable whose value is malformed.
    pub fn from_variables(get: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut options = Self::read_by(&Variables(get))?;
        // The option that governs the environment cannot be set there.
        options.environment = None;
        Ok(options)
    }
}

struct Variables<F>(F);

impl<F: Fn(&str) -> Option<String>> FieldReader for Variables<F> {
    fn field<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        read(&self.0, name)
    }
}

/// The value of `SORAKIT_<NAME>`, if it is set and not empty.
fn read<T: DeserializeOwned>(
    get: &impl Fn(&str) -> Option<String>,
    name: &str,
) -> Result<Option<T>> {
    let variable = format!("{PREFIX}{}", name.to_uppercase());
    let Some(text) = get(&variable).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    // Numbers and booleans as such; everything else is text.
    let parsed = serde_json::from_str::<Value>(&text)
        .ok()
        .and_then(|value| serde_json::from_value(value).ok());
    match parsed.or_else(|| serde_json::from_value(Value::String(text)).ok()) {
        Some(value) => Ok(Some(value)),
        // The value may be a secret, so it is not quoted.
        None => Err(Error::new(
            ErrorKind::Configuration,
            format!("the environment variable {variable} does not have the form of `{name}`"),
        )
        .with_field(name)),
    }
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
}
