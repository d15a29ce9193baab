//! A simulator and a client of it.

use std::future::Future;
use std::time::{Duration, Instant};

use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{Client, Dialect, Options, VideoRequest};
use sorakit_simulator::Simulator;

/// A simulator that makes a video in a fraction of a second.
pub fn fast() -> Simulator {
    Simulator::builder().speed(600.0).start().unwrap()
}

/// A simulator whose clock stands.
pub fn stepped() -> Simulator {
    Simulator::builder().stepped().start().unwrap()
}

/// The options of a client of the native dialect, with an access token.
pub fn options(simulator: &Simulator) -> Options {
    Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(format!("{}/backend", simulator.url())),
        access_token: Some(simulator.credentials().access_token.as_str().into()),
        poll_interval: Some(0.05),
        max_retries: Some(2),
        ..Options::default()
    }
}

/// A client with exactly these options, whatever the environment says.
pub fn client_with(options: Options) -> Client {
    let host = NativeHost::new(NativeOptions::default()).unwrap();
    Client::with_host(options, host).unwrap()
}

pub fn client(simulator: &Simulator) -> Client {
    client_with(options(simulator))
}

pub fn cat() -> VideoRequest {
    VideoRequest::new("a cat in the snow")
}

/// Runs a future to its end, and not for ever.
#[track_caller]
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    let limit = async {
        smol::Timer::after(Duration::from_secs(60)).await;
        panic!("it takes too long");
    };
    futures_lite::future::block_on(futures_lite::future::or(future, limit))
}

/// Waits until `done`, and not for ever.
#[track_caller]
pub fn wait_until(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The operations that the server saw, in order.
pub fn operations(simulator: &Simulator) -> Vec<String> {
    let journal = simulator.journal();
    let names = journal.iter().filter_map(|entry| entry.operation.clone());
    names.collect()
}
