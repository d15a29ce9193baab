//! Where videos go: looked at before anything is paid for.

use crate::run::{Desk, assert_video};

#[test]
fn a_place_that_cannot_be_written_is_refused_before_anything_is_sent() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder")).unwrap();
    let long = format!("{}.mp4", "x".repeat(256));
    for output in [
        "folder",
        "missing/",
        "missing/cat.mp4",
        "/proc/x.mp4",
        &long,
    ] {
        let ran = desk
            .run(&["video", "a cat", "--json", "-o", output])
            .expect(2);
        let error = ran.error();
        assert_eq!(error["kind"], "invalid_input", "{output}");
        assert_eq!(error["field"], "output", "{output}");
    }
    assert!(desk.simulator.journal().is_empty());
    assert_eq!(desk.files(), ["folder"]);
}

#[test]
fn a_long_name_that_the_file_system_takes_is_written() {
    let desk = Desk::new();
    let name = format!("{}.mp4", "x".repeat(246));
    desk.run(&["video", "a cat", "-o", &name]).expect(0);
    assert_video(&desk.path(&name), 1280, 10);
}

#[test]
fn a_file_that_is_there_is_overwritten_only_when_that_is_said() {
    let desk = Desk::new();
    let path = desk.path("cat.mp4");
    std::fs::write(&path, "precious").unwrap();
    let ran = desk.run(&["video", "a cat", "-o", "cat.mp4"]).expect(2);
    assert!(ran.stderr.contains("exists already"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--force"), "{}", ran.stderr);
    assert!(desk.simulator.journal().is_empty());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");

    desk.run(&["video", "a cat", "-o", "cat.mp4", "--no-clobber"])
        .expect(0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
    assert_video(&desk.path("cat (1).mp4"), 1280, 10);

    desk.run(&["video", "a cat", "-o", "cat.mp4", "--force"])
        .expect(0);
    assert_video(&path, 1280, 10);
    assert_eq!(desk.files(), ["cat (1).mp4", "cat.mp4"]);
}

#[test]
fn a_name_that_the_server_chose_replaces_nothing() {
    let desk = Desk::new();
    let ran = desk.run(&["video", "a cat", "--no-wait"]).expect(0);
    let id = ran.stdout.trim().to_owned();
    let chosen = desk.path(&format!("{id}.mp4"));
    std::fs::write(&chosen, "precious").unwrap();
    desk.run(&["resume", &id]).expect(0);
    assert_eq!(std::fs::read_to_string(&chosen).unwrap(), "precious");
    assert_video(&desk.path(&format!("{id} (1).mp4")), 1280, 10);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let desk = Desk::new();
    std::fs::write(desk.path("old.mp4"), "old").unwrap();
    std::os::unix::fs::symlink("old.mp4", desk.path("link.mp4")).unwrap();
    desk.run(&["video", "a cat", "-o", "link.mp4"]).expect(2);
    desk.run(&["video", "a cat", "-o", "link.mp4", "--force"])
        .expect(0);
    assert!(desk.path("link.mp4").is_symlink());
    assert_video(&desk.path("old.mp4"), 1280, 10);
}

#[test]
fn the_standard_output_gets_the_video_and_nothing_else() {
    let desk = Desk::new();
    let mut command = desk.command(&["video", "a cat", "-o", "-"]);
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let path = desk.path("piped.mp4");
    std::fs::write(&path, output.stdout).unwrap();
    assert_video(&path, 1280, 10);
    let ran = desk.run(&["video", "a cat", "-o", "-", "--json"]).expect(2);
    assert_eq!(ran.error()["field"], "output");
    assert_eq!(desk.creates(), 1);
}

/// What the system calls the standard output is that, and no file.
#[cfg(unix)]
#[test]
fn the_standard_output_has_other_names() {
    let desk = Desk::new();
    for name in ["/dev/stdout", "/dev/fd/1"] {
        let path = desk.path("redirected.mp4");
        let file = std::fs::File::create(&path).unwrap();
        let mut command = desk.command(&["video", "a cat", "-o", name]);
        let status = command.stdout(file).status().unwrap();
        assert!(status.success(), "{name}");
        assert_video(&path, 1280, 10);
    }
    let ran = desk
        .run(&["video", "a cat", "-o", "/dev/stdout", "--json"])
        .expect(2);
    assert_eq!(ran.error()["field"], "output");
}

#[cfg(unix)]
fn pipe(desk: &Desk) -> std::path::PathBuf {
    let path = desk.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    path
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_reads_is_refused_before_anything_is_sent() {
    let desk = Desk::new();
    pipe(&desk);
    let ran = desk
        .run(&["video", "a cat", "-o", "pipe", "--json"])
        .expect(2);
    let error = ran.error();
    assert_eq!(error["field"], "output");
    assert!(error["message"].as_str().unwrap().contains("nobody reads"));
    assert!(desk.simulator.journal().is_empty());
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_the_video_whoever_opens_it_first() {
    let desk = Desk::new();
    let path = pipe(&desk);
    let target = desk.path("piped.mp4");
    for first in [true, false] {
        let (from, to) = (path.clone(), target.clone());
        let reader = std::thread::spawn(move || {
            if !first {
                std::thread::sleep(std::time::Duration::from_millis(500));
            }
            let mut pipe = std::fs::File::open(from).unwrap();
            let mut file = std::fs::File::create(to).unwrap();
            std::io::copy(&mut pipe, &mut file).unwrap();
        });
        desk.run(&["video", "a cat", "-o", "pipe"]).expect(0);
        reader.join().unwrap();
        assert_video(&target, 1280, 10);
    }
    assert_eq!(desk.files(), ["pipe", "piped.mp4"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_yet_is_followed() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    symlink("new.mp4", desk.path("link.mp4")).unwrap();
    symlink("missing/new.mp4", desk.path("nowhere.mp4")).unwrap();
    desk.run(&["video", "a cat", "-o", "link.mp4"]).expect(0);
    assert!(desk.path("link.mp4").is_symlink());
    assert_video(&desk.path("new.mp4"), 1280, 10);
    let made = desk.creates();
    let ran = desk.run(&["video", "a cat", "-o", "nowhere.mp4"]).expect(2);
    assert!(ran.stderr.contains("does not exist"), "{}", ran.stderr);
    assert_eq!(desk.creates(), made);

    // So does the answer to any call.
    symlink("quota.json", desk.path("quota.link")).unwrap();
    for more in [&[][..], &["--force"]] {
        let arguments = [&["call", "sora.quota.check", "-o", "quota.link"], more].concat();
        desk.run(&arguments).expect(0);
        assert!(desk.path("quota.link").is_symlink());
        let text = std::fs::read_to_string(desk.path("quota.json")).unwrap();
        assert!(text.starts_with('{'), "{text}");
    }
}
