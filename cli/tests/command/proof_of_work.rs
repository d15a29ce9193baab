//! `sorakit pow`.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::run::{Ran, bare, run};

const VECTORS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../tests/contract/vectors/pow.json"
);

fn vectors() -> Vec<Value> {
    serde_json::from_slice(&std::fs::read(VECTORS).unwrap()).unwrap()
}

fn pow(arguments: &[&str]) -> Ran {
    run(&mut bare(&[&["pow"], arguments].concat()))
}

fn write(folder: &Path, challenge: &Value) -> String {
    let path = folder.join("challenge.json");
    std::fs::write(&path, challenge.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn every_vector_has_its_answer() {
    let solutions = pow(&["solve", "--challenge", VECTORS, "--json"])
        .expect(0)
        .json();
    let vectors = vectors();
    assert_eq!(solutions.as_array().unwrap().len(), vectors.len());
    for (solution, vector) in solutions.as_array().unwrap().iter().zip(&vectors) {
        assert_eq!(solution["nonce"], vector["nonce"]);
        assert_eq!(solution["answer"], vector["answer"]);
        assert_eq!(solution["tries"], vector["nonce"].as_u64().unwrap() + 1);
        assert!(solution["elapsed_ms"].as_f64().unwrap() >= 0.0);
        assert_eq!(solution.as_object().unwrap().len(), 4);
    }
    pow(&["verify", "--challenge", VECTORS]).expect(0);
}

#[test]
fn one_challenge_gives_one_object_from_a_file_or_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let vector = &vectors()[3];
    let challenge = json!({
        "seed": vector["seed"], "difficulty": vector["difficulty"], "config": vector["config"],
    });
    let path = write(folder.path(), &challenge);
    let from_file = pow(&[
        "solve",
        "--challenge",
        &path,
        "--json",
        "--kernel",
        "scalar",
    ])
    .expect(0);
    assert_eq!(from_file.json()["answer"], vector["answer"]);

    let mut command = bare(&["pow", "solve", "--challenge", "-", "--json"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(challenge.to_string().as_bytes()).unwrap();
    drop(input);
    let piped = Ran::from(child.wait_with_output().unwrap()).expect(0);
    assert_eq!(piped.json()["answer"], vector["answer"]);
}

#[test]
fn a_challenge_without_configuration_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = json!({"seed": "0.5", "difficulty": "00ffff"});
    let path = write(folder.path(), &challenge);
    let solution = pow(&["solve", "--challenge", &path, "--json"])
        .expect(0)
        .json();
    let answer = solution["answer"].as_str().unwrap();
    let valid = pow(&["verify", "--challenge", &path, "--answer", answer, "--json"]).expect(0);
    assert_eq!(valid.json(), json!({"valid": true}));
}

#[test]
fn a_wrong_answer_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let vectors = vectors();
    let mut wrong = vectors[5].clone();
    wrong["seed"] = json!("another seed");
    wrong["difficulty"] = json!("00000000");
    let path = write(folder.path(), &wrong);
    let error = pow(&["verify", "--challenge", &path, "--json"])
        .expect(1)
        .error();
    assert_eq!(error["kind"], "proof_of_work");
    let missing = write(folder.path(), &json!({"seed": "0.5", "difficulty": "ff"}));
    let error = pow(&["verify", "--challenge", &missing, "--json"])
        .expect(2)
        .error();
    assert_eq!(error["field"], "answer");
}

#[test]
fn what_cannot_be_solved_is_refused_without_work() {
    let folder = tempfile::tempdir().unwrap();
    for (difficulty, status) in [("fff", 2), ("xyzz", 2), ("000000000000", 1)] {
        let path = write(
            folder.path(),
            &json!({"seed": "0.5", "difficulty": difficulty}),
        );
        let error = pow(&["solve", "--challenge", &path, "--json"]).error();
        let kind = if status == 2 {
            "invalid_input"
        } else {
            "proof_of_work"
        };
        assert_eq!(error["kind"], kind, "{difficulty}: {error}");
        pow(&["solve", "--challenge", &path]).expect(status);
    }
    let path = write(
        folder.path(),
        &json!({"seed": "0.5", "difficulty": "ff", "config": [1, 2]}),
    );
    let ran = pow(&["solve", "--challenge", &path]).expect(2);
    assert!(ran.stderr.contains("18 elements"), "{}", ran.stderr);
    let ran = pow(&["solve", "--challenge", VECTORS, "--kernel", "abacus"]).expect(2);
    assert!(ran.stderr.contains("kernel"), "{}", ran.stderr);
}

#[test]
fn the_speed_of_this_machine_is_measured() {
    let arguments = [
        "bench",
        "--threads",
        "2",
        "--seconds",
        "0.1",
        "--kernel",
        "scalar",
        "--json",
    ];
    let measured = pow(&arguments).expect(0).json();
    assert_eq!(measured["kernel"], "scalar");
    assert_eq!(measured["threads"], 2);
    assert!(measured["candidates_per_second"].as_f64().unwrap() > 0.0);
    assert!(measured["permutations_per_second"].as_f64().unwrap() > 0.0);
    assert_eq!(measured.as_object().unwrap().len(), 4);
    assert!(
        pow(&["bench", "--seconds", "0.1"])
            .expect(0)
            .stdout
            .contains("1 thread:")
    );
    pow(&["bench", "--seconds", "0"]).expect(2);
}
