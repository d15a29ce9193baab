//! Whether a reader takes no longer for each byte of a long text than of a short one.

use std::time::Duration;

use crate::thread_time::thread_time;

const SHORT: usize = 8 << 10;
/// How often longer the long one is. A reader that looks at everything again for each
/// thing takes the square of it.
const TIMES: usize = 32;
/// What is allowed for each byte: caches, and growing buffers.
const SLACK: u32 = 8;
/// What is too short to be measured.
const FLOOR: Duration = Duration::from_micros(100);

/// Makes a short and a long text of `input`, in which a part that `choice` chooses is
/// repeated, and reads both.
///
/// # Errors
/// When the long one takes too long; and which part it was.
pub fn check(read: impl Fn(&[u8]), input: &[u8], choice: u64) -> Result<(), String> {
    if input.is_empty() {
        return Ok(());
    }
    let at = |share: u64| (share % (input.len() as u64 + 1)) as usize;
    let (one, other) = (at(choice), at(choice >> 20));
    let (from, to) = (one.min(other), one.max(other));
    let (from, to) = match from == to {
        true => (0, input.len()),
        false => (from, to),
    };
    let text = |length: usize| {
        let (before, piece, after) = (&input[..from], &input[from..to], &input[to..]);
        let pieces = length.div_ceil(piece.len());
        [before, &piece.repeat(pieces), after].concat()
    };
    // The best of several: a cold cache only adds.
    let time = |text: &[u8], times: u32| {
        let once = |_| {
            let begun = thread_time();
            read(text);
            thread_time() - begun
        };
        (0..times).map(once).min().unwrap_or_default()
    };
    let (short, long) = (text(SHORT), text(SHORT * TIMES));
    let most = |short: Duration| short.max(FLOOR) * TIMES as u32 * SLACK;
    if time(&long, 1) <= most(Duration::ZERO) {
        return Ok(());
    }
    let (short_time, long_time) = (time(&short, 5), time(&long, 2));
    match long_time <= most(short_time) {
        true => Ok(()),
        false => Err(format!(
            "{} bytes take {short_time:?}, {} bytes {long_time:?}: {:?} repeated",
            short.len(),
            long.len(),
            String::from_utf8_lossy(&input[from..to]),
        )),
    }
}
