//! The configuration file of this user: which servers there are, by the names of
//! profiles. What is secret is kept beside it, a file for each profile.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use sorakit::{Error, ErrorKind, Options, Result};
use toml_edit::{DocumentMut, Item, Table, Value, value};

use crate::files::make_folder;

/// The keys of the file that this command writes.
const PROFILES: &str = "profiles";
const DEFAULT: &str = "default_profile";

/// The longest name of a profile, in characters.
const LONGEST_NAME: usize = 64;

/// The file, its comments and order kept when it is changed.
pub struct Configuration {
    path: PathBuf,
    document: DocumentMut,
    /// Held while the file is changed.
    _lock: Option<File>,
}

/// Where the file is: `SORAKIT_CONFIG`, or the platform's place for configuration.
pub fn path() -> Result<PathBuf> {
    match std::env::var_os("SORAKIT_CONFIG") {
        Some(path) if !path.is_empty() => Ok(path.into()),
        _ => default_path().ok_or_else(|| {
            Error::new(ErrorKind::Configuration, "the user has no home folder")
                .with_hint("Set SORAKIT_CONFIG to a file for the profiles.")
        }),
    }
}

fn default_path() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    Some(places.config_dir().join("sorakit/config.toml"))
}

/// The file in the platform's place, if there is one and the environment names none.
pub fn of_this_user() -> Option<PathBuf> {
    match std::env::var_os("SORAKIT_CONFIG") {
        Some(path) if !path.is_empty() => None,
        _ => default_path().filter(|path| path.is_file()),
    }
}

/// The names of the profiles, where they can be read: for completions.
pub fn names() -> Vec<String> {
    let read = path().and_then(|path| Configuration::read(&path));
    read.map(|file| file.names()).unwrap_or_default()
}

/// Refuses a name that is none for a profile, which is also a file's.
pub fn check_name(name: &str) -> Result<()> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let begins = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    match begins && name.len() <= LONGEST_NAME && name.chars().all(plain) {
        true => Ok(()),
        false => Err(Error::invalid(
            "profile",
            "must be letters, digits, `-` and `_`, beginning with a letter or digit, and at most 64",
        )),
    }
}

impl Configuration {
    /// Reads the file; one that is not there is empty.
    ///
    /// # Errors
    /// `configuration`, when it cannot be read or says what is not known.
    pub fn read(path: &Path) -> Result<Self> {
        let mut document = DocumentMut::new();
        if path.symlink_metadata().is_ok() {
            // As every client reads it: refused where others can write it.
            Options::from_file(path)?;
            let text = fs::read_to_string(path).map_err(|error| failed(path, &error))?;
            document = text.parse().map_err(|_| {
                let what = format!("the configuration file {} is no TOML", path.display());
                Error::new(ErrorKind::Configuration, what)
            })?;
        }
        Ok(Self {
            path: path.to_owned(),
            document,
            _lock: None,
        })
    }

    /// Reads the file to change it, while no other process does.
    pub fn change(path: &Path) -> Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        make_folder(folder).map_err(|error| failed(folder, &error))?;
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(path.with_extension("lock"));
        let lock = lock.map_err(|error| failed(path, &error))?;
        // A file system without locks does without.
        let _ = lock.lock();
        Ok(Self {
            _lock: Some(lock),
            ..Self::read(path)?
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the profiles, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        let profiles = self.document.get(PROFILES).and_then(Item::as_table_like);
        let names = profiles.into_iter().flat_map(|profiles| profiles.iter());
        names.map(|(name, _)| name.to_owned()).collect()
    }

    /// The profile that counts when none is named.
    pub fn default(&self) -> Option<&str> {
        self.document.get(DEFAULT)?.as_str()
    }

    /// What a profile says, as text.
    pub fn get(&self, profile: &str, key: &str) -> Option<String> {
        let profile = self.document.get(PROFILES)?.get(profile)?;
        profile.get(key)?.as_str().map(str::to_owned)
    }

    /// Whether a profile says `true` to something.
    pub fn flag(&self, profile: &str, key: &str) -> bool {
        let profile = self.document.get(PROFILES).and_then(|all| all.get(profile));
        let value = profile.and_then(|profile| profile.get(key));
        value.and_then(Item::as_bool).unwrap_or_default()
    }

    /// Sets what a profile says; the first profile counts when none is named.
    pub fn set(&mut self, profile: &str, facts: Vec<(&str, Option<Value>)>) {
        let is_first = self.names().is_empty();
        let profiles = self.document.entry(PROFILES).or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        if let Some(profiles) = profiles.as_table_like_mut() {
            let table = profiles
                .entry(profile)
                .or_insert_with(|| Item::Table(Table::new()));
            for (key, fact) in facts {
                match (table.as_table_like_mut(), fact) {
                    (Some(table), Some(fact)) => drop(table.insert(key, Item::Value(fact))),
                    (Some(table), None) => drop(table.remove(key)),
                    (None, _) => {}
                }
            }
        }
        if is_first {
            self.set_default(profile);
        }
    }

    /// Lets a profile count when none is named.
    pub fn set_default(&mut self, profile: &str) {
        self.document.insert(DEFAULT, value(profile));
    }

    /// Takes a profile out.
    pub fn remove(&mut self, profile: &str) {
        if let Some(profiles) = self
            .document
            .get_mut(PROFILES)
            .and_then(Item::as_table_like_mut)
        {
            profiles.remove(profile);
        }
        if self.default() == Some(profile) {
            self.document.remove(DEFAULT);
        }
    }

    /// Refuses a profile that is not there, naming the nearest.
    pub fn require(&self, profile: &str) -> Result<()> {
        let names = self.names();
        if names.iter().any(|name| name == profile) {
            return Ok(());
        }
        let what = match sorakit::text::nearest(profile, names.iter().map(String::as_str)) {
            Some(meant) => format!("there is no profile `{profile}`; `{meant}` is meant?"),
            None if names.is_empty() => "there are no profiles".to_owned(),
            None => format!(
                "there is no profile `{profile}`; there are {}",
                names.join(", ")
            ),
        };
        Err(Error::invalid("profile", what).with_hint("`sorakit profiles` lists them."))
    }

    /// Where a profile's credential is kept: beside the file, for its owner alone.
    pub fn credential_file(&self, profile: &str) -> Result<PathBuf> {
        let path = std::path::absolute(&self.path).map_err(|error| failed(&self.path, &error))?;
        let folder = path.parent().unwrap_or(Path::new("/")).join("credentials");
        Ok(folder.join(format!("{profile}.json")))
    }

    /// Writes the file: a crash leaves the old or the new one, and its owner alone can
    /// read it.
    pub fn save(&self) -> Result<()> {
        let text = self.document.to_string();
        sorakit::host::replace_private(&self.path, text.as_bytes())
            .map_err(|error| failed(&self.path, &error))
    }
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    let what = format!("the configuration file {}: {error}", path.display());
    Error::new(ErrorKind::Configuration, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_order_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/config.toml");
        let mut file = Configuration::change(&path).unwrap();
        file.set("home", vec![("dialect", Some("openai".into()))]);
        file.save().unwrap();
        drop(file);
        let text = format!("# mine\n{}", fs::read_to_string(&path).unwrap());
        fs::write(&path, text).unwrap();
        let mut file = Configuration::change(&path).unwrap();
        file.set("work", vec![("dialect", Some("sora".into()))]);
        file.save().unwrap();
        assert_eq!(file.default(), Some("home"));
        assert_eq!(file.names(), ["home", "work"]);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# mine\n"), "{text}");
        file.remove("home");
        assert_eq!(file.default(), None);
        assert!(
            file.require("wrok")
                .unwrap_err()
                .reason()
                .contains("`work`")
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_name_is_a_files_too() {
        for name in ["work", "a-1_b"] {
            check_name(name).unwrap();
        }
        for name in ["", "../x", "-a", "a b", "a.b", &"a".repeat(65)] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }
}
