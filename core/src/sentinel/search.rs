//! The search for the lowest nonce, in steps.

use std::{ops::Range, time::Duration};

use super::{
    Challenge, Config, ConfigError, Difficulty, Kernel,
    clock::Stopwatch,
    kernels::{Batch, MOST_LANES},
    message::{Digit, Layout, Message},
};

/// A search that is driven step by step, for a browser worker, a test, or any caller that
/// wants to keep the thread to itself in between. [`solve`](super::solve) drives it for you.
///
/// It tries nonces in ascending order from 0, or from where [`seek`](Self::seek) puts it, so
/// that what it finds first is the lowest solution from there on. Several searches can share
/// the work by taking ascending chunks.
///
/// ```
/// use sorakit::sentinel::{Challenge, Config, Search, Step};
///
/// # let profile = sorakit::profile::Profile::from_random(&[1; 16]);
/// let challenge = Challenge::initial([7; 8]);
/// let config = Config::new(&profile, 1_768_500_636_944, &[9; 32]);
/// let mut search = Search::new(&challenge, &config, None);
/// let solution = loop {
///     match search.step(1_000) {
///         Step::Found(solution) => break solution,
///         Step::Continue => {}
///     }
/// };
/// assert!(sorakit::sentinel::verify(&challenge, &solution.answer).is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    message: Message,
    difficulty: Difficulty,
    kernel: Kernel,
    stopwatch: Stopwatch,
    next: u64,
    tries: u64,
    segment: Segment,
}

/// What a [`Search::step`] came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The lowest solution from the search's start. Stepping on looks for the next one.
    Found(Solution),
    /// None so far.
    Continue,
}

/// An answer that solves a challenge.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Solution {
    /// The configuration with its counters, in base64, to be made into a token.
    pub answer: String,
    /// The value of the counter, element 3 of the configuration.
    pub nonce: u64,
    /// How many candidates were looked at, up to and including this one.
    pub tries: u64,
    /// How long it took. Zero where there is no clock (see [`Limits::clock`](super::Limits)).
    pub elapsed: Duration,
}

impl Solution {
    /// The solution that a platform's own solver found: its answer and its nonce, and how long
    /// it took.
    pub fn new(answer: String, nonce: u64, elapsed: Duration) -> Self {
        Self {
            answer,
            nonce,
            tries: nonce + 1,
            elapsed,
        }
    }
}

impl Search {
    /// A search from nonce 0, with the given kernel or, by default, the best one here.
    ///
    /// # Panics
    ///
    /// If the machine does not have the kernel; see [`Kernel::is_available`].
    pub fn new(challenge: &Challenge, config: &Config, kernel: Option<Kernel>) -> Self {
        let message = Message::new(&challenge.seed, &config.to_json());
        Self::with_message(
            message.expect("a configuration has its elements"),
            challenge,
            kernel,
        )
    }

    /// The same for a configuration that is at hand as text: a compact JSON array of 18
    /// elements (no spaces outside of strings), as `JSON.stringify` writes it.
    ///
    /// # Errors
    ///
    /// If the text is not that.
    ///
    /// # Panics
    ///
    /// As [`Search::new`].
    pub fn from_json(
        challenge: &Challenge,
        config: &str,
        kernel: Option<Kernel>,
    ) -> Result<Self, ConfigError> {
        let message = Message::new(&challenge.seed, config)?;
        Ok(Self::with_message(message, challenge, kernel))
    }

    fn with_message(message: Message, challenge: &Challenge, kernel: Option<Kernel>) -> Self {
        let kernel = kernel.unwrap_or_else(Kernel::best);
        assert!(
            kernel.is_available(),
            "this machine does not have the kernel {kernel}"
        );
        Self {
            segment: Segment::new(&message, 0),
            message,
            difficulty: challenge.difficulty.clone(),
            kernel,
            stopwatch: Stopwatch::start(None),
            next: 0,
            tries: 0,
        }
    }

    /// The nonce that comes next.
    pub fn position(&self) -> u64 {
        self.next
    }

    /// Continues at `nonce`.
    pub fn seek(&mut self, nonce: u64) {
        self.next = nonce;
    }

    /// The kernel in use.
    pub fn kernel(&self) -> Kernel {
        self.kernel
    }

    /// Tries up to `budget` nonces. At a few million per second, 10,000 take some
    /// milliseconds.
    pub fn step(&mut self, budget: u64) -> Step {
        let stop = self.next.saturating_add(budget);
        while self.next < stop {
            self.segment.move_to(&self.message, self.next);
            let start = self.segment.nonces.start;
            let end = self.segment.nonces.end.min(stop);
            let [from, to] = [self.next - start, end - start].map(|offset| offset as usize);
            let batch = self.segment.batch(self.difficulty.zero_bits());
            let hit = self.kernel.scan(&batch, from, to);
            let looked_at = hit.as_ref().map_or(to, |hit| hit.end.min(to));
            let found = hit.and_then(|hit| {
                let candidates = hit.offsets().map(|offset| start + offset as u64);
                candidates
                    .filter(|&nonce| nonce < end)
                    .find(|&nonce| self.difficulty.accepts(&self.message.hash(nonce)))
            });
            let next = found.map_or(start + looked_at as u64, |nonce| nonce + 1);
            self.tries += next - self.next;
            self.next = next;
            if let Some(nonce) = found {
                return Step::Found(Solution {
                    answer: self.message.answer(nonce),
                    nonce,
                    tries: self.tries,
                    elapsed: self.stopwatch.elapsed(),
                });
            }
        }
        Step::Continue
    }
}

/// The counters' lowest digits, as many as have their changes in tables.
const LOW_DIGITS: usize = 3;
/// The values that these digits have.
const LOW_VALUES: u64 = 1_000;

/// Consecutive nonces that share their layout and the counters' higher digits.
#[derive(Clone, Debug)]
struct Segment {
    /// The nonces.
    nonces: Range<u64>,
    /// The nonces that share the layout.
    same_layout: Range<u64>,
    layout: Layout,
    /// The layout's template with the higher digits in place.
    words: Vec<u64>,
    /// What the lower digits of `i` change: a word, and its changes by `i % 1000`.
    counter: Vec<(usize, Vec<u64>)>,
    /// What the lower digits of `i >> 1` change: a word, and its changes by `i % 2000`.
    half_counter: Vec<(usize, Vec<u64>)>,
}

impl Segment {
    /// The segment that a nonce lies in.
    fn new(message: &Message, nonce: u64) -> Self {
        let [digits, half_digits] = [digits(nonce), digits(nonce >> 1)];
        let layout = message.layout(digits, half_digits);
        let mut segment = Self {
            nonces: 0..0,
            same_layout: with_digits(digits, half_digits),
            words: Vec::new(),
            counter: rows(&layout.counter, 1),
            half_counter: rows(&layout.half_counter, 2),
            layout,
        };
        segment.place(nonce);
        segment
    }

    fn move_to(&mut self, message: &Message, nonce: u64) {
        if self.nonces.contains(&nonce) {
        } else if self.same_layout.contains(&nonce) {
            self.place(nonce);
        } else {
            *self = Self::new(message, nonce);
        }
    }

    /// Moves to the segment of a nonce within the layout.
    fn place(&mut self, nonce: u64) {
        let thousand = nonce - nonce % LOW_VALUES;
        // From 1,000 on, the layout changes at multiples of 1,000 only.
        self.nonces = thousand.max(self.same_layout.start)
            ..thousand
                .saturating_add(LOW_VALUES)
                .min(self.same_layout.end);
        self.words.clone_from(&self.layout.template);
        self.set_high_digits(nonce / LOW_VALUES, |layout| &layout.counter);
        self.set_high_digits((nonce >> 1) / LOW_VALUES, |layout| &layout.half_counter);
    }

    fn set_high_digits(&mut self, mut value: u64, digits: fn(&Layout) -> &[Digit]) {
        for digit in digits(&self.layout).iter().skip(LOW_DIGITS) {
            for word in digit.words() {
                self.words[word] ^= digit.change((value % 10) as usize, word);
            }
            value /= 10;
        }
    }

    /// The segment as a kernel wants it, with offsets from its first nonce.
    fn batch(&self, zero_bits: u64) -> Batch<'_> {
        let [first, half_first] =
            [LOW_VALUES, 2 * LOW_VALUES].map(|period| (self.nonces.start % period) as usize);
        let counter = self
            .counter
            .iter()
            .map(|(word, row)| (*word, &row[first..]));
        let half_counter = self
            .half_counter
            .iter()
            .map(|(word, row)| (*word, &row[half_first..]));
        let rows = counter.chain(half_counter).collect();
        Batch {
            state: &self.layout.state,
            words: &self.words,
            rows,
            zero_bits,
        }
    }
}

/// What the lowest digits of a counter change: each word that they do, and its changes by the
/// value of these digits, with each value repeated.
fn rows(digits: &[Digit], repeat: usize) -> Vec<(usize, Vec<u64>)> {
    let low = &digits[..digits.len().min(LOW_DIGITS)];
    let mut rows: Vec<(usize, Vec<u64>)> = Vec::new();
    for word in low.iter().flat_map(Digit::words) {
        if rows.iter().all(|row| row.0 != word) {
            rows.push((word, row(low, word, repeat)));
        }
    }
    rows
}

fn row(low: &[Digit], word: usize, repeat: usize) -> Vec<u64> {
    let mut row = vec![0; repeat];
    for digit in low {
        let below = row.len();
        for value in 1..10 {
            let change = digit.change(value, word);
            for index in 0..below {
                row.push(row[index] ^ change);
            }
        }
    }
    // The last group of candidates may reach beyond the last one that is wanted.
    row.resize(row.len() + MOST_LANES, 0);
    row
}

fn digits(value: u64) -> u32 {
    value.checked_ilog10().unwrap_or(0) + 1
}

/// The nonces that have a number of digits, and half of which has another.
fn with_digits(digits: u32, half_digits: u32) -> Range<u64> {
    let first = |digits: u32| {
        if digits == 1 {
            0
        } else {
            10u64.saturating_pow(digits - 1)
        }
    };
    let start = first(digits).max(first(half_digits).saturating_mul(2));
    let end = 10u64
        .saturating_pow(digits)
        .min(10u64.saturating_pow(half_digits).saturating_mul(2));
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layouts_divide_the_nonces() {
        let mut start = 0;
        for (digits, half) in [
            (1, 1),
            (2, 1),
            (2, 2),
            (3, 2),
            (3, 3),
            (4, 3),
            (4, 4),
            (5, 4),
        ] {
            let range = with_digits(digits, half);
            assert_eq!(range.start, start);
            start = range.end;
        }
        assert_eq!(start, 20_000);
        assert_eq!(with_digits(20, 19).start, 10u64.pow(19));
    }

    /// A small search, that Miri can follow.
    #[test]
    fn every_kernel_finds_the_same() {
        let challenge = Challenge {
            seed: "0.5".into(),
            difficulty: "3f".parse().unwrap(),
        };
        let json = r#"[1,"",2,0,"x","",null,"","",0,"","","",1.5,"","",8,9]"#;
        let find = |kernel| {
            let mut search = Search::from_json(&challenge, json, Some(kernel)).unwrap();
            search.seek(97);
            let nonces = (0..24).filter_map(|_| match search.step(1) {
                Step::Found(solution) => Some(solution.nonce),
                Step::Continue => None,
            });
            nonces.collect::<Vec<_>>()
        };
        let expected = find(Kernel::Scalar);
        assert!(!expected.is_empty());
        for kernel in Kernel::available() {
            assert_eq!(find(kernel), expected, "{kernel}");
        }
    }
}
