//! Seeded identifiers and choices: the same seed and requests give the same run.

use fastrand::Rng;

/// The source of every identifier, code and jitter of one simulator.
#[derive(Debug)]
pub struct Random {
    rng: Rng,
}

impl Random {
    /// A source that repeats itself for the same `seed`.
    pub fn new(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
        }
    }

    /// `length` characters of lower-case Crockford base 32, as in `task_01k9…`.
    pub fn base32(&mut self, length: usize) -> String {
        self.text(length, b"0123456789abcdefghjkmnpqrstvwxyz")
    }

    /// `length` hexadecimal characters, as in `s_690d…`.
    pub fn hex(&mut self, length: usize) -> String {
        self.text(length, b"0123456789abcdef")
    }

    /// `length` upper-case letters and digits, as in an invite code.
    pub fn code(&mut self, length: usize) -> String {
        self.text(length, b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    }

    /// `length` letters and digits, as in an opaque token.
    pub fn token(&mut self, length: usize) -> String {
        self.text(
            length,
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        )
    }

    /// A version 4 UUID.
    pub fn uuid(&mut self) -> String {
        let hex = self.hex(30);
        let variant = ['8', '9', 'a', 'b'][self.rng.usize(0..4)];
        format!(
            "{}-{}-4{}-{variant}{}-{}",
            &hex[0..8],
            &hex[8..12],
            &hex[12..15],
            &hex[15..18],
            &hex[18..30]
        )
    }

    /// A number in 0.0..1.0.
    pub fn unit(&mut self) -> f64 {
        self.rng.f64()
    }

    /// Any 64-bit number, as a seed for media.
    pub fn number(&mut self) -> u64 {
        self.rng.u64(..)
    }

    fn text(&mut self, length: usize, alphabet: &[u8]) -> String {
        (0..length)
            .map(|_| char::from(alphabet[self.rng.usize(0..alphabet.len())]))
            .collect()
    }
}
