//! Where downloads go, and what they leave alone.

use std::path::Path;

use sorakit::{Dialect, ErrorKind, Job, JobKind, JobStatus, MediaLink};

use super::{CAT, Place, done};
use crate::raw::{Answer, RawServer};
use crate::setup::wait;

fn server() -> (RawServer, Job) {
    let server = RawServer::start(|_| Answer::body(200, &["etag: \"a\""], CAT));
    let job = done(Dialect::Openai, &format!("{}/cat.mp4", server.url()));
    (server, job)
}

#[cfg(unix)]
#[test]
fn what_others_planted_is_left_alone() {
    use std::os::unix::fs::symlink;
    type Plant = fn(&Path, &Path);
    let cases: &[(&str, Plant)] = &[
        ("a link as the part", |folder, victim| {
            symlink(victim, folder.join(".cat.mp4.part")).unwrap();
        }),
        ("a link as the note", |folder, victim| {
            symlink(victim, folder.join(".cat.mp4.part.json")).unwrap();
        }),
        ("a second name as the part", |folder, victim| {
            std::fs::hard_link(victim, folder.join(".cat.mp4.part")).unwrap();
        }),
        ("a second name as the note", |folder, victim| {
            std::fs::hard_link(victim, folder.join(".cat.mp4.part.json")).unwrap();
        }),
        ("a dangling link", |folder, _| {
            symlink(folder.join("made"), folder.join(".cat.mp4.part")).unwrap();
        }),
        ("a folder", |folder, _| {
            std::fs::create_dir(folder.join(".cat.mp4.part")).unwrap();
        }),
        ("a socket", |folder, _| {
            drop(std::os::unix::net::UnixListener::bind(folder.join(".cat.mp4.part")).unwrap());
        }),
    ];
    for (what, plant) in cases {
        let (server, job) = server();
        let place = Place::new(&server);
        let victim = place.folder.path().join("victim");
        std::fs::write(&victim, "precious").unwrap();
        plant(place.folder.path(), &victim);
        let before = place.names();
        assert_eq!(place.download(&job).unwrap(), CAT, "{what}");
        assert_eq!(std::fs::read(&victim).unwrap(), b"precious", "{what}");
        let mut expected = before;
        expected.push("cat.mp4".into());
        expected.sort();
        let mut names = place.names();
        // A part of the caller's own beside a planted note is its to remove.
        names.retain(|name| {
            what.contains("note") && name == ".cat.mp4.part" || expected.contains(name)
        });
        names.retain(|name| expected.contains(name));
        assert_eq!(names, expected, "{what}");
        assert!(!place.folder.path().join("made").exists());
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays() {
    let (server, job) = server();
    let place = Place::new(&server);
    let videos = place.folder.path().join("videos");
    std::fs::create_dir(&videos).unwrap();
    for there in [true, false] {
        let real = videos.join("real.mp4");
        if there {
            std::fs::write(&real, "old").unwrap();
        } else {
            std::fs::remove_file(&real).unwrap();
        }
        let _ = std::fs::remove_file(place.path());
        std::os::unix::fs::symlink("videos/real.mp4", place.path()).unwrap();
        assert_eq!(place.download(&job).unwrap(), CAT);
        assert!(
            std::fs::symlink_metadata(place.path())
                .unwrap()
                .is_symlink()
        );
        assert_eq!(std::fs::read(&real).unwrap(), CAT);
    }
    assert_eq!(place.names(), ["cat.mp4", "videos"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to() {
    let (server, job) = server();
    let place = Place::new(&server);
    let made = std::process::Command::new("mkfifo")
        .arg(place.path())
        .status();
    assert!(made.unwrap().success());
    let path = place.path();
    let reader = std::thread::spawn(move || std::fs::read(path).unwrap());
    let download = wait(place.client.videos().download(&job, place.path())).unwrap();
    assert_eq!(reader.join().unwrap(), CAT);
    assert_eq!(download.bytes, CAT.len() as u64);
    use std::os::unix::fs::FileTypeExt;
    assert!(
        std::fs::metadata(place.path())
            .unwrap()
            .file_type()
            .is_fifo()
    );
    assert_eq!(place.names(), ["cat.mp4"]);
}

#[test]
fn a_place_that_cannot_be_had_is_refused_before_anything_is_sent() {
    let (server, job) = server();
    let place = Place::new(&server);
    let folder = place.folder.path();
    for path in [
        folder.to_owned(),
        folder.join("new/"),
        folder.join("none/cat.mp4"),
        folder.join("x".repeat(300)),
        Path::new("/proc/x.mp4").to_owned(),
    ] {
        let error = wait(place.client.videos().download(&job, &path)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert_eq!(error.field(), Some("path"), "{error}");
    }
    assert!(server.seen("").is_empty());
    let long = folder.join("x".repeat(250));
    wait(place.client.videos().download(&job, &long)).unwrap();
    assert_eq!(std::fs::read(long).unwrap(), CAT);
}

#[test]
fn a_file_that_cannot_have_its_name_is_kept_and_had_at_once_later() {
    let (server, job) = server();
    let place = Place::new(&server);
    let path = place.path();
    let in_the_way = path.clone();
    let options = sorakit::DownloadOptions {
        on_progress: Some(std::sync::Arc::new(move |_| {
            let _ = std::fs::create_dir(&in_the_way);
        })),
    };
    let videos = place.client.videos();
    let error = wait(videos.download_with(&job, &path, options)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Storage, "{error}");
    assert!(error.to_string().contains("it is kept at"), "{error}");
    std::fs::remove_dir(&path).unwrap();
    assert_eq!(place.download(&job).unwrap(), CAT);
    assert_eq!(server.seen("").len(), 1, "nothing is fetched again");
    assert_eq!(place.names(), ["cat.mp4"]);
}

#[cfg(unix)]
#[test]
fn a_file_has_the_permissions_of_any_new_one() {
    use std::os::unix::fs::PermissionsExt;
    let (server, job) = server();
    let place = Place::new(&server);
    let other = place.folder.path().join("other");
    std::fs::write(&other, "").unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    place.download(&job).unwrap();
    assert_eq!(mode(&place.path()), mode(&other));
    // Also when the usual name is taken.
    std::fs::create_dir(place.folder.path().join(".cat.mp4.part")).unwrap();
    place.download(&job).unwrap();
    assert_eq!(mode(&place.path()), mode(&other));
}

#[cfg(unix)]
#[test]
fn names_of_any_bytes_are_taken() {
    use std::os::unix::ffi::OsStrExt;
    let (server, job) = server();
    let place = Place::new(&server);
    for name in [
        &b"caf\xe9 \xff.mp4"[..],
        b"-rf.mp4",
        b"a\nb\x1b[31m.mp4",
        "\u{732b}.mp4".as_bytes(),
    ] {
        let path = place.folder.path().join(std::ffi::OsStr::from_bytes(name));
        let download = wait(place.client.videos().download(&job, &path)).unwrap();
        assert_eq!(download.path, path);
        assert_eq!(std::fs::read(&path).unwrap(), CAT);
    }
}

#[test]
fn images_and_addresses_are_downloaded_as_videos_are() {
    const PNG: &[u8] = include_bytes!("../../../../core/tests/media/still.png");
    let server = RawServer::start(|request| match (request.number, request.start()) {
        (0 | 2, _) => {
            let length = format!("content-length: {}", PNG.len());
            Answer::lines(200, &["etag: \"a\"", &length], &PNG[..100])
        }
        (_, Some(start)) => {
            let range = format!(
                "content-range: bytes {start}-{}/{}",
                PNG.len() - 1,
                PNG.len()
            );
            Answer::body(206, &["etag: \"a\"", &range], &PNG[start..])
        }
        _ => Answer::body(200, &["etag: \"a\""], PNG),
    });
    let place = Place::new(&server);
    let link = |url: String| MediaLink {
        url,
        ..MediaLink::default()
    };
    let data = "data:image/png;base64,".to_owned() + &base64(PNG);
    let mut job = Job::new("images", Dialect::Openai, JobKind::Image);
    job.status = JobStatus::Succeeded;
    job.images = vec![
        link(format!("{}/one.png", server.url())),
        link(data.clone()),
    ];
    for index in [0, 1] {
        let path = place.folder.path().join(format!("{index}.png"));
        let download = wait(place.client.images().download(&job, index, &path)).unwrap();
        assert_eq!(download.media_type.mime(), "image/png");
        assert_eq!(std::fs::read(path).unwrap(), PNG);
    }
    let error = wait(place.client.images().download(&job, 2, place.path())).unwrap_err();
    assert_eq!(error.field(), Some("index"), "{error}");
    // A thumbnail, relative to the API, and a data URL.
    for url in ["/thumbnail.png", &data] {
        let path = place.folder.path().join("thumbnail.png");
        let download = wait(place.client.download(url, &path)).unwrap();
        assert_eq!(download.bytes, PNG.len() as u64);
        assert_eq!(std::fs::read(path).unwrap(), PNG);
    }
    assert!(
        server.seen("thumbnail").len() == 2,
        "broken off and gone on with"
    );
    let missing = RawServer::start(|_| Answer::json(404, "{}"));
    let error = wait(
        place
            .client
            .download(&format!("{}/gone.png", missing.url()), place.path()),
    );
    assert_eq!(error.unwrap_err().status(), Some(404));
    assert_eq!(
        missing.seen("").len(),
        1,
        "an address of the caller's is not waited for"
    );
}

#[test]
fn a_video_in_the_answer_is_a_video_like_any_other() {
    let (server, _) = server();
    let place = Place::new(&server);
    let job = done(
        Dialect::Openai,
        &format!("data:video/mp4;base64,{}", base64(CAT)),
    );
    assert_eq!(place.download(&job).unwrap(), CAT);
    let cut = format!("data:video/mp4;base64,{}", base64(&CAT[..CAT.len() / 2]));
    let error = wait(
        place
            .client
            .videos()
            .download(&done(Dialect::Openai, &cut), place.path()),
    );
    assert!(error.unwrap_err().to_string().contains("not whole"));
    assert!(server.seen("").is_empty());
    assert_eq!(place.names(), ["cat.mp4"]);
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks(3)
        .flat_map(|three| {
            let mut number = three
                .iter()
                .fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
            number <<= 8 * (3 - three.len());
            (0..=three.len())
                .map(move |n| char::from(ALPHABET[(number >> (18 - 6 * n) & 63) as usize]))
        })
        .collect()
}
