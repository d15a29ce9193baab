//! Tokens: renewed once, stored before they are used, shared by processes.

use std::path::Path;

use futures_util::future::join_all;
use sorakit::api::sora::CheckQuota;
use sorakit::{Client, ErrorKind, Options};
use sorakit_simulator::{Action, Rule, Simulator};

use crate::setup::{client, client_with, operations, options, stepped, wait};

fn refreshing(simulator: &Simulator, store: Option<&Path>) -> Client {
    client_with(Options {
        access_token: None,
        refresh_token: Some(simulator.credentials().refresh_token.as_str().into()),
        credential_file: store.map(Into::into),
        ..options(simulator)
    })
}

fn expire(simulator: &Simulator) {
    simulator
        .engine()
        .world()
        .tokens
        .invalidate_access("user-firstrun");
}

fn refreshes(simulator: &Simulator) -> usize {
    simulator.requests_of("sora.tokens.refresh").len()
}

#[test]
fn a_refused_token_is_renewed_once_and_the_call_made_again() {
    let simulator = stepped();
    let client = refreshing(&simulator, None);
    wait(client.call(CheckQuota {})).unwrap();
    assert_eq!(refreshes(&simulator), 1);
    expire(&simulator);
    simulator.clear_journal();
    wait(client.call(CheckQuota {})).unwrap();
    let expected = [
        "sora.quota.check",
        "sora.tokens.refresh",
        "sora.quota.check",
    ];
    assert_eq!(operations(&simulator), expected);
}

#[test]
fn a_token_that_stays_refused_ends_in_one_error() {
    let simulator = stepped();
    let refused = Action::Refuse {
        code: "token_invalidated".into(),
    };
    simulator.add_fault(Rule::new(refused).operation("sora.quota.check").always());
    let client = refreshing(&simulator, None);
    let error = wait(client.call(CheckQuota {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert_eq!(simulator.requests_of("sora.quota.check").len(), 2);
    assert_eq!(refreshes(&simulator), 2);
}

#[test]
fn a_token_that_cannot_be_renewed_is_sent_once() {
    let simulator = stepped();
    let client = client(&simulator);
    expire(&simulator);
    let error = wait(client.call(CheckQuota {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert_eq!(operations(&simulator), ["sora.quota.check"]);
}

#[test]
fn many_calls_at_once_renew_once() {
    let simulator = stepped();
    let client = refreshing(&simulator, None);
    for round in 1..=3 {
        let calls = (0..20).map(|_| client.call(CheckQuota {}));
        for outcome in wait(join_all(calls)) {
            outcome.unwrap();
        }
        assert_eq!(refreshes(&simulator), round);
        expire(&simulator);
    }
}

#[test]
fn clients_that_share_a_file_renew_once_for_all() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("account.json");
    // Each has its own memory, as processes have.
    let clients: Vec<_> = (0..4)
        .map(|_| refreshing(&simulator, Some(&store)))
        .collect();
    for round in 1..=6 {
        let calls = clients.iter().map(|client| client.call(CheckQuota {}));
        for outcome in wait(join_all(calls)) {
            outcome.unwrap();
        }
        assert_eq!(refreshes(&simulator), round, "one refresh a rotation");
        expire(&simulator);
    }
}

#[test]
fn the_new_tokens_are_stored_before_they_are_used() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("account.json");
    // The renewal's answer comes; what follows it does not.
    simulator.add_fault(
        Rule::new(Action::ResetBefore)
            .operation("sora.quota.check")
            .always(),
    );
    let client = refreshing(&simulator, Some(&store));
    wait(client.call(CheckQuota {})).unwrap_err();
    drop(client);
    simulator.clear_faults();
    let next = refreshing(&simulator, Some(&store));
    wait(next.call(CheckQuota {})).unwrap();
    assert_eq!(
        refreshes(&simulator),
        1,
        "the next process goes on with the stored ones"
    );
}

#[test]
fn a_store_that_cannot_be_written_keeps_the_tokens_in_memory() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let client = refreshing(&simulator, Some(&folder.path().join("file/account.json")));
    // No folder can be made where a file stands.
    std::fs::write(folder.path().join("file"), "").unwrap();
    let error = wait(client.call(CheckQuota {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert_eq!(
        refreshes(&simulator),
        0,
        "no token is used up that cannot be kept"
    );
}
