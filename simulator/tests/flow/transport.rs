//! Time limits, certificates, and answers that get lost.

use std::time::{Duration, Instant};

use sorakit::api::sora::CheckQuota;
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{Client, ErrorKind, Options};
use sorakit_simulator::{Action, Rule, Simulator};

use crate::setup::{cat, client, client_with, options, stepped, wait};

/// A client that trusts the simulator's authority.
pub fn trusting(simulator: &Simulator, options: Options) -> Client {
    let host = NativeHost::new(NativeOptions {
        ca_certificate: simulator.authority().map(Into::into),
        ..NativeOptions::default()
    });
    Client::with_host(options, host.unwrap()).unwrap()
}

#[test]
fn a_certificate_has_to_be_trusted() {
    let simulator = Simulator::builder().tls([]).start().unwrap();
    assert!(simulator.url().starts_with("https://"));
    let error = wait(client(&simulator).call(CheckQuota {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.to_string().contains("certificate"), "{error}");
    assert!(simulator.journal().is_empty());

    let client = trusting(&simulator, options(&simulator));
    wait(client.call(CheckQuota {})).unwrap();
}

#[test]
fn the_authority_is_read_from_a_file() {
    let simulator = Simulator::builder().tls([]).start().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, simulator.authority().unwrap()).unwrap();
    let client = Client::new(Options {
        ca_file: Some(file.clone()),
        ..options(&simulator)
    });
    wait(client.unwrap().call(CheckQuota {})).unwrap();
    std::fs::write(&file, "no certificate").unwrap();
    let refused = Client::new(Options {
        ca_file: Some(file),
        ..options(&simulator)
    });
    let error = refused.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[test]
fn what_takes_too_long_is_asked_again_when_that_is_harmless() {
    let simulator = stepped();
    simulator.add_fault(Rule::new(Action::Stall { ms: 1500 }).operation("sora.quota.check"));
    let client = client_with(Options {
        timeout: Some(0.2),
        ..options(&simulator)
    });
    wait(client.call(CheckQuota {})).unwrap();
    assert_eq!(simulator.requests_of("sora.quota.check").len(), 2);
}

#[test]
fn a_creation_that_takes_too_long_is_not_sent_again() {
    for action in [
        Action::StallAnswer { ms: 1500 },
        Action::ResetAfter,
        Action::ResetBefore,
        Action::Truncate { bytes: 3 },
    ] {
        let simulator = stepped();
        simulator.add_fault(Rule::new(action.clone()).operation("sora.videos.create"));
        let client = client_with(Options {
            creation_timeout: Some(0.4),
            ..options(&simulator)
        });
        let error = wait(client.videos().create(cat())).unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::OutcomeUnknown,
            "{action:?}: {error}"
        );
        assert!(!error.retryable());
        assert_eq!(simulator.requests_of("sora.videos.create").len(), 1);
    }
}

#[test]
fn a_creation_that_was_not_taken_is_sent_again() {
    for code in ["heavy_load", "rate_limit_exceeded"] {
        let simulator = stepped();
        let refused = Action::Refuse { code: code.into() };
        simulator.add_fault(Rule::new(refused).operation("sora.videos.create"));
        wait(client(&simulator).videos().create(cat())).unwrap();
        assert_eq!(
            simulator.requests_of("sora.videos.create").len(),
            2,
            "{code}"
        );
        assert_eq!(
            simulator.requests_of("sora.sentinel.request").len(),
            2,
            "each has its proof"
        );
    }
}

#[test]
fn the_total_time_covers_the_retries() {
    let simulator = stepped();
    simulator.add_fault(Rule::new(Action::Cloudflare { status: 503 }).always());
    let client = client_with(Options {
        total_timeout: Some(0.5),
        max_retries: Some(100),
        ..options(&simulator)
    });
    let began = Instant::now();
    let error = wait(client.call(CheckQuota {})).unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(10));
    assert!(
        matches!(error.kind(), ErrorKind::Timeout | ErrorKind::Blocked),
        "{error}"
    );
}

#[test]
fn an_endless_answer_is_cut_off() {
    let simulator = stepped();
    let endless = "x".repeat(sorakit::api::MAX_REPLY + 1);
    let rule = Rule::new(Action::Status {
        status: 200,
        body: None,
        text: Some(endless),
        headers: Default::default(),
        retry_after: None,
    });
    simulator.add_fault(rule.always());
    let error = wait(client(&simulator).call(CheckQuota {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
}
