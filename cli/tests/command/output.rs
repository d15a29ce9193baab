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
