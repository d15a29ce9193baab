//! The message hashed for each candidate: the seed, then the configuration with its two counters
//! in base64.

use std::ops::Range;

use super::{
    ConfigError,
    config::{COUNTER, ELEMENTS, HALF_COUNTER},
    hash::{absorbed, padded_words, sha3_512},
    keccak::{RATE, RATE_WORDS, State},
};

/// The parts of a candidate that do not depend on its nonce.
#[derive(Clone, Debug)]
pub(super) struct Message {
    seed: Vec<u8>,
    /// The array's JSON up to element 3, between elements 3 and 9, and after element 9.
    parts: [Vec<u8>; 3],
}

impl Message {
    /// Cuts a configuration, written as a compact JSON array, at its two counters.
    pub fn new(seed: &str, json: &str) -> Result<Self, ConfigError> {
        let json = json.as_bytes();
        let elements = elements(json)?;
        let [counter, half] = [&elements[COUNTER], &elements[HALF_COUNTER]];
        let parts = [
            &json[..counter.start],
            &json[counter.end..half.start],
            &json[half.end..],
        ];
        Ok(Self::from_parts(seed.as_bytes(), parts))
    }

    /// The same from a configuration that has already been cut.
    pub fn from_parts(seed: &[u8], parts: [&[u8]; 3]) -> Self {
        Self {
            seed: seed.to_vec(),
            parts: parts.map(<[u8]>::to_vec),
        }
    }

    /// The answer for a nonce: the array's JSON in base64.
    pub fn answer(&self, nonce: u64) -> String {
        self.encoded(nonce).into_iter().map(char::from).collect()
    }

    /// The hash of a nonce's candidate.
    pub fn hash(&self, nonce: u64) -> [u8; 64] {
        hash(&self.seed, &self.encoded(nonce))
    }

    fn encoded(&self, nonce: u64) -> Vec<u8> {
        base64(&self.json(nonce))
    }

    fn json(&self, nonce: u64) -> Vec<u8> {
        let counters = [nonce, nonce >> 1];
        let lengths = counters.map(digits);
        let mut json = self.json_of_zeros(lengths);
        for (mut value, range) in counters.into_iter().zip(self.ranges(lengths)) {
            for digit in json[range].iter_mut().rev() {
                *digit += (value % 10) as u8;
                value /= 10;
            }
        }
        json
    }

    /// The JSON with counters of the given numbers of digits, all of them zeros.
    fn json_of_zeros(&self, lengths: [usize; 2]) -> Vec<u8> {
        let [head, middle, tail] = &self.parts;
        let [counter, half] = lengths.map(|length| vec![b'0'; length]);
        [&head[..], &counter, middle, &half, tail].concat()
    }

    /// The positions in the JSON of counters with these numbers of digits.
    fn ranges(&self, [digits, half_digits]: [usize; 2]) -> [Range<usize>; 2] {
        let head = self.parts[0].len();
        let half_head = head + digits + self.parts[1].len();
        [head..head + digits, half_head..half_head + half_digits]
    }

    /// The layout of the candidates whose counters have these numbers of digits.
    pub fn layout(&self, lengths: [usize; 2]) -> Layout {
        let json = self.json_of_zeros(lengths);
        let text = [&self.seed[..], &base64(&json)].concat();

        let head = self.parts[0].len();
        let constant_blocks = (self.seed.len() + head / 3 * 4) / RATE;
        let words = padded_words(&text);
        let (constant, template) = words.split_at(constant_blocks * RATE_WORDS);

        let digit = |position: usize| {
            let (group, place) = (position / 3, position % 3);
            let bytes = json[3 * group..][..3].try_into().expect("three bytes");
            let offset = self.seed.len() + 4 * group - constant_blocks * RATE;
            Digit::new(bytes, place, offset)
        };
        Layout {
            state: absorbed(constant),
            template: template.to_vec(),
            counters: self
                .ranges(lengths)
                .map(|range| range.rev().map(digit).collect()),
        }
    }
}

/// The number of digits of a counter.
pub(super) fn digits(mut value: u64) -> usize {
    let mut digits = 1;
    while value >= 10 {
        value /= 10;
        digits += 1;
    }
    digits
}

/// Base64 with padding.
fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut text = vec![b'='; bytes.len().div_ceil(3) * 4];
    for (bytes, text) in bytes.chunks(3).zip(text.chunks_exact_mut(4)) {
        let group = [0, 1, 2].map(|at| bytes.get(at).copied().unwrap_or(0));
        let characters = characters(group).into_iter().take(bytes.len() + 1);
        for (to, character) in text.iter_mut().zip(characters) {
            *to = character;
        }
    }
    text
}

/// The base64 characters of a group of three bytes.
fn characters(bytes: [u8; 3]) -> [u8; 4] {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let [a, b, c] = bytes.map(u32::from);
    let bits = a << 16 | b << 8 | c;
    [18, 12, 6, 0].map(|shift| ALPHABET[(bits >> shift & 63) as usize])
}

/// The hash that decides whether an answer solves the challenge with this seed.
pub(super) fn hash(seed: &[u8], answer: &[u8]) -> [u8; 64] {
    sha3_512(&[seed, answer].concat())
}

/// Candidates that differ only in the values of their counters' digits.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The state after the blocks before the first counter.
    pub state: State<u64>,
    /// The other blocks' words, with zeros as the counters' digits.
    pub template: Vec<u64>,
    /// The digits of `i`, and of `i >> 1`, the lowest first.
    pub counters: [Vec<Digit>; 2],
}

/// The changes that one digit of a counter makes to the words of the message.
///
/// A base64 character holds six bits of the JSON text, so that a digit affects one or two
/// characters. All digits share their upper four bits, and the other bytes are fixed: each
/// character therefore depends on at most one digit, and the digits' changes can be joined by XOR.
#[derive(Clone, Debug)]
pub(super) struct Digit {
    /// The first word that it changes; a group of four characters may reach into the next.
    pub word: usize,
    /// The change of each value, compared with zero, in that word and in the next.
    pub changes: [[u64; 2]; 10],
}

impl Digit {
    /// For a digit at `place` in a group of three bytes, whose four characters are at byte
    /// `offset` of the message.
    fn new(bytes: [u8; 3], place: usize, offset: usize) -> Self {
        let group = |value: u8| {
            let mut bytes = bytes;
            bytes[place] += value;
            u32::from_le_bytes(characters(bytes))
        };
        let mut changes = [[0; 2]; 10];
        for (value, change) in (0..).zip(&mut changes) {
            let both = u128::from(group(value) ^ group(0)) << (8 * (offset % 8));
            *change = [both as u64, (both >> 64) as u64];
        }
        Self {
            word: offset / 8,
            changes,
        }
    }

    /// The change that a value makes to a word.
    pub fn change(&self, value: usize, word: usize) -> u64 {
        let half = word.wrapping_sub(self.word);
        self.changes[value].get(half).copied().unwrap_or(0)
    }
}

/// The position of each element of a compact JSON array.
fn elements(json: &[u8]) -> Result<Vec<Range<usize>>, ConfigError> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    let mut elements = Vec::with_capacity(ELEMENTS);
    let mut start = 1;
    for (at, &byte) in json.iter().enumerate() {
        match byte {
            _ if depth == 0 && at > 0 => return Err(ConfigError::NotAnArray),
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b',' if depth == 1 => {
                elements.push(start..at);
                start = at + 1;
            }
            b']' | b'}' => {
                depth = depth.checked_sub(1).ok_or(ConfigError::NotAnArray)?;
                if depth == 0 {
                    elements.push(start..at);
                }
            }
            b' ' | b'\t' | b'\r' | b'\n' => return Err(ConfigError::NotCompact),
            _ => {}
        }
    }
    match elements.len() {
        _ if !json.starts_with(b"[") || !json.ends_with(b"]") || depth != 0 => {
            Err(ConfigError::NotAnArray)
        }
        ELEMENTS => Ok(elements),
        length => Err(ConfigError::Length { length }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARRAY: &str = r#"[1,"a,]\"",[2,3],0,{"b":[4]},"",null,"",true,0,"","","",1.5,"","",8,9]"#;

    #[test]
    fn a_configuration_is_cut_at_its_counters() {
        let message = Message::new("seed", ARRAY).unwrap();
        let json = message.json(41);
        let expected = ARRAY.replacen(",0,", ",41,", 1).replacen(",0,", ",20,", 1);
        assert_eq!(String::from_utf8(json).unwrap(), expected);
    }

    #[test]
    fn a_text_that_is_no_compact_array_of_18_is_refused() {
        let error = |json: &str| Message::new("", json).unwrap_err();
        for json in [
            "", "[", "]", "{}", "[1", "1]", "[1]]", "\"[]\"", "[1],[2]", "[[1,2]",
        ] {
            assert_eq!(error(json), ConfigError::NotAnArray, "{json}");
        }
        assert_eq!(error("[1, 2]"), ConfigError::NotCompact);
        assert_eq!(error("[1,2,3]"), ConfigError::Length { length: 3 });
        let one_more = ARRAY.replace(",9]", ",9,10]");
        assert_eq!(error(&one_more), ConfigError::Length { length: 19 });
    }

    #[test]
    fn base64_is_that_of_the_library() {
        use ::base64::{Engine, prelude::BASE64_STANDARD};
        let bytes: Vec<u8> = (0..=255).collect();
        // Miri takes a hundred times as long.
        for length in (0..bytes.len()).step_by(if cfg!(miri) { 37 } else { 1 }) {
            let expected = BASE64_STANDARD.encode(&bytes[..length]).into_bytes();
            assert_eq!(base64(&bytes[..length]), expected);
        }
    }
}
