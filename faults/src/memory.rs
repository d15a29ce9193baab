//! How much memory this process takes at most, where the system tells.

use std::fs;

/// Forgets the peak so far; false where the system does not tell.
pub fn forget_peak() -> bool {
    fs::write("/proc/self/clear_refs", "5").is_ok()
}

/// What is held now, in bytes.
pub fn held() -> Option<u64> {
    line("VmRSS:")
}

/// The peak since it was forgotten, in bytes.
pub fn peak() -> Option<u64> {
    line("VmHWM:")
}

fn line(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes << 10)
}
