//! A client's settings, given in code, by `SORAKIT_*` variables, or by a file.

#[cfg(not(target_family = "wasm"))]
mod file;
mod group;
mod source;
#[cfg(not(target_family = "wasm"))]
mod variables;

use std::fmt;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::openai::Encoding;
use crate::model::{Dialect, Flavour};
use crate::model::{Parameters, Secret, WithSecrets};
use sorakit_sentinel::profile::Profile;

pub use source::Resolved;
#[cfg(not(target_family = "wasm"))]
pub use source::ShownOption;

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)*) => {
        /// The settings of a client. Any that is `None` comes from the environment
        /// variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from the
        /// file that `config` or `SORAKIT_CONFIG` names, then from the default. With
        /// `environment: Some(false)` variables are ignored.
        ///
        /// # A credential is one group of one source
        ///
        /// `access_token`, `api_key`, `session_token` and `refresh_token`, with
        /// `client_id`, `redirect_uri`, `credential_proxy` and `credential_file` which
        /// belong to them, come from one source: the highest that gives a token. The
        /// whole group of any lower source is ignored. A `credential_file` given without
        /// tokens is the credential once it holds one; tokens of a lower source only fill
        /// it while it is empty.
        ///
        /// A source that gives a credential and a `base_url` binds the two: if a higher
        /// source names another origin, as `base_url`, `web_url` or `oauth_url`, the
        /// credential is ignored as well. A credential given alone goes to the `base_url`
        /// of the same invocation. `admin_token`, or `admin_username` with
        /// `admin_password`, is a group of its own, to which the same rules apply.
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
        /// Serialised, they contain no token and no key: [`Options::with_secrets`] does.
        #[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct Options {
            $($(#[$doc])* #[serde(skip_serializing_if = "crate::model::is_unseen")] pub $name: Option<$type>,)*
        }

        impl Options {
            /// The names of all options.
            #[cfg(not(target_family = "wasm"))]
            const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// The names of the options that are given.
            #[cfg(not(target_family = "wasm"))]
            pub(crate) fn given(&self) -> impl Iterator<Item = &'static str> {
                let given = [$((stringify!($name), self.$name.is_some())),*];
                given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name)
            }

            /// These options, completed by those of `others`.
            fn filled_with(self, others: Self) -> Self {
                Self { $($name: self.$name.or(others.$name),)* }
            }
        }

        /// Hides tokens, the user, password and query of an address, and the values of
        /// headers and parameters.
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

/// Text with the user and password, `http://…@host`, and the query of its addresses
/// removed.
pub(crate) fn without_userinfo(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else {
        return text.to_owned();
    };
    if !rest.contains('@')
        && let Some((address, _)) = rest.split_once('?')
    {
        return format!("{scheme}://{address}?…\"");
    }
    // A password may contain an `@` or a `/` that should have been escaped.
    match rest.rsplit_once('@') {
        Some((_, host)) => match host.split_once('?') {
            Some((address, _)) => format!("{scheme}://…@{address}?…\""),
            None => format!("{scheme}://…@{host}"),
        },
        None => text.to_owned(),
    }
}

options! {
    /// The dialect that the server speaks. Default: found out at the first call, by
    /// requests that change nothing.
    dialect: Dialect,
    /// The kind of the server, of a dialect that has several, such as `vllm-omni`. Default:
    /// found out with the dialect; where that is given, the dialect as it is defined.
    flavour: Flavour,
    /// The API's base URL, with or without `/v1`. Its query goes with every request to
    /// the API. Required: sorakit does not assume that any host answers.
    base_url: String,
    /// Additional headers for every request to the API's origin, such as a gateway's own.
    /// In a variable, one per line: `Name: value`.
    headers: Parameters,
    /// Additional query parameters for every request to the API's origin, such as
    /// `api-version`. In a variable: `name=value&name=value`.
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
    /// Allows plain HTTP to hosts other than loopback. Default: false.
    allow_http: bool,
    /// The access token, or the gateway's API key.
    access_token: Secret,
    /// The gateway's API key; another name for `access_token`.
    api_key: Secret,
    /// The session token, used to obtain access tokens.
    session_token: Secret,
    /// The refresh token, used to obtain access tokens.
    refresh_token: Secret,
    /// The client that the refresh token was issued to. Default: the iOS one.
    client_id: String,
    /// The redirect URI of an undocumented client.
    redirect_uri: String,
    /// The file that keeps tokens, shared by processes. Default: memory.
    credential_file: PathBuf,
    /// The token of an admin login, for gateways with an administration.
    admin_token: Secret,
    /// The admin's name, with which the client logs in when an operation needs it.
    admin_username: String,
    /// The admin's password.
    admin_password: Secret,
    /// The file that keeps the token of an admin login, shared by processes. Default:
    /// memory.
    admin_file: PathBuf,
    /// The longest time a credential store may take to answer, or be locked by another
    /// process, in seconds. Default: 30.
    store_timeout: f64,
    /// True to renew access tokens. Default: true.
    auto_refresh: bool,
    /// The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` if the
    /// proxy is to resolve names; `none` for no proxy.
    credential_proxy: String,
    /// The proxy for credentials without one; `none` for no proxy. Default: the machine's
    /// `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl reads them;
    /// these never apply to this machine itself.
    proxy: String,
    /// The proxy for the Sentinel request alone. Without it, that request uses none if
    /// `proxy` or `credential_proxy` is given, and otherwise the machine's.
    sentinel_proxy: String,
    /// An additional trusted certificate authority, or a server's self-signed
    /// certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of the
    /// system's.
    ca_file: PathBuf,
    /// The browser or app that requests claim to come from. Default: a desktop browser.
    profile: Profile,
    /// The device id, a UUID. Default: a random one per client.
    device_id: String,
    /// The language, such as `en-US`. Default: the profile's.
    language: String,
    /// The `flow` of the Sentinel request. Default: `sora_init`.
    sentinel_flow: String,
    /// The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`.
    sentinel_token_flow: String,
    /// The most proof-of-work candidates to try. Default: 100 million.
    pow_max_tries: u64,
    /// The longest time for a proof of work, in seconds. Default: 60.
    pow_timeout: f64,
    /// The most threads for a proof of work; 0 for all cores. Default: 0.
    pow_threads: u32,
    /// The encoding of creations in the dialect `openai`. Default: that of the server's
    /// flavour; `multipart`, as in OpenAI's own libraries, where it takes both.
    encoding: Encoding,
    /// The time limit for making a connection, in seconds. Default: 10.
    connect_timeout: f64,
    /// The time limit for one request, in seconds; uploads get more, depending on their
    /// size. Default: 30.
    timeout: f64,
    /// The time limit for the answer to a creation, an upload or anything else that must
    /// not be sent twice, in seconds; uploads get more, depending on their size. Giving
    /// up too soon loses the job's id. Default: 300.
    creation_timeout: f64,
    /// The time limit for a call or a download with all its retries, in seconds. Default:
    /// no limit.
    total_timeout: f64,
    /// The most times a request is sent again. Default: 3.
    max_retries: u32,
    /// The wait before a request is first sent again, in seconds; it doubles with each
    /// further one, and up to half of it is left to chance. Default: 0.5, and 1 for
    /// `skyriff` and `relay`.
    retry_base: f64,
    /// The longest time that a creation waits for a free slot when the account has too
    /// many jobs in progress, in seconds. Default: 600.
    slot_timeout: f64,
    /// The shortest wait between two polls, in seconds. Default: the dialect's.
    poll_interval: f64,
    /// True to space polls further apart for a job that is near its end or old. With `false` each
    /// comes `poll_interval` after the one before. Default: true.
    poll_backoff: bool,
    /// The most polls of one wait. Default: no limit.
    max_poll_attempts: u32,
    /// The longest wait for a video, in seconds. Default: 1800.
    video_timeout: f64,
    /// The longest wait for an image, in seconds. Default: 300.
    image_timeout: f64,
    /// The time for which a job may be missing before its outcome counts as unknown, and
    /// for which the file of a finished job may not be ready, in seconds. Default: 60.
    grace: f64,
    /// True to read `SORAKIT_*` variables. Those for the machine's proxies are read in
    /// any case: see `proxy`. Default: true.
    environment: bool,
    /// A TOML file with more options. Default: the one that `SORAKIT_CONFIG` names.
    config: PathBuf,
    /// The profile of that file that counts, `[profiles.NAME]`. Default: the file's
    /// `default_profile`, where it names one.
    config_profile: String,
    /// The slowest file transfer that is continued, in bytes per second on average over
    /// `min_rate_time`; 0 for any. Default: 1000.
    min_rate: f64,
    /// The time over which `min_rate` is averaged, in seconds. Default: 60.
    min_rate_time: f64,
    /// The largest file that is accepted, in bytes. Default: 16 GiB.
    max_bytes: u64,
    /// The longest video that is accepted inside an answer, in bytes of base64. It is held in
    /// memory. Default: 512 MiB.
    max_answer_bytes: u64,
    /// True to let a server name media addresses in networks that are not public (this
    /// machine, private, link-local), even if the server itself is in no such network.
    /// They are judged by the address that is connected to; behind a proxy and in a
    /// browser, only by the URL itself. Default: false.
    allow_private_media: bool,
}

impl Options {
    /// Options for a server: its dialect and its address.
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

    /// The same options without tokens, keys and any other possible secret.
    pub(crate) fn without_secrets(&self) -> Self {
        let shown = serde_json::to_value(self).unwrap_or_default();
        serde_json::from_value(shown).unwrap_or_default()
    }

    /// The options with their tokens and keys, which serialising them leaves out.
    pub fn with_secrets(&self) -> WithSecrets<'_, Self> {
        WithSecrets(self)
    }

    /// The value that tells one credential from another: the token as it was given, or else
    /// the headers and parameters that are secrets, or else the path of the file that keeps
    /// the credential. For callers that record which credential began a job.
    #[cfg(not(target_family = "wasm"))]
    pub fn identity(&self) -> Option<Secret> {
        let tokens = [
            &self.access_token,
            &self.api_key,
            &self.refresh_token,
            &self.session_token,
        ];
        let token = tokens.into_iter().flatten().next().cloned();
        let parameters = || {
            let all: Vec<Secret> = self.secret_parameters().collect();
            let all: Vec<&str> = all.iter().map(Secret::expose).collect();
            (!all.is_empty()).then(|| Secret::from(all.join("\n")))
        };
        let file = || {
            let path = std::path::absolute(self.credential_file.as_ref()?).ok()?;
            Some(Secret::from(path.to_string_lossy().into_owned()))
        };
        token.or_else(parameters).or_else(file)
    }

    /// The headers and parameters whose names mark them as secrets.
    pub(crate) fn secret_parameters(&self) -> impl Iterator<Item = Secret> {
        let own = [&self.headers, &self.query];
        own.into_iter().flatten().flat_map(Parameters::secrets)
    }

    /// The values in these options that must not be shown: tokens, keys, proxies'
    /// passwords, and headers and parameters whose names mark them as secrets.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Secret> {
        let tokens = [
            &self.links_token,
            &self.admin_token,
            &self.admin_password,
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
        let base = base.and_then(|base| crate::model::url::Url::parse(base).ok());
        let in_base: Vec<_> = base
            .iter()
            .flat_map(crate::model::url::Url::query_pairs)
            .collect();
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
    let url = crate::model::url::Url::parse(address).ok()?;
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
    fn a_malformed_variable_is_named_and_no_secret_is_quoted() {
        for (variable, value) in [
            ("SORAKIT_HEADERS", "{\"X-Key\": [\"hidden-2\"]}"),
            ("SORAKIT_QUERY", "key=hidden-3&key=hidden-3"),
        ] {
            let error =
                Options::from_variables(|name| (name == variable).then(|| value.to_owned()))
                    .unwrap_err();
            assert!(error.reason().contains(variable), "{error}");
            assert!(!error.reason().contains("hidden"), "{error}");
        }
    }
}
