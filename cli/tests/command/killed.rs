//! Whatever kills the command, and whatever the disk refuses: no job is lost, nothing is
//! paid for twice, and only whole videos have their names.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use sorakit_simulator::{AccountSpec, Action, Rule, Simulator};

use crate::run::{Desk, assert_video, run};

fn desk() -> Desk {
    let spec = AccountSpec {
        concurrency: 100,
        quota: 1000,
        ..AccountSpec::default()
    };
    let simulator = Simulator::builder().speed(300.0).first_run_account(spec);
    Desk::with(simulator.start().unwrap())
}

fn begin(command: &mut Command) -> Child {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn jobs(desk: &Desk) -> Vec<Value> {
    let listed = desk.run(&["jobs", "--offline", "--json"]).expect(0).json();
    listed.as_array().unwrap().clone()
}

/// The prompts of the server's jobs.
fn made(desk: &Desk) -> Vec<String> {
    let world = desk.simulator.engine().world();
    let jobs = world.jobs.iter();
    jobs.map(|job| job.asked.prompt.clone()).collect()
}

fn is_whole(path: &Path) -> bool {
    let file = std::fs::File::open(path).unwrap();
    sorakit::media::VideoInfo::read(std::io::BufReader::new(file)).is_ok()
}

#[test]
fn what_is_killed_anywhere_is_found_again() {
    let desk = desk();
    // Each request takes a while, so that each is met.
    desk.simulator
        .add_fault(Rule::new(Action::StallAnswer { ms: 30 }).always());
    for step in 0..14 {
        let (prompt, name) = (format!("cat number {step}"), format!("cat-{step}.mp4"));
        let mut child = begin(&mut desk.command(&["video", &prompt, "-o", &name]));
        std::thread::sleep(Duration::from_millis(step * 45));
        child.kill().unwrap();
        child.wait().unwrap();
        let path = desk.path(&name);
        assert!(!path.exists() || is_whole(&path), "{name} is not whole");
    }
    desk.simulator.clear_faults();
    let (listed, made) = (jobs(&desk), made(&desk));
    for prompt in &made {
        let same = made.iter().filter(|other| *other == prompt);
        assert_eq!(same.count(), 1, "`{prompt}` was paid for twice");
        let known = listed.iter().any(|entry| entry["prompt"] == **prompt);
        assert!(known, "`{prompt}` is nowhere");
    }
    for entry in listed {
        let Some(id) = entry["id"].as_str() else {
            continue;
        };
        let output = entry["output"].as_str().unwrap();
        desk.run(&["resume", id, "--force"]).expect(0);
        assert_video(Path::new(output), 1280, 10);
    }
}

/// Tokens that rotate, in one file that processes share. `EXPIRIES=1000` has the access
/// token expire a thousand times.
#[test]
fn two_processes_renew_one_token_once_for_each_expiry() {
    let expiries = std::env::var("EXPIRIES").map_or(6, |text| text.parse().unwrap());
    let desk = desk();
    let given = desk.simulator.credentials();
    let quota = || {
        let mut command = desk.command(&["quota", "--json"]);
        command
            .env_remove("SORAKIT_ACCESS_TOKEN")
            .env("SORAKIT_REFRESH_TOKEN", &given.refresh_token)
            .env("SORAKIT_CLIENT_ID", &given.client_id)
            .env("SORAKIT_CREDENTIAL_FILE", desk.path("account.json"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    for expiry in 1..=expiries {
        let both = [quota(), quota()];
        for process in both {
            let ended = process.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&ended.stderr);
            assert!(ended.status.success(), "expiry {expiry}: {said}");
        }
        let renewals = desk.simulator.requests_of("sora.tokens.refresh").len();
        assert_eq!(renewals, expiry, "one for each expiry");
        let now = desk.simulator.now();
        let account = desk.simulator.requests_of("sora.tokens.refresh");
        assert!(account.iter().all(|entry| entry.status == Some(200)));
        let mut world = desk.simulator.engine().world();
        let ids: Vec<String> = world.accounts.iter().map(|one| one.id.clone()).collect();
        for id in ids {
            world.tokens.expire_access(&id, now);
        }
    }
}

#[test]
fn a_full_disk_costs_no_job() {
    let desk = desk();
    let arguments = ["video", "a cat", "-o", "cat.mp4"];
    let usual = desk.command(&arguments);
    // No file may be longer than some kilobytes, which the list of jobs is not.
    let mut small = Command::new("/bin/sh");
    small
        .args(["-c", "trap '' XFSZ; ulimit -f 32; exec \"$0\" \"$@\""])
        .arg(usual.get_program())
        .args(usual.get_args())
        .current_dir(desk.folder.path())
        .env_clear()
        .envs(
            usual
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .stdin(Stdio::null());
    let ran = run(&mut small);
    assert_ne!(ran.status, 0, "{}", ran.stdout);
    assert!(ran.stderr.contains("cannot write"), "{}", ran.stderr);
    assert!(desk.files().is_empty(), "{:?}", desk.files());
    let id = jobs(&desk)[0]["id"].as_str().unwrap().to_owned();
    assert!(ran.stderr.contains(&id), "{}", ran.stderr);
    desk.run(&["resume", &id]).expect(0);
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    assert_eq!(desk.creates(), 1);
}

#[test]
fn two_downloads_of_one_target_leave_one_whole_file() {
    let desk = desk();
    let id = desk.run(&["video", "a cat", "--no-wait"]).expect(0).stdout;
    let resume = ["resume", id.trim(), "-o", "cat.mp4", "--force"];
    let mut both = [
        begin(&mut desk.command(&resume)),
        begin(&mut desk.command(&resume)),
    ];
    let ended = both.each_mut().map(|child| child.wait().unwrap());
    assert!(ended.iter().any(|status| status.success()), "{ended:?}");
    assert_video(&desk.path("cat.mp4"), 1280, 10);
    let hidden = std::fs::read_dir(desk.folder.path()).unwrap();
    let parts = hidden.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains(".part")
    });
    assert_eq!(parts.count(), 0, "parts are left behind");
}
