//! Every line of a batch is checked before the first is sent.

use serde_json::{Value, json};

use crate::batch::{batch, desk, made, ran, write};
use crate::run::run;

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
        if dialect == "sora" {
            let token = desk.simulator.credentials().access_token;
            command.env("SORAKIT_ACCESS_TOKEN", token);
        }
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
