//! What `tests/instructions.rs` counts: a search over some candidates with one kernel.

use sorakit_sentinel::{Search, sample};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kernel, candidates] = &arguments[..] else {
        return Err("usage: workload <kernel> <candidates>".into());
    };
    let (challenge, config) = sample();
    let mut search = Search::new(&challenge, &config, Some(kernel.parse()?));
    search.seek(200_000);
    search.step(candidates.parse()?);
    Ok(())
}
