//! What `tracing` is told: each request and its answer, and never a secret.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use sorakit::{Client, Dialect, Options, Parameters};
use sorakit_simulator::{Action, Rule};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::setup::{cat, client_with, fast, wait};

/// Everything that is told, a line each.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Lines {
    fn add(&self, meta: &Metadata<'_>, record: impl FnOnce(&mut Line)) {
        let mut line = Line(format!(
            "{} {} {}",
            meta.level(),
            meta.target(),
            meta.name()
        ));
        record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Subscriber for Lines {
    fn enabled(&self, meta: &Metadata<'_>) -> bool {
        meta.target().starts_with("sorakit")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.add(span.metadata(), |line| span.record(line));
        Id::from_u64(1)
    }

    fn event(&self, event: &Event<'_>) {
        self.add(event.metadata(), |line| event.record(line));
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn every_request_and_answer_is_told_without_secrets() {
    let simulator = fast();
    let token = simulator.credentials().access_token;
    let refused = Rule::new(Action::Status {
        status: 503,
        body: None,
        text: None,
        headers: Default::default(),
        retry_after: None,
    });
    simulator.add_fault(refused.operation("sora.quota.check"));
    let lines = Lines::default();
    let folder = tempfile::tempdir().unwrap();
    let _told = tracing::subscriber::set_default(lines.clone());
    let client: Client = client_with(Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend?code=hidden-query", simulator.url())),
        access_token: Some(token.as_str().into()),
        headers: Some(Parameters::from([("x-gateway", "hidden-header")])),
        query: Some(Parameters::from([("tier", "hidden-option")])),
        poll_interval: Some(0.05),
        ..Options::default()
    });
    wait(async {
        client.account().quota().await.unwrap();
        let job = client.videos().generate(cat()).await.unwrap();
        let path = folder.path().join("cat.mp4");
        client.videos().download(&job, &path).await.unwrap();
    });
    let lines = lines.all();
    let is_told = |parts: &[&str]| {
        let told = |line: &&String| parts.iter().all(|part| line.contains(part));
        assert!(
            lines.iter().any(|line| told(&line)),
            "{parts:?}: {lines:#?}"
        );
    };
    is_told(&["sorakit call", "operation=\"sora.quota.check\""]);
    is_told(&[
        "DEBUG sorakit::http",
        "sending",
        "sora.quota.check",
        "method=\"GET\"",
    ]);
    is_told(&[
        "DEBUG sorakit::http",
        "answered",
        "sora.quota.check",
        "status=503",
        "elapsed=",
    ]);
    is_told(&["INFO sorakit::retry", "sora.quota.check"]);
    is_told(&["DEBUG sorakit::pow", "tries="]);
    let all = lines.join("\n");
    for secret in [token.as_str(), "hidden-", "eyJ"] {
        assert!(!all.contains(secret), "{secret}: {all}");
    }
    let known = [
        "sorakit",
        "sorakit::http",
        "sorakit::retry",
        "sorakit::detect",
        "sorakit::credential",
        "sorakit::pow",
        "sorakit::job",
        "sorakit::warning",
    ];
    for line in &lines {
        let target = line.split(' ').nth(1).unwrap();
        assert!(known.contains(&target), "{target} stands in no document");
    }
}
