//! Each program does what it says, in a folder of its own.

use std::process::Command;

/// Runs a program without this machine's environment, and gives what it prints.
fn run(program: &str) -> (String, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(program)
        .current_dir(folder.path())
        .env_clear()
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    (String::from_utf8(output.stdout).unwrap(), folder)
}

#[test]
fn first_video() {
    let (said, folder) = run(env!("CARGO_BIN_EXE_first_video"));
    assert!(said.starts_with("cat.mp4: "), "{said}");
    assert!(folder.path().join("cat.mp4").is_file());
}

#[test]
fn many_prompts() {
    let (said, _folder) = run(env!("CARGO_BIN_EXE_many_prompts"));
    assert!(said.contains("3 of 3 done"), "{said}");
}

#[test]
fn resume() {
    let (said, folder) = run(env!("CARGO_BIN_EXE_resume"));
    assert!(said.contains("gave up"), "{said}");
    assert!(folder.path().join("cat.mp4").is_file());
}

#[test]
fn renew_tokens() {
    let (said, _folder) = run(env!("CARGO_BIN_EXE_renew_tokens"));
    assert_eq!(said.matches("renewed").count(), 1, "{said}");
    assert!(
        said.contains("the second program sees 30 videos left"),
        "{said}"
    );
}
