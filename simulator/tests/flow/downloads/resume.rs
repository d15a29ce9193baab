//! A download that goes on is of the same file.

use sorakit::{Dialect, ErrorKind};

use super::{CAT, DOG, Place, done};
use crate::raw::{Answer, RawServer, Request};
use crate::setup::{wait, wait_until};

/// How much of the file comes before the connection breaks.
const HALF: usize = 1000;

const DATES: [&str; 2] = [
    "last-modified: Wed, 15 Jan 2025 10:30:00 GMT",
    "date: Wed, 15 Jan 2025 10:31:00 GMT",
];

/// The beginning of the file, under these headers.
fn half(lines: &[&str]) -> Answer {
    let length = format!("content-length: {}", CAT.len());
    let lines: Vec<&str> = lines.iter().copied().chain([length.as_str()]).collect();
    Answer::lines(200, &lines, &CAT[..HALF])
}

fn whole(file: &[u8]) -> Answer {
    Answer::body(200, &["etag: \"new\""], file)
}

/// The range of `file` that is asked for.
fn rest(request: &Request, file: &[u8], lines: &[&str]) -> Answer {
    let start = request.start().unwrap();
    let range = format!(
        "content-range: bytes {start}-{}/{}",
        file.len() - 1,
        file.len()
    );
    let lines: Vec<&str> = lines.iter().copied().chain([range.as_str()]).collect();
    Answer::body(206, &lines, &file[start..])
}

/// Downloads from a server that breaks off the first answer, and answers `second`
/// to what follows. Gives what came, and the requests.
fn resumed(
    first: &[&str],
    second: impl Fn(&Request) -> Answer + Send + Sync + 'static,
) -> (sorakit::Result<Vec<u8>>, Vec<Request>) {
    let first = half(first);
    let server = RawServer::start(move |request| match request.number {
        0 => first.clone(),
        _ => second(request),
    });
    let place = Place::new(&server);
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let came = place.download(&job);
    if came.is_ok() {
        assert_eq!(place.names(), ["cat.mp4"], "nothing else is left");
    }
    (came, server.seen("cat.mp4"))
}

#[test]
fn the_rest_of_the_same_file_is_asked_for_and_taken() {
    for (lines, mark) in [
        (&["etag: \"a\""][..], "\"a\""),
        (&DATES[..], "Wed, 15 Jan 2025 10:30:00 GMT"),
        (
            &["etag: W/\"a\"", DATES[0], DATES[1]],
            "Wed, 15 Jan 2025 10:30:00 GMT",
        ),
    ] {
        let again: Vec<&'static str> = lines.to_vec();
        let (came, requests) = resumed(lines, move |request| rest(request, CAT, &again));
        assert_eq!(came.unwrap(), CAT, "{mark}");
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[1].start(), Some(HALF));
        assert_eq!(requests[1].header("if-range"), Some(mark));
        assert_eq!(requests[1].header("accept-encoding"), Some("identity"));
    }
}

#[test]
fn a_range_without_a_length_is_gone_on_with() {
    let (came, requests) = resumed(&["etag: \"a\""], |request| {
        let start = request.start().unwrap();
        let range = format!("content-range: bytes {start}-{}/*", CAT.len() - 1);
        Answer::body(206, &["etag: \"a\"", &range], &CAT[start..])
    });
    assert_eq!(came.unwrap(), CAT);
    assert_eq!(requests.len(), 2);
}

#[test]
fn a_server_that_gives_small_ranges_is_asked_for_each() {
    let (came, requests) = resumed(&["etag: \"a\""], |request| {
        let start = request.start().unwrap();
        let end = (start + 100).min(CAT.len());
        let range = format!("content-range: bytes {start}-{}/{}", end - 1, CAT.len());
        Answer::body(206, &["etag: \"a\"", &range], &CAT[start..end])
    });
    assert_eq!(came.unwrap(), CAT);
    assert_eq!(requests.len(), 1 + (CAT.len() - HALF).div_ceil(100));
}

/// The piece of the file that a server hands out which never hands out more than 100 bytes.
fn piece(start: usize) -> Answer {
    let end = (start + 100).min(CAT.len());
    let range = format!("content-range: bytes {start}-{}/{}", end - 1, CAT.len());
    Answer::body(206, &[&range], &CAT[start..end])
}

#[test]
fn a_server_that_hands_out_pieces_unasked_and_unmarked_is_asked_for_each() {
    let server = RawServer::start(|request| piece(request.start().unwrap_or(0)));
    let place = Place::new(&server);
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    assert_eq!(place.download(&job).unwrap(), CAT);
    assert_eq!(server.seen("cat.mp4").len(), CAT.len().div_ceil(100));
}

#[test]
fn a_server_that_hands_out_the_same_piece_for_ever_is_left() {
    let server = RawServer::start(|request| match request.path.contains("cat.mp4") {
        true => piece(0),
        false => Answer::json(404, "{}"),
    });
    let place = Place::new(&server);
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let error = place.download(&job).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
    assert!(error.to_string().contains("another range"), "{error}");
    assert!(server.seen("cat.mp4").len() < 20);
}

#[test]
fn another_file_is_taken_from_its_beginning_and_never_spliced() {
    type Second = fn(&Request) -> Answer;
    let cases: &[(&str, Second)] = &[
        ("a 200", |_| whole(DOG)),
        ("another mark", |r| rest(r, DOG, &["etag: \"b\""])),
        ("a weak mark", |r| rest(r, DOG, &["etag: W/\"a\""])),
        ("no mark", |r| rest(r, DOG, &[])),
        ("another length", |r| {
            let longer = [DOG, b"\0\0\0\x08free"].concat();
            rest(r, &longer, &["etag: \"a\""])
        }),
        ("another range", |r| {
            let start = r.start().unwrap() + 10;
            let range = format!(
                "content-range: bytes {start}-{}/{}",
                DOG.len() - 1,
                DOG.len()
            );
            Answer::body(206, &["etag: \"a\"", &range], &DOG[start..])
        }),
        ("an earlier range", |r| {
            let start = r.start().unwrap() - 10;
            let range = format!(
                "content-range: bytes {start}-{}/{}",
                DOG.len() - 1,
                DOG.len()
            );
            Answer::body(206, &["etag: \"a\"", &range], &DOG[start..])
        }),
        ("no range", |r| {
            let start = r.start().unwrap();
            Answer::body(206, &["etag: \"a\""], &DOG[start..])
        }),
        ("a range that is not readable", |r| {
            let start = r.start().unwrap();
            Answer::body(
                206,
                &["etag: \"a\"", "content-range: pages 1-2/3"],
                &DOG[start..],
            )
        }),
        ("several ranges", |r| {
            rest(
                r,
                DOG,
                &[
                    "etag: \"a\"",
                    "content-type: multipart/byteranges; boundary=x",
                ],
            )
        }),
        ("an encoded range", |r| {
            rest(r, DOG, &["etag: \"a\"", "content-encoding: gzip"])
        }),
        ("a shorter file", |_| {
            Answer::body(416, &["content-range: bytes */500"], b"")
        }),
        ("a longer file", |_| {
            Answer::body(416, &["content-range: bytes */9000"], b"")
        }),
        ("no length", |_| {
            Answer::body(416, &["content-range: bytes */*"], b"")
        }),
        ("416 alone", |_| Answer::body(416, &[], b"")),
    ];
    for (what, second) in cases {
        let second = *second;
        let (came, requests) = resumed(&["etag: \"a\""], move |request| match request.start() {
            Some(_) => second(request),
            None => whole(DOG),
        });
        let came = came.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(came, DOG, "{what}");
        assert!(requests.len() <= 4, "{what}: {} requests", requests.len());
    }
}

#[test]
fn what_cannot_be_known_again_is_not_gone_on_with() {
    let same_second = [DATES[0], "date: Wed, 15 Jan 2025 10:30:00 GMT"];
    for lines in [&[][..], &["etag: W/\"a\""], &same_second, &DATES[..1]] {
        let (came, requests) = resumed(lines, |_| whole(DOG));
        assert_eq!(came.unwrap(), DOG);
        assert_eq!(requests[1].header("range"), None, "{lines:?}");
    }
}

#[test]
fn a_part_that_is_whole_already_is_kept() {
    let mut chunked = format!("{:x}\r\n", CAT.len()).into_bytes();
    chunked.extend_from_slice(CAT);
    let first = Answer::lines(
        200,
        &["etag: \"a\"", "transfer-encoding: chunked"],
        &chunked,
    );
    let server = RawServer::start(move |request| match request.start() {
        None => first.clone(),
        Some(start) => {
            assert_eq!(start, CAT.len());
            let range = format!("content-range: bytes */{}", CAT.len());
            Answer::body(416, &[&range], b"")
        }
    });
    let place = Place::new(&server);
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    assert_eq!(place.download(&job).unwrap(), CAT);
    assert_eq!(server.seen("cat.mp4").len(), 2);
}

#[test]
fn a_file_that_breaks_at_the_same_byte_for_ever_ends_in_an_error() {
    for lines in [&["etag: \"a\""][..], &[]] {
        let again = half(lines);
        let (came, requests) = resumed(lines, move |_| again.clone());
        let error = came.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
        assert!(
            !error.to_string().contains("goes on at the server"),
            "{error}"
        );
        assert!(requests.len() < 60, "{} requests", requests.len());
    }
}

#[test]
fn a_later_process_goes_on_with_the_same_file_alone() {
    for (mark, expected) in [("etag: \"a\"", CAT), ("etag: \"b\"", DOG)] {
        let first = half(&["etag: \"a\""]);
        let broken = RawServer::start(move |request| match request.number {
            0 => first.clone(),
            _ => Answer::body(500, &[], b""),
        });
        let place = Place::new(&broken);
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", broken.url()));
        place.download(&job).unwrap_err();
        assert_eq!(place.names(), [".cat.mp4.part", ".cat.mp4.part.json"]);

        let server = RawServer::start(move |request| match request.start() {
            Some(_) => rest(request, expected, &[mark]),
            None => Answer::body(200, &[mark], expected),
        });
        let later = Place {
            client: Place::new(&server).client,
            folder: place.folder,
        };
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
        assert_eq!(later.download(&job).unwrap(), expected);
        assert_eq!(server.seen("cat.mp4")[0].start(), Some(HALF));
    }
}

#[test]
fn a_file_that_is_served_half_written_is_taken_when_it_is_whole() {
    const WEBM: &[u8] = include_bytes!("../../../../core/tests/media/short.webm");
    const MOV: &[u8] = include_bytes!("../../../../core/tests/media/quicktime.mov");
    const FRAGMENTED: &[u8] =
        include_bytes!("../../../../core/tests/media/fragmented_with_audio.mp4");
    const INDEX_LAST: &[u8] =
        include_bytes!("../../../../core/tests/media/moov_at_end_with_audio.mp4");
    for file in [CAT, WEBM, MOV, FRAGMENTED, INDEX_LAST] {
        for told in [true, false] {
            let server = RawServer::start(move |request| {
                let there = match request.number {
                    0 => &file[..file.len() / 2],
                    1 => &file[..file.len() - 10],
                    _ => file,
                };
                match told {
                    true => Answer::body(200, &[], there),
                    // Ended by closing the connection, as old servers do.
                    false => Answer::lines(200, &[], there),
                }
            });
            let place = Place::new(&server);
            let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
            assert_eq!(place.download(&job).unwrap(), file);
        }
    }
}

#[test]
fn what_came_is_soon_on_the_disk() {
    let answer = Answer::body(200, &["etag: \"a\""], CAT);
    let server = RawServer::start(move |_| {
        let slow = std::time::Duration::from_millis(300);
        answer.clone().slowly(CAT.len() / 6, slow)
    });
    let place = Place::new(&server);
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    let part = place.folder.path().join(".cat.mp4.part");
    std::thread::scope(|scope| {
        let download = scope.spawn(|| place.download(&job).unwrap());
        // A process that is ended now leaves this to the next one.
        wait_until("a part is on the disk", || {
            let length = part.metadata().map_or(0, |found| found.len() as usize);
            (1..CAT.len()).contains(&length)
        });
        assert_eq!(download.join().unwrap(), CAT);
    });
}

/// The file with one of its outermost boxes still to be written: zeros of the right length.
fn unwritten(file: &[u8], kind: &[u8; 4]) -> Vec<u8> {
    let at = file.windows(4).position(|found| found == kind).unwrap();
    let size = u32::from_be_bytes(file[at - 4..at].try_into().unwrap()) as usize;
    let mut file = file.to_vec();
    file[at + 4..at - 4 + size].fill(0);
    file
}

#[test]
fn a_file_whose_index_or_pictures_are_still_zeros_is_waited_for() {
    for kind in [b"moov", b"mdat"] {
        let early = unwritten(CAT, kind);
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let server = RawServer::start(move |_| {
            match asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
                0 => Answer::body(200, &[], &early),
                _ => Answer::body(200, &[], CAT),
            }
        });
        let place = Place::new(&server);
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
        assert_eq!(place.download(&job).unwrap(), CAT, "{kind:?}");
        assert!(server.seen("").len() > 1, "{kind:?}");
        // What streams past is judged as well.
        let early = unwritten(CAT, kind);
        let server = RawServer::start(move |_| Answer::body(200, &[], &early));
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
        let videos = Place::new(&server).client.videos();
        let options = sorakit::DownloadOptions::default();
        let error = wait(videos.write_to(&job, std::io::sink(), options)).unwrap_err();
        assert!(error.reason().contains("not whole"), "{error}");
    }
}

#[test]
fn a_writer_gets_each_byte_of_one_file_once() {
    #[derive(Clone, Default)]
    struct Kept(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);
    impl std::io::Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    type Second = fn(&Request) -> Answer;
    let cases: &[(Second, bool)] = &[
        (|r| rest(r, CAT, &["etag: \"a\""]), true),
        // Without ranges the same file is passed over up to where it broke.
        (|_| Answer::body(200, &["etag: \"a\""], CAT), true),
        (|_| Answer::body(200, &["etag: \"b\""], DOG), false),
    ];
    for (second, good) in cases {
        let second = *second;
        let first = half(&["etag: \"a\""]);
        let server = RawServer::start(move |request| match request.number {
            0 => first.clone(),
            _ => second(request),
        });
        let place = Place::new(&server);
        let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
        let kept = Kept::default();
        let options = sorakit::DownloadOptions::default();
        let written = wait(place.client.videos().write_to(&job, kept.clone(), options));
        let kept = kept.0.lock().unwrap();
        assert_eq!(written.is_ok(), *good, "{written:?}");
        assert_eq!(*kept, &CAT[..kept.len()], "never of another file");
        assert_eq!(kept.len() == CAT.len(), *good);
    }
}
