//! Downloads: resumed, checked, and without a credential.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sorakit::{Client, ErrorKind, Job};
use sorakit_simulator::{Action, Entry, Rule, Simulator};

use crate::setup::{cat, client, fast, wait};

/// A client that soon gives up on what is not there.
fn impatient(simulator: &Simulator) -> Client {
    crate::setup::client_with(sorakit::Options {
        grace: Some(0.5),
        ..crate::setup::options(simulator)
    })
}

struct Scene {
    simulator: Simulator,
    client: Client,
    job: Job,
    folder: tempfile::TempDir,
}

impl Scene {
    /// A finished job.
    fn new() -> Self {
        let simulator = fast();
        let client = client(&simulator);
        let job = wait(client.videos().generate(cat())).unwrap();
        let client = impatient(&simulator);
        simulator.set_speed(0.0);
        Self {
            simulator,
            client,
            job,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cat.mp4")
    }

    fn download(&self) -> sorakit::Result<sorakit::Download> {
        wait(self.client.videos().download(&self.job, self.path()))
    }

    fn fault(&self, action: Action) -> Rule {
        Rule::new(action).operation("cdn.assets.get")
    }

    fn requests(&self) -> Vec<Entry> {
        self.simulator.requests_of("cdn.assets.get")
    }

    /// The bytes as one undisturbed request gives them.
    fn whole(&self) -> Vec<u8> {
        self.simulator.clear_faults();
        let path = self.folder.path().join("whole.mp4");
        wait(self.client.videos().download(&self.job, &path)).unwrap();
        std::fs::read(path).unwrap()
    }
}

fn range(entry: &Entry) -> Option<u64> {
    let range = entry.header("range")?;
    range
        .strip_prefix("bytes=")?
        .strip_suffix('-')?
        .parse()
        .ok()
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_reset_at_any_byte_is_made_good() {
    for bytes in [0, 1, 100, 511, 512, 100_000, 700_000] {
        let scene = Scene::new();
        let rule = scene.fault(Action::ResetBodyAt { bytes });
        scene.simulator.add_fault(rule);
        scene.download().unwrap();
        let requests = scene.requests();
        assert_eq!(requests.len(), 2, "reset at {bytes}");
        if let Some(from) = range(&requests[1]) {
            assert!(from <= bytes);
            assert!(requests[1].header("if-range").is_some());
        }
        assert_eq!(read(&scene.path()), scene.whole(), "reset at {bytes}");
    }
}

#[test]
fn another_process_goes_on_where_the_first_one_stopped() {
    let mut scene = Scene::new();
    let rule = scene.fault(Action::ResetBodyAt { bytes: 400_000 });
    scene.simulator.add_fault(rule);
    let rule = scene.fault(Action::ResetBefore);
    scene.simulator.add_fault(rule.always());
    let error = scene.download().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert_eq!(error.job_id(), Some(scene.job.id.as_str()));
    assert!(!scene.path().exists());

    scene.simulator.clear_faults();
    scene.simulator.clear_journal();
    scene.client = impatient(&scene.simulator);
    scene.download().unwrap();
    let from = range(&scene.requests()[0]).expect("the rest alone is asked for");
    assert!((1..=400_000).contains(&from), "{from}");
    assert_eq!(read(&scene.path()), scene.whole());
}

#[test]
fn the_beginning_of_another_job_is_not_gone_on_with() {
    let mut scene = Scene::new();
    let rule = scene.fault(Action::ResetBodyAt { bytes: 400_000 });
    scene.simulator.add_fault(rule);
    let rule = scene.fault(Action::ResetBefore);
    scene.simulator.add_fault(rule.always());
    scene.download().unwrap_err();

    scene.simulator.clear_faults();
    scene.simulator.set_speed(600.0);
    scene.job = wait(scene.client.videos().generate(cat())).unwrap();
    scene.simulator.clear_journal();
    scene.download().unwrap();
    assert_eq!(range(&scene.requests()[0]), None);
    assert_eq!(read(&scene.path()), scene.whole());
}

#[test]
fn an_address_that_has_expired_is_asked_for_afresh() {
    let scene = Scene::new();
    scene.simulator.advance(Duration::from_secs(4 * 24 * 3600));
    // The access token lives on, and the address does not.
    scene.download().unwrap();
    let statuses: Vec<_> = scene.requests().iter().map(|entry| entry.status).collect();
    assert_eq!(statuses, [Some(403), Some(200)]);
}

#[test]
fn a_body_of_the_wrong_length_never_gets_the_name() {
    let scene = Scene::new();
    let rule = scene.fault(Action::Truncate { bytes: 1000 });
    scene.simulator.add_fault(rule.always());
    let error = scene.download().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
    assert!(!scene.path().exists());
    assert_eq!(read_after_repair(&scene), scene.whole());
}

fn read_after_repair(scene: &Scene) -> Vec<u8> {
    scene.simulator.clear_faults();
    scene.download().unwrap();
    read(&scene.path())
}

#[test]
fn what_is_no_video_is_refused_and_removed() {
    for text in ["<!DOCTYPE html><html></html>", "{\"error\": \"no\"}", ""] {
        let scene = Scene::new();
        let rule = scene.fault(Action::Status {
            status: 200,
            body: None,
            text: Some(text.into()),
            headers: Default::default(),
            retry_after: None,
        });
        scene.simulator.add_fault(rule.always());
        let error = scene.download().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{text}");
        let left = std::fs::read_dir(scene.folder.path()).unwrap().count();
        assert_eq!(left, 0, "nothing of it is kept");
        assert_eq!(read_after_repair(&scene), scene.whole());
    }
}

#[test]
fn a_server_that_goes_silent_is_left() {
    let simulator = fast();
    let job = wait(client(&simulator).videos().generate(cat())).unwrap();
    let silent = Action::StallBody {
        bytes: 1000,
        ms: 10_000,
    };
    simulator.add_fault(Rule::new(silent).operation("cdn.assets.get"));
    let client = crate::setup::client_with(sorakit::Options {
        timeout: Some(2.0),
        ..crate::setup::options(&simulator)
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cat.mp4");
    wait(client.videos().download(&job, path)).unwrap();
    let requests = simulator.requests_of("cdn.assets.get");
    assert_eq!(requests.len(), 2, "{requests:?}");
}

#[test]
fn the_media_origin_gets_no_credential() {
    let scene = Scene::new();
    scene.download().unwrap();
    for entry in scene.requests() {
        for name in [
            "authorization",
            "cookie",
            "openai-sentinel-token",
            "oai-device-id",
        ] {
            assert_eq!(entry.header(name), None, "{name}");
        }
    }
}

#[test]
fn a_redirect_to_another_origin_takes_no_credential_along() {
    let scene = Scene::new();
    let elsewhere = Simulator::builder().start().unwrap();
    let rule = Rule::new(Action::Redirect {
        status: 302,
        location: format!("{}/nf/check", elsewhere.url()),
    });
    scene
        .simulator
        .add_fault(rule.operation("sora.quota.check"));
    let _ = wait(scene.client.call(sorakit::api::sora::CheckQuota {}));
    let arrived = elsewhere.journal();
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].header("authorization"), None);
    assert_eq!(arrived[0].header("cookie"), None);
}

#[test]
fn two_downloads_do_not_write_one_file() {
    let scene = Scene::new();
    let rule = scene.fault(Action::SlowBody {
        bytes_per_second: 400_000,
    });
    scene.simulator.add_fault(rule);
    let videos = scene.client.videos();
    let (one, other) = wait(async {
        let path = scene.path();
        let second = async {
            smol::Timer::after(Duration::from_millis(200)).await;
            videos.download(&scene.job, &path).await
        };
        futures_util::future::join(videos.download(&scene.job, &path), second).await
    });
    one.unwrap();
    assert_eq!(other.unwrap_err().kind(), ErrorKind::Storage);
}
