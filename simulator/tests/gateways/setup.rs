//! Simulators and clients of the gateway dialects.

use std::future::Future;
use std::path::PathBuf;

use sorakit::api::FileInput;
use sorakit::{Client, Dialect, Options};
use sorakit_simulator::{AccountSpec, Entry, Plan, Shapes, Simulator};

pub fn simulator(shapes: Shapes) -> Simulator {
    let builder = Simulator::builder().speed(600.0).shapes(shapes);
    let builder = builder.first_run_account(pro());
    builder.start().expect("a simulator")
}

/// An account that may use every model.
pub fn pro() -> AccountSpec {
    AccountSpec {
        plan: Plan::Pro,
        ..AccountSpec::default()
    }
}

pub fn client_at(simulator: &Simulator, dialect: Dialect, path: &str, options: Options) -> Client {
    let options = Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}{path}", simulator.url())),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        poll_interval: Some(0.05),
        video_timeout: Some(60.0),
        max_retries: Some(0),
        ..options
    };
    Client::new(options).expect("a client")
}

pub fn client(simulator: &Simulator, dialect: Dialect) -> Client {
    let path = match dialect {
        Dialect::Mirror => "/mirror/sora".to_owned(),
        other => format!("/{other}"),
    };
    client_at(simulator, dialect, &path, Options::default())
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(future)
}

/// A name for a download, removed with what is beside it when dropped.
pub struct Target(pub PathBuf);

impl Target {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sorakit-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub fn file(&self) -> PathBuf {
        self.0.join("video.mp4")
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A white PNG of one pixel.
pub fn png() -> FileInput {
    const BYTES: &[u8] = &[
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0,
        0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44,
        0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1, 1, 0, 0x1b, 0xb6, 0xee, 0x56, 0, 0, 0,
        0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ];
    FileInput::bytes(BYTES, "cat.png")
}

/// What the CDN was asked; no request there may hold a credential.
pub fn asked_of_cdn(simulator: &Simulator) -> Vec<Entry> {
    let journal = simulator.journal();
    let asked: Vec<Entry> = journal.into_iter().filter(|e| e.origin == "cdn").collect();
    let key = simulator.credentials().api_key;
    for entry in &asked {
        assert_eq!(entry.header("authorization"), None, "{}", entry.path);
        assert_eq!(entry.header("cookie"), None, "{}", entry.path);
        let whole = serde_json::to_string(entry).expect("an entry");
        assert!(!whole.contains(&key), "the key went to {}", entry.path);
    }
    asked
}

pub fn only(simulator: &Simulator, operation: &str) -> Entry {
    let mut entries = simulator.requests_of(operation);
    assert_eq!(entries.len(), 1, "{operation}");
    entries.remove(0)
}
