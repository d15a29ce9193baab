//! A host that may not send a request says so before anything is sent.

use std::time::Duration;

use futures_lite::future::block_on;
use sorakit::api::sora::{CheckQuota, ExchangeSession};
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Exchange, Host, ScriptedHost, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::{Client, Dialect, Error, ErrorKind, Options};

/// A scripted host that sends no cookies, as a browser.
struct WithoutCookies(ScriptedHost);

impl Host for WithoutCookies {
    fn check(&self, request: &http::Request<Body>) -> sorakit::Result<()> {
        match request.headers().contains_key("cookie") {
            true => Err(Error::new(ErrorKind::Unsupported, "no cookies here")),
            false => Ok(()),
        }
    }

    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        self.0.send(request, options)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        self.0.finish(future);
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.0.solve(challenge, config, limits)
    }
}

#[test]
fn what_a_host_refuses_is_not_sent_and_not_tried_again() {
    let answer = r#"{"rate_limit_and_credit_balance": {"estimated_num_videos_remaining": 27}}"#;
    let host = ScriptedHost::new([Exchange::json(200, answer)]);
    let options = Options {
        dialect: Some(Dialect::Sora),
        base_url: Some("https://gateway.example/backend".into()),
        access_token: Some("token".into()),
        ..Options::default()
    };
    let client = Client::with_host(options, WithoutCookies(host.clone())).unwrap();

    let session_token = "session".into();
    let error = block_on(client.call(ExchangeSession { session_token })).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert_eq!(error.operation(), Some("sora.session.exchange"));
    assert!(host.requests().is_empty() && host.sleeps().is_empty());

    block_on(client.call(CheckQuota {})).unwrap();
    assert_eq!(host.requests().len(), 1);
}

/// What the crate brings along with these features.
fn crates(features: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO"));
    command
        .args(["tree", "--locked", "--package=sorakit", "--edges=normal"])
        .args(["--prefix=none", "--no-dedupe"])
        .args(features)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_cryptography_under_tls_is_chosen_by_features() {
    let has = |crates: &str, name: &str| crates.lines().any(|line| line.starts_with(name));
    for (features, aws, ring) in [
        (&[][..], true, false),
        (&["--no-default-features", "--features=ring"], false, true),
        (&["--no-default-features"], false, false),
    ] {
        let crates = crates(features);
        assert!(has(&crates, "rustls v"), "{features:?}: TLS is rustls");
        assert_eq!(has(&crates, "aws-lc-rs v"), aws, "{features:?}: {crates}");
        assert_eq!(has(&crates, "ring v"), ring, "{features:?}: {crates}");
    }
}
