//! The command `sorakit`.
fn main() {}
