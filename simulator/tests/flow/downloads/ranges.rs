//! Streams of a part of a file, as a player asks for that seeks.

use sorakit::{ByteRange, Dialect, ErrorKind, Job, Result};

use super::{CAT, Place, done};
use crate::raw::{Answer, RawServer, Request};
use crate::setup::wait;

/// What is known of a stream, and its bytes.
#[derive(Debug, PartialEq)]
struct Came {
    length: Option<u64>,
    start: u64,
    end: Option<u64>,
    media_type: Option<String>,
    bytes: Vec<u8>,
}

fn came(
    answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    start: u64,
    end: Option<u64>,
) -> (Result<Came>, Vec<Request>) {
    let server = RawServer::start(answer);
    let job: Job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let place = Place::new(&server);
    let range = ByteRange { start, end };
    let came = wait(async {
        let mut stream = place.client.videos().open_range(&job, range).await?;
        let mut bytes = Vec::new();
        while let Some(chunk) = stream.chunk().await? {
            assert!(!chunk.is_empty());
            bytes.extend_from_slice(&chunk);
        }
        Ok(Came {
            length: stream.length,
            start: stream.start,
            end: stream.end(),
            media_type: stream.media_type().map(Into::into),
            bytes,
        })
    });
    (came, server.seen("cat.mp4"))
}

/// A part of the video, as a server that knows ranges gives it.
fn part(request: &Request, most: usize) -> Answer {
    let lines = ["content-type: video/mp4; codecs=avc1"];
    let Some(start) = request.start() else {
        return Answer::body(200, &lines, CAT);
    };
    if start >= CAT.len() {
        let range = format!("content-range: bytes */{}", CAT.len());
        return Answer::body(416, &[&range], b"");
    }
    let end = (start + most).min(CAT.len());
    let range = format!("content-range: bytes {start}-{}/{}", end - 1, CAT.len());
    Answer::body(206, &[lines[0], &range], &CAT[start..end])
}

fn expected(start: usize, end: usize) -> Came {
    Came {
        length: Some(CAT.len() as u64),
        start: start as u64,
        end: Some(end as u64),
        media_type: Some("video/mp4".into()),
        bytes: CAT[start..end].to_vec(),
    }
}

#[test]
fn a_range_is_asked_for_and_kept_to() {
    let all = CAT.len();
    for (start, end, asked) in [
        (0, None, None),
        (0, Some(100), None),
        (100, Some(200), Some(100)),
        (100, None, Some(100)),
        (all - 1, None, Some(all - 1)),
        (100, Some(all + 50), Some(100)),
    ] {
        let end_of = |end: Option<usize>| end.map_or(all, |end| end.min(all));
        let wanted = end.map(|end| end as u64);
        let (came, requests) = came(
            |request| part(request, usize::MAX / 2),
            start as u64,
            wanted,
        );
        assert_eq!(came.unwrap(), expected(start, end_of(end)));
        assert_eq!(requests.len(), 1);
        assert_eq!(requests[0].start(), asked);
    }
}

#[test]
fn a_server_without_ranges_sends_all_and_the_rest_is_passed_over() {
    let whole = |_: &Request| Answer::body(200, &[], CAT).slowly(97, std::time::Duration::ZERO);
    let (came, _) = came(whole, 150, Some(450));
    assert_eq!(came.unwrap(), expected(150, 450));
}

#[test]
fn what_a_server_gives_less_of_is_said() {
    let (came, _) = came(|request| part(request, 50), 100, None);
    assert_eq!(came.unwrap(), expected(100, 150));
}

#[test]
fn a_range_beyond_the_end_is_the_callers_mistake() {
    let beyond = CAT.len() as u64;
    let servers: [fn(&Request) -> Answer; 2] = [
        |request| part(request, usize::MAX / 2),
        |_| Answer::body(200, &[], CAT),
    ];
    for server in servers {
        let (came, _) = came(server, beyond, None);
        let error = came.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert_eq!(error.field(), Some("start"));
        assert!(
            error.to_string().contains(&CAT.len().to_string()),
            "{error}"
        );
        assert_eq!(error.job_id(), Some("job_1"));
    }
    let (came, requests) = came(|request| part(request, 50), 100, Some(100));
    assert_eq!(came.unwrap_err().field(), Some("end"));
    assert!(requests.is_empty(), "nothing was asked for");
}
