//! The search for the lowest nonce, in steps.

use std::{ops::Range, time::Duration};

use super::{
    Challenge, Config, ConfigError, Kernel,
    clock::Stopwatch,
    difficulty::{accepts, zero_bits},
    kernels::{Batch, MOST_LANES, Row},
    message::{Digit, Layout, Message, digits},
};

/// A search driven step by step, for a browser worker, a test, or any caller that wants the thread
/// to itself in between. [`solve`](super::solve) drives it for you.
///
/// It tries nonces in ascending order from 0, or from the position set by [`seek`](Self::seek), so
/// that the first solution it finds is the lowest from there on. Several searches can share the
/// work by taking ascending chunks.
///
/// ```
/// use sorakit_sentinel::{Challenge, Config, Search, Step};
///
/// # let profile = sorakit_sentinel::Profile::from_random(&[1; 16]);
/// let challenge = Challenge::initial([7; 8]);
/// let config = Config::new(&profile, 1_768_500_636_944, &[9; 32]);
/// let mut search = Search::new(&challenge, &config, None);
/// let solution = loop {
///     match search.step(1_000) {
///         Step::Found(solution) => break solution,
///         Step::Continue => {}
///     }
/// };
/// assert!(sorakit_sentinel::verify(&challenge, &solution.answer).is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    message: Message,
    /// The difficulty's bytes.
    bound: Vec<u8>,
    kernel: Kernel,
    stopwatch: Stopwatch,
    next: u64,
    tries: u64,
    segment: Segment,
}

/// The result of a [`Search::step`].
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The lowest solution from the search's start. Further steps look for the next one.
    Found(Solution),
    /// None so far.
    Continue,
}

/// An answer that solves a challenge.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Solution {
    /// The configuration with its counters, in base64, ready for a token.
    pub answer: String,
    /// The value of the counter, element 3 of the configuration.
    pub nonce: u64,
    /// The number of candidates tried, up to and including this one.
    pub tries: u64,
    /// The time taken. Zero if there is no clock (see [`Limits::clock`](super::Limits)).
    pub elapsed: Duration,
}

impl Solution {
    /// The solution found by a platform's own solver: its answer, its nonce, and the time taken.
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
        let message = message.expect("a configuration has its elements");
        Self::with_message(message, challenge.difficulty.as_bytes(), kernel)
    }

    /// The same for a configuration given as text: a compact JSON array of 18 elements (no spaces
    /// outside of strings), as `JSON.stringify` writes it.
    ///
    /// # Errors
    ///
    /// If the text is anything else.
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
        let bound = challenge.difficulty.as_bytes();
        Ok(Self::with_message(message, bound, kernel))
    }

    /// The same from unchecked bytes, for a program that must be small: the seed, the difficulty's
    /// bytes, at most 64, and the configuration's compact JSON up to element 3, between elements 3
    /// and 9, and after element 9.
    ///
    /// # Panics
    ///
    /// As [`Search::new`]; and some of its steps panic if the difficulty is longer.
    pub fn from_parts(
        seed: &[u8],
        difficulty: &[u8],
        config: [&[u8]; 3],
        kernel: Option<Kernel>,
    ) -> Self {
        Self::with_message(Message::from_parts(seed, config), difficulty, kernel)
    }

    fn with_message(message: Message, bound: &[u8], kernel: Option<Kernel>) -> Self {
        let kernel = kernel.unwrap_or_else(Kernel::best);
        assert!(
            kernel.is_available(),
            "this machine does not have the kernel {kernel}"
        );
        Self {
            segment: Segment::new(&message, 0),
            message,
            bound: bound.to_vec(),
            kernel,
            stopwatch: Stopwatch::start(None),
            next: 0,
            tries: 0,
        }
    }

    /// The next nonce.
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
        self.find(budget).map_or(Step::Continue, |nonce| {
            Step::Found(Solution {
                answer: self.message.answer(nonce),
                nonce,
                tries: self.tries,
                elapsed: self.stopwatch.elapsed(),
            })
        })
    }

    /// Like [`Search::step`], but returns only the solution's nonce.
    pub fn find(&mut self, budget: u64) -> Option<u64> {
        let stop = self.next.saturating_add(budget);
        while self.next < stop {
            self.segment.move_to(&self.message, self.next);
            let start = self.segment.nonces.start;
            let end = self.segment.nonces.end.min(stop);
            let [from, to] = [self.next - start, end - start].map(|offset| offset as usize);
            let batch = self.segment.batch(zero_bits(&self.bound));
            let hit = self.kernel.scan(&batch, from, to);
            let looked_at = hit.as_ref().map_or(to, |hit| hit.end.min(to));
            let found = hit.and_then(|hit| {
                let candidates = hit.offsets().map(|offset| start + offset as u64);
                candidates
                    .filter(|&nonce| nonce < end)
                    .find(|&nonce| accepts(&self.bound, &self.message.hash(nonce)))
            });
            let next = found.map_or(start + looked_at as u64, |nonce| nonce + 1);
            self.tries += next - self.next;
            self.next = next;
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// The number of lowest counter digits whose changes are in tables.
const LOW_DIGITS: usize = 3;
/// The number of values that these digits have.
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
    /// The changes of the lower digits of `i`, by `i % 1000`, and of `i >> 1`, by `i % 2000`.
    rows: Vec<Row>,
}

impl Segment {
    /// The segment that contains a nonce.
    fn new(message: &Message, nonce: u64) -> Self {
        let lengths = [nonce, nonce >> 1].map(digits);
        let layout = message.layout(lengths);
        let mut rows = Vec::new();
        for (digits, repeat) in layout.counters.iter().zip([1, 2]) {
            add_rows(&mut rows, digits, repeat);
        }
        let mut segment = Self {
            nonces: 0..0,
            same_layout: with_digits(lengths),
            words: Vec::new(),
            rows,
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
        // From 1,000 on, the layout changes only at multiples of 1,000.
        self.nonces = thousand.max(self.same_layout.start)
            ..thousand
                .saturating_add(LOW_VALUES)
                .min(self.same_layout.end);
        self.words.clone_from(&self.layout.template);
        let counters = [nonce, nonce >> 1].into_iter().zip(&self.layout.counters);
        for (counter, digits) in counters {
            let mut high = counter / LOW_VALUES;
            for digit in digits.iter().skip(LOW_DIGITS) {
                let changes = digit.changes[(high % 10) as usize];
                for (word, change) in self.words[digit.word..].iter_mut().zip(changes) {
                    *word ^= change;
                }
                high /= 10;
            }
        }
        for row in &mut self.rows {
            let period = (row.changes.len() - MOST_LANES) as u64;
            row.first = (self.nonces.start % period) as usize;
        }
    }

    /// The segment in the form for a kernel, with offsets from its first nonce.
    fn batch(&self, zero_bits: u64) -> Batch<'_> {
        Batch {
            state: &self.layout.state,
            words: &self.words,
            rows: &self.rows,
            zero_bits,
        }
    }
}

/// Adds the changes of the lowest digits of a counter: each word that they change, and its changes
/// by the value of these digits, with each value repeated.
fn add_rows(rows: &mut Vec<Row>, digits: &[Digit], repeat: usize) {
    let low = &digits[..digits.len().min(LOW_DIGITS)];
    // They are adjacent, the highest first, and each affects at most two words.
    for word in low[low.len() - 1].word..low[0].word + 2 {
        let changes = changes(low, word, repeat);
        if changes.iter().any(|change| *change != 0) {
            rows.push(Row {
                word,
                changes,
                first: 0,
            });
        }
    }
}

fn changes(low: &[Digit], word: usize, repeat: usize) -> Vec<u64> {
    let values: usize = low.iter().map(|_| 10).product();
    // The last group of candidates may extend beyond the last one needed.
    let mut changes = vec![0; repeat * values + MOST_LANES];
    let mut below = repeat;
    for digit in low {
        for value in 1..10 {
            let change = digit.change(value, word);
            for index in 0..below {
                changes[value * below + index] = changes[index] ^ change;
            }
        }
        below *= 10;
    }
    changes
}

/// The nonces with one number of digits, whose halves have another.
fn with_digits([digits, half_digits]: [usize; 2]) -> Range<u64> {
    let first = |digits| if digits == 1 { 0 } else { power(digits - 1) };
    let twice = |value: u64| value.saturating_add(value);
    let start = first(digits).max(twice(first(half_digits)));
    let end = power(digits).min(twice(power(half_digits)));
    start..end
}

/// A power of ten, or the largest number if it is too large.
fn power(exponent: usize) -> u64 {
    (0..exponent).fold(1, |power, _| {
        if power > u64::MAX / 10 {
            u64::MAX
        } else {
            10 * power
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layouts_divide_the_nonces() {
        let mut start = 0;
        for lengths in [
            [1, 1],
            [2, 1],
            [2, 2],
            [3, 2],
            [3, 3],
            [4, 3],
            [4, 4],
            [5, 4],
        ] {
            let range = with_digits(lengths);
            assert_eq!(range.start, start);
            start = range.end;
        }
        assert_eq!(start, 20_000);
        assert_eq!(with_digits([20, 19]).start, 10u64.pow(19));
    }

    /// A small search that Miri can follow.
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
