//! What all targets of the parsers do: read the input, and of every so many inputs look
//! whether the time grows with the length alone.

use std::hash::{DefaultHasher, Hash, Hasher};

pub use libfuzzer_sys;
use sorakit::testing::linear;
use sorakit::testing::parsers::parser;

/// A target that reads its input with the parser of this name.
#[macro_export]
macro_rules! reads {
    ($name:literal) => {
        $crate::libfuzzer_sys::fuzz_target!(|input: &[u8]| $crate::read($name, input));
    };
}

/// Of how many inputs the time is looked at: one.
const EVERY: u64 = 256;

/// Reads an input.
pub fn read(name: &str, input: &[u8]) {
    let parser = parser(name);
    (parser.read)(input);
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let mark = hasher.finish();
    if mark % EVERY == 0 {
        linear::check(parser.read, input, mark / EVERY).expect("time that grows with the length");
    }
}
