//! Who takes part: the kernels, other Rust, and programs in other languages.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use rustix::time::{ClockId, clock_gettime};
use sha3::{Digest, Sha3_512};
use sorakit_sentinel::{Config, Kernel, SAMPLE_PERMUTATIONS, Search, bench, sample};

use crate::Arguments;

/// The name of the contestant that all are compared with.
pub const REFERENCE: &str = "python";

/// One that takes its turn in every round.
pub struct Contestant {
    name: String,
    run: Box<dyn FnMut(u32) -> Result<Measure, String>>,
}

/// What one turn came to.
#[derive(Clone, Copy, Default)]
pub struct Measure {
    /// Candidates per second of processor time.
    pub candidates: f64,
    /// The share of what the permutation alone would allow, where that is known, and how many
    /// permutations per second that was.
    pub raw: Option<(f64, f64)>,
}

impl Measure {
    fn new(candidates: f64, permutations: f64) -> Self {
        let needed = candidates * f64::from(SAMPLE_PERMUTATIONS);
        Self {
            candidates,
            raw: Some((needed / permutations, permutations)),
        }
    }
}

impl Contestant {
    /// All that can take part here.
    pub fn all(arguments: &Arguments) -> Result<Vec<Self>, String> {
        let mut all: Vec<Self> = Kernel::available().map(Self::kernel).collect();
        all.extend([1, 2].map(|threads| Self::threads(Kernel::best(), threads)));
        all.push(Self {
            name: "rust-sha3-crate".into(),
            run: Box::new(sha3_crate),
        });
        let python = Peer::start(
            Command::new("python3")
                .arg("-c")
                .arg(include_str!("../peers/python.py")),
        )?;
        all.extend(Peer::contestants(python, &[REFERENCE]));
        if let (Some(folder), Some(wasm), Some(vectors)) =
            (&arguments.node_modules, &arguments.wasm, &arguments.vectors)
        {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/node.mjs");
            let node = Peer::start(
                Command::new("node")
                    .arg(script)
                    .args([folder, wasm, vectors]),
            )?;
            all.extend(Peer::contestants(
                node,
                &["node-crypto", "hash-wasm", "simd128"],
            ));
        }
        Ok(all)
    }

    /// The name in the table.
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Runs for some milliseconds.
    pub fn turn(&mut self, milliseconds: u32) -> Result<Measure, String> {
        (self.run)(milliseconds)
    }

    fn kernel(kernel: Kernel) -> Self {
        let (challenge, config) = sample();
        let mut search = Search::new(&challenge, &config, Some(kernel));
        search.seek(200_000);
        let run = move |milliseconds: u32| {
            // In short turns, so that a change of the processor's speed touches both alike.
            let [mut searching, mut permuting] = [Duration::ZERO; 2];
            let [mut candidates, mut permutations] = [0, 0];
            while searching + permuting < Duration::from_millis(milliseconds.into()) {
                let start = processor_time();
                search.step(4_000);
                let middle = processor_time();
                let times = u64::from(SAMPLE_PERMUTATIONS) * 4_000 / kernel.lanes() as u64;
                std::hint::black_box(kernel.permute(times));
                permuting += processor_time() - middle;
                searching += middle - start;
                candidates += 4_000;
                permutations += times * kernel.lanes() as u64;
            }
            Ok(Measure::new(
                candidates as f64 / searching.as_secs_f64(),
                permutations as f64 / permuting.as_secs_f64(),
            ))
        };
        Self {
            name: kernel.to_string(),
            run: Box::new(run),
        }
    }

    /// Several threads, by the wall clock: their ratio to one thread is what matters.
    fn threads(kernel: Kernel, threads: usize) -> Self {
        let name = match threads {
            1 => format!("{kernel}, 1 thread, wall clock"),
            threads => format!("{kernel}, {threads} threads, wall clock"),
        };
        let run = move |milliseconds: u32| {
            let result = bench(kernel, threads, Duration::from_millis(milliseconds.into()));
            Ok(Measure {
                candidates: result.candidates_per_second,
                raw: None,
            })
        };
        Self {
            name,
            run: Box::new(run),
        }
    }
}

/// The time that this thread has had a processor.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The `sha3` crate, encoding the whole configuration again for each candidate.
fn sha3_crate(milliseconds: u32) -> Result<Measure, String> {
    let (challenge, config) = sample();
    let json = |config: Config| config.to_json().into_bytes();
    let [first, second] = [
        json(config.clone().with_nonce(0)),
        json(config.with_nonce(8)),
    ];
    let changed: Vec<usize> = (0..first.len())
        .filter(|&at| first[at] != second[at])
        .collect();
    let &[counter, half] = &changed[..] else {
        return Err("two counters were expected".into());
    };
    let [head, middle, tail] = [
        &first[..counter],
        &first[counter + 1..half],
        &first[half + 1..],
    ];

    let started = processor_time();
    let mut tried = 0u64;
    while processor_time() - started < Duration::from_millis(milliseconds.into()) {
        for nonce in 200_000 + tried..200_500 + tried {
            let (counter, half) = (nonce.to_string(), (nonce >> 1).to_string());
            let json = [head, counter.as_bytes(), middle, half.as_bytes(), tail].concat();
            let mut hash = Sha3_512::new();
            hash.update(&challenge.seed);
            hash.update(BASE64_STANDARD.encode(json));
            if hash.finalize()[..4] == [0; 4] {
                return Err("a solution was not expected".into());
            }
        }
        tried += 500;
    }
    let candidates = tried as f64 / (processor_time() - started).as_secs_f64();
    Ok(Measure {
        candidates,
        raw: None,
    })
}

/// A program in another language, which waits between its turns.
struct Peer {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Peer {
    fn start(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| format!("cannot run {name}: {error}"))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("cannot talk to {name}"));
        };
        let mut peer = Self {
            child,
            input,
            output: BufReader::new(output),
        };
        let (challenge, config) = sample();
        peer.send(&serde_json::json!({ "seed": challenge.seed, "config": config }).to_string())?;
        Ok(peer)
    }

    /// The contestants that one program is.
    fn contestants(peer: Self, names: &[&'static str]) -> Vec<Contestant> {
        let peer = std::rc::Rc::new(std::cell::RefCell::new(peer));
        let contestant = |&name: &&'static str| {
            let peer = peer.clone();
            let run = move |milliseconds| peer.borrow_mut().turn(name, milliseconds);
            Contestant {
                name: name.into(),
                run: Box::new(run),
            }
        };
        names.iter().map(contestant).collect()
    }

    fn turn(&mut self, name: &str, milliseconds: u32) -> Result<Measure, String> {
        if name != "simd128" {
            let candidates = self.rate(name, milliseconds)?;
            return Ok(Measure {
                candidates,
                raw: None,
            });
        }
        // In turns, as for the kernels in Rust.
        let [mut candidates, mut permutations] = [0.0, 0.0];
        for _ in 0..10 {
            candidates += self.rate(name, milliseconds / 20)? / 10.0;
            permutations += self.rate("permute", milliseconds / 20)? / 10.0;
        }
        Ok(Measure::new(candidates, permutations))
    }

    fn rate(&mut self, name: &str, milliseconds: u32) -> Result<f64, String> {
        self.send(&format!("{name} {milliseconds}"))?;
        let mut line = String::new();
        let read = self.output.read_line(&mut line);
        read.map_err(|error| format!("{name}: {error}"))?;
        line.trim()
            .parse()
            .map_err(|_| format!("{name} ended; what went wrong is shown above"))
    }

    fn send(&mut self, line: &str) -> Result<(), String> {
        writeln!(self.input, "{line}").map_err(|error| format!("a peer has ended: {error}"))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
