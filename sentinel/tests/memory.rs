//! What a search takes of memory. Alone in its program: nothing else may allocate meanwhile.

#![cfg(target_os = "linux")]

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sorakit_sentinel::Profile;
use sorakit_sentinel::{Challenge, Config, Kernel, Limits, SolveError, solve};

#[test]
fn each_thread_takes_less_than_a_mebibyte() {
    let challenge = Challenge {
        seed: "0.479".into(),
        difficulty: "00000000".parse().unwrap(),
    };
    let config = Config::new(&Profile::default(), 1_768_500_636_944, &[42; 32]);
    // Searches take no more threads than there are cores.
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let before = resident();
    for kernel in Kernel::available() {
        let peak = Arc::new(AtomicU64::new(0));
        let seen = peak.clone();
        let limits = Limits {
            max_tries: u64::MAX,
            max_time: Duration::from_millis(600),
            threads: threads as usize,
            kernel: Some(kernel),
            progress: Some(Arc::new(move |_| {
                seen.fetch_max(resident(), Ordering::Relaxed);
            })),
            ..Limits::default()
        };
        let error = solve(&challenge, &config, limits).unwrap_err();
        assert!(matches!(error, SolveError::TooSlow { .. }), "{error}");
        let peak = peak.load(Ordering::Relaxed);
        assert!(peak > before, "a search takes some memory");
        let each = (peak - before) / threads;
        println!("{kernel}: {} KiB for each of {threads} threads", each >> 10);
        assert!(each < 1 << 20, "{kernel}: {each} bytes a thread");
    }
}

/// The memory of this process that is resident, in bytes: stacks, heap and all.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.unwrap().trim().trim_end_matches("kB").trim();
    kilobytes.parse::<u64>().unwrap() << 10
}
