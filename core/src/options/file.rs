//! Options in a TOML file, under the names of `002_*`.

use std::path::Path;

use serde::Deserialize;

use super::Options;
use crate::error::{Error, ErrorKind, Result};

#[derive(Deserialize, Default)]
#[serde(default)]
struct File {
    sora: Sora,
    proxy: Proxy,
    generation: Generation,
    token_refresh: TokenRefresh,
    client: Options,
}

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

/// A proxy that is switched on and has an address.
fn switched_on(enabled: Option<bool>, url: Option<String>) -> Option<String> {
    url.filter(|url| enabled == Some(true) && !url.is_empty())
}

pub(super) fn read(path: &Path) -> Result<Options> {
    let failed = |what: String| {
        Error::new(
            ErrorKind::Configuration,
            format!("the configuration file {}: {what}", path.display()),
        )
    };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    // The parser's full message quotes the line, which may hold a token.
    let file: File = toml::from_str(&text).map_err(|error| failed(error.message().to_owned()))?;
    let named = Options {
        base_url: file.sora.base_url,
        timeout: file.sora.timeout,
        max_retries: file.sora.max_retries,
        poll_interval: file.sora.poll_interval,
        max_poll_attempts: file.sora.max_poll_attempts,
        proxy: switched_on(file.proxy.enabled, file.proxy.url),
        sentinel_proxy: switched_on(file.proxy.pow_proxy_enabled, file.proxy.pow_proxy_url),
        image_timeout: file.generation.image_timeout,
        video_timeout: file.generation.video_timeout,
        auto_refresh: file.token_refresh.at_auto_refresh_enabled,
        ..Options::default()
    };
    Ok(named.or(file.client))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;

    #[test]
    fn the_documented_names_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sorakit.toml");
        std::fs::write(
            &path,
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
        let options = Options::from_file(&path).unwrap();
        assert_eq!(
            options.base_url.as_deref(),
            Some("http://127.0.0.1:1/backend")
        );
        assert_eq!(options.timeout, Some(30.0));
        assert_eq!(options.proxy, None);
        assert_eq!(options.auto_refresh, Some(false));
        assert_eq!(options.dialect, Some(Dialect::Sora));
    }
}
