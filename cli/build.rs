//! Puts the notices of the crates that are built into the command where `sorakit licenses`
//! finds them: those of the file that `SORAKIT_NOTICES` names, as `cargo xtask archive` does.

use std::env::var_os;
use std::fs;
use std::path::Path;

fn main() {
    println!("cargo:rerun-if-env-changed=SORAKIT_NOTICES");
    println!("cargo:rerun-if-changed=build.rs");
    let notices = var_os("SORAKIT_NOTICES").filter(|path| !path.is_empty());
    let text = notices.map(|path| fs::read_to_string(path).expect("the notices can be read"));
    let folder = var_os("OUT_DIR").expect("cargo names a folder");
    let file = Path::new(&folder).join("notices.txt");
    fs::write(file, text.unwrap_or_default()).expect("the folder can be written");
}
