//! What the disk refuses costs no job and no account: too little room, folders that
//! cannot be written, and two downloads of one file.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use sorakit_simulator::{Action, Rule, Simulator};

use crate::batch::{batch, made, prompts};
use crate::run::{Desk, Ran, assert_video, run};

fn desk() -> Desk {
    Desk::with(Simulator::builder().speed(300.0).start().unwrap())
}

fn jobs(desk: &Desk) -> Vec<Value> {
    let listed = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
    listed.as_array().unwrap().clone()
}

/// The command as a script of the shell's runs it: `"$0" "$@"`.
fn within(script: &str, usual: &Command) -> Command {
    let mut command = Command::new("/bin/sh");
    let variables = usual.get_envs();
    command
        .args(["-c", script])
        .arg(usual.get_program())
        .args(usual.get_args())
        .current_dir(usual.get_current_dir().unwrap())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(variables.filter_map(|(name, value)| Some((name, value?))))
        .stdin(Stdio::null());
    command
}

/// The command, to which no file may become longer than so many blocks of 512 bytes.
fn with_short_files(blocks: u32, usual: &Command) -> Ran {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    run(&mut within(&script, usual))
}

fn renewing(desk: &Desk) -> Command {
    let given = desk.simulator.credentials();
    let mut command = desk.command(&["quota", "--json"]);
    command
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_REFRESH_TOKEN", &given.refresh_token)
        .env("SORAKIT_CLIENT_ID", &given.client_id)
        .env("SORAKIT_CREDENTIAL_FILE", desk.path("account.json"));
    command
}

#[test]
fn a_video_without_room_is_fetched_later() {
    let desk = desk();
    // Enough for the list of jobs, and not for the video.
    let ran = with_short_files(600, &desk.command(&["video", "a cat", "-o", "cat.mp4"]));
    assert_ne!(ran.status, 0, "{}", ran.stdout);
    assert!(ran.stderr.contains("cat.mp4"), "{}", ran.stderr);
    assert!(desk.files().is_empty(), "{:?}", desk.files());
    let id = jobs(&desk)[0]["id"].as_str().unwrap().to_owned();
    assert!(
        ran.stderr.contains(&format!("sorakit resume {id}")),
        "{}",
        ran.stderr
    );
    desk.run(&["resume", &id]).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    assert_eq!(desk.creates(), 1);
}

#[test]
fn a_list_without_room_is_refused_before_anything_is_paid_for() {
    let desk = desk();
    let ran = with_short_files(0, &desk.command(&["video", "a cat", "--json"]));
    assert_eq!(ran.error()["kind"], "storage");
    assert_eq!(desk.creates(), 0);
}

#[test]
fn a_token_that_could_not_be_stored_is_not_renewed() {
    let desk = desk();
    let ran = with_short_files(0, &renewing(&desk));
    assert_eq!(ran.error()["kind"], "storage");
    let renewals = || desk.simulator.requests_of("sora.tokens.refresh").len();
    assert_eq!(renewals(), 0, "the token is used up, and the new one lost");
    run(&mut renewing(&desk)).expect(0);
    assert_eq!(renewals(), 1);
}

/// The same on a disk that is really full, where this system lets anybody make one.
#[test]
fn a_disk_that_is_full_costs_no_job_and_no_account() {
    let desk = desk();
    let mount = "mount -t tmpfs -o size=600k none \"$DISK\"";
    std::fs::create_dir(desk.path("disk")).unwrap();
    let namespace = |script: &str, usual: &Command| {
        let inner = within(&format!("set -e; {mount}; cd \"$DISK\"; {script}"), usual);
        let mut command = Command::new("unshare");
        command
            .args(["--user", "--map-root-user", "--mount"])
            .arg(inner.get_program())
            .args(inner.get_args())
            .current_dir(desk.folder.path())
            .env_clear()
            .envs(
                inner
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .env("DISK", desk.path("disk"))
            .stdin(Stdio::null());
        command
    };
    let tried = namespace("true", &desk.command(&[])).output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        println!("nobody may mount a disk here; a limit for files stands for it");
        return;
    }
    let mut renewal = renewing(&desk);
    renewal.env("SORAKIT_CREDENTIAL_FILE", desk.path("disk/account.json"));
    let full = "head -c 1000k /dev/zero > filler 2>/dev/null || true";
    let script =
        format!("{full}; if \"$0\" \"$@\"; then exit 9; fi; rm filler; exec \"$0\" \"$@\"");
    let ran = run(&mut namespace(&script, &renewal)).expect(0);
    assert!(ran.stdout.contains("storage"), "{}", ran.stdout);
    let renewals = desk.simulator.requests_of("sora.tokens.refresh");
    assert_eq!(renewals.len(), 1, "{}", ran.stdout);

    // There is room for the list, and not for the video; then there is.
    let mut video = desk.command(&["video", "a cat", "-o", "cat.mp4"]);
    video.env("SORAKIT_STATE_DIR", desk.path("disk/state"));
    let script = "head -c 400k /dev/zero > filler; if \"$0\" \"$@\"; then exit 9; fi; \
                  test ! -e cat.mp4; rm filler; mount -o remount,size=64m \"$DISK\"; \
                  id=$(\"$0\" jobs --offline --json | sed -n 's/.*\"id\": \"\\(.*\\)\",/\\1/p'); \
                  \"$0\" resume \"$id\"; ls -A; cp cat.mp4 \"$DISK/../whole.mp4\"";
    let ran = run(&mut namespace(script, &video)).expect(0);
    assert!(ran.stderr.contains("No space left"), "{}", ran.stderr);
    assert!(!ran.stdout.contains(".part"), "{}", ran.stdout);
    assert_video(&desk.path("whole.mp4"), 1280, 10);
    assert_eq!(desk.creates(), 1);
}

/// The command as somebody to whom the folder's modes apply, which they do not to root.
fn as_anybody(desk: &Desk, mut command: Command) -> Command {
    if rustix::process::geteuid().is_root() {
        let nobody = 65534;
        command.uid(nobody).gid(nobody);
        for name in ["", "state"] {
            let path = desk.path(name);
            std::fs::create_dir_all(&path).unwrap();
            std::os::unix::fs::chown(&path, Some(nobody), Some(nobody)).unwrap();
        }
    }
    command
}

fn mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_before_anything_is_paid_for() {
    let desk = desk();
    let folder = desk.path("videos");
    let mut command = as_anybody(
        &desk,
        desk.command(&["video", "a cat", "--json", "-o", "videos/cat.mp4"]),
    );
    std::fs::create_dir(&folder).unwrap();
    mode(&folder, 0o555);
    let ran = run(&mut command).expect(2);
    assert_eq!(ran.error()["field"], "output");
    assert!(desk.simulator.journal().is_empty());

    // The same of the list of jobs.
    mode(&desk.path("state"), 0o555);
    let ran = run(&mut as_anybody(
        &desk,
        desk.command(&["video", "a cat", "--json"]),
    ));
    assert_eq!(ran.error()["kind"], "storage");
    assert!(desk.simulator.journal().is_empty());
    mode(&desk.path("state"), 0o700);
}

#[test]
fn a_folder_that_becomes_read_only_costs_no_job() {
    let desk = desk();
    let folder = desk.path("videos");
    let arguments = ["video", "a cat", "-o", "videos/cat.mp4"];
    let mut command = as_anybody(&desk, desk.command(&arguments));
    std::fs::create_dir(&folder).unwrap();
    mode(&folder, 0o777);
    let late = Rule::new(Action::StallAnswer { ms: 1500 });
    desk.simulator
        .add_fault(late.operation("sora.videos.create"));
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = child.spawn().unwrap();
    let began = std::time::Instant::now();
    while desk.creates() == 0 {
        assert!(began.elapsed().as_secs() < 30, "it creates");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    mode(&folder, 0o555);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_ne!(ran.status, 0);
    assert!(ran.stderr.contains("videos"), "{}", ran.stderr);
    let resume = ran
        .stderr
        .split("sorakit resume ")
        .nth(1)
        .expect("what to do");
    let id = resume.split_whitespace().next().unwrap();
    assert!(std::fs::read_dir(&folder).unwrap().next().is_none());
    mode(&folder, 0o777);
    run(&mut as_anybody(&desk, desk.command(&["resume", id]))).expect(0);
    assert_video(&folder.join("cat.mp4"), 1280, 10);
    assert_eq!(desk.creates(), 1);
}

#[test]
fn a_credential_in_a_read_only_folder_is_not_renewed() {
    let desk = desk();
    let folder = desk.path("account");
    let mut command = as_anybody(&desk, renewing(&desk));
    std::fs::create_dir(&folder).unwrap();
    mode(&folder, 0o555);
    command.env("SORAKIT_CREDENTIAL_FILE", folder.join("account.json"));
    let ran = run(&mut command);
    assert_eq!(ran.error()["kind"], "storage");
    assert!(desk.simulator.requests_of("sora.tokens.refresh").is_empty());
}

#[test]
fn two_downloads_of_one_target_leave_one_whole_file() {
    let desk = desk();
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    // Both are at it at the same time.
    let slow = Rule::new(Action::StallAnswer { ms: 300 });
    desk.simulator
        .add_fault(slow.operation("cdn.assets.get").always());
    for _ in 0..4 {
        let begin = || {
            let resume = ["resume", id.trim(), "-o", "cat.mp4", "--force"];
            let mut command = desk.command(&resume);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        };
        let both = [begin(), begin()];
        let both = both.map(|child| Ran::from(child.wait_with_output().unwrap()));
        assert!(both.iter().any(|ran| ran.status == 0), "{}", both[0].stderr);
        for ran in both.iter().filter(|ran| ran.status != 0) {
            assert!(ran.stderr.contains("cat.mp4"), "{}", ran.stderr);
        }
        assert_video(&desk.path("cat.mp4"), 1280, 10);
        let hidden = std::fs::read_dir(desk.folder.path()).unwrap();
        let parts = hidden.filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().contains(".part")
        });
        assert_eq!(parts.count(), 0, "parts are left behind");
    }
}

#[test]
fn a_batch_without_room_stops_sending_and_goes_on_later() {
    let desk = crate::batch::desk(100);
    std::fs::write(desk.path("prompts.jsonl"), prompts(6)).unwrap();
    let begun = ["prompts.jsonl", "-o", "videos", "--jobs", "1"];
    // Enough for the ledger, and not for a video.
    let ran = with_short_files(600, &batch(&desk, &begun)).expect(1);
    assert!(ran.stderr.contains("same command"), "{}", ran.stderr);
    let paid = made(&desk).len();
    assert!((1..6).contains(&paid), "{paid} are paid for");
    run(&mut batch(&desk, &begun)).expect(0);
    assert_eq!(made(&desk).len(), 6);
    assert!(made(&desk).values().all(|count| *count == 1));
}

/// The command, whose standard output is a file that takes no more.
fn into_a_full_file(usual: &Command) -> Ran {
    let script =
        "trap '' XFSZ; head -c 512 /dev/zero > full; ulimit -f 1; exec \"$0\" \"$@\" >> full";
    run(&mut within(script, usual))
}

#[test]
fn a_result_that_cannot_be_printed_is_a_failure_and_is_not_lost() {
    let desk = desk();
    let mut command = desk.command(&[
        "call",
        "openai.videos.create",
        "--json",
        r#"{"prompt": "a cat"}"#,
    ]);
    command
        .env_remove("SORAKIT_ACCESS_TOKEN")
        .env("SORAKIT_DIALECT", "openai")
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("openai"))
        .env("SORAKIT_API_KEY", desk.simulator.credentials().api_key);
    let ran = into_a_full_file(&command).expect(1);
    assert!(ran.stderr.contains("standard output"), "{}", ran.stderr);
    assert!(ran.stderr.contains("\"id\": \"video_"), "{}", ran.stderr);
    for arguments in [&["operations"][..], &["config", "show"], &["--help"]] {
        let ran = into_a_full_file(&desk.command(arguments)).expect(1);
        assert!(ran.stderr.contains("standard output"), "{}", ran.stderr);
    }

    // Nor is an answer whose own file is not written.
    command.args(["-o", "answer.json"]);
    let ran = with_short_files(0, &command).expect(1);
    assert!(ran.json()["answer"]["id"].is_string(), "{}", ran.stdout);
}
