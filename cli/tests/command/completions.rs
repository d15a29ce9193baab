//! What shells complete: options, operations, and the jobs that this machine began.

use crate::run::{Desk, Ran, bare, run};

/// What may come after these words, as bash asks for it.
fn completed(desk: &Desk, words: &[&str]) -> Ran {
    let all = [&["--", "sorakit"], words].concat();
    let mut command = desk.user(&all);
    command
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true");
    run(&mut command).expect(0)
}

#[test]
fn options_operations_and_jobs_are_completed() {
    let desk = Desk::new();
    let ran = completed(&desk, &["video", "a cat", "--ori"]);
    assert!(ran.stdout.contains("--orientation"), "{}", ran.stdout);
    let ran = completed(&desk, &["call", "openai.videos.c"]);
    let names: Vec<_> = ran.stdout.lines().collect();
    assert!(names.contains(&"openai.videos.create"), "{names:?}");
    assert!(
        names.iter().all(|name| name.starts_with("openai.")),
        "{names:?}"
    );
    let before = completed(&desk, &["resume", ""]);
    assert!(!before.stdout.contains("task_"), "{}", before.stdout);
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    let ran = completed(&desk, &["resume", ""]);
    assert!(ran.stdout.contains(id.trim()), "{}", ran.stdout);
}

#[test]
fn shells_get_a_script_that_asks_the_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&mut bare(&["completions", shell])).expect(0);
        assert!(ran.stdout.contains("sorakit"), "{shell}");
        assert!(ran.stdout.contains("COMPLETE"), "{shell}");
        let json = run(&mut bare(&["completions", shell, "--json"]))
            .expect(0)
            .json();
        assert_eq!(json["shell"], shell);
    }
    let ran = run(bare(&["completions"]).env("SHELL", "/bin/tcsh")).expect(2);
    assert!(ran.stderr.contains("bash"), "{}", ran.stderr);
}

#[test]
fn a_script_is_put_where_the_shell_looks() {
    let folder = tempfile::tempdir().unwrap();
    let install = |shell: &str| {
        let mut command = bare(&["completions", "--install", "--json"]);
        command
            .env("SHELL", format!("/bin/{shell}"))
            .env("HOME", folder.path())
            .env("XDG_DATA_HOME", folder.path().join("data"))
            .env("XDG_CONFIG_HOME", folder.path().join("config"));
        run(&mut command)
    };
    for (shell, place) in [
        ("bash", "data/bash-completion/completions/sorakit"),
        ("fish", "config/fish/completions/sorakit.fish"),
        ("zsh", ".zfunc/_sorakit"),
    ] {
        let json = install(shell).expect(0).json();
        let path = folder.path().join(place);
        assert_eq!(json["path"], path.to_str().unwrap());
        assert!(std::fs::read_to_string(path).unwrap().contains("sorakit"));
    }
    assert_eq!(install("elvish").expect(2).error()["field"], "install");
}
