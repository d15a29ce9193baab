//! Options in a TOML file: under their own names, at the top and in profiles, and under
//! the names of `docs/wire/sora2api.md` §10.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value as Json;
use toml::{Table, Value};

use super::Options;
use crate::api::read_as;
use crate::host::private_file;
use crate::model::{Error, ErrorKind, Result};

/// The sections that are read, and their keys. `pool_enabled` is a gateway's own.
const SECTIONS: &[(&str, &[&str])] = &[
    (
        "sora",
        &[
            "base_url",
            "timeout",
            "max_retries",
            "poll_interval",
            "max_poll_attempts",
        ],
    ),
    (
        "proxy",
        &[
            "enabled",
            "url",
            "pow_proxy_enabled",
            "pow_proxy_url",
            "pool_enabled",
        ],
    ),
    ("generation", &["image_timeout", "video_timeout"]),
    ("token_refresh", &["at_auto_refresh_enabled"]),
    ("client", Options::NAMES),
];

/// The options that a gateway's file names in its own way.
const RENAMED: &[(&str, &str)] = &[("at_auto_refresh_enabled", "auto_refresh")];

/// The sections of a gateway's file that say nothing about a client.
const OTHERS: &[&str] = &[
    "global",
    "server",
    "cache",
    "watermark_free",
    "cloudflare",
    "database",
    "redis",
    "debug",
    "admin",
];

/// Options that a file cannot set, because they determine what is read of which file.
const NOT_HERE: &[&str] = &["config", "config_profile", "environment"];

/// The section of the profiles, and the key that names the one that counts.
const PROFILES: &str = "profiles";
const DEFAULT_PROFILE: &str = "default_profile";

/// The contents of a file.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The name of the profile that counts.
    pub(super) name: Option<String>,
    /// Of the profile that counts.
    pub(super) profile: Options,
    /// Of every server.
    pub(super) general: Options,
}

impl Contents {
    /// Both as one. What is general may be bound to another server.
    pub(super) fn options(self) -> Options {
        self.profile.or(self.general)
    }
}

/// Says that a profile is named, and no file that could hold it.
pub(super) fn without_file(profile: &str) -> Error {
    let what = format!("the profile `{profile}` is named, and no configuration file that holds it");
    Error::new(ErrorKind::Configuration, what)
        .with_field("config_profile")
        .with_hint("Name the file with `config` or SORAKIT_CONFIG.")
}

impl Options {
    /// The options that a TOML file sets.
    ///
    /// Every option stands there under its own name, for all servers at the top or
    /// for one of them in a profile. A profile goes before what is at the top, and a
    /// credential at the top is never sent to another server than the one named there:
    ///
    /// ```toml
    /// default_profile = "home"     # or `config_profile`
    /// timeout = 60
    ///
    /// [profiles.home]
    /// dialect = "openai"
    /// base_url = "http://127.0.0.1:8000/v1"
    ///
    /// [profiles.work]
    /// dialect = "sora2api"
    /// base_url = "https://gateway.example"
    /// credential_file = "work.json"
    /// ```
    ///
    /// Section and key names of `docs/wire/sora2api.md` §10 are read too:
    ///
    /// ```toml
    /// [sora]
    /// base_url = "http://127.0.0.1:8787/backend"
    /// timeout = 30
    /// max_retries = 3
    /// poll_interval = 2.0
    /// max_poll_attempts = 300
    ///
    /// [proxy]
    /// enabled = true      # the default where there is a `url`
    /// url = "socks5://127.0.0.1:1080"
    ///
    /// [generation]
    /// image_timeout = 300
    /// video_timeout = 1800
    ///
    /// [token_refresh]
    /// at_auto_refresh_enabled = true
    ///
    /// [client]            # the same as at the top
    /// dialect = "sora"
    /// ```
    ///
    /// The other sections of `docs/wire/sora2api.md` §10 are ignored, so that a gateway's
    /// own file can be used.
    ///
    /// # Errors
    /// `configuration`: the file cannot be read, others can write it, or it contains an
    /// unknown section or key, which is named with the nearest known one, or the same option
    /// twice.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self> {
        Ok(read(path.as_ref(), None, &mut Vec::new())?.options())
    }

    /// Reads options from the text of such a file.
    #[cfg(feature = "testing")]
    pub(crate) fn from_toml(text: &str) -> Result<Self> {
        let read = read_text(text, None);
        read.map(Contents::options)
            .map_err(|(what, _)| Error::new(ErrorKind::Configuration, what))
    }
}

/// Reads a file; `profile` is the one that counts in place of the file's own choice.
pub(super) fn read(
    path: &Path,
    profile: Option<&str>,
    warnings: &mut Vec<String>,
) -> Result<Contents> {
    let failed = |what: String| {
        Error::new(
            ErrorKind::Configuration,
            format!("the configuration file {}: {what}", path.display()),
        )
    };
    let file = private_file::read(path).map_err(|error| failed(error.to_string()))?;
    let file = file.ok_or_else(|| failed("there is no such file".into()))?;
    let text = std::str::from_utf8(&file.bytes).map_err(|_| failed("it is not UTF-8".into()))?;
    let contents = read_text(text, profile).map_err(|(what, name)| match name.as_deref() {
        Some(name) => {
            let error = failed(what).with_field(name);
            match name {
                "config_profile" => error.with_hint("`sorakit profiles` lists them."),
                _ => error,
            }
        }
        None => failed(what),
    })?;
    let all = [&contents.profile, &contents.general];
    let has_secret = all.iter().any(|options| options.secrets().next().is_some());
    if file.others_can_read && has_secret {
        warnings.push(format!(
            "others on this machine can read {}, which holds a credential: chmod 600",
            path.display()
        ));
    }
    Ok(contents)
}

/// What is wrong, and the name that it concerns.
type Problem = (String, Option<String>);

/// Reads the text of a file.
fn read_text(text: &str, profile: Option<&str>) -> Result<Contents, Problem> {
    let failed = |what: String| (what, None);
    let text = text.trim_start_matches('\u{feff}');
    let mut sections: Table =
        toml::from_str(text).map_err(|error| failed(no_toml(text, &error)))?;
    check(&sections).map_err(|(what, name)| (what, Some(name)))?;
    let own = sections.remove(DEFAULT_PROFILE);
    let own = own.as_ref().and_then(Value::as_str);
    let profiles = match sections.remove(PROFILES) {
        Some(Value::Table(profiles)) => profiles,
        _ => Table::new(),
    };
    let name = profile.or(own).map(ToOwned::to_owned);
    let profile = match name.as_deref() {
        Some(name) => chosen(name, profiles)?,
        None => Options::default(),
    };
    let mut general = Entries::default();
    for name in Options::NAMES {
        if !is_section(name, sections.get(*name))
            && let Some(value) = sections.remove(*name)
        {
            general.add("", name, name, plain(value))?;
        }
    }
    for (section, _) in SECTIONS {
        let Some(Value::Table(mut keys)) = sections.remove(*section) else {
            continue;
        };
        let place = format!("[{section}] ");
        if *section == "proxy" {
            general.add_proxy(&mut keys, &place, "proxy", "enabled", "url")?;
            let sentinel = "sentinel_proxy";
            let (enabled, url) = ("pow_proxy_enabled", "pow_proxy_url");
            general.add_proxy(&mut keys, &place, sentinel, enabled, url)?;
            continue;
        }
        for (key, value) in keys {
            let renamed = RENAMED.iter().find(|(own, _)| *own == key);
            let option = renamed.map_or(key.as_str(), |(_, option)| option);
            general.add(&place, &key, option, plain(value))?;
        }
    }
    Ok(Contents {
        name,
        profile,
        general: general.read()?,
    })
}

/// What a file says of options, each with where it stands.
#[derive(Default)]
struct Entries {
    values: serde_json::Map<String, Json>,
    /// By the option: the section, and the key in it.
    places: HashMap<String, (String, String)>,
}

impl Entries {
    /// Adds an option. One that stands twice would lose once, in silence.
    fn add(&mut self, place: &str, key: &str, option: &str, value: Json) -> Result<(), Problem> {
        let before = self
            .places
            .insert(option.to_owned(), (place.to_owned(), key.to_owned()));
        if let Some((other, other_key)) = before {
            let named = |place: &str, key: &str| match place.trim() {
                "" => format!("`{key}` at the top"),
                section => format!("`{key}` in {section}"),
            };
            let what = format!(
                "{} and {} are the same option: leave one of them out",
                named(&other, &other_key),
                named(place, key)
            );
            return Err((what, Some(option.to_owned())));
        }
        self.values.insert(option.to_owned(), value);
        Ok(())
    }

    /// Adds the proxy of a gateway's file, which is on if its address is given, or is
    /// turned off.
    fn add_proxy(
        &mut self,
        keys: &mut Table,
        place: &str,
        option: &str,
        enabled: &str,
        url: &str,
    ) -> Result<(), Problem> {
        let wrong =
            |key: &str, what: &str| Err((format!("{place}{key}: {what}"), Some(key.into())));
        let is_on = match keys.remove(enabled) {
            None => None,
            Some(Value::Boolean(is_on)) => Some(is_on),
            Some(_) => return wrong(enabled, "must be true or false"),
        };
        let address = match keys.remove(url) {
            None => None,
            Some(Value::String(address)) => Some(address).filter(|address| !address.is_empty()),
            Some(_) => return wrong(url, "must be a text"),
        };
        let value = match (is_on, address) {
            (Some(false), _) => crate::policy::proxy::NONE.to_owned(),
            (_, Some(address)) => address,
            (None, None) => return Ok(()),
            (Some(true), None) => {
                return wrong(enabled, &format!("is true, and no `{url}` is given"));
            }
        };
        self.add(place, url, option, value.into())
    }

    /// Reads them; an error names the key where it stands.
    fn read(self) -> Result<Options, Problem> {
        read_as::<Options>("options", Json::Object(self.values)).map_err(|error| {
            let said = error.reason();
            let path = error.field().unwrap_or_default();
            let option = path.split('.').next().unwrap_or_default();
            let what = match self.places.get(option) {
                Some((place, key)) => {
                    let rest = said.strip_prefix(option).unwrap_or(said);
                    format!("{place}{key}{rest}")
                }
                None => said.to_owned(),
            };
            (what, Some(path.to_owned()))
        })
    }
}

/// A value of the file. A number that has no end is none.
fn plain(value: Value) -> Json {
    match value {
        Value::String(text) => text.into(),
        Value::Integer(number) => number.into(),
        Value::Float(number) => {
            serde_json::Number::from_f64(number).map_or(number.to_string().into(), Json::Number)
        }
        Value::Boolean(truth) => truth.into(),
        Value::Datetime(time) => time.to_string().into(),
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Table(table) => table
            .into_iter()
            .map(|(name, value)| (name, plain(value)))
            .collect(),
    }
}

/// Says where a text is no TOML. The line is not quoted, since it may hold a token.
fn no_toml(text: &str, error: &toml::de::Error) -> String {
    let start = error.span().map_or(0, |span| span.start).min(text.len());
    let line = text.as_bytes()[..start]
        .split(|byte| *byte == b'\n')
        .count();
    match error.message().starts_with("duplicate key") {
        true => format!("line {line} gives a name that stands above already"),
        false => format!(
            "line {line} cannot be read: a line is `name = value`, with texts in double quotes, or \
             `[section]`"
        ),
    }
}

/// The profile of this name.
fn chosen(name: &str, mut profiles: Table) -> Result<Options, Problem> {
    match profiles.remove(name) {
        Some(profile) => {
            let mut entries = Entries::default();
            let place = format!("[{PROFILES}.{name}] ");
            for (key, value) in profile.as_table().cloned().unwrap_or_default() {
                entries.add(&place, &key, &key, plain(value))?;
            }
            entries.read()
        }
        None => {
            let names = profiles.keys().map(String::as_str);
            let what = match crate::model::text::nearest(name, names) {
                Some(meant) => format!("there is no profile `{name}`; `{meant}` is meant?"),
                None if profiles.is_empty() => {
                    format!("there is no profile `{name}`; it holds none")
                }
                None => {
                    let names: Vec<_> = profiles.keys().map(String::as_str).collect();
                    format!(
                        "there is no profile `{name}`; there are {}",
                        names.join(", ")
                    )
                }
            };
            Err((what, Some("config_profile".to_owned())))
        }
    }
}

/// True if this is a section of a gateway's file and no option: both have a `proxy`.
fn is_section(name: &str, value: Option<&Value>) -> bool {
    SECTIONS.iter().any(|(section, _)| *section == name) && value.is_some_and(Value::is_table)
}

/// Refuses unknown names, which would go unnoticed otherwise; returns the problem, and
/// the name it concerns.
fn check(sections: &Table) -> Result<(), (String, String)> {
    for (name, value) in sections {
        let is_option = Options::NAMES.contains(&name.as_str())
            && !NOT_HERE.contains(&name.as_str())
            && !is_section(name, Some(value));
        if name == "profile" {
            check_browser(value)?;
        }
        match name.as_str() {
            _ if is_option => continue,
            DEFAULT_PROFILE if value.is_str() => continue,
            DEFAULT_PROFILE => {
                return Err((format!("{name}: it must be text"), name.clone()));
            }
            PROFILES => {
                check_profiles(value)?;
                continue;
            }
            _ => {}
        }
        let known = SECTIONS.iter().find(|(section, _)| section == name);
        let Some((section, keys)) = known else {
            if OTHERS.contains(&name.as_str()) {
                continue;
            }
            let what = match value.is_table() {
                true => no_section(name),
                false => no_key(name),
            };
            return Err((what, name.clone()));
        };
        let Some(table) = value.as_table() else {
            return Err((format!("[{section}] must be a section"), name.clone()));
        };
        for key in table.keys() {
            if keys.contains(&key.as_str()) && !NOT_HERE.contains(&key.as_str()) {
                continue;
            }
            // `proxy_url` in [proxy] means `url`.
            let shorter = key.strip_prefix(&format!("{section}_"));
            let meant = shorter
                .filter(|key| keys.contains(key))
                .or_else(|| crate::model::text::nearest(key, keys.iter().copied()))
                .or_else(|| keys.iter().copied().find(|known| key.contains(known)));
            let what = match meant.filter(|meant| !NOT_HERE.contains(meant)) {
                Some(meant) => format!("[{section}] has no key `{key}`; `{meant}` is meant?"),
                None if *section == "client" => {
                    format!("[client] has no key `{key}`; it has the options of a client")
                }
                None => format!("[{section}] has no key `{key}`; it has {}", keys.join(", ")),
            };
            return Err((what, key.clone()));
        }
    }
    Ok(())
}

/// Refuses what is no profile, or holds what is no option.
fn check_profiles(profiles: &Value) -> Result<(), (String, String)> {
    let wrong = |what: String, name: &str| Err((what, name.to_owned()));
    let Some(profiles) = profiles.as_table() else {
        let what = format!("`{PROFILES}` must hold sections, [{PROFILES}.NAME]");
        return wrong(what, PROFILES);
    };
    for (name, profile) in profiles {
        let Some(profile) = profile.as_table() else {
            return wrong(format!("[{PROFILES}.{name}] must be a section"), PROFILES);
        };
        for key in profile.keys() {
            if !may_stand(key) {
                return wrong(format!("[{PROFILES}.{name}]: {}", no_key(key)), key);
            }
        }
    }
    Ok(())
}

/// Refuses, in the description of the browser, what is meant for a profile of servers.
fn check_browser(browser: &Value) -> Result<(), (String, String)> {
    for (key, value) in browser.as_table().into_iter().flatten() {
        if key != "timezone" && value.is_table() {
            let what = format!(
                "there is no section [profile.{key}]; [{PROFILES}.{key}] is meant? ([profile] \
                 describes the browser)"
            );
            return Err((what, format!("profile.{key}")));
        }
        if key != "language" && may_stand(key) {
            let what = format!(
                "[profile] describes the browser, and has no key `{key}`; options of one server \
                 stand in [{PROFILES}.NAME]"
            );
            return Err((what, format!("profile.{key}")));
        }
    }
    Ok(())
}

/// True if a file may give an option.
fn may_stand(key: &str) -> bool {
    Options::NAMES.contains(&key) && !NOT_HERE.contains(&key)
}

/// Says that there is no such key, and which is the nearest.
fn no_key(key: &str) -> String {
    let names = Options::NAMES.iter().copied();
    let names = names
        .filter(|name| may_stand(name))
        .chain([DEFAULT_PROFILE]);
    match crate::model::text::nearest(key, names) {
        Some(meant) => format!("there is no key `{key}`; `{meant}` is meant?"),
        None => format!("there is no key `{key}`; the keys are the options of a client"),
    }
}

/// Says that there is no such section, and which is the nearest.
fn no_section(name: &str) -> String {
    let names = SECTIONS.iter().map(|(section, _)| *section);
    let names = names.chain(OTHERS.iter().copied()).chain([PROFILES]);
    match crate::model::text::nearest(name, names) {
        Some(meant) => format!("there is no section [{name}]; [{meant}] is meant?"),
        None => format!(
            "there is no section [{name}]; there are [{PROFILES}.NAME], {}",
            list_sections()
        ),
    }
}

fn list_sections() -> String {
    let names: Vec<_> = SECTIONS
        .iter()
        .map(|(section, _)| format!("[{section}]"))
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests;
