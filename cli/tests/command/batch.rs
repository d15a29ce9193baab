//! A file of prompts becomes a folder of results, however often it is begun again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use sorakit_simulator::{AccountSpec, Action, Pace, Rule, Simulator};

use crate::run::{Desk, Ran, run, run_with};

/// A server of the dialect `openai` that takes so many jobs at once and makes each in a moment,
/// by a clock that goes as real ones do: lost answers are looked for by their time.
pub fn desk(concurrency: usize) -> Desk {
    let spec = AccountSpec {
        concurrency,
        quota: 100_000,
        ..AccountSpec::default()
    };
    let moment = Duration::from_millis(150);
    let pace = Pace {
        preprocessing: Duration::ZERO,
        queued: moment,
        running: moment,
        running_per_second: Duration::ZERO,
        processing: Duration::ZERO,
        gap: Duration::ZERO,
    };
    let simulator = Simulator::builder()
        .speed(1.0)
        .pace(pace)
        .first_run_account(spec);
    Desk::with(simulator.start().unwrap())
}

/// The command with that server.
pub fn batch(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = desk.command(&[&["batch"], arguments].concat());
    command
        .env("SORAKIT_DIALECT", "openai")
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("openai"))
        .env("SORAKIT_ACCESS_TOKEN", desk.simulator.credentials().api_key);
    command
}

fn ran(desk: &Desk, arguments: &[&str]) -> Ran {
    run(&mut batch(desk, arguments))
}

fn write(desk: &Desk, name: &str, text: &str) {
    std::fs::write(desk.path(name), text).unwrap();
}

/// A file of so many prompts.
pub fn prompts(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        let _ = writeln!(
            text,
            "{}",
            json!({"prompt": format!("cat number {number}"), "duration": 4})
        );
        text
    })
}

/// The number of jobs at the server for each prompt.
pub fn made(desk: &Desk) -> BTreeMap<String, usize> {
    let mut made = BTreeMap::new();
    for job in desk.simulator.engine().world().jobs.iter() {
        *made.entry(job.asked.prompt.clone()).or_default() += 1;
    }
    made
}

#[track_caller]
pub fn assert_whole(path: &Path) {
    let file = std::fs::File::open(path).unwrap();
    let read = sorakit::media::VideoInfo::read(std::io::BufReader::new(file));
    assert!(read.is_ok(), "{} is not whole", path.display());
}

fn visible(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(desk.path(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !name.contains(".db")).collect();
    names.sort();
    names
}

pub fn counts(desk: &Desk) -> Value {
    let status = ran(desk, &["status", "videos/", "--json"]).expect(0).json();
    status["counts"].clone()
}

#[test]
fn a_file_of_prompts_becomes_a_folder_of_videos_once() {
    let desk = desk(100);
    let lines = [
        json!({"prompt": "a cat", "custom_id": "cat/1"}),
        json!({"prompt": "a dog", "output": "dogs/dog.mp4"}),
        json!({"prompt": "a bird"}),
        json!({"prompt": "a bird"}),
        json!({"custom_id": "fish", "method": "POST", "url": "/v1/videos", "body": {"prompt": "a fish", "seconds": "4"}}),
    ];
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    write(&desk, "prompts.jsonl", &text);
    let begun = ["prompts.jsonl", "-o", "videos/"];
    let first = ran(&desk, &begun).expect(0);
    assert!(first.stdout.contains("5 of 5 done"), "{}", first.stdout);
    assert!(first.stderr.contains("cat/1: done: "), "{}", first.stderr);
    let files = ["000003.mp4", "000004.mp4", "cat_1.mp4", "dogs", "fish.mp4"];
    assert_eq!(visible(&desk, "videos"), files);
    for file in ["000003.mp4", "cat_1.mp4", "dogs/dog.mp4", "fish.mp4"] {
        assert_whole(&desk.path("videos").join(file));
    }
    // Again, from elsewhere and with a line that is new: it alone is sent.
    ran(&desk, &begun).expect(0);
    assert_eq!(made(&desk).values().sum::<usize>(), 5);
    write(
        &desk,
        "prompts.jsonl",
        &text
            .replace("a dog", "a dog at night")
            .replace("dogs/dog", "dogs/night"),
    );
    ran(&desk, &begun).expect(0);
    let made = made(&desk);
    assert_eq!(
        (made["a bird"], made["a dog"], made["a dog at night"]),
        (2, 1, 1)
    );
    assert_eq!(made.values().sum::<usize>(), 6);
    assert_eq!(counts(&desk)["done"], 5);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let ledger = std::fs::metadata(desk.path("videos/sorakit-batch.db")).unwrap();
        assert_eq!(ledger.permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn bad_lines_are_named_before_anything_is_sent() {
    let desk = desk(100);
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\", \"custom_id\": \"one\"}\n{\"promt\": \"a dog\"}\n\
         {\"prompt\": \"a bird\", \"custom_id\": \"one\"}\n{\"prompt\": \"a fish\", \"style\": \"anime\"}\n\
         {\"prompt\": \"a fish\", \"output\": \"../fish.mp4\"}\n{\"prompt\": \"a cow\"}\n",
    );
    let begun = ["prompts.jsonl", "-o", "videos"];
    let refused = ran(&desk, &begun).expect(2);
    for words in [
        "line 2: ",
        "line 3: custom_id",
        "line 4: ",
        "line 5: output",
        "nothing is sent",
        "--skip-invalid",
    ] {
        assert!(
            refused.stderr.contains(words),
            "{words}: {}",
            refused.stderr
        );
    }
    assert!(desk.simulator.journal().is_empty());
    let json = ran(&desk, &["prompts.jsonl", "-o", "videos", "--json"]).expect(2);
    let first: Value = serde_json::from_str(json.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(
        (&first["event"], &first["error"]["field"]),
        (&json!("invalid"), &json!("promt"))
    );
    assert!(desk.simulator.journal().is_empty());

    let skipping = ran(&desk, &["prompts.jsonl", "-o", "videos", "--skip-invalid"]).expect(0);
    assert!(
        skipping.stdout.contains("2 of 2 done"),
        "{}",
        skipping.stdout
    );
    assert_eq!(
        made(&desk).into_keys().collect::<Vec<_>>(),
        ["a cat", "a cow"]
    );
}

/// What a dialect refuses by itself is known before the first line is sent.
#[test]
fn lengths_sizes_models_and_files_are_checked_of_every_line_first() {
    let desk = desk(100);
    write(&desk, "notes.txt", "no picture");
    let base_url = |dialect: &str| match dialect {
        "sora" => format!("{}/backend", desk.simulator.url()),
        other => desk.simulator.base_url(other),
    };
    for (dialect, lines) in [
        (
            "openai",
            &[
                ("size", json!({"size": "wide"})),
                ("references", json!({"references": ["notes.txt"]})),
                ("references", json!({"references": ["gone.png"]})),
                ("style", json!({"style": "anime"})),
                (
                    "aspect_ratio",
                    json!({"aspect_ratio": "16:9", "size": "720x1280"}),
                ),
            ][..],
        ),
        (
            "sora",
            &[
                ("duration", json!({"duration": 7})),
                ("size", json!({"size": "1280x720x3"})),
                ("model", json!({"model": "gpt-image"})),
                ("references", json!({"references": ["notes.txt"]})),
                ("remix", json!({"remix": "gen_1"})),
            ],
        ),
        ("sora2api", &[("duration", json!({"duration": 8}))]),
        ("relay", &[("duration", json!({"duration": 3}))]),
        ("mirror", &[("style", json!({"style": "anmie"}))]),
    ] {
        let text = lines.iter().enumerate().map(|(number, (_, fields))| {
            let mut fields = fields.clone();
            fields["prompt"] = format!("cat {number}").into();
            format!("{fields}\n{{\"prompt\": \"a dog {number}\"}}\n")
        });
        write(&desk, "prompts.jsonl", &text.collect::<String>());
        let mut command = batch(&desk, &["prompts.jsonl", "-o", dialect, "--json"]);
        command
            .env("SORAKIT_DIALECT", dialect)
            .env("SORAKIT_BASE_URL", base_url(dialect));
        let ran = run(&mut command).expect(2);
        let told: Vec<Value> = ran
            .stdout
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .filter(|line: &Value| line["event"] == "invalid")
            .collect();
        assert_eq!(told.len(), lines.len(), "{dialect}: {}", ran.stdout);
        for (at, (told, (field, _))) in told.iter().zip(lines).enumerate() {
            let message = told["error"]["message"].as_str().unwrap();
            let number = format!("line {}: ", 2 * at + 1);
            assert!(message.starts_with(&number), "{dialect}: {message}");
            let named = told["error"]["field"].as_str().unwrap();
            assert_eq!(
                named.split(['[', '.']).next(),
                Some(*field),
                "{dialect}: {message}"
            );
        }
        assert!(desk.simulator.journal().is_empty(), "{dialect}");
    }
    // The others go on without them.
    let skipping = ["prompts.jsonl", "-o", "videos", "--skip-invalid"];
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\", \"size\": \"wide\"}\n{\"prompt\": \"a dog\"}\n",
    );
    ran(&desk, &skipping).expect(0);
    assert_eq!(made(&desk).into_keys().collect::<Vec<_>>(), ["a dog"]);
}

#[test]
fn two_lines_do_not_share_a_file_and_no_file_is_where_a_folder_is_needed() {
    let desk = desk(100);
    std::fs::create_dir(desk.path("videos")).unwrap();
    write(&desk, "videos/notes", "a file");
    let outputs = [
        "a/cat.mp4",
        "./a//cat.mp4",
        "a",
        "notes/cat.mp4",
        "sorakit-batch.db-wal",
        "b",
        "b/cat.mp4",
    ];
    let line = |output: &&str| format!("{}\n", json!({"prompt": output, "output": output}));
    write(
        &desk,
        "prompts.jsonl",
        &outputs.iter().map(line).collect::<String>(),
    );
    let begun = ["prompts.jsonl", "-o", "videos", "--force"];
    let refused = ran(&desk, &begun).expect(2);
    for line in [2, 3, 4, 5, 7] {
        let words = format!("line {line}: output");
        assert!(
            refused.stderr.contains(&words),
            "{words}: {}",
            refused.stderr
        );
    }
    for line in [1, 6] {
        assert!(!refused.stderr.contains(&format!("line {line}: output")));
    }
    assert!(desk.simulator.journal().is_empty());
    // A line that names no file takes none that another one names.
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\", \"custom_id\": \"cat\"}\n\
         {\"prompt\": \"a dog\", \"output\": \"cat.mp4\"}\n",
    );
    ran(&desk, &["prompts.jsonl", "-o", "videos", "--jobs", "1"]).expect(0);
    let exported = ran(&desk, &["export", "videos"]).expect(0);
    let results = std::fs::read_to_string(desk.path("videos/results.jsonl")).unwrap();
    let dog = results.lines().find(|line| line.contains("a dog")).unwrap();
    assert!(dog.contains("videos/cat.mp4"), "{dog} {}", exported.stdout);
    // What this machine has begun is in its list, in a line.
    let jobs = desk.run(&["jobs", "--offline"]).expect(0);
    assert!(jobs.stdout.contains("2 of 2 done"), "{}", jobs.stdout);
}

#[test]
fn csv_and_the_standard_input_are_read_too() {
    let desk = desk(100);
    write(
        &desk,
        "prompts.csv",
        "custom_id,prompt,duration\none,\"a cat, asleep\",4\n",
    );
    ran(&desk, &["prompts.csv", "-o", "videos"]).expect(0);
    let input = "{\"prompt\": \"a dog\"}\n";
    run_with(&mut batch(&desk, &["-", "-o", "videos"]), input).expect(0);
    assert_eq!(
        made(&desk).into_keys().collect::<Vec<_>>(),
        ["a cat, asleep", "a dog"]
    );
    assert_eq!(visible(&desk, "videos"), ["000002.mp4", "one.mp4"]);
    write(
        &desk,
        "images.jsonl",
        "{\"prompt\": \"a cat\", \"custom_id\": \"cat\"}",
    );
    let mut images = batch(&desk, &["images.jsonl", "-o", "images", "--kind", "image"]);
    images
        .env("SORAKIT_DIALECT", "sora2api")
        .env("SORAKIT_BASE_URL", desk.simulator.base_url("sora2api"));
    run(&mut images).expect(0);
    assert_eq!(visible(&desk, "images").len(), 1);
    let wrong = "promt\na cat\n";
    let ran = run_with(&mut batch(&desk, &["-", "-o", "videos"]), wrong).expect(2);
    assert!(ran.stderr.contains("`prompt`"), "{}", ran.stderr);
}

#[test]
fn what_failed_is_told_exported_and_sent_again_when_asked() {
    let desk = desk(100);
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\"}\n{\"prompt\": \"simulate:content_policy_violation\", \"custom_id\": \"bad\"}\n",
    );
    let begun = ["prompts.jsonl", "-o", "videos"];
    let first = ran(&desk, &begun).expect(1);
    assert!(first.stderr.contains("bad: failed: "), "{}", first.stderr);
    assert!(first.stdout.contains("retry --failed"), "{}", first.stdout);
    // It is paid for, and not sent again by itself.
    ran(&desk, &begun).expect(1);
    assert_eq!(made(&desk).values().sum::<usize>(), 2);
    ran(&desk, &["retry", "--failed", "videos"]).expect(1);
    assert_eq!(made(&desk).values().sum::<usize>(), 3);

    let exported = ran(&desk, &["export", "videos", "--json"]).expect(0).json();
    assert_eq!(
        (&exported["results"]["count"], &exported["errors"]["count"]),
        (&json!(1), &json!(1))
    );
    let errors = std::fs::read_to_string(desk.path("videos/errors.jsonl")).unwrap();
    let error: Value = serde_json::from_str(errors.trim()).unwrap();
    assert_eq!(
        (&error["custom_id"], &error["error_kind"]),
        (&json!("bad"), &json!("content_policy"))
    );
    assert_eq!(error["attempts"], 2);
    ran(&desk, &["export", "videos"]).expect(2);
    ran(&desk, &["export", "videos", "--format", "csv"]).expect(0);
    let results = std::fs::read_to_string(desk.path("videos/results.csv")).unwrap();
    let lines: Vec<_> = results.lines().collect();
    assert!(lines[0].starts_with("custom_id,line,kind"), "{results}");
    assert!(
        lines[1].contains("a cat") && lines[1].contains("000001.mp4"),
        "{results}"
    );
    let status = ran(&desk, &["status", "videos"]).expect(0);
    assert!(status.stdout.contains("bad: failed: "), "{}", status.stdout);
}

#[test]
fn events_are_json_lines() {
    let desk = desk(100);
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\", \"custom_id\": \"cat\"}\n",
    );
    let ran = ran(&desk, &["prompts.jsonl", "-o", "videos", "--json"]).expect(0);
    let events: Vec<Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let names: Vec<_> = events
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect();
    assert_eq!(
        (names[0], names[names.len() - 2], names[names.len() - 1]),
        ("sent", "done", "ended")
    );
    let done = &events[events.len() - 2];
    assert_eq!(
        (&done["custom_id"], &done["line"]),
        (&json!("cat"), &json!(1))
    );
    assert_eq!(events.last().unwrap()["counts"]["done"], 1);
}

#[test]
fn no_more_jobs_run_than_the_account_takes() {
    let desk = desk(3);
    write(&desk, "prompts.jsonl", &prompts(12));
    let ran = ran(&desk, &["prompts.jsonl", "-o", "videos", "--jobs", "8"]).expect(0);
    assert!(ran.stderr.contains("the account takes "), "{}", ran.stderr);
    assert!(made(&desk).values().all(|count| *count == 1));
    assert_eq!(made(&desk).len(), 12);
    // One creation each, and a few that were refused: no flood.
    let creations = desk.simulator.requests_of("openai.videos.create").len();
    assert!((12..40).contains(&creations), "{creations}");
}

#[test]
fn a_lost_answer_is_looked_for_and_not_sent_again() {
    let desk = desk(100);
    let lost = Rule::new(Action::ResetAfter).operation("openai.videos.create");
    desk.simulator.add_fault(lost.skip(1).times(2));
    write(&desk, "prompts.jsonl", &prompts(4));
    let ran = ran(&desk, &["prompts.jsonl", "-o", "videos", "--jobs", "1"]).expect(0);
    assert!(ran.stdout.contains("4 of 4 done"), "{}", ran.stdout);
    assert_eq!(made(&desk).len(), 4);
    assert!(made(&desk).values().all(|count| *count == 1));
}

#[test]
fn without_a_list_a_lost_answer_stays_unknown_until_it_is_sent_again_on_purpose() {
    let desk = desk(100);
    let relay = |arguments: &[&str]| {
        let mut command = batch(&desk, arguments);
        command
            .env("SORAKIT_DIALECT", "relay")
            .env("SORAKIT_BASE_URL", desk.simulator.base_url("relay"));
        run(&mut command)
    };
    let lost = Rule::new(Action::ResetAfter).operation("relay.videos.create");
    desk.simulator.add_fault(lost);
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\"}\n{\"prompt\": \"a dog\"}\n",
    );
    let begun = ["prompts.jsonl", "-o", "videos", "--jobs", "1"];
    let first = relay(&begun).expect(1);
    assert!(
        first.stdout.contains("1 of 2 done, 1 unknown"),
        "{}",
        first.stdout
    );
    assert!(
        first.stdout.contains("--resend-unknown"),
        "{}",
        first.stdout
    );
    relay(&begun).expect(1);
    assert_eq!(made(&desk)["a cat"], 1);
    relay(&[&begun[..], &["--resend-unknown"]].concat()).expect(0);
    assert_eq!((made(&desk)["a cat"], made(&desk)["a dog"]), (2, 1));
}

#[test]
fn a_folder_or_a_ledger_that_cannot_be_used_stops_before_anything_is_sent() {
    let desk = desk(100);
    write(&desk, "prompts.jsonl", &prompts(1));
    write(&desk, "file", "a file, where a folder is needed");
    let refused = ran(&desk, &["prompts.jsonl", "-o", "file/videos"]).expect(2);
    assert!(refused.stderr.contains("file/videos"), "{}", refused.stderr);
    ran(&desk, &["prompts.jsonl", "-o", "file"]).expect(2);
    let gone = ran(&desk, &["gone.jsonl", "-o", "videos"]).expect(2);
    assert!(gone.stderr.contains("gone.jsonl"), "{}", gone.stderr);

    std::fs::create_dir(desk.path("other")).unwrap();
    write(
        &desk,
        "other/sorakit-batch.db",
        "no ledger at all, but a text that is long enough to be read",
    );
    let refused = ran(&desk, &["prompts.jsonl", "-o", "other", "--json"]).expect(2);
    let line = refused.stdout.clone();
    assert!(line.contains("is no ledger"), "{line}");
    ran(&desk, &["status", "other"]).expect(2);
    ran(&desk, &["status", "nowhere"]).expect(2);
    assert!(
        desk.simulator
            .requests_of("openai.videos.create")
            .is_empty()
    );

    // One of a later version, as its header says.
    ran(&desk, &["prompts.jsonl", "-o", "videos"]).expect(0);
    let ledger = desk.path("videos/sorakit-batch.db");
    let mut bytes = std::fs::read(&ledger).unwrap();
    bytes[60..64].copy_from_slice(&9_u32.to_be_bytes());
    std::fs::write(&ledger, bytes).unwrap();
    for arguments in [
        &["prompts.jsonl", "-o", "videos"][..],
        &["status", "videos"],
    ] {
        let refused = ran(&desk, arguments).expect(2);
        assert!(
            refused.stderr.contains("newer sorakit"),
            "{}",
            refused.stderr
        );
    }
    assert_eq!(made(&desk).len(), 1);
}

#[test]
fn a_credential_that_is_refused_ends_the_run_and_leaves_all_waiting() {
    let desk = desk(100);
    write(&desk, "prompts.jsonl", &prompts(20));
    let mut command = batch(&desk, &["prompts.jsonl", "-o", "videos"]);
    let ran = run(command.env("SORAKIT_ACCESS_TOKEN", "wrong")).expect(1);
    assert!(ran.stderr.contains("same command"), "{}", ran.stderr);
    assert_eq!(counts(&desk)["waiting"], 20);
    let sent = desk.simulator.requests_of("openai.videos.create").len();
    assert!(sent <= 4, "{sent}");
}

#[test]
fn files_that_are_there_are_left_alone() {
    let desk = desk(100);
    std::fs::create_dir(desk.path("videos")).unwrap();
    write(&desk, "videos/cat.mp4", "mine");
    write(
        &desk,
        "named.jsonl",
        "{\"prompt\": \"a cat\", \"output\": \"cat.mp4\"}",
    );
    let refused = ran(&desk, &["named.jsonl", "-o", "videos"]).expect(2);
    assert!(
        refused.stderr.contains("cat.mp4 exists"),
        "{}",
        refused.stderr
    );
    write(
        &desk,
        "prompts.jsonl",
        "{\"prompt\": \"a cat\", \"custom_id\": \"cat\"}",
    );
    ran(&desk, &["prompts.jsonl", "-o", "videos"]).expect(0);
    assert_eq!(std::fs::read(desk.path("videos/cat.mp4")).unwrap(), b"mine");
    assert_whole(&desk.path("videos/cat (1).mp4"));
    ran(&desk, &["named.jsonl", "-o", "videos", "--force"]).expect(0);
    assert_whole(&desk.path("videos/cat.mp4"));
}

#[test]
fn several_servers_share_the_work_and_one_that_refuses_leaves_it_to_the_others() {
    let (one, two) = (desk(100), desk(100));
    let profile = |name: &str, desk: &Desk, key: &str| {
        let base_url = desk.simulator.base_url("openai");
        format!(
            "[profiles.{name}]\ndialect = \"openai\"\nbase_url = \"{base_url}\"\napi_key = \"{key}\"\n"
        )
    };
    let key = |desk: &Desk| desk.simulator.credentials().api_key;
    let profiles = [
        profile("one", &one, &key(&one)),
        profile("two", &two, &key(&two)),
        profile("bad", &one, "wrong"),
    ];
    write(&one, "servers.toml", &profiles.concat());
    write(&one, "prompts.jsonl", &prompts(8));
    let begun = ["prompts.jsonl", "-o", "videos", "--config", "servers.toml"];
    let with = |connections: &[&str]| {
        let connections: Vec<_> = connections
            .iter()
            .flat_map(|connection| ["--connection", connection])
            .collect();
        ran(&one, &[&begun[..], &connections].concat())
    };
    with(&["one=2", "two=2"]).expect(0);
    let (first, second) = (made(&one).len(), made(&two).len());
    assert!(first > 0 && second > 0, "{first} and {second}");
    assert_eq!(first + second, 8);

    write(&one, "prompts.jsonl", &prompts(12));
    let moved = with(&["bad", "two"]).expect(0);
    assert!(
        moved.stderr.contains("bad: nothing more is sent"),
        "{}",
        moved.stderr
    );
    assert_eq!((made(&one).len(), made(&two).len()), (first, second + 4));
    with(&["nobody"]).expect(2);
}
