//! A user at a terminal, which the test opens.

use std::fs::File;

use sorakit_simulator::Simulator;

use crate::pty::{Terminal, lines};
use crate::run::{Desk, assert_video, bare, run};

#[test]
fn a_file_that_is_there_is_asked_about() {
    for (answer, status) in [("n\n", 2), ("\n", 2), ("y\n", 0)] {
        let desk = Desk::new();
        let path = desk.path("cat.mp4");
        std::fs::write(&path, "precious").unwrap();
        let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
        let (code, seen) = Terminal::new(80).run(&mut command, answer);
        assert_eq!(code, Some(status), "{seen}");
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
fn the_bar_fits_forty_columns_in_words_of_ours() {
    let desk = Desk::with(Simulator::builder().speed(30.0).start().unwrap());
    let mut command = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
    let (code, seen) = Terminal::new(40).run(&mut command, "");
    assert_eq!(code, Some(0), "{seen}");
    let bars: Vec<String> = lines(&seen)
        .into_iter()
        .filter(|line| line.contains(" % "))
        .collect();
    assert!(bars.len() > 3, "{seen:?}");
    for bar in &bars {
        assert!(bar.chars().count() <= 40, "{bar:?}");
        assert!(
            !bar.contains("preprocessing"),
            "a word of the server's: {bar:?}"
        );
    }
    assert!(
        bars.iter().any(|bar| bar.contains("being made")),
        "{bars:?}"
    );
}

/// A server that says `completed` before it is.
#[test]
fn nothing_is_done_at_56_percent() {
    let (url, _) = crate::network::server(
        r#"{"id": "v_1", "status": "completed", "progress": 56, "video_url": "data:,"}"#,
    );
    let folder = tempfile::tempdir().unwrap();
    let mut command = bare(&["video", "a cat", "--dialect", "openai", "--base-url", &url]);
    command
        .current_dir(folder.path())
        .env("SORAKIT_STATE_DIR", folder.path().join("state"))
        .env("SORAKIT_GRACE", "1")
        .env("SORAKIT_MAX_RETRIES", "0");
    let (_, seen) = Terminal::new(80).run(&mut command, "");
    for line in lines(&seen) {
        let done = line.contains("completed") || line.contains("done");
        assert!(!(done && line.contains("56 %")), "{line:?}");
    }
}

#[test]
fn neither_colours_nor_a_bar_where_they_are_not_wanted() {
    let desk = Desk::new();
    let mut command = desk.command(&["video", "a cat", "-q", "-o", "cat.mp4"]);
    let (code, seen) = Terminal::new(40).run(command.env("NO_COLOR", "1"), "");
    assert_eq!((code, seen.as_str()), (Some(0), ""), "quiet is quiet");
    let mut command = desk.command(&["video", "--orientation", "up"]);
    let (code, seen) = Terminal::new(40).run(command.env("NO_COLOR", "1"), "");
    assert_eq!(code, Some(2));
    assert!(!seen.contains("\u{1b}["), "{seen:?}");
}

#[test]
fn a_token_that_is_typed_is_not_shown() {
    let desk = Desk::new();
    let token = desk.simulator.credentials().access_token;
    let url = format!("{}/backend", desk.simulator.url());
    let mut command = desk.user(&["login", "--dialect", "sora", "--base-url", &url]);
    let (code, seen) = Terminal::new(80).run(&mut command, &format!("{token}\n"));
    assert_eq!(code, Some(0), "{seen}");
    assert!(seen.contains("Token for default"), "{seen}");
    assert!(!seen.contains(&token[..20]), "{seen}");
    run(&mut desk.user(&["quota"])).expect(0);
}

#[test]
fn a_terminal_shows_what_is_typed_after_a_question_that_was_interrupted() {
    use std::io::Write;
    let desk = Desk::new();
    let url = format!("{}/backend", desk.simulator.url());
    let login = ["login", "--dialect", "sora", "--base-url", &url];
    let kill = |name: &str, id: u32| {
        let id = id.to_string();
        let sent = std::process::Command::new("kill")
            .args([name, &id])
            .status();
        assert!(sent.unwrap().success());
    };
    for (status, name) in [(130, None), (130, Some("-INT")), (143, Some("-TERM"))] {
        let mut terminal = Terminal::new(80);
        let code = terminal.ends(&mut desk.user(&login), |user, id| match name {
            Some(name) => kill(name, id),
            None => user.write_all(b"\x03").unwrap(),
        });
        assert_eq!(code, Some(status), "{name:?}");
        assert!(terminal.echoes(), "{name:?}");
    }
}

#[test]
fn publishing_is_asked_about() {
    let desk = Desk::new();
    let made = desk.run(&["video", "a cat", "--json"]).expect(0).json();
    let id = made["job"]["id"].as_str().unwrap();
    for (answer, status, posts) in [("n\n", 2, 0), ("y\n", 0, 1)] {
        let mut command = desk.command(&["publish", id]);
        let (code, seen) = Terminal::new(40).run(&mut command, answer);
        assert_eq!(code, Some(status), "{seen}");
        assert!(seen.contains("your own work"), "{seen}");
        let asked = desk.simulator.requests_of("sora.posts.create");
        // A proof of work that came too late on a slow machine is asked for again.
        let taken = asked.iter().filter(|post| post.status == Some(200));
        assert_eq!(taken.count(), posts, "{seen}");
    }
}

#[test]
fn a_terminal_is_no_place_for_a_video() {
    let desk = Desk::new();
    let terminal = Terminal::new(80);
    let name = &terminal.name;
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
    let terminal = Terminal::new(80);
    let name = &terminal.name;
    let mut options = File::options();
    let screen = options.write(true).open(name).unwrap();
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
