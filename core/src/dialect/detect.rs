//! Finding out which dialect a server speaks.

use crate::api::{Body, Service, context_header};
use crate::client::Client;
use crate::client::send::strip_credentials;
use crate::host::{Host, SendOptions};
use crate::model::{Dialect, Error, ErrorKind, Result};
use crate::options::{Options, Resolved};
use crate::policy::detect::{Detection, PROBES, Seen, judge};

impl Client {
    /// Finds out by a few harmless requests which dialect the server at `options.base_url`
    /// speaks, and what it answered. A dialect named in the options is accepted without
    /// asking.
    ///
    /// # Errors
    /// `unsupported`, with what was seen, when no answer tells.
    #[cfg(not(target_family = "wasm"))]
    pub async fn detect(options: Options) -> Result<Detection> {
        let resolved = options.resolve()?;
        let host = crate::client::native_host(&resolved.options)?;
        Self::detect_resolved(resolved, host).await
    }

    /// Detects with options of which the source is known, over what `around` makes of
    /// the bundled host.
    #[cfg(not(target_family = "wasm"))]
    pub async fn detect_resolved_over<H: Host>(
        resolved: Resolved,
        around: impl FnOnce(crate::host::NativeHost) -> H,
    ) -> Result<Detection> {
        let host = crate::client::native_host(&resolved.options)?;
        Self::detect_resolved(resolved, around(host)).await
    }

    /// Detects over the caller's own host.
    pub async fn detect_with(options: Options, host: impl Host) -> Result<Detection> {
        Self::detect_resolved(Resolved::code(options), host).await
    }

    async fn detect_resolved(mut resolved: Resolved, host: impl Host) -> Result<Detection> {
        let options = &mut resolved.options;
        if let Some(dialect) = options.dialect {
            return Ok(Detection {
                dialect,
                evidence: vec!["the dialect is named in the options".into()],
            });
        }
        let key = options.access_token.clone().or(options.api_key.clone());
        // Any dialect will do: probes know no dialect.
        options.dialect = Some(Dialect::Openai);
        let client = Self::with_file(resolved, host)?;
        let mut evidence = Vec::new();
        let mut before = Vec::new();
        for probe in PROBES {
            let url = client.inner.urls.join(Service::Api, probe.path)?;
            let mut request = http::Request::get(url)
                .header("accept", "application/json")
                .body(Body::empty())
                .map_err(|error| Error::new(ErrorKind::Configuration, error.to_string()))?;
            match &key {
                Some(key) if probe.authorized => {
                    let value = context_header("token", &format!("Bearer {}", key.expose()))?;
                    request.headers_mut().insert("authorization", value);
                }
                _ => strip_credentials(request.headers_mut()),
            }
            let to = request.uri().to_string();
            let options = SendOptions {
                proxy: client.inner.proxies.choose(false, &to).map(Into::into),
                ..SendOptions::default()
            };
            let seen = match client.exchange(request, options).await {
                Ok(reply) => Seen {
                    status: reply.status.as_u16(),
                    json: reply.value().ok().filter(|value| !value.is_null()),
                },
                Err(broken) => return Err(broken.error.on("detect")),
            };
            let what = match seen.json {
                Some(_) => "JSON",
                None => "no JSON",
            };
            evidence.push(format!("GET {}: {} with {what}", probe.path, seen.status));
            if let Some((dialect, why)) = judge(client.base_url(), &before, *probe, &seen) {
                evidence.push(why);
                return Ok(Detection { dialect, evidence });
            }
            before.push((*probe, seen));
        }
        Err(Error::new(
            ErrorKind::Unsupported,
            format!(
                "the server's dialect cannot be told ({})",
                evidence.join("; ")
            ),
        )
        .hint("Name the dialect.")
        .on("detect"))
    }
}
