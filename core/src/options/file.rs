//! Options in a TOML file, under the names of `docs/wire/sora2api.md` §10.

use std::path::Path;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::{Table, Value};

use super::Options;
use crate::host::private_file;
use crate::model::{Error, ErrorKind, Result};

#[derive(Deserialize, Default)]
#[serde(default)]
struct Sora {
    base_url: Option<String>,
    timeout: Option<f64>,
    max_retries: Option<u32>,
    poll_interval: Option<f64>,
    max_poll_attempts: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Proxy {
    enabled: Option<bool>,
    url: Option<String>,
    pow_proxy_enabled: Option<bool>,
    pow_proxy_url: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Generation {
    image_timeout: Option<f64>,
    video_timeout: Option<f64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TokenRefresh {
    at_auto_refresh_enabled: Option<bool>,
}

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

/// Options that a file cannot set, because they determine which file is read.
const NOT_HERE: &[&str] = &["config", "environment"];

/// The address of an enabled proxy, or `none` for a disabled one.
fn switched_on(enabled: Option<bool>, url: Option<String>) -> Option<String> {
    match enabled? {
        true => url.filter(|url| !url.is_empty()),
        false => Some(crate::policy::proxy::NONE.to_owned()),
    }
}

impl Options {
    /// The options that a TOML file sets.
    ///
    /// Section and key names follow `docs/wire/sora2api.md` §10 where it has them:
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
    /// enabled = true
    /// url = "socks5://127.0.0.1:1080"
    ///
    /// [generation]
    /// image_timeout = 300
    /// video_timeout = 1800
    ///
    /// [token_refresh]
    /// at_auto_refresh_enabled = true
    ///
    /// [client]            # every other option, under its own name
    /// dialect = "sora"
    /// ```
    ///
    /// The other sections of `docs/wire/sora2api.md` §10 are ignored, so that a gateway's
    /// own file can be used.
    ///
    /// # Errors
    /// `configuration`: the file cannot be read, others can write it, or it contains an
    /// unknown section or key, which is named with the nearest known one.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self> {
        read(path.as_ref(), &mut Vec::new())
    }

    /// Reads options from the text of such a file.
    #[cfg(feature = "testing")]
    pub(crate) fn from_toml(text: &str) -> Result<Self> {
        read_text(text).map_err(|(what, _)| Error::new(ErrorKind::Configuration, what))
    }
}

pub(super) fn read(path: &Path, warnings: &mut Vec<String>) -> Result<Options> {
    let failed = |what: String| {
        Error::new(
            ErrorKind::Configuration,
            format!("the configuration file {}: {what}", path.display()),
        )
    };
    let file = private_file::read(path).map_err(|error| failed(error.to_string()))?;
    let file = file.ok_or_else(|| failed("there is no such file".into()))?;
    let text = std::str::from_utf8(&file.bytes).map_err(|_| failed("it is not UTF-8".into()))?;
    let options = read_text(text).map_err(|(what, name)| match name {
        Some(name) => failed(what).with_field(name),
        None => failed(what),
    })?;
    if file.others_can_read && options.has_token() {
        warnings.push(format!(
            "others on this machine can read {}, which holds a credential: chmod 600",
            path.display()
        ));
    }
    Ok(options)
}

/// The options in a file's text; or the problem, and the name it concerns.
pub(super) fn read_text(text: &str) -> Result<Options, (String, Option<String>)> {
    let failed = |what: String| (what, None);
    // The parser's full message quotes the line, which may hold a token.
    let mut sections: Table =
        toml::from_str(text).map_err(|error| failed(error.message().to_owned()))?;
    check(&sections).map_err(|(what, name)| (what, Some(name)))?;

    let mut take = |name: &str| sections.remove(name).unwrap_or(Value::Table(Table::new()));
    let sora: Sora = section("sora", take("sora")).map_err(failed)?;
    let proxy: Proxy = section("proxy", take("proxy")).map_err(failed)?;
    let generation: Generation = section("generation", take("generation")).map_err(failed)?;
    let token_refresh: TokenRefresh =
        section("token_refresh", take("token_refresh")).map_err(failed)?;
    let client: Options = section("client", take("client")).map_err(failed)?;
    let named = Options {
        base_url: sora.base_url,
        timeout: sora.timeout,
        max_retries: sora.max_retries,
        poll_interval: sora.poll_interval,
        max_poll_attempts: sora.max_poll_attempts,
        proxy: switched_on(proxy.enabled, proxy.url),
        sentinel_proxy: switched_on(proxy.pow_proxy_enabled, proxy.pow_proxy_url),
        image_timeout: generation.image_timeout,
        video_timeout: generation.video_timeout,
        auto_refresh: token_refresh.at_auto_refresh_enabled,
        ..Options::default()
    };
    Ok(one_source(named, client))
}

/// Merges both as the same file, so that neither silences the other's credential.
fn one_source(named: Options, client: Options) -> Options {
    let base_url = named.base_url.clone().or_else(|| client.base_url.clone());
    let mut options = Options {
        base_url: None,
        ..named
    }
    .or(Options {
        base_url: None,
        ..client
    });
    options.base_url = base_url;
    options
}

/// Reads a section. The parser's message would quote a value, which may be a secret.
fn section<T: serde::de::DeserializeOwned>(name: &str, value: Value) -> Result<T, String> {
    serde_path_to_error::deserialize(value.into_deserializer()).map_err(|error| {
        let key = error.path().to_string();
        let what = error.into_inner();
        let shown = match key.as_str() {
            "access_token" | "api_key" | "session_token" | "refresh_token" | "proxy"
            | "credential_proxy" | "sentinel_proxy" | "url" | "pow_proxy_url" => {
                "it must be text".to_owned()
            }
            "headers" | "query" => "it must be a table of names with text".to_owned(),
            _ => what.message().to_owned(),
        };
        format!("[{name}] {key}: {shown}")
    })
}

/// Refuses unknown names, which would go unnoticed otherwise; returns the problem, and
/// the name it concerns.
fn check(sections: &Table) -> Result<(), (String, String)> {
    for (name, value) in sections {
        let known = SECTIONS.iter().find(|(section, _)| section == name);
        let Some((section, keys)) = known else {
            if OTHERS.contains(&name.as_str()) {
                continue;
            }
            let is_option = Options::NAMES.contains(&name.as_str());
            let names = SECTIONS.iter().map(|(section, _)| *section);
            let nearest = crate::model::text::nearest(name, names.chain(OTHERS.iter().copied()));
            let what = match (is_option, nearest) {
                (true, _) => format!("`{name}` belongs into the section [client]"),
                (_, Some(meant)) => format!("there is no section [{name}]; [{meant}] is meant?"),
                _ => format!(
                    "there is no section [{name}]; there are {}",
                    list_sections()
                ),
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

fn list_sections() -> String {
    let names: Vec<_> = SECTIONS
        .iter()
        .map(|(section, _)| format!("[{section}]"))
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dialect;

    fn from(text: &str) -> Result<Options> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sorakit.toml");
        std::fs::write(&path, text).unwrap();
        Options::from_file(&path)
    }

    #[test]
    fn the_documented_names_are_read() {
        let options = from(
            r#"
            [sora]
            base_url = "http://127.0.0.1:1/backend"
            timeout = 30
            poll_interval = 2.0
            [proxy]
            enabled = false
            url = "http://127.0.0.1:2"
            [generation]
            video_timeout = 1800
            [token_refresh]
            at_auto_refresh_enabled = false
            [server]
            port = 8000
            [client]
            dialect = "sora"
            api_key = "secret"
            "#,
        )
        .unwrap();
        assert_eq!(
            options.base_url.as_deref(),
            Some("http://127.0.0.1:1/backend")
        );
        assert_eq!(options.timeout, Some(30.0));
        assert_eq!(options.proxy.as_deref(), Some("none"));
        assert_eq!(options.auto_refresh, Some(false));
        assert_eq!(options.dialect, Some(Dialect::Sora));
        assert_eq!(options.api_key.unwrap().expose(), "secret");
    }

    #[test]
    fn what_is_not_known_is_refused_with_the_nearest_name() {
        for (text, named, meant) in [
            ("[proxi]\nurl = 'x'", "[proxi]", "[proxy]"),
            ("[proxy]\nproxy_url = 'x'", "`proxy_url`", "`url`"),
            ("[client]\nbaseurl = 'x'", "`baseurl`", "`base_url`"),
            ("[sora]\nretries = 3", "`retries`", "max_retries"),
            ("dialect = 'sora'", "`dialect`", "[client]"),
            ("[client]\nconfig = 'x'", "`config`", "options"),
            ("[client]\ntimeout = 'soon'", "timeout", "[client]"),
        ] {
            let error = from(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.message().contains(named), "{error}");
            assert!(error.message().contains(meant), "{error}");
        }
    }

    #[test]
    fn no_value_of_a_secret_is_quoted() {
        for text in [
            "[client]\napi_key = 123456789",
            "[client]\napi_key = [\"secret-text\"]",
            "[client]\napi_key = \"secret-text",
        ] {
            let shown = format!("{:?}", from(text).unwrap_err());
            assert!(!shown.contains("123456789"), "{shown}");
            assert!(!shown.contains("secret-text"), "{shown}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_write_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sorakit.toml");
        std::fs::write(&path, "[client]\napi_key = \"k\"").unwrap();
        let set = |mode| {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        for mode in [0o602, 0o620, 0o666] {
            set(mode);
            let error = Options::from_file(&path).unwrap_err();
            assert!(error.message().contains("can write"), "{error}");
        }
        for (mode, warned) in [(0o644, 1), (0o640, 1), (0o600, 0)] {
            set(mode);
            let mut warnings = Vec::new();
            read(&path, &mut warnings).unwrap();
            assert_eq!(warnings.len(), warned, "{warnings:?}");
        }
    }
}
