//! No kernel may take more instructions than it did: counted by valgrind's callgrind, which
//! gives the same number whatever else the machine does.
//!
//! Valgrind has no AVX-512, so it offers the program no such kernel.

use std::{env, process::Command};

use sorakit::sentinel::{Kernel, Search, sample};

/// Instructions per candidate of [`sample`] that a kernel may take, in the profile that the tests
/// are compiled with.
///
/// A bound is what was counted, and one per cent. If a change makes a kernel faster, lower it.
const BOUNDS: [(Kernel, u64); 4] = [
    (Kernel::Scalar, 51_740),
    (Kernel::ScalarBmi2, 45_010),
    (Kernel::Avx2, 12_430),
    (Kernel::Avx2Scalar, 17_670),
];

const WORKLOAD: &str = "SORAKIT_TEST_WORKLOAD";

#[test]
fn no_kernel_takes_more_instructions_than_it_did() {
    if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        eprintln!("skipped: the bounds are for x86-64 Linux");
        return;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("skipped: valgrind is not installed");
        return;
    }
    let mut wrong = Vec::new();
    for (kernel, bound) in BOUNDS {
        if !kernel.is_available() {
            eprintln!("skipped: this machine has no kernel {kernel}");
            continue;
        }
        // What the program does besides cancels out.
        let [few, many] = [600, 1_800].map(|candidates| instructions(kernel, candidates));
        let each = (many - few) / 1_200;
        let line = format!("{kernel}: {each} instructions per candidate, bound {bound}");
        println!("{line}");
        // Far below it, a bound is of no use, and is to be lowered.
        if each > bound || each < bound * 9 / 10 {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// How many instructions the workload takes.
fn instructions(kernel: Kernel, candidates: u64) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "workload", "--ignored", "--test-threads=1"])
        .env(WORKLOAD, format!("{kernel}:{candidates}"))
        .output()
        .unwrap();
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{report}");
    let collected = report
        .lines()
        .find_map(|line| line.split("Collected :").nth(1));
    collected.unwrap().trim().parse().unwrap()
}

/// What is counted: a search over so many candidates. Run by the test above.
#[test]
#[ignore = "it is run by another test, under valgrind"]
fn workload() {
    let Ok(workload) = env::var(WORKLOAD) else {
        return;
    };
    let (kernel, candidates) = workload.split_once(':').unwrap();
    let (challenge, config) = sample();
    let mut search = Search::new(&challenge, &config, Some(kernel.parse().unwrap()));
    search.seek(200_000);
    search.step(candidates.parse().unwrap());
}
