//! Checking an answer, as a server does.

use std::{error::Error, fmt};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;

use super::{Challenge, config::COUNTER, config::ELEMENTS, message::hash};

/// The answer that public programs send when they found none: this text, followed by the seed in
/// double quotes in base64 (`docs/wire/sora.md` §2.4). It solves nothing.
pub const NO_SOLUTION: &str = "wQ8Lk5FbGpA2NcR9dShT6gYjU7VxZ4D";

/// Checks that an answer solves a challenge.
///
/// It must be the base64 of a JSON array of 18 elements with a whole number, the counter, as
/// element 3, and its hash must be small enough. The other elements are not checked: programs
/// differ in them, even in element 9, which is half of the counter in some and a random number in
/// others (`docs/wire/sora.md` §2.4).
///
/// # Errors
///
/// The fault in the answer.
pub fn verify(challenge: &Challenge, answer: &str) -> Result<(), VerifyError> {
    if answer.starts_with(NO_SOLUTION) {
        return Err(VerifyError::NoSolution);
    }
    let json = BASE64_STANDARD
        .decode(answer)
        .map_err(|_| VerifyError::NotBase64)?;
    let elements: Vec<Value> =
        serde_json::from_slice(&json).map_err(|_| VerifyError::NotAnArray)?;
    if elements.len() != ELEMENTS {
        return Err(VerifyError::Length {
            length: elements.len(),
        });
    }
    if !elements[COUNTER].is_u64() {
        return Err(VerifyError::Counter);
    }
    let hash = hash(challenge.seed.as_bytes(), answer.as_bytes());
    if challenge.difficulty.accepts(&hash) {
        return Ok(());
    }
    let length = challenge.difficulty.as_bytes().len();
    Err(VerifyError::Hash {
        hash: hash[..length].to_vec(),
    })
}

/// The reason why an answer does not solve a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// It is the text that public programs send when they found no solution.
    NoSolution,
    /// It is not base64 with padding.
    NotBase64,
    /// It is not the base64 of a JSON array.
    NotAnArray,
    /// The array does not have 18 elements.
    Length {
        /// The number of elements.
        length: usize,
    },
    /// Element 3 is not a whole number.
    Counter,
    /// The hash is too large.
    Hash {
        /// As many of the hash's first bytes as are compared.
        hash: Vec<u8>,
    },
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the proof of work is not valid: ")?;
        match self {
            Self::NoSolution => f.write_str("it is the text sent in place of a solution"),
            Self::NotBase64 => f.write_str("the answer is not base64"),
            Self::NotAnArray => f.write_str("the answer is not a JSON array in base64"),
            Self::Length { length } => {
                write!(f, "the array has {length} elements instead of {ELEMENTS}")
            }
            Self::Counter => write!(f, "element {COUNTER} is not a whole number"),
            Self::Hash { hash } => {
                f.write_str("the hash begins with ")?;
                hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
                f.write_str(", which is above the difficulty")
            }
        }
    }
}

impl Error for VerifyError {}
