//! A user at a terminal, which the test opens.

use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::run::{Desk, assert_video};

/// A terminal: where the user types and reads, and its name for the command.
fn terminal() -> (File, PathBuf) {
    let user = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&user).unwrap();
    unlockpt(&user).unwrap();
    let name = ptsname(&user, Vec::new()).unwrap();
    (File::from(user), name.into_string().unwrap().into())
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    for (answer, status) in [("n\n", 2), ("\n", 2), ("y\n", 0)] {
        let desk = Desk::new();
        let path = desk.path("cat.mp4");
        std::fs::write(&path, "precious").unwrap();
        let (mut user, name) = terminal();
        let command_side = || {
            let mut options = File::options();
            options.read(true).write(true).open(&name).unwrap()
        };
        let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
        let mut child = command
            .stdin(Stdio::from(command_side()))
            .stderr(Stdio::from(command_side()))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        drop(command);
        user.write_all(answer.as_bytes()).unwrap();
        // The terminal is read until the command lets go of it.
        let mut seen = Vec::new();
        let mut chunk = [0; 4096];
        while let Ok(length) = user.read(&mut chunk)
            && length > 0
        {
            seen.extend_from_slice(&chunk[..length]);
        }
        let seen = String::from_utf8_lossy(&seen);
        assert_eq!(child.wait().unwrap().code(), Some(status), "{seen}");
        assert!(seen.contains("Overwrite it?"), "{seen}");
        match status {
            0 => assert_video(&path, 1280, 10),
            _ => {
                assert!(desk.simulator.journal().is_empty());
                assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
            }
        }
    }
}

#[test]
fn a_terminal_is_no_place_for_a_video() {
    let desk = Desk::new();
    let (_user, name) = terminal();
    let ran = desk.run(&[
        "video",
        "a cat",
        "-o",
        name.to_str().unwrap(),
        "--force",
        "--json",
    ]);
    assert_eq!(ran.expect(2).error()["field"], "output");
    assert!(desk.simulator.journal().is_empty());
    assert!(name.exists());
}

#[test]
fn the_standard_output_is_looked_at_before_a_job_is_paid_for() {
    let desk = Desk::new();
    let (_user, name) = terminal();
    let mut options = File::options();
    let screen = options.write(true).open(&name).unwrap();
    let arguments = ["video", "a cat", "-o", "-"];
    let shown = desk.command(&arguments).stdout(screen).output().unwrap();
    let mut closed = std::process::Command::new("sh");
    let command = desk.command(&arguments);
    closed
        .args(["-c", r#"exec "$0" "$@" >&-"#])
        .arg(command.get_program())
        .args(arguments)
        .current_dir(desk.folder.path())
        .env_clear()
        .envs(
            command
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        );
    for ran in [shown, closed.output().unwrap()] {
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{said}");
        assert!(said.contains("output"), "{said}");
    }
    assert_eq!(desk.creates(), 0, "nothing is paid for");
}
