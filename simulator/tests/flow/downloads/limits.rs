//! Transfers without end have one.

use std::time::Duration;

use sorakit::{Dialect, ErrorKind, Options};

use super::{CAT, Place, done, options};
use crate::raw::{Answer, RawServer};
use crate::setup::wait;

/// A server that sends a byte now and then, as a file of any length.
fn dripping() -> RawServer {
    RawServer::start(|request| {
        if !request.path.ends_with("cat.mp4") {
            return Answer::json(404, "{}");
        }
        let body = [CAT, &[0; 1 << 20]].concat();
        Answer::body(200, &["etag: \"a\""], &body).slowly(200, Duration::from_millis(100))
    })
}

#[test]
fn a_transfer_that_hardly_moves_is_given_up() {
    let server = dripping();
    let place = Place::with(Options {
        min_rate: Some(100_000.0),
        min_rate_time: Some(0.5),
        ..options(&server, Dialect::Openai)
    });
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let error = place.download(&job).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(
        error.to_string().contains("slower than 100000 bytes"),
        "{error}"
    );
    let streamed = wait(async {
        let mut stream = place.client.videos().open(&job).await?;
        while stream.chunk().await?.is_some() {}
        Ok::<_, sorakit::Error>(())
    });
    assert_eq!(streamed.unwrap_err().kind(), ErrorKind::Timeout);
}

#[test]
fn the_time_for_a_call_bounds_a_download_with_all_its_retries() {
    let server = dripping();
    let place = Place::with(Options {
        total_timeout: Some(0.7),
        ..options(&server, Dialect::Openai)
    });
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let error = place.download(&job).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.to_string().contains("0.7 s"), "{error}");
    // What came is there to be gone on with.
    assert_eq!(place.names(), [".cat.mp4.part", ".cat.mp4.part.json"]);

    let pending = RawServer::start(|_| Answer::json(404, "{}"));
    let place = Place::with(Options {
        total_timeout: Some(0.5),
        grace: Some(50.0),
        ..options(&pending, Dialect::Openai)
    });
    let error = place.download(&done(Dialect::Openai, "")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
}

#[test]
fn a_file_that_is_too_long_is_refused_whether_its_length_is_told_or_not() {
    for told in [true, false] {
        let server = RawServer::start(move |_| match told {
            true => Answer::body(200, &[], CAT),
            false => Answer::lines(200, &[], CAT),
        });
        let place = Place::with(Options {
            max_bytes: Some(CAT.len() as u64 - 1),
            ..options(&server, Dialect::Openai)
        });
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
        let error = place.download(&job).unwrap_err();
        assert!(error.to_string().contains("max_bytes"), "{error}");
        assert_eq!(server.seen("").len(), 1, "it is asked for once");
        assert!(place.names().is_empty());
        let exact = Place::with(Options {
            max_bytes: Some(CAT.len() as u64),
            ..options(&server, Dialect::Openai)
        });
        assert_eq!(exact.download(&job).unwrap(), CAT);
    }
}

#[test]
fn limits_that_make_no_sense_are_refused_by_name() {
    let server = RawServer::start(|_| Answer::json(200, "{}"));
    let base = options(&server, Dialect::Openai);
    for (field, wrong) in [
        (
            "min_rate",
            Options {
                min_rate: Some(-1.0),
                ..base.clone()
            },
        ),
        (
            "min_rate",
            Options {
                min_rate: Some(f64::NAN),
                ..base.clone()
            },
        ),
        (
            "min_rate_time",
            Options {
                min_rate_time: Some(0.0),
                ..base.clone()
            },
        ),
        (
            "max_bytes",
            Options {
                max_bytes: Some(0),
                ..base.clone()
            },
        ),
    ] {
        let host = sorakit::host::NativeHost::new(Default::default()).unwrap();
        let error = sorakit::Client::with_host(wrong, host).err().unwrap();
        assert_eq!(error.field(), Some(field), "{error}");
    }
}
