//! The sources of options, and merging them into one.

#[cfg(not(target_family = "wasm"))]
use std::collections::BTreeMap;

use super::Options;
use crate::model::OptionSource;
#[cfg(not(target_family = "wasm"))]
use crate::model::Result;
use crate::policy::proxy::Environment;

/// The merged options of all sources, and the sources of the important ones.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// The options.
    pub options: Options,
    /// The source of the tokens, if there are any.
    pub tokens: Option<OptionSource>,
    /// The source of the credential file, if one is named.
    pub credential_file: Option<OptionSource>,
    /// The source of the base URL, if one is named.
    pub base_url: Option<OptionSource>,
    /// Notes for people about things that are unusual but not wrong: an unknown variable,
    /// a file that others can read.
    pub warnings: Vec<String>,
    /// The machine's proxies.
    pub(crate) proxies: Environment,
}

impl Resolved {
    /// True if the credential is the one in the credential file, and tokens of a lower
    /// source only fill the file while it is empty.
    pub fn is_kept_in_file(&self) -> bool {
        let tokens = self.tokens.unwrap_or(OptionSource::Code);
        self.credential_file.is_some_and(|file| file < tokens)
    }

    /// Exactly these options, from code.
    pub(crate) fn code(options: Options) -> Self {
        let mut resolved = Self::default();
        resolved.add(OptionSource::Code, options);
        resolved
    }

    fn add(&mut self, source: OptionSource, options: Options) {
        let bound_to = options
            .base_url
            .clone()
            .filter(|_| options.has_credential());
        let merged = std::mem::take(&mut self.options).or(options);
        if let (Some(own), Some(other)) = (bound_to, &merged.base_url)
            && !merged.has_credential()
        {
            self.warnings.push(format!(
                "the credential of {source} is for {own}, and is not sent to {other}"
            ));
        }
        let note = |noted: &mut Option<OptionSource>, is_there: bool| {
            if is_there {
                noted.get_or_insert(source);
            }
        };
        note(&mut self.tokens, merged.has_token());
        note(&mut self.credential_file, merged.credential_file.is_some());
        note(&mut self.base_url, merged.base_url.is_some());
        self.options = merged;
    }
}

#[cfg(not(target_family = "wasm"))]
impl Options {
    /// Completes these options from the environment, unless `environment` is false, and
    /// from the configuration file.
    ///
    /// # Errors
    /// `configuration`, naming the variable, or the file and the problem in it.
    pub fn resolve(self) -> Result<Resolved> {
        let mut variables = BTreeMap::new();
        if self.environment != Some(false) {
            variables.extend(
                std::env::vars_os()
                    .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
                    .filter(|(name, _)| name.starts_with(super::variables::PREFIX)),
            );
        }
        let mut resolved = Resolved::code(self);
        resolved.proxies = Environment::read(|name| std::env::var(name).ok());
        super::variables::check(variables.keys(), &mut resolved.warnings)?;
        let environment = Self::from_variables(|name| {
            // A value that is not text is unusable, not absent.
            let value = variables.get(name)?;
            Some(value.to_string_lossy().into_owned())
        })?;
        resolved.add(OptionSource::Environment, environment);
        if let Some(path) = resolved.options.config.clone() {
            let file = super::file::read(&path, &mut resolved.warnings)?;
            resolved.add(OptionSource::File, file);
        }
        Ok(resolved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_knows_its_source() {
        let mut resolved = Resolved::code(Options {
            base_url: Some("https://here.example".into()),
            ..Options::default()
        });
        resolved.add(
            OptionSource::Environment,
            Options {
                base_url: Some("https://there.example".into()),
                api_key: Some("bound elsewhere".into()),
                ..Options::default()
            },
        );
        resolved.add(
            OptionSource::File,
            Options {
                api_key: Some("given alone".into()),
                ..Options::default()
            },
        );
        assert_eq!(resolved.base_url, Some(OptionSource::Code));
        assert!(resolved.warnings[0].contains("the environment is for https://there.example"));
        assert_eq!(resolved.tokens, Some(OptionSource::File));
        assert_eq!(resolved.options.api_key.unwrap().expose(), "given alone");
    }
}
