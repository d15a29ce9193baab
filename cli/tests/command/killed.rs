//! Whatever moment the command is killed at, no job is lost or paid for twice, and only
//! whole videos have their names.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use sorakit_simulator::{AccountSpec, Action, Rule, Simulator};

use crate::run::{Desk, assert_video, run};

/// More moments than one run has.
const MOST: usize = 200;
/// How long one run may take.
const LIMIT: Duration = Duration::from_secs(60);

fn desk() -> Desk {
    let spec = AccountSpec {
        concurrency: 1000,
        quota: 1000,
        ..AccountSpec::default()
    };
    let simulator = Simulator::builder().speed(300.0).first_run_account(spec);
    let desk = Desk::with(simulator.start().unwrap());
    // Each answer takes a while, so that the time before it is met too.
    let slow = Rule::new(Action::StallAnswer { ms: 25 });
    desk.simulator.add_fault(slow.always());
    desk
}

/// All of a run that can be seen from outside: what the server has heard, and which
/// files there are.
fn seen(desk: &Desk, name: &str) -> impl PartialEq + use<> {
    let of = |path: &Path| std::fs::symlink_metadata(path).ok();
    let written = |path: String| of(&desk.path(&path)).map(|file| file.len() >> 19);
    (
        desk.simulator.journal().len(),
        of(&desk.path("state/jobs.db-wal")).map(|file| file.len()),
        written(format!(".{name}.part")),
        written(format!(".{name}.part.json")),
        written(name.to_owned()),
    )
}

/// Kills a process when so many changes were seen, and a little later; false if it had
/// ended by then.
fn kill_at(child: &mut Child, changes: usize, later: Duration, seen: impl Fn() -> bool) -> bool {
    let (began, mut left) = (Instant::now(), changes);
    while left > 0 {
        assert!(began.elapsed() < LIMIT, "it ends");
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        match seen() {
            true => left -= 1,
            false => std::thread::sleep(Duration::from_micros(200)),
        }
    }
    std::thread::sleep(later);
    child.kill().unwrap();
    child.wait().unwrap();
    true
}

/// Whether something is another than it was when it was last asked.
fn changes<T: PartialEq>(of: impl Fn() -> T) -> impl Fn() -> bool {
    let last = std::cell::RefCell::new(of());
    move || {
        let now = of();
        let has_changed = *last.borrow() != now;
        last.replace(now);
        has_changed
    }
}

fn begin(command: &mut Command) -> Child {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn listed(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let listed = desk.run(arguments).expect(0).json();
    listed.as_array().unwrap().clone()
}

/// The prompts of the server's jobs.
fn made(desk: &Desk) -> Vec<String> {
    let world = desk.simulator.engine().world();
    let jobs = world.jobs.iter();
    jobs.map(|job| job.asked.prompt.clone()).collect()
}

/// What has the name is a whole video, or there is nothing of that name.
#[track_caller]
fn assert_whole_or_none(path: &Path, when: &str) {
    let Ok(file) = std::fs::File::open(path) else {
        return;
    };
    let read = sorakit::media::VideoInfo::read(std::io::BufReader::new(file));
    assert!(read.is_ok(), "{when}: half a video has the name");
}

#[test]
fn what_is_killed_at_any_moment_is_found_again() {
    let desk = desk();
    let mut ended = 0;
    for moment in 0..MOST {
        let (prompt, name) = (format!("cat number {moment}"), format!("cat-{moment}.mp4"));
        let changed = changes(|| seen(&desk, &name));
        let mut child = begin(&mut desk.command(&["video", &prompt, "-o", &name]));
        // Between two changes, too.
        let later = Duration::from_millis(moment as u64 % 3 * 4);
        let killed = kill_at(&mut child, moment, later, changed);
        assert_whole_or_none(&desk.path(&name), &format!("change {moment}"));
        ended += usize::from(!killed);
        if ended == 2 {
            break;
        }
    }
    assert_eq!(ended, 2, "some ended by themselves");
    desk.simulator.clear_faults();

    let made = made(&desk);
    assert!(made.len() > 5, "some were killed after their creation");
    let known = listed(&desk, &["jobs", "--offline", "--json"]);
    for prompt in &made {
        let same = made.iter().filter(|other| *other == prompt);
        assert_eq!(same.count(), 1, "`{prompt}` was paid for twice");
        let is_known = known.iter().any(|entry| entry["prompt"] == **prompt);
        assert!(is_known, "`{prompt}` is nowhere");
    }
    // What was not answered is found at the server's.
    let found = listed(&desk, &["jobs", "--json"]);
    for prompt in &made {
        let entry = found.iter().find(|entry| entry["prompt"] == **prompt);
        let entry = entry.unwrap_or_else(|| panic!("`{prompt}` is nowhere"));
        let id = entry["id"].as_str();
        let id = id.unwrap_or_else(|| panic!("`{prompt}` is not found: {entry}"));
        desk.run(&["resume", id, "--force"]).expect(0);
        assert_video(Path::new(entry["output"].as_str().unwrap()), 1280, 10);
    }
    assert_eq!(desk.creates(), made.len());
    let parts = std::fs::read_dir(desk.folder.path()).unwrap();
    let parts = parts.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains(".part")
    });
    assert_eq!(parts.count(), 0, "parts are left behind");
}

/// The credential file is the old one or the new one, and the lock ends with whoever held
/// it. What the server has answered and nobody has stored is lost with the process.
#[test]
fn a_renewal_that_is_killed_at_any_moment_blocks_nobody() {
    let mut ended = 0;
    for moment in 0..MOST {
        let desk = desk();
        let file = desk.path("account.json");
        let given = desk.simulator.credentials();
        let quota = || {
            let mut command = desk.command(&["quota", "--json"]);
            command
                .env_remove("SORAKIT_ACCESS_TOKEN")
                .env("SORAKIT_REFRESH_TOKEN", &given.refresh_token)
                .env("SORAKIT_CLIENT_ID", &given.client_id)
                .env("SORAKIT_CREDENTIAL_FILE", &file);
            command
        };
        let changed = changes(|| {
            let of = |path: &Path| std::fs::symlink_metadata(path).ok();
            let lock = of(&desk.path("account.json.lock")).map(|file| file.len() > 0);
            let journal = desk.simulator.journal().len();
            (journal, lock, of(&file).map(|file| file.ino()))
        });
        let mut child = begin(&mut quota());
        let killed = kill_at(&mut child, moment, Duration::ZERO, changed);
        let renewed = desk.simulator.requests_of("sora.tokens.refresh").len();
        let is_stored = file.exists();
        let ran = run(&mut quota());
        match is_stored || renewed == 0 {
            true => drop(ran.expect(0)),
            false if ran.status == 0 => {}
            false => assert_eq!(ran.error()["kind"], "authentication", "change {moment}"),
        }
        ended += usize::from(!killed);
        if ended == 2 {
            break;
        }
    }
    assert_eq!(ended, 2, "some ended by themselves");
}
