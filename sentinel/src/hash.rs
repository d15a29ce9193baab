//! SHA3-512 of a whole message, and of the beginning that candidates share.

use super::keccak::{RATE, RATE_WORDS, State, absorb};

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use super::keccak::permute_one;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use super::kernels::permute_one;

/// SHA3-512, using the code that every machine has.
pub fn sha3_512(message: &[u8]) -> [u8; 64] {
    let state = absorbed(&padded_words(message));
    let mut hash = [0; 64];
    for (bytes, lane) in hash.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&lane.to_le_bytes());
    }
    hash
}

/// The message with SHA3-512's padding, as words, a whole number of blocks.
pub(super) fn padded_words(message: &[u8]) -> Vec<u64> {
    let mut words = vec![0; (message.len() / RATE + 1) * RATE_WORDS];
    for (word, bytes) in words.iter_mut().zip(message.chunks(8)) {
        let little_endian = bytes.iter().rev();
        *word = little_endian.fold(0, |word, &byte| word << 8 | u64::from(byte));
    }
    words[message.len() / 8] |= 0x06 << (8 * (message.len() % 8));
    *words.last_mut().expect("padding") |= 0x80 << 56;
    words
}

/// The state after absorbing whole blocks of words.
pub(super) fn absorbed(words: &[u64]) -> State<u64> {
    let mut state = [0; 25];
    for block in words.chunks_exact(RATE_WORDS) {
        absorb(&mut state, block);
        permute_one(&mut state);
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha3::{Digest, Sha3_512};

    #[test]
    fn the_hash_is_that_of_the_sha3_crate_for_every_length() {
        let message: Vec<u8> = (0..300u32).map(|i| (i * 37 + 11) as u8).collect();
        // Miri takes a hundred times as long.
        for length in (0..=message.len()).step_by(if cfg!(miri) { 71 } else { 1 }) {
            let expected = Sha3_512::digest(&message[..length]);
            assert_eq!(
                sha3_512(&message[..length])[..],
                expected[..],
                "length {length}"
            );
        }
    }
}
