//! The sources of options, and merging them into one.

#[cfg(not(target_family = "wasm"))]
use std::collections::BTreeMap;

use super::Options;
use crate::model::OptionSource;
#[cfg(not(target_family = "wasm"))]
use crate::model::Result;
use crate::policy::proxy::Environment;
#[cfg(not(target_family = "wasm"))]
use serde_json::Value;

/// An option as it may be seen: see [`Resolved::shown`].
#[cfg(not(target_family = "wasm"))]
#[derive(Debug, Clone, PartialEq)]
pub struct ShownOption {
    /// The option.
    pub name: &'static str,
    /// The value; absent where it is a secret.
    pub value: Option<Value>,
    /// The source of the value.
    pub source: OptionSource,
}

/// The merged options of all sources, and the sources of the important ones.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// The options.
    pub options: Options,
    /// The source of the tokens, if there are any.
    pub tokens: Option<OptionSource>,
    /// The source of a header or a parameter that is a secret, if there is one.
    pub secrets: Option<OptionSource>,
    /// The source of the credential file, if one is named.
    pub credential_file: Option<OptionSource>,
    /// The source of the base URL, if one is named.
    pub base_url: Option<OptionSource>,
    /// The profile of the configuration file that counts, if one does.
    pub profile: Option<String>,
    /// The source of a credential that is for another server and was left out, if any.
    pub withheld: Option<OptionSource>,
    /// The source of each option, by its name.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) sources: BTreeMap<&'static str, OptionSource>,
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
            self.withheld.get_or_insert(source);
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
        note(
            &mut self.secrets,
            merged.secret_parameters().next().is_some(),
        );
        note(&mut self.credential_file, merged.credential_file.is_some());
        note(&mut self.base_url, merged.base_url.is_some());
        #[cfg(not(target_family = "wasm"))]
        for name in merged.given() {
            self.sources.entry(name).or_insert(source);
        }
        self.options = merged;
    }

    /// Every option that is given, and where it comes from. Tokens, keys, headers and
    /// parameters are hidden, and addresses are without user, password and query.
    #[cfg(not(target_family = "wasm"))]
    pub fn shown(&self) -> Vec<ShownOption> {
        let values = serde_json::to_value(&self.options).unwrap_or_default();
        let given = self.options.given().map(|name| ShownOption {
            name,
            value: values.get(name).cloned().map(without_userinfo),
            source: self
                .sources
                .get(name)
                .copied()
                .unwrap_or(OptionSource::Code),
        });
        given.collect()
    }
}

/// A value whose address says nothing of who uses it.
#[cfg(not(target_family = "wasm"))]
fn without_userinfo(value: Value) -> Value {
    match value {
        Value::String(text) if text.contains("://") => {
            let hidden = super::without_userinfo(&format!("\"{text}\""));
            hidden.trim_matches('"').into()
        }
        other => other,
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
        let named = (self.config.clone(), self.config_profile.clone());
        let mut resolved = Resolved::code(self);
        resolved.proxies = Environment::read(|name| std::env::var(name).ok());
        super::variables::check(variables.keys(), &mut resolved.warnings)?;
        let environment = Self::from_variables(|name| {
            // A value that is not text is unusable, not absent.
            let value = variables.get(name)?;
            Some(value.to_string_lossy().into_owned())
        })?;
        let (config, profile) = (
            named.0.or_else(|| environment.config.clone()),
            named
                .1
                .clone()
                .or_else(|| environment.config_profile.clone()),
        );
        let Some(path) = config else {
            resolved.add(OptionSource::Environment, environment);
            return match profile {
                Some(profile) => Err(super::file::without_file(&profile)),
                None => Ok(resolved),
            };
        };
        let mut file = super::file::read(&path, profile.as_deref(), &mut resolved.warnings)?;
        resolved.profile = file.name.take();
        // Who names a profile in the call means that one, whatever the variables say.
        if named.1.is_some() {
            resolved.add(OptionSource::Profile, std::mem::take(&mut file.profile));
        }
        resolved.add(OptionSource::Environment, environment);
        resolved.add(OptionSource::File, file.options());
        Ok(resolved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_that_is_named_goes_before_the_variables_with_its_credential() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        let text = "timeout = 5\n[profiles.work]\nbase_url = 'https://work.example'\n\
                    credential_file = 'work.json'\n";
        std::fs::write(&path, text).unwrap();
        let resolved = |profile: Option<&str>| {
            let options = Options {
                config: Some(path.clone()),
                config_profile: profile.map(Into::into),
                environment: Some(false),
                ..Options::default()
            };
            options.resolve()
        };
        let named = resolved(Some("work")).unwrap();
        assert_eq!(named.base_url, Some(OptionSource::Profile));
        assert_eq!(named.credential_file, Some(OptionSource::Profile));
        assert_eq!(named.sources["timeout"], OptionSource::File);
        assert!(OptionSource::Profile < OptionSource::Environment);
        assert_eq!(resolved(None).unwrap().options.base_url, None);
        let unknown = resolved(Some("wrok")).unwrap_err();
        assert!(unknown.reason().contains("`work` is meant"), "{unknown}");
    }

    #[test]
    fn what_is_shown_holds_no_secret() {
        let mut resolved = Resolved::code(Options {
            base_url: Some("https://me:hidden-1@here.example/v1?key=hidden-2".into()),
            proxy: Some("socks5://me:hidden-3@127.0.0.1:1080".into()),
            headers: Some([("X-Key", "hidden-4")].into()),
            ..Options::default()
        });
        let file = Options {
            timeout: Some(5.0),
            session_token: Some("hidden-5".into()),
            ..Options::default()
        };
        resolved.add(OptionSource::File, file);
        let shown = resolved.shown();
        assert!(!format!("{shown:?}").contains("hidden"), "{shown:?}");
        let of = |name: &str| shown.iter().find(|one| one.name == name).unwrap();
        assert_eq!(of("timeout").source, OptionSource::File);
        assert_eq!(of("headers").value, None);
        assert!(of("proxy").value.is_some());
    }

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
