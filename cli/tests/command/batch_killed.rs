//! Whatever moment a batch is killed or interrupted at, nothing is lost or paid for twice.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sorakit_simulator::{Action, Rule};

use crate::batch::{assert_whole, batch, counts, desk, made, prompts};
use crate::run::{Desk, Ran, run};

/// How long anything is waited for.
const LIMIT: Duration = Duration::from_secs(60);

fn slow_desk() -> Desk {
    let desk = desk(1000);
    // Each answer takes a while, so that the time before it is met too.
    let slow = Rule::new(Action::StallAnswer { ms: 20 });
    desk.simulator
        .add_fault(slow.operation("openai.videos.create").always());
    desk
}

fn begin(command: &mut Command) -> Child {
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[track_caller]
fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < LIMIT, "{what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args([name, &id])
            .status()
            .unwrap()
            .success()
    );
}

/// How many lines there are, and how often the worker is killed: few in the tests, and as many
/// as `cargo xtask batch-proof` says.
fn extent() -> (usize, usize) {
    let number = |name: &str, usual| match std::env::var(name) {
        Ok(text) => text.parse().unwrap(),
        Err(_) => usual,
    };
    (
        number("SORAKIT_BATCH_LINES", 120),
        number("SORAKIT_BATCH_KILLS", 6),
    )
}

/// The proof of the ledger: killed at random moments, the worker sends every request once.
#[test]
fn a_batch_that_is_killed_again_and_again_makes_each_video_once() {
    let (lines, kills) = extent();
    let desk = desk(1000);
    std::fs::write(desk.path("prompts.jsonl"), prompts(lines)).unwrap();
    let jobs = (lines / 20).min(64);
    let at_once = jobs.to_string();
    let begun = ["prompts.jsonl", "-o", "videos/", "--jobs", &at_once];
    let sent = || desk.simulator.engine().world().jobs.iter().count();
    // As random as a generator with a seed.
    let mut random = 7_u64;
    for _ in 0..kills {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let some = 1 + (random >> 33) as usize % (lines / kills / 2);
        // Each answer takes a while, so that the time before it is met too; and after some, the
        // server answers none, so that no run comes to its end, however slow whoever kills is.
        let of_creations = |rule: Rule| rule.operation("openai.videos.create");
        let slow = of_creations(Rule::new(Action::StallAnswer { ms: 20 }));
        let never = of_creations(Rule::new(Action::StallAnswer { ms: 600_000 }));
        desk.simulator.add_fault(slow.times(some as u32));
        desk.simulator.add_fault(never.always());
        let until = sent() + some;
        let mut command = batch(&desk, &begun);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        wait_until("it makes some", || {
            sent() >= until || child.try_wait().unwrap().is_some()
        });
        std::thread::sleep(Duration::from_millis((random >> 40) % 30));
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().code(), None, "it is killed at work");
        desk.simulator.clear_faults();
        assert!(
            made(&desk).values().all(|count| *count == 1),
            "paid for twice"
        );
    }
    run(&mut batch(&desk, &begun));
    let (known, jobs) = (counts(&desk), made(&desk));
    let of = |state: &str| known[state].as_u64().unwrap() as usize;
    let twice = jobs.values().filter(|count| **count > 1).count();
    println!(
        "killed {kills} times: {} jobs at the server, {twice} of them twice; of {lines} requests {} \
         are done and {} unknown",
        jobs.values().sum::<usize>(),
        of("done"),
        of("unknown")
    );
    assert!(jobs.values().all(|count| *count == 1), "paid for twice");
    assert_eq!(of("done") + of("unknown"), lines, "none is lost: {known}");
    // The server lists its jobs, so that what was taken is found: the rest never arrived.
    assert_eq!(jobs.len(), of("done"), "{known}");
    run(&mut batch(
        &desk,
        &[&begun[..], &["--resend-unknown"]].concat(),
    ))
    .expect(0);
    assert_eq!(counts(&desk)["done"], lines);
    assert_eq!(made(&desk).len(), lines);
    assert!(
        made(&desk).values().all(|count| *count == 1),
        "paid for twice"
    );
    let mut files = 0;
    for entry in std::fs::read_dir(desk.path("videos")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains(".part"), "{name} is left behind");
        if name.ends_with(".mp4") {
            assert_whole(&path);
            files += 1;
        }
    }
    assert_eq!(files, lines);
    println!("{files} files, all of them whole");
}

#[test]
fn ctrl_c_sends_nothing_more_and_waits_and_a_second_one_ends_at_once() {
    let desk = slow_desk();
    desk.simulator.set_speed(0.2);
    std::fs::write(desk.path("prompts.jsonl"), prompts(12)).unwrap();
    let begun = ["prompts.jsonl", "-o", "videos/", "--jobs", "3"];
    let child = begin(&mut batch(&desk, &begun));
    wait_until("three run", || made(&desk).len() == 3);
    signal(&child, "-INT");
    let ran = Ran::from(child.wait_with_output().unwrap()).expect(130);
    assert!(
        ran.stderr.contains("Nothing more is sent"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("same command again"), "{}", ran.stderr);
    let known = counts(&desk);
    assert_eq!(known["done"], made(&desk).len(), "{known}");
    assert_eq!(known["running"], 0, "{known}");

    desk.simulator.set_speed(0.001);
    let (before, child) = (made(&desk).len(), begin(&mut batch(&desk, &begun)));
    wait_until("three more run", || made(&desk).len() == before + 3);
    signal(&child, "-INT");
    std::thread::sleep(Duration::from_millis(300));
    let began = Instant::now();
    signal(&child, "-INT");
    Ran::from(child.wait_with_output().unwrap()).expect(130);
    assert!(began.elapsed() < Duration::from_secs(10));
    desk.simulator.set_speed(1.0);
    run(&mut batch(&desk, &begun)).expect(0);
    assert_eq!(made(&desk).len(), 12);
    assert!(made(&desk).values().all(|count| *count == 1));
}

#[test]
fn one_process_at_a_time_runs_a_batch() {
    let desk = slow_desk();
    desk.simulator.set_speed(0.001);
    std::fs::write(desk.path("prompts.jsonl"), prompts(2)).unwrap();
    let begun = ["prompts.jsonl", "-o", "videos/"];
    let mut first = begin(&mut batch(&desk, &begun));
    wait_until("it runs", || made(&desk).len() == 2);
    let second = run(&mut batch(&desk, &begun)).expect(2);
    let holder = format!("the process {}", first.id());
    assert!(second.stderr.contains(&holder), "{}", second.stderr);
    // Whoever asks how it stands is answered; an answer is written down a moment after it came.
    wait_until("both run", || counts(&desk)["running"] == 2);
    first.kill().unwrap();
    first.wait().unwrap();
}

#[test]
fn a_ledger_that_vanishes_in_mid_run_is_put_back_and_one_that_cannot_be_ends_it() {
    let desk = slow_desk();
    desk.simulator.set_speed(0.001);
    std::fs::write(desk.path("prompts.jsonl"), prompts(6)).unwrap();
    let begun = [
        "prompts.jsonl",
        "-o",
        "videos/",
        "--jobs",
        "3",
        "--patience",
        "2",
    ];
    let child = begin(&mut batch(&desk, &begun));
    wait_until("three are sent", || made(&desk).len() == 3);
    wait_until("three run", || counts(&desk)["running"] == 3);
    for ending in ["", "-wal", "-shm"] {
        std::fs::remove_file(desk.path(&format!("videos/sorakit-batch.db{ending}"))).unwrap();
    }
    desk.simulator.set_speed(1.0);
    Ran::from(child.wait_with_output().unwrap()).expect(0);
    assert_eq!(counts(&desk)["done"], 6);
    assert!(made(&desk).values().all(|count| *count == 1));

    // Another one in its place is not written to, and nothing more is sent.
    desk.simulator.set_speed(0.001);
    std::fs::write(desk.path("prompts.jsonl"), prompts(12)).unwrap();
    let child = begin(&mut batch(&desk, &begun));
    wait_until("three more are sent", || made(&desk).len() == 9);
    wait_until("three more run", || counts(&desk)["running"] == 3);
    std::fs::remove_file(desk.path("videos/sorakit-batch.db")).unwrap();
    std::fs::write(desk.path("videos/sorakit-batch.db"), "somebody else's").unwrap();
    desk.simulator.set_speed(1.0);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_ne!(ran.status, 0);
    assert!(ran.stderr.contains("taken the place"), "{}", ran.stderr);
    assert_eq!(made(&desk).len(), 9);
    let other = std::fs::read(desk.path("videos/sorakit-batch.db")).unwrap();
    assert_eq!(other, b"somebody else's");
}
