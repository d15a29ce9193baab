//! A client's settings: given in code, by `SORAKIT_*` variables, or by a file.

#[cfg(not(target_family = "wasm"))]
mod file;
mod group;
mod source;
#[cfg(not(target_family = "wasm"))]
mod variables;

use std::fmt;
use std::path::PathBuf;

use schemars::JsonSchema;
#[cfg(not(target_family = "wasm"))]
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::api::openai::Encoding;
use crate::model::Dialect;
#[cfg(not(target_family = "wasm"))]
use crate::model::Result;
use crate::model::{Parameters, Secret, WithSecrets};
use sorakit_sentinel::profile::Profile;

pub use source::Resolved;

/// Reads the fields of options by their names.
#[cfg(not(target_family = "wasm"))]
trait FieldReader {
    fn field<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>>;
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)*) => {
        /// How a client is set up. Whatever is `None` comes from the environment
        /// variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then
        /// from the file that `config` or `SORAKIT_CONFIG` names, then from the
        /// default. With `environment: Some(false)` no variable counts.
        ///
        /// # A credential is one group of one source
        ///
        /// `access_token`, `api_key`, `session_token` and `refresh_token`, with
        /// `client_id`, `redirect_uri`, `credential_proxy` and `credential_file`
        /// which belong to them, come from one source: the highest that gives a
        /// token. Of lower ones the whole group is left out. A `credential_file`
        /// that is given without tokens is the credential once something is kept
        /// in it; tokens of a lower source only fill it while it is empty.
        ///
        /// A source that gives a credential and a `base_url` binds the two: where
        /// a higher source names another origin, as `base_url`, `web_url` or
        /// `oauth_url`, the credential is left out as well. A credential given
        /// alone goes to the `base_url` of the same invocation.
        ///
        /// ```
        /// use sorakit::{Dialect, Options};
        ///
        /// let options = Options {
        ///     dialect: Some(Dialect::Sora),
        ///     base_url: Some("http://127.0.0.1:8787/backend".into()),
        ///     access_token: Some("test".into()),
        ///     ..Options::default()
        /// };
        /// # let _ = options;
        /// ```
        ///
        /// Serialised, they hold no token and no key: [`Options::with_secrets`] does.
        #[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct Options {
            $($(#[$doc])* #[serde(skip_serializing_if = "crate::model::is_unseen")] pub $name: Option<$type>,)*
        }

        impl Options {
            /// The names of all options.
            #[cfg(not(target_family = "wasm"))]
            const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// These options, and those of `others` where there is none.
            fn filled_with(self, others: Self) -> Self {
                Self { $($name: self.$name.or(others.$name),)* }
            }

            /// The options of which each field is read by name.
            #[cfg(not(target_family = "wasm"))]
            fn read_by(reader: &impl FieldReader) -> Result<Self> {
                Ok(Self { $($name: reader.field(stringify!($name))?,)* })
            }
        }

        /// Tokens are hidden, and so are user, password and query in an address, and the
        /// values of headers and parameters.
        impl fmt::Debug for Options {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut all = f.debug_struct("Options");
                $(if let Some(value) = &self.$name {
                    all.field(stringify!($name), &format_args!("{}", without_userinfo(&format!("{value:?}"))));
                })*
                all.finish()
            }
        }
    };
}

/// Text whose addresses hold no user and password, `http://…@host`, and no query.
fn without_userinfo(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else {
        return text.to_owned();
    };
    if !rest.contains('@')
        && let Some((address, _)) = rest.split_once('?')
    {
        return format!("{scheme}://{address}?…\"");
    }
    // A password may hold an `@` or a `/` that should have been escaped.
    match rest.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://…@{host}"),
        None => text.to_owned(),
    }
}

options! {
    /// What the server speaks. Required.
    dialect: Dialect,
    /// The API's base URL, with or without `/v1`. Its query goes with every request to
    /// the API. Required: sorakit assumes of no host that it answers.
    base_url: String,
    /// Further headers of every request to the API's origin, such as a gateway's own.
    /// In a variable a line each, `Name: value`.
    headers: Parameters,
    /// Further query parameters of every request to the API's origin, such as
    /// `api-version`. In a variable `name=value&name=value`.
    query: Parameters,
    /// The web application's root (`docs/wire/sora.md` §1.1). Default: the origin of `base_url`.
    web_url: String,
    /// The host of the Sentinel challenge (`docs/wire/sora.md` §2.1). Default: the origin of
    /// `base_url`, or `https://chatgpt.com` when that is the documented one.
    sentinel_url: String,
    /// The host of the token endpoint (`docs/wire/sora.md` §1.2). Default: the origin of
    /// `base_url` on loopback, else `https://auth.openai.com`.
    oauth_url: String,
    /// Your own link service (`docs/wire/sora.md` §7.3).
    links_url: String,
    /// The token of your own link service.
    links_token: Secret,
    /// Allows plain HTTP to other hosts than loopback. Default: false.
    allow_http: bool,
    /// The access token, or the gateway's API key.
    access_token: Secret,
    /// The gateway's API key; another name for `access_token`.
    api_key: Secret,
    /// The session token, from which access tokens come.
    session_token: Secret,
    /// The refresh token, from which access tokens come.
    refresh_token: Secret,
    /// The client that the refresh token was issued to. Default: the iOS one.
    client_id: String,
    /// The redirect URI of a client that is not documented.
    redirect_uri: String,
    /// The file in which tokens are kept, shared by processes. Default: memory.
    credential_file: PathBuf,
    /// How long a credential store may take to answer, or be locked by somebody
    /// else, in seconds. Default: 30.
    store_timeout: f64,
    /// Whether access tokens are renewed. Default: true.
    auto_refresh: bool,
    /// The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` where the
    /// proxy looks names up; `none` for no proxy.
    credential_proxy: String,
    /// The proxy for credentials without one; `none` for no proxy. Default: what the
    /// machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say, as curl
    /// reads them; this machine is never reached through a proxy of theirs.
    proxy: String,
    /// The proxy of the Sentinel request alone. Without it that request uses none where
    /// `proxy` or `credential_proxy` is given, and else the machine's.
    sentinel_proxy: String,
    /// A further trusted certificate authority, or a server's self-signed certificate,
    /// as a PEM file. The variable `SSL_CERT_FILE` names one in place of the system's.
    ca_file: PathBuf,
    /// The browser or app that requests speak for. Default: a desktop browser.
    profile: Profile,
    /// The device id, a UUID. Default: a random one per client.
    device_id: String,
    /// The language, such as `en-US`. Default: the profile's.
    language: String,
    /// The `flow` of the Sentinel request. Default: `sora_init`.
    sentinel_flow: String,
    /// The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`.
    sentinel_token_flow: String,
    /// The most proof-of-work candidates that are tried. Default: 100 million.
    pow_max_tries: u64,
    /// The longest time for a proof of work, in seconds. Default: 60.
    pow_timeout: f64,
    /// The most threads for a proof of work; 0 for all cores. Default: 0.
    pow_threads: u32,
    /// How the dialect `openai` sends creations. Default: `multipart`, as OpenAI's
    /// own libraries do; Dynamo wants `json`, in which a length is a number.
    encoding: Encoding,
    /// How long a connection may take to be made, in seconds. Default: 10.
    connect_timeout: f64,
    /// How long one request may take, in seconds; uploads get more by their
    /// size. Default: 30.
    timeout: f64,
    /// How long the answer to a creation, an upload or anything else that must not be
    /// sent twice may take, in seconds; uploads get more by their size. What is given
    /// up too soon loses the job's id. Default: 300.
    creation_timeout: f64,
    /// How long a call or a download may take with all its retries, in seconds.
    /// Default: no limit.
    total_timeout: f64,
    /// How often a request is sent again at most. Default: 3.
    max_retries: u32,
    /// The wait before a request is first sent again, in seconds; it doubles with each
    /// further one, and up to half of it is left to chance. Default: 0.5, and 1 for
    /// `skyriff` and `relay`.
    retry_base: f64,
    /// How long a creation waits for a free slot when the account has too many
    /// jobs in progress, in seconds. Default: 600.
    slot_timeout: f64,
    /// The shortest wait between two polls, in seconds. Default: the dialect's.
    poll_interval: f64,
    /// Whether polls are further apart for a job that is near its end or old. With
    /// `false` each comes `poll_interval` after the one before. Default: true.
    poll_backoff: bool,
    /// The most polls of one wait. Default: no limit.
    max_poll_attempts: u32,
    /// How long a video is waited for, in seconds. Default: 1800.
    video_timeout: f64,
    /// How long an image is waited for, in seconds. Default: 300.
    image_timeout: f64,
    /// How long a job may be nowhere to be found before its outcome counts as
    /// unknown, and how long the file of a finished job may not be ready, in
    /// seconds. Default: 60.
    grace: f64,
    /// Whether `SORAKIT_*` variables count. Those of the machine's proxies count
    /// all the same: see `proxy`. Default: true.
    environment: bool,
    /// A TOML file with further options. Default: the one that `SORAKIT_CONFIG` names.
    config: PathBuf,
    /// The slowest transfer of a file that is gone on with, in bytes a second on
    /// average over `min_rate_time`; 0 for any. Default: 1000.
    min_rate: f64,
    /// Over how long `min_rate` is taken, in seconds. Default: 60.
    min_rate_time: f64,
    /// The longest file that is taken, in bytes. Default: 16 GiB.
    max_bytes: u64,
    /// Whether a server may name addresses of media in networks that are not
    /// public (this machine, private, link-local), though it is in none of that
    /// kind itself. They are judged by the address that is connected to; behind a
    /// proxy and in a browser, by what stands in the URL alone. Default: false.
    allow_private_media: bool,
}

impl Options {
    /// Options for a server: what it speaks, and where it is.
    ///
    /// ```
    /// use sorakit::{Dialect, Options};
    ///
    /// let options = Options {
    ///     api_key: Some("test".into()),
    ///     ..Options::new(Dialect::Openai, "http://127.0.0.1:8787/openai")
    /// };
    /// # let _ = options;
    /// ```
    pub fn new(dialect: Dialect, base_url: impl Into<String>) -> Self {
        Self {
            dialect: Some(dialect),
            base_url: Some(base_url.into()),
            ..Self::default()
        }
    }

    /// The same without tokens, keys and whatever else may be a secret.
    pub(crate) fn without_secrets(&self) -> Self {
        let shown = serde_json::to_value(self).unwrap_or_default();
        serde_json::from_value(shown).unwrap_or_default()
    }

    /// The options with their tokens and keys, which serialising them leaves out.
    pub fn with_secrets(&self) -> WithSecrets<'_, Self> {
        WithSecrets(self)
    }

    /// What of these options must not be seen: tokens, keys, proxies' passwords, and
    /// headers and parameters that are named as secrets.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Secret> {
        let tokens = [
            &self.links_token,
            &self.access_token,
            &self.api_key,
            &self.session_token,
            &self.refresh_token,
        ];
        let proxies = [&self.proxy, &self.credential_proxy, &self.sentinel_proxy];
        let passwords = proxies
            .into_iter()
            .flatten()
            .filter_map(|proxy| password(proxy));
        let base = self.base_url.as_deref().map(|base| base.trim());
        let base = base.and_then(|base| url::Url::parse(base).ok());
        let in_base: Vec<_> = base.iter().flat_map(url::Url::query_pairs).collect();
        let in_base: Parameters = in_base
            .into_iter()
            .map(|(name, value)| (name, value.into_owned()))
            .collect();
        let own = [Some(in_base), self.headers.clone(), self.query.clone()];
        let own: Vec<Secret> = own.iter().flatten().flat_map(Parameters::secrets).collect();
        tokens
            .into_iter()
            .flatten()
            .cloned()
            .chain(passwords)
            .chain(own)
    }
}

/// The password in an address.
pub(crate) fn password(address: &str) -> Option<Secret> {
    let url = url::Url::parse(address).ok()?;
    url.password().map(Secret::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_explicit_value_wins_over_the_environment() {
        let environment = |name: &str| match name {
            "SORAKIT_BASE_URL" => Some("http://env.example".to_owned()),
            "SORAKIT_TIMEOUT" => Some("12.5".to_owned()),
            "SORAKIT_ALLOW_HTTP" => Some("true".to_owned()),
            "SORAKIT_DIALECT" => Some("relay".to_owned()),
            "SORAKIT_API_KEY" => Some("12345".to_owned()),
            "SORAKIT_PROXY" => Some(String::new()),
            _ => None,
        };
        let explicit = Options {
            base_url: Some("http://code.example".into()),
            ..Options::default()
        };
        let options = explicit.or(Options::from_variables(environment).unwrap());
        assert_eq!(options.base_url.as_deref(), Some("http://code.example"));
        assert_eq!(options.timeout, Some(12.5));
        assert_eq!(options.allow_http, Some(true));
        assert_eq!(options.dialect, Some(Dialect::Relay));
        assert_eq!(options.api_key, None, "it is for the other server");
        let alone = Options::default().or(Options::from_variables(environment).unwrap());
        assert_eq!(alone.api_key.unwrap().expose(), "12345");
        assert_eq!(options.proxy, None);
    }

    #[test]
    fn what_is_shown_holds_no_secret() {
        let options = Options {
            api_key: Some("hidden-key".into()),
            proxy: Some("http://user:hidden@word@proxy.example:8080".into()),
            credential_proxy: Some("socks5://user:hidden/word@proxy.example".into()),
            sentinel_proxy: Some("http://hidden@proxy.example".into()),
            headers: Some(Parameters::from([("X-Key", "hidden")])),
            query: Some(Parameters::from([("key", "hidden")])),
            base_url: Some("https://gateway.example/v1?key=hidden".into()),
            ..Options::default()
        };
        let shown = format!("{options:?} {options:#?}");
        assert!(!shown.contains("hidden"), "{shown}");
        assert!(shown.contains("…@proxy.example:8080"), "{shown}");
        assert!(shown.contains("https://gateway.example/v1"), "{shown}");
    }

    #[test]
    fn tokens_and_keys_are_written_down_only_when_that_is_asked_for() {
        let options = Options {
            base_url: Some("http://a.example".into()),
            api_key: Some("sk-1".into()),
            ..Options::default()
        };
        let text = serde_json::to_string(&options).unwrap();
        assert_eq!(text, r#"{"base_url":"http://a.example"}"#);
        let again: Options =
            serde_json::from_value(serde_json::to_value(options.with_secrets()).unwrap()).unwrap();
        assert_eq!(again, options);
    }

    #[test]
    fn a_malformed_variable_is_named_and_not_quoted() {
        let error =
            Options::from_variables(|name| (name == "SORAKIT_TIMEOUT").then(|| "soon".to_owned()))
                .unwrap_err();
        assert!(error.message().contains("SORAKIT_TIMEOUT"));
        assert!(!error.message().contains("soon"));
    }
}
