//! What a renewal may never lose, and what a store may never be used for.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::json;
use sorakit::api::sora::{CheckQuota, LikePost};
use sorakit::api::{Body, Timestamp};
use sorakit::auth::{Credential, CredentialStore, MemoryStore, StoreGuard};
use sorakit::host::{ByteStream, Host, NativeHost, NativeOptions, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::{Client, Error, ErrorKind, Event, OptionSource, Options, Result};
use sorakit_simulator::{AccountSpec, Action, Rule, Simulator};

use crate::gateway::{Does, Gateway};
use crate::setup::{client_with, options, stepped, wait};

fn native() -> NativeHost {
    NativeHost::new(NativeOptions::default()).unwrap()
}

fn refreshing(simulator: &Simulator) -> Options {
    Options {
        access_token: None,
        refresh_token: Some(simulator.credentials().refresh_token.as_str().into()),
        ..options(simulator)
    }
}

fn in_file(options: Options, path: &Path) -> Options {
    Options {
        credential_file: Some(path.into()),
        ..options
    }
}

fn quota(client: &Client) -> Result<()> {
    wait(client.call(CheckQuota {})).map(|_| ())
}

fn seen(simulator: &Simulator, operation: &str) -> usize {
    simulator.requests_of(operation).len()
}

fn expire(simulator: &Simulator) {
    let mut world = simulator.engine().world();
    world.tokens.invalidate_access("user-firstrun");
}

/// A store whose disk can be full.
#[derive(Clone, Default)]
struct Disk {
    kept: MemoryStore,
    full: Arc<AtomicBool>,
}

impl CredentialStore for Disk {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        self.kept.load()
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        match self.full.load(Ordering::SeqCst) {
            true => Box::pin(std::future::ready(Err(Error::new(
                ErrorKind::Storage,
                "the disk is full",
            )))),
            false => self.kept.save(credential),
        }
    }

    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        self.kept.lock()
    }
}

#[test]
fn what_could_not_be_saved_is_saved_before_it_is_used() {
    let simulator = stepped();
    let disk = Disk::default();
    disk.full.store(true, Ordering::SeqCst);
    let client = Client::with_store(refreshing(&simulator), native(), disk.clone()).unwrap();
    for _ in 0..3 {
        assert_eq!(quota(&client).unwrap_err().kind(), ErrorKind::Storage);
    }
    assert_eq!(
        seen(&simulator, "sora.tokens.refresh"),
        1,
        "none is used up for nothing"
    );
    assert_eq!(
        seen(&simulator, "sora.quota.check"),
        0,
        "none is used before it is kept"
    );
    disk.full.store(false, Ordering::SeqCst);
    quota(&client).unwrap();
    assert_eq!(seen(&simulator, "sora.tokens.refresh"), 1);
    // Another process goes on with what was kept.
    expire(&simulator);
    let other = Client::with_store(refreshing(&simulator), native(), disk).unwrap();
    quota(&other).unwrap();
    assert_eq!(seen(&simulator, "sora.tokens.refresh"), 2);
}

#[test]
fn an_older_store_never_takes_the_place_of_newer_tokens() {
    let simulator = stepped();
    let disk = Disk::default();
    let client = Client::with_store(refreshing(&simulator), native(), disk.clone()).unwrap();
    quota(&client).unwrap();
    let old = wait(disk.load()).unwrap().unwrap();
    expire(&simulator);
    quota(&client).unwrap();
    // A store that loses what it was given, as from a backup.
    wait(disk.save(old)).unwrap();
    expire(&simulator);
    quota(&client).unwrap();
    let kept = wait(disk.load()).unwrap().unwrap();
    assert_eq!(kept.renewals, 3);
}

#[test]
fn a_used_token_given_again_with_another_field_is_not_burned() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let given = in_file(refreshing(&simulator), &path);
    quota(&client_with(given.clone())).unwrap();
    let credentials = simulator.credentials();
    let together = Options {
        access_token: Some(credentials.access_token.as_str().into()),
        ..given.clone()
    };
    let client = client_with(together);
    quota(&client).unwrap();
    expire(&simulator);
    quota(&client).unwrap();
    let third = Options {
        session_token: Some(credentials.session_token.as_str().into()),
        ..given
    };
    expire(&simulator);
    quota(&client_with(third)).unwrap();
    let refreshes = simulator.requests_of("sora.tokens.refresh");
    assert_eq!(refreshes.len(), 3);
    let used: std::collections::HashSet<_> = refreshes.iter().map(|entry| &entry.body).collect();
    assert_eq!(used.len(), 3, "each was used once");
}

#[test]
fn an_answer_without_a_refresh_token_keeps_the_old_one() {
    for nothing in [json!(""), json!(null), json!([])] {
        let simulator = stepped();
        let token = simulator.credentials().access_token;
        simulator.add_fault(
            Rule::new(Action::Status {
                status: 200,
                body: Some(json!({"access_token": token, "refresh_token": nothing})),
                text: None,
                headers: Default::default(),
                retry_after: None,
            })
            .operation("sora.tokens.refresh"),
        );
        let client = client_with(refreshing(&simulator));
        quota(&client).unwrap();
        expire(&simulator);
        quota(&client).unwrap();
        assert_eq!(seen(&simulator, "sora.tokens.refresh"), 2);
    }
}

/// A machine whose clock is a month ahead.
struct Ahead(NativeHost);

impl Host for Ahead {
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
        self.0.now().after(Duration::from_secs(30 * 24 * 3600))
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
fn a_clock_that_is_ahead_does_not_renew_at_every_call() {
    let simulator = stepped();
    let by_session = Options {
        refresh_token: None,
        session_token: Some(simulator.credentials().session_token.as_str().into()),
        ..refreshing(&simulator)
    };
    for (options, renewal) in [
        (refreshing(&simulator), "sora.tokens.refresh"),
        (by_session, "sora.session.exchange"),
    ] {
        let store = MemoryStore::default();
        let client = || Client::with_store(options.clone(), Ahead(native()), store.clone());
        let first = client().unwrap();
        for _ in 0..3 {
            quota(&first).unwrap();
        }
        // Another process, with what the first has kept.
        quota(&client().unwrap()).unwrap();
        assert_eq!(seen(&simulator, renewal), 1, "{renewal}");
    }
}

#[test]
fn a_clock_that_is_wrong_is_named_in_the_error() {
    let simulator = stepped();
    expire(&simulator);
    let client = Client::with_host(options(&simulator), Ahead(native())).unwrap();
    let error = quota(&client).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert!(
        error.to_string().contains("30 days ahead of the server's"),
        "{error}"
    );
    let right = quota(&client_with(options(&simulator))).unwrap_err();
    assert!(!right.to_string().contains("clock"), "{right}");
}

#[test]
fn a_lock_that_somebody_else_holds_is_waited_for_and_named() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let lock = std::fs::File::create(folder.path().join("account.json.lock")).unwrap();
    lock.lock().unwrap();
    let given = Options {
        store_timeout: Some(0.3),
        ..in_file(refreshing(&simulator), &path)
    };
    let client = client_with(given.clone());
    let began = Instant::now();
    let error = quota(&client).unwrap_err();
    assert!(began.elapsed() >= Duration::from_millis(300));
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert!(error.reason().contains("account.json"), "{error}");
    assert!(error.reason().contains("locked"), "{error}");

    // Nothing was sent, so that nothing is unknown.
    let impatient = client_with(Options {
        total_timeout: Some(0.2),
        store_timeout: None,
        ..given
    });
    let like = LikePost {
        post_id: "s_1".into(),
    };
    let error = wait(impatient.call(like)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(simulator.journal().is_empty());

    lock.unlock().unwrap();
    quota(&client).unwrap();
}

#[test]
fn a_store_is_for_one_server() {
    let (one, other) = (stepped(), stepped());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    quota(&client_with(in_file(refreshing(&one), &path))).unwrap();
    let kept = std::fs::read_to_string(&path).unwrap();
    let nothing_given = Options {
        access_token: None,
        ..options(&other)
    };
    for options in [refreshing(&other), nothing_given] {
        let error = quota(&client_with(in_file(options, &path))).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.reason().contains(one.url()), "{error}");
        assert!(error.reason().contains(other.url()), "{error}");
    }
    assert!(other.journal().is_empty());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), kept);
}

#[test]
fn a_store_that_names_no_server_is_bound_at_its_first_use() {
    let (one, other) = (stepped(), stepped());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let token = one.credentials().access_token;
    std::fs::write(&path, json!({"access_token": token}).to_string()).unwrap();
    let at = |simulator: &Simulator| {
        let nothing_given = Options {
            access_token: None,
            ..options(simulator)
        };
        client_with(in_file(nothing_given, &path))
    };
    quota(&at(&one)).unwrap();
    let kept: Credential = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(kept.origin.as_deref(), Some(one.url()));
    let error = quota(&at(&other)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(other.journal().is_empty());
}

#[test]
fn a_store_is_for_one_account() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    quota(&client_with(in_file(refreshing(&simulator), &path))).unwrap();
    let kept = std::fs::read_to_string(&path).unwrap();
    let email = Some("other@example.test".to_owned());
    let (_, other) = simulator.add_account(AccountSpec {
        email,
        ..AccountSpec::default()
    });
    let given = |access: Option<&str>, refresh: Option<&str>| {
        let options = Options {
            access_token: access.map(Into::into),
            refresh_token: refresh.map(Into::into),
            ..options(&simulator)
        };
        client_with(in_file(options, &path))
    };
    simulator.clear_journal();
    let error = quota(&given(Some(&other.access_token), None)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.reason().contains("other@example.test"), "{error}");
    assert!(simulator.journal().is_empty());
    // Whose a refresh token is only its answer tells: nothing is lost all the same.
    let error = quota(&given(None, Some(&other.refresh_token))).unwrap_err();
    assert!(error.reason().contains("other@example.test"), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), kept);
    let aside = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| error.to_string().contains(path.to_str().unwrap()))
        .filter(|aside| *aside != path)
        .expect("the error says where the new tokens are");
    let own = Options {
        access_token: None,
        ..options(&simulator)
    };
    quota(&client_with(in_file(own, &aside))).unwrap();
}

#[test]
fn a_renewal_outlives_the_call_that_began_it() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let slow = Rule::new(Action::StallAnswer { ms: 800 });
    simulator.add_fault(slow.operation("sora.tokens.refresh"));
    let given = in_file(refreshing(&simulator), &path);
    let client = client_with(Options {
        total_timeout: Some(0.2),
        ..given.clone()
    });
    let error = quota(&client).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    wait(client.close());
    assert!(path.exists(), "it is stored when the client is closed");
    assert!(sorakit::host::drain(Duration::from_secs(10)));
    quota(&client_with(given)).unwrap();
    assert_eq!(seen(&simulator, "sora.tokens.refresh"), 1);
}

#[test]
fn two_clients_of_one_file_and_one_that_waits_renew_once() {
    let simulator = stepped();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let given = in_file(refreshing(&simulator), &path);
    let clients: Vec<_> = (0..3).map(|_| client_with(given.clone())).collect();
    for outcome in wait(join_all(
        clients.iter().map(|client| client.call(CheckQuota {})),
    )) {
        outcome.unwrap();
    }
    assert_eq!(seen(&simulator, "sora.tokens.refresh"), 1);
}

#[test]
fn a_session_cookie_that_is_set_anew_is_kept() {
    let simulator = stepped();
    let token = simulator.credentials().access_token;
    let rotated = "__Secure-next-auth.session-token=sess-rotated; Path=/; Secure";
    let answer = Rule::new(Action::Status {
        status: 200,
        body: Some(json!({ "accessToken": token })),
        text: None,
        headers: [("set-cookie".to_owned(), rotated.to_owned())].into(),
        retry_after: None,
    });
    simulator.add_fault(answer.operation("sora.session.exchange").always());
    let disk = Disk::default();
    let session = "__Secure-next-auth.session-token.1=-two; \
                   __Secure-next-auth.session-token.0=sess-one";
    let given = Options {
        access_token: None,
        session_token: Some(session.into()),
        ..options(&simulator)
    };
    let client = Client::with_store(given.clone(), native(), disk.clone()).unwrap();
    quota(&client).unwrap();
    let sent = &simulator.requests_of("sora.session.exchange")[0];
    assert!(
        sent.header("cookie")
            .unwrap()
            .ends_with("session-token=sess-one-two")
    );
    let kept = wait(disk.load()).unwrap().unwrap();
    assert_eq!(kept.session_token, Some("sess-rotated".into()));
    // The used one given again stands for what took its place.
    expire(&simulator);
    let again = Client::with_store(given, native(), disk).unwrap();
    let _ = quota(&again);
    let sent = simulator.requests_of("sora.session.exchange");
    let cookie = sent.last().unwrap().header("cookie").unwrap().to_owned();
    assert!(cookie.ends_with("session-token=sess-rotated"), "{cookie}");
}

#[test]
fn an_event_says_which_credential_is_used() {
    let simulator = stepped();
    let store = MemoryStore::default();
    let kept = Credential {
        access_token: Some(simulator.credentials().access_token.as_str().into()),
        ..Credential::default()
    };
    wait(store.save(kept)).unwrap();
    let nothing_given = Options {
        access_token: None,
        ..options(&simulator)
    };
    let client = Client::with_store(nothing_given, native(), store).unwrap();
    let told = Arc::new(std::sync::Mutex::new(Vec::new()));
    let events = told.clone();
    client.observe(move |event: &Event| events.lock().unwrap().push(event.clone()));
    quota(&client).unwrap();
    quota(&client).unwrap();
    let used = Event::CredentialUsed {
        source: OptionSource::Store,
        origin: simulator.url().to_owned(),
    };
    let told = told.lock().unwrap();
    let count = told.iter().filter(|event| **event == used).count();
    assert_eq!(count, 1, "{told:?}");
    assert!(!format!("{told:?}").contains(&simulator.credentials().access_token));
}

#[test]
fn what_is_no_token_takes_the_place_of_none() {
    for odd in [r#""""#, r#"" ""#, "null", "5", "[]", "{}", r#""a b""#] {
        let server = crate::raw::RawServer::start(move |request| {
            match request.path.ends_with("/oauth/token") {
                true => crate::raw::Answer::json(
                    200,
                    &format!(
                        r#"{{"access_token": "second", "refresh_token": {odd}, "expires_in": 900}}"#
                    ),
                ),
                false => crate::raw::Answer::json(200, "{}"),
            }
        });
        let store = MemoryStore::default();
        let given = Options {
            dialect: Some(sorakit::Dialect::Sora),
            base_url: Some(format!("{}/backend", server.url())),
            oauth_url: Some(server.url()),
            refresh_token: Some("first".into()),
            ..Options::default()
        };
        let client = Client::with_store(given, native(), store.clone()).unwrap();
        let _ = wait(client.call(CheckQuota {}));
        assert_eq!(server.seen("/oauth/token").len(), 1, "{odd}");
        let kept = wait(store.load()).unwrap().unwrap();
        let kept = kept.refresh_token.unwrap();
        assert_eq!(kept.expose(), "first", "{odd}");
    }
}

#[test]
fn a_blank_access_token_replaces_none() {
    for odd in [r#""""#, r#"" ""#, "null", "5"] {
        let server = crate::raw::RawServer::start(move |request| {
            match request.path.ends_with("/oauth/token") {
                true => crate::raw::Answer::json(
                    200,
                    &format!(r#"{{"access_token": {odd}, "refresh_token": "refresh-2"}}"#),
                ),
                false => crate::raw::Answer::json(
                    401,
                    r#"{"error": {"message": "no", "code": "invalid_token"}}"#,
                ),
            }
        });
        let store = MemoryStore::default();
        let given = Options {
            dialect: Some(sorakit::Dialect::Sora),
            base_url: Some(format!("{}/backend", server.url())),
            oauth_url: Some(server.url()),
            access_token: Some("access-1".into()),
            refresh_token: Some("refresh-1".into()),
            ..Options::default()
        };
        let client = Client::with_store(given, native(), store.clone()).unwrap();
        let error = wait(client.call(CheckQuota {})).unwrap_err();
        assert!(
            error.reason().contains("without an access token"),
            "{odd}: {error}"
        );
        let kept = wait(store.load()).unwrap().unwrap();
        let token = |token: Option<sorakit::Secret>| token.map(|token| token.expose().to_owned());
        assert_eq!(
            token(kept.access_token).as_deref(),
            Some("access-1"),
            "{odd}"
        );
        assert_eq!(
            token(kept.refresh_token).as_deref(),
            Some("refresh-2"),
            "{odd}"
        );
    }
}

/// What replaces the token that was sent is nowhere else.
#[test]
fn tokens_that_came_before_the_answer_broke_off_are_kept() {
    let gateway = Gateway::start(|path, _| match path {
        "/oauth/token" => Does::Answers(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n\
             {\"access_token\":\"a.b.c\",\"refresh_token\":\"second\",\"expires_in\":36"
                .to_owned(),
        ),
        _ => crate::gateway::json(200, "{}"),
    });
    let store = MemoryStore::default();
    let given = Options {
        dialect: Some(sorakit::Dialect::Sora),
        base_url: Some(format!("http://127.0.0.1:{}/backend", gateway.port)),
        oauth_url: Some(format!("http://127.0.0.1:{}", gateway.port)),
        refresh_token: Some("first".into()),
        ..Options::default()
    };
    let client = Client::with_store(given, native(), store.clone()).unwrap();
    let _ = quota(&client);
    assert_eq!(gateway.asked("/oauth/token").len(), 1);
    let kept = wait(store.load()).unwrap().expect("a credential");
    let token = |token: Option<sorakit::Secret>| token.map(|token| token.expose().to_owned());
    assert_eq!(token(kept.refresh_token).as_deref(), Some("second"));
    assert_eq!(token(kept.access_token).as_deref(), Some("a.b.c"));
}
