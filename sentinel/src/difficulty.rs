//! The difficulty of a challenge.

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The longest difficulty, in bytes: the length of the hash it is compared with.
const MAX_BYTES: usize = 64;

/// The bound that the first bytes of a hash must not exceed (`docs/wire/sora.md` §2.2).
///
/// On the wire it is hexadecimal text of an even length, in either case, for instance
/// `0fffff`. The hash's first `len / 2` bytes are compared with it as bytes. Text of an odd
/// length, text that is not hexadecimal, or more than 64 bytes is refused when it is read.
/// The text is kept as it came.
///
/// ```
/// use sorakit_sentinel::Difficulty;
///
/// let easy: Difficulty = "0fffff".parse()?;
/// assert_eq!(easy.expected_tries(), 16.0);
/// assert!("fff".parse::<Difficulty>().is_err());
/// # Ok::<(), sorakit_sentinel::DifficultyError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Difficulty {
    text: String,
    bytes: Vec<u8>,
}

impl Difficulty {
    /// The text as it was received.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bound as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The average number of candidates that a search tries before one solves the challenge.
    ///
    /// At least 1; infinite only beyond the range of an `f64`, which no difficulty reaches.
    pub fn expected_tries(&self) -> f64 {
        let mut favourable = 0.0;
        let mut all = 1.0;
        for &byte in &self.bytes {
            favourable = favourable * 256.0 + f64::from(byte);
            all *= 256.0;
        }
        all / (favourable + 1.0)
    }

    /// True if a hash solves a challenge of this difficulty.
    pub(super) fn accepts(&self, hash: &[u8; 64]) -> bool {
        accepts(&self.bytes, hash)
    }
}

/// True if the first bytes of a hash do not exceed a bound.
pub(super) fn accepts(bound: &[u8], hash: &[u8; 64]) -> bool {
    hash[..bound.len()] <= *bound
}

/// The bits, in the first eight bytes read little-endian, that are zero in every accepted hash. At
/// least half of the hashes in which they are all zero are accepted.
pub(super) fn zero_bits(bound: &[u8]) -> u64 {
    let mut mask = 0;
    for (at, byte) in bound.iter().take(8).enumerate() {
        let zeros = !(0xff_u8.checked_shr(byte.leading_zeros()).unwrap_or(0));
        mask |= u64::from(zeros) << (8 * at);
        if *byte != 0 {
            break;
        }
    }
    mask
}

impl FromStr for Difficulty {
    type Err = DifficultyError;

    fn from_str(text: &str) -> Result<Self, DifficultyError> {
        if let Some(position) = text.bytes().position(|c| !c.is_ascii_hexdigit()) {
            return Err(DifficultyError::NotHexadecimal { position });
        }
        if !text.len().is_multiple_of(2) {
            return Err(DifficultyError::OddLength { length: text.len() });
        }
        if text.len() > 2 * MAX_BYTES {
            return Err(DifficultyError::TooLong { length: text.len() });
        }
        let nibble = |c: u8| (c as char).to_digit(16).expect("checked above") as u8;
        let bytes = text.as_bytes().chunks_exact(2);
        Ok(Self {
            bytes: bytes
                .map(|pair| nibble(pair[0]) << 4 | nibble(pair[1]))
                .collect(),
            text: text.to_owned(),
        })
    }
}

impl fmt::Display for Difficulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Difficulty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Difficulty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// The reason why a text is not a [`Difficulty`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DifficultyError {
    /// A character is not one of `0-9`, `a-f`, `A-F`.
    NotHexadecimal {
        /// The position of the byte, from 0.
        position: usize,
    },
    /// The number of digits is odd, so that the last byte is incomplete.
    OddLength {
        /// The number of digits.
        length: usize,
    },
    /// It is longer than the hash: more than 128 digits.
    TooLong {
        /// The number of digits.
        length: usize,
    },
}

impl fmt::Display for DifficultyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the difficulty must be hexadecimal of an even length up to 128 digits, ")?;
        match self {
            Self::NotHexadecimal { position } => {
                write!(f, "but the character at byte {position} is not hexadecimal")
            }
            Self::OddLength { length } => write!(f, "but it has {length} digits, which is odd"),
            Self::TooLong { length } => write!(f, "but it has {length} digits"),
        }
    }
}

impl Error for DifficultyError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn difficulty(text: &str) -> Difficulty {
        text.parse().unwrap()
    }

    #[test]
    fn either_case_and_every_even_length_are_read() {
        assert_eq!(difficulty("0FfF").as_bytes(), [0x0f, 0xff]);
        assert_eq!(difficulty("0FfF").as_str(), "0FfF");
        assert!(difficulty("").as_bytes().is_empty());
        for length in (0..=128).step_by(2) {
            assert_eq!(difficulty(&"0".repeat(length)).as_bytes().len(), length / 2);
        }
    }

    #[test]
    fn the_error_says_what_is_wrong() {
        let error = |text: &str| text.parse::<Difficulty>().unwrap_err();
        assert_eq!(error("0ff"), DifficultyError::OddLength { length: 3 });
        assert_eq!(error("0x"), DifficultyError::NotHexadecimal { position: 1 });
        assert_eq!(error("é0"), DifficultyError::NotHexadecimal { position: 0 });
        let long = "0".repeat(130);
        assert_eq!(error(&long), DifficultyError::TooLong { length: 130 });
        assert!(error(&long).to_string().contains("130 digits"));
        assert!(serde_json::from_str::<Difficulty>("\"0ff\"").is_err());
    }

    #[test]
    fn expected_tries_are_the_inverse_of_the_chance() {
        assert_eq!(difficulty("").expected_tries(), 1.0);
        assert_eq!(difficulty("ff").expected_tries(), 1.0);
        assert_eq!(difficulty("0fffff").expected_tries(), 16.0);
        assert_eq!(difficulty("000000").expected_tries(), 16_777_216.0);
        assert!(difficulty(&"0".repeat(128)).expected_tries().is_finite());
    }

    #[test]
    fn zero_bits_cover_the_leading_zeros_and_no_more() {
        assert_eq!(zero_bits(difficulty("").as_bytes()), 0);
        assert_eq!(zero_bits(difficulty("ff").as_bytes()), 0);
        assert_eq!(zero_bits(difficulty("0fffff").as_bytes()), 0xf0);
        assert_eq!(zero_bits(difficulty("000032").as_bytes()), 0xc0_ffff);
        assert_eq!(zero_bits(difficulty("0000").as_bytes()), 0xffff);
        assert_eq!(zero_bits(difficulty(&"0".repeat(20)).as_bytes()), u64::MAX);
    }
}
