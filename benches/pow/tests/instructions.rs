//! No kernel may take more instructions than it did: counted by valgrind's callgrind, which
//! gives the same number whatever else the machine does.
//!
//! Valgrind has no AVX-512, so it offers the program no such kernel.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use sorakit_sentinel::Kernel;

/// Instructions per candidate of the sample that a kernel may take.
///
/// A bound is what was counted, and one per cent. If a change makes a kernel faster, lower it.
const BOUNDS: [(Kernel, u64); 4] = [
    (Kernel::Scalar, 47_390),
    (Kernel::ScalarBmi2, 39_050),
    (Kernel::Avx2, 10_770),
    (Kernel::Avx2Scalar, 17_460),
];

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
    let workload = workload();
    let mut wrong = Vec::new();
    for (kernel, bound) in BOUNDS {
        if !kernel.is_available() {
            eprintln!("skipped: this machine has no kernel {kernel}");
            continue;
        }
        // What the program does besides cancels out.
        let [few, many] =
            [600, 1_800].map(|candidates| instructions(&workload, kernel, candidates));
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

/// The program that is counted, compiled as it is released.
fn workload() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = root.join("target/instructions");
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--release",
            "--package",
            "sorakit-bench-pow",
        ])
        .args(["--bin", "workload", "--target-dir"])
        .arg(&target)
        .current_dir(root)
        .env_remove("RUSTFLAGS")
        .status();
    assert!(status.unwrap().success());
    target.join("release/workload")
}

/// How many instructions the workload takes for so many candidates.
fn instructions(workload: &Path, kernel: Kernel, candidates: u64) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(workload)
        .args([kernel.name(), &candidates.to_string()])
        .output()
        .unwrap();
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{report}");
    let collected = report
        .lines()
        .find_map(|line| line.split("Collected :").nth(1));
    collected.unwrap().trim().parse().unwrap()
}
