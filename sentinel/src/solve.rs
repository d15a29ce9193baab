//! Solving a challenge, with limits and threads.

use std::{
    error::Error,
    fmt,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use super::{
    Challenge, Config, Kernel, LONGEST_SEED, Search, Solution, Step, budget::Budget,
    clock::Stopwatch,
};

/// The number of candidates tried on one thread before others join: most searches end sooner.
const ALONE: u64 = 4_000;

/// A challenge with fewer expected tries is solved in a moment: it waits for no core.
const EASY: f64 = 2_000.0;

/// The number of candidates that a thread tries between checks of the limits: a few milliseconds.
const CHUNK: u64 = 8_000;

/// Bounds on a search, and reports of its progress.
///
/// ```
/// use std::time::Duration;
/// use sorakit_sentinel::Limits;
///
/// let limits = Limits { max_time: Duration::from_secs(10), threads: 1, ..Limits::default() };
/// ```
#[derive(Clone)]
pub struct Limits {
    /// The most candidates to try. A challenge expected to need more is refused before any is
    /// tried. Default: 100 million.
    pub max_tries: u64,
    /// The longest time. Default: one minute.
    pub max_time: Duration,
    /// The most threads, or 0 for one per core of the machine. Concurrent searches share the
    /// cores: each has one, plus any that are left. Default: 0.
    pub threads: usize,
    /// The kernel, or `None` for the best one. Default: `None`.
    pub kernel: Option<Kernel>,
    /// Set this to true, from any thread, to end the search within a few milliseconds.
    pub cancel: Option<Arc<AtomicBool>>,
    /// Called every few milliseconds with the number of candidates tried, from any of the threads.
    pub progress: Option<Arc<dyn Fn(u64) + Send + Sync>>,
    /// The time since any fixed moment. Default: the platform's monotonic clock; a browser has
    /// none, so [`max_time`](Self::max_time) has no effect there unless a clock is given here.
    pub clock: Option<fn() -> Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_tries: 100_000_000,
            max_time: Duration::from_secs(60),
            threads: 0,
            kernel: None,
            cancel: None,
            progress: None,
            clock: None,
        }
    }
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits")
            .field("max_tries", &self.max_tries)
            .field("max_time", &self.max_time)
            .field("threads", &self.threads)
            .field("kernel", &self.kernel)
            .field("cancel", &self.cancel)
            .finish_non_exhaustive()
    }
}

impl Limits {
    /// Checks that a challenge is within the limits. No work is done.
    ///
    /// # Errors
    ///
    /// `SeedTooLong` or `TooHard`.
    pub fn check(&self, challenge: &Challenge) -> Result<(), SolveError> {
        let length = challenge.seed.len();
        if length > LONGEST_SEED {
            return Err(SolveError::SeedTooLong { length });
        }
        let expected_tries = challenge.difficulty.expected_tries();
        if expected_tries > self.max_tries as f64 {
            return Err(SolveError::TooHard {
                expected_tries,
                max_tries: self.max_tries,
            });
        }
        Ok(())
    }
}

/// Solves a challenge: finds the lowest nonce, from 0, whose candidate is accepted.
///
/// The answer is the same whatever the kernel and the number of threads. The calling thread works
/// until it is found, so call this where blocking is allowed. However many searches run at once,
/// they keep no more threads busy than the machine has cores; a search that must wait for its
/// first core does so within its limits.
///
/// # Errors
///
/// If the challenge is harder than the limits allow, a limit is reached, or the search is
/// cancelled; see [`SolveError`]. No answer is ever made up.
///
/// ```
/// use sorakit_sentinel::Profile;
/// use sorakit_sentinel::{Challenge, Config, Limits, final_token, solve, verify};
///
/// let challenge: Challenge =
///     serde_json::from_str(r#"{"seed": "0.42", "difficulty": "0fffff"}"#)?;
/// let config = Config::new(&Profile::default(), 1_768_500_636_944, &[7; 32]);
/// let solution = solve(&challenge, &config, Limits::default())?;
/// assert_eq!(verify(&challenge, &solution.answer), Ok(()));
/// let token = final_token(&solution.answer);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn solve(
    challenge: &Challenge,
    config: &Config,
    limits: Limits,
) -> Result<Solution, SolveError> {
    let stopwatch = Stopwatch::start(limits.clock);
    limits.check(challenge)?;
    if let Some(kernel) = limits.kernel.filter(|kernel| !kernel.is_available()) {
        return Err(SolveError::NoSuchKernel { kernel });
    }
    let run = Run::new(limits, stopwatch);
    let search = || Search::new(challenge, config, run.limits.kernel);
    if challenge.difficulty.expected_tries() < EASY {
        run.work_alone(search());
    } else {
        let cores = Budget::of_process();
        let own = cores.take(|| run.must_stop());
        if own.is_some() && !run.must_stop() {
            run.work_together(search(), cores);
        }
    }
    run.finish()
}

/// A search by several threads.
struct Run {
    limits: Limits,
    stopwatch: Stopwatch,
    /// The first nonce that no thread has taken.
    next: AtomicU64,
    /// The first nonce that need not be tried: the lowest solution so far, or the limit.
    bound: AtomicU64,
    /// The number of candidates tried.
    tries: AtomicU64,
    /// The solution with the lowest nonce so far.
    solution: Mutex<Option<Solution>>,
    /// The reason why the search ended early, if it did.
    stopped: Mutex<Option<SolveError>>,
}

impl Run {
    fn new(limits: Limits, stopwatch: Stopwatch) -> Self {
        Self {
            bound: AtomicU64::new(limits.max_tries),
            limits,
            stopwatch,
            next: AtomicU64::new(ALONE),
            tries: AtomicU64::new(0),
            solution: Mutex::new(None),
            stopped: Mutex::new(None),
        }
    }

    /// True if there is more to try.
    fn is_open(&self) -> bool {
        self.next.load(Ordering::Relaxed) < self.bound.load(Ordering::Relaxed)
    }

    /// Makes the calling thread work, without waiting for anyone.
    fn work_alone(&self, mut search: Search) {
        if self.must_stop() {
            return;
        }
        self.try_chunk(&mut search, 0, ALONE);
        while self.is_open() && !self.must_stop() {
            self.take_chunk(&mut search);
        }
    }

    /// Makes as many threads work as the limits and the spare cores allow, including the calling
    /// one. Others join when cores become free, and leave when another search needs one.
    fn work_together(&self, mut search: Search, cores: &'static Budget) {
        let mut most = match self.limits.threads {
            0 => cores.cores(),
            threads => threads,
        };
        let threads = AtomicUsize::new(1);
        self.try_chunk(&mut search, 0, ALONE);
        thread::scope(|scope| {
            while self.is_open() && !self.must_stop() {
                while threads.load(Ordering::Relaxed) < most
                    && let Some(core) = cores.spare()
                {
                    threads.fetch_add(1, Ordering::Relaxed);
                    let (mut search, threads) = (search.clone(), &threads);
                    let help = move || {
                        while self.is_open() && !self.must_stop() && !cores.is_wanted() {
                            self.take_chunk(&mut search);
                        }
                        drop(core);
                        threads.fetch_sub(1, Ordering::Relaxed);
                    };
                    let builder = thread::Builder::new().name("sorakit-sentinel".into());
                    // If a thread cannot be started, as in a browser, the others do its work.
                    if builder.spawn_scoped(scope, help).is_err() {
                        most = 1;
                    }
                }
                self.take_chunk(&mut search);
            }
        });
    }

    /// Takes the next chunk.
    fn take_chunk(&self, search: &mut Search) {
        let start = self.next.fetch_add(CHUNK, Ordering::Relaxed);
        self.try_chunk(search, start, CHUNK);
    }

    /// Tries the part of a chunk below the bound.
    fn try_chunk(&self, search: &mut Search, start: u64, length: u64) {
        let length = length.min(self.bound.load(Ordering::Relaxed).saturating_sub(start));
        search.seek(start);
        let step = search.step(length);
        let tried = search.position() - start;
        let tries = self.tries.fetch_add(tried, Ordering::Relaxed) + tried;
        if let Step::Found(solution) = step {
            self.offer(solution);
        } else if let Some(progress) = &self.limits.progress {
            progress(tries);
        }
    }

    /// Keeps a solution, unless there is one with a lower nonce.
    fn offer(&self, solution: Solution) {
        let nonce = solution.nonce;
        if self.bound.fetch_min(nonce, Ordering::Relaxed) > nonce {
            let mut best = self
                .solution
                .lock()
                .unwrap_or_else(|poison| poison.into_inner());
            if best.as_ref().is_none_or(|best| best.nonce > nonce) {
                *best = Some(solution);
            }
        }
    }

    /// True if the search was cancelled or has taken too long; all threads stop then.
    fn must_stop(&self) -> bool {
        let cancelled = self
            .limits
            .cancel
            .as_ref()
            .is_some_and(|c| c.load(Ordering::Relaxed));
        let elapsed = self.stopwatch.elapsed();
        let tries = self.tries.load(Ordering::Relaxed);
        let error = if cancelled {
            SolveError::Cancelled { tries, elapsed }
        } else if elapsed >= self.limits.max_time {
            SolveError::TooSlow { tries, elapsed }
        } else {
            return false;
        };
        self.stopped
            .lock()
            .unwrap_or_else(|poison| poison.into_inner())
            .get_or_insert(error);
        true
    }

    fn finish(self) -> Result<Solution, SolveError> {
        // A thread that stopped early may have left a chunk untried below the solution.
        if let Some(error) = self.stopped.into_inner().unwrap_or_else(|p| p.into_inner()) {
            return Err(error);
        }
        let elapsed = self.stopwatch.elapsed();
        match self
            .solution
            .into_inner()
            .unwrap_or_else(|poison| poison.into_inner())
        {
            Some(solution) => Ok(Solution {
                tries: solution.nonce + 1,
                elapsed,
                ..solution
            }),
            None => Err(SolveError::Exhausted {
                tries: self.limits.max_tries,
                elapsed,
            }),
        }
    }
}

/// The reason why a challenge was not solved.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SolveError {
    /// The challenge is expected to need more tries than the limit. None was made.
    TooHard {
        /// The number of tries that the challenge needs on average.
        expected_tries: f64,
        /// The limit.
        max_tries: u64,
    },
    /// The seed is longer than [`LONGEST_SEED`]. No try was made.
    SeedTooLong {
        /// The length in bytes.
        length: usize,
    },
    /// This machine does not have the requested kernel.
    NoSuchKernel {
        /// The kernel.
        kernel: Kernel,
    },
    /// No candidate within the limit on tries solves the challenge.
    Exhausted {
        /// The number of candidates tried.
        tries: u64,
        /// The time taken.
        elapsed: Duration,
    },
    /// The time limit was reached.
    TooSlow {
        /// The number of candidates tried.
        tries: u64,
        /// The time taken.
        elapsed: Duration,
    },
    /// The search was cancelled.
    Cancelled {
        /// The number of candidates tried.
        tries: u64,
        /// The time taken.
        elapsed: Duration,
    },
    /// The platform's own solver, such as a browser's workers, did not solve it.
    Platform {
        /// The reason, in its words.
        reason: String,
    },
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the proof of work was not solved: ")?;
        match self {
            Self::TooHard {
                expected_tries,
                max_tries,
            } => write!(
                f,
                "it is expected to take {expected_tries:.0} tries, above the limit of {max_tries}; \
                 raise max_tries to try nevertheless"
            ),
            Self::SeedTooLong { length } => write!(
                f,
                "the challenge's seed has {length} bytes, and at most {LONGEST_SEED} are worked on"
            ),
            Self::NoSuchKernel { kernel } => {
                let available: Vec<_> = Kernel::available().map(Kernel::name).collect();
                let available = available.join(", ");
                write!(f, "this machine has no kernel {kernel}; it has {available}")
            }
            Self::Exhausted { tries, .. } => {
                write!(
                    f,
                    "none of {tries} tries succeeded; ask for a new challenge"
                )
            }
            Self::TooSlow { tries, elapsed } => write!(
                f,
                "the time limit was reached after {elapsed:.1?} and {tries} tries; \
                 raise max_time or ask for a new challenge"
            ),
            Self::Cancelled { tries, .. } => write!(f, "it was cancelled after {tries} tries"),
            Self::Platform { reason } => f.write_str(reason),
        }
    }
}

impl Error for SolveError {}
