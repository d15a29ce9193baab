//! The figures of a run of every fault, for the README.

use std::fs;

use serde_json::Value;

use crate::{Outcome, root};

/// The list of faults, and the figures of a run of all of it.
pub const LIST: &str = "tests/contract/faults.json";
pub const FIGURES: &str = "faults/figures.json";

/// The README's sentence about the last run of the whole list.
///
/// # Errors
/// When the list has changed since.
pub fn figures() -> Outcome<String> {
    let figures: Value = serde_json::from_str(&read(FIGURES)?)
        .map_err(|error| format!("cannot read {FIGURES}: {error}"))?;
    if figures["list"] != digest(&read(LIST)?) {
        return Err(format!(
            "{LIST} is not the one that the README's figures are of; run `cargo xtask faults --write`"
        ));
    }
    let number = |name: &str| grouped(figures[name].as_u64().unwrap_or_default());
    Ok(format!(
        "`cargo xtask faults` plays {} faults against {} flows on every dialect that has them, over real sockets and a\n\
         clock of its own, and looks whether these hold: {} cells, {} failed.\n",
        number("faults"),
        number("flows"),
        number("cells"),
        number("failed"),
    ))
}

pub fn read(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("cannot read {path}: {error}"))
}

/// A short digest of a text, FNV-1a.
pub fn digest(text: &str) -> String {
    let mark = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{mark:016x}")
}

/// Formats `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn another_list_has_another_mark() {
        assert_ne!(digest("a"), digest("b"));
    }
}
