//! The same client under any executor, and under none.

use std::future::Future;

use sorakit::blocking;
use sorakit_simulator::Simulator;

use crate::setup::{cat, client, fast};

/// Creates, waits, downloads; sleeps and disk included.
fn flow(simulator: &Simulator) -> impl Future<Output = u64> + Send + 'static {
    let client = client(simulator);
    async move {
        let folder = tempfile::tempdir().unwrap();
        let job = client.videos().generate(cat()).await.unwrap();
        let path = folder.path().join("cat.mp4");
        let download = client.videos().download(&job, path).await.unwrap();
        download.bytes
    }
}

#[test]
fn under_tokio_with_many_threads() {
    let simulator = fast();
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let task = runtime.spawn(flow(&simulator));
    assert!(runtime.block_on(task).unwrap() > 0);
}

#[test]
fn under_tokio_with_one_thread_and_no_driver() {
    let simulator = fast();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    assert!(runtime.block_on(flow(&simulator)) > 0);
}

#[test]
fn under_smol() {
    let simulator = fast();
    let task = smol::spawn(flow(&simulator));
    assert!(smol::block_on(task) > 0);
}

#[test]
fn under_a_bare_block_on() {
    let simulator = fast();
    assert!(futures_lite::future::block_on(flow(&simulator)) > 0);
}

#[test]
fn without_async_at_all() {
    let simulator = fast();
    let folder = tempfile::tempdir().unwrap();
    let client = blocking::Client::from(client(&simulator));
    let job = client.videos().generate(cat()).unwrap();
    let download = client
        .videos()
        .download(&job, folder.path().join("cat.mp4"))
        .unwrap();
    assert!(download.video.is_some());

    let seen: Vec<_> = client.videos().watch(&job).map(Result::unwrap).collect();
    assert!(seen.last().unwrap().video.is_some());
    let mut media = client.videos().open(&job).unwrap();
    let mut length = 0;
    while let Some(chunk) = client.videos().next_chunk(&mut media).unwrap() {
        length += chunk.len() as u64;
    }
    assert_eq!(Some(length), media.length);
    let drafts: Vec<_> = client
        .items(sorakit::api::sora::ListDrafts::default())
        .collect();
    assert_eq!(drafts.len(), 1);
    assert!(!client.models().list().unwrap().is_empty());
    assert!(client.account().quota().unwrap().remaining.is_some());
}

#[test]
fn a_blocking_client_inside_a_runtime() {
    let simulator = fast();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let client = blocking::Client::from(client(&simulator));
    let job = runtime.block_on(async { client.videos().generate(cat()) });
    assert!(job.unwrap().video.is_some());
}
