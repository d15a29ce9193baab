//! Two processes that share a credential file; `cargo xtask faults --processes` plays a
//! thousand expiries.

use std::process::Command;

#[test]
fn two_processes_renew_one_token_once_for_each_expiry() {
    let played = Command::new(env!("CARGO_BIN_EXE_sorakit-faults"))
        .arg("--processes=200")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stdout);
    assert!(played.status.success(), "{said}");
    assert_eq!(said.trim(), "two processes, 200 expiries, 0 failed");
}
