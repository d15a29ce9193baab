//! The help of every command, the manual's pages, and operations explained.

use serde_json::Value;

use crate::run::{bare, run};

/// Every command, and those below it.
const COMMANDS: &[&str] = &[
    "video",
    "image",
    "batch",
    "batch status",
    "batch retry",
    "batch export",
    "resume",
    "jobs",
    "list",
    "cancel",
    "delete",
    "models",
    "quota",
    "characters create",
    "characters get",
    "characters search",
    "characters delete",
    "publish",
    "login",
    "logout",
    "profiles",
    "profiles use",
    "profiles remove",
    "config show",
    "doctor",
    "detect",
    "simulate",
    "pow solve",
    "pow verify",
    "pow bench",
    "operations",
    "call",
    "links",
    "completions",
    "man",
    "licenses",
];

#[test]
fn every_command_shows_an_example_and_has_json() {
    for command in COMMANDS {
        let words: Vec<_> = command.split(' ').chain(["--help"]).collect();
        let ran = run(bare(&words).env("COLUMNS", "40")).expect(0);
        assert!(ran.stdout.contains("Example"), "{command} shows no example");
        assert!(ran.stdout.contains("sorakit "), "{command}");
        assert!(ran.stdout.contains("--json"), "{command} has no --json");
        assert!(
            !ran.stdout.contains('\u{1b}'),
            "{command}: no colours for a pipe"
        );
        // But for words and commands that have no place to break, it fits.
        let longer = ran.stdout.lines().filter(|line| line.chars().count() > 40);
        for line in longer {
            let is_whole = line.starts_with("Usage: ") || line.split_whitespace().count() <= 3;
            assert!(is_whole, "{command} is wider than 40 columns: {line:?}");
        }
    }
}

#[test]
fn no_command_is_forgotten() {
    let help = run(&mut bare(&["--help"])).expect(0).stdout;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    for line in listed.take_while(|line| !line.is_empty()) {
        let name = line.split_whitespace().next().unwrap();
        let is_known = |command: &&&str| command.split(' ').next() == Some(name);
        assert!(
            name == "help" || COMMANDS.iter().any(|known| is_known(&known)),
            "{name}"
        );
    }
}

#[test]
fn every_command_has_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("man1");
    let ran = run(&mut bare(&["man", place.to_str().unwrap(), "--json"])).expect(0);
    let files = ran.json()["files"].as_array().unwrap().len();
    assert_eq!(files, std::fs::read_dir(&place).unwrap().count());
    for command in COMMANDS {
        let name = format!("sorakit-{}.1", command.replace(' ', "-"));
        let page = std::fs::read_to_string(place.join(&name));
        let page = page.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(page.contains(".TH") && page.contains("Example"), "{name}");
    }
}

#[test]
fn the_licences_are_in_the_command() {
    let text = run(&mut bare(&["licenses"])).expect(0).stdout;
    for words in ["MIT License", "Apache License", "notices"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let json = run(&mut bare(&["licenses", "--json"])).expect(0).json();
    assert!(json["licenses"]["MIT"].as_str().unwrap().contains("MIT"));
}

#[test]
fn an_operation_is_explained() {
    let ran = run(&mut bare(&["operations", "openai.videos.create"])).expect(0);
    for word in [
        "POST /v1/videos",
        "prompt (text, required)",
        "sorakit call openai.videos.create",
    ] {
        assert!(ran.stdout.contains(word), "{word}: {}", ran.stdout);
    }
    let json = run(&mut bare(&["operations", "sora.posts.create", "--json"]))
        .expect(0)
        .json();
    assert!(
        json["request"]["properties"]["post_text"].is_object(),
        "{json}"
    );
    let ran = run(&mut bare(&["operations", "openai.videos.creat"])).expect(2);
    assert!(
        ran.stderr.contains("`openai.videos.create` is meant"),
        "{}",
        ran.stderr
    );
}

/// The example of an operation is one that can be pasted: its fields are such as it has.
#[test]
fn the_examples_of_operations_have_the_fields_that_they_need() {
    let all = run(&mut bare(&["operations", "--json"])).expect(0).json();
    for operation in all.as_array().unwrap().iter().step_by(7) {
        let name = operation["name"].as_str().unwrap();
        let ran = run(&mut bare(&["operations", name])).expect(0).stdout;
        let example = ran
            .lines()
            .find(|line| line.starts_with("  sorakit call"))
            .unwrap();
        if let Some((_, fields)) = example.split_once("--json '") {
            let fields = fields.split('\'').next().unwrap();
            assert!(
                serde_json::from_str::<Value>(fields).unwrap().is_object(),
                "{example}"
            );
        }
    }
}
