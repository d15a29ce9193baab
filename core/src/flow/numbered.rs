//! The names of several files of one job.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The place of a file with this number, counted from 0: `{n}` in the name is its number from
/// 1. Without it, the first has the name itself, and the second of `cat.mp4` is `cat-2.mp4`.
pub fn numbered(path: &Path, index: usize) -> PathBuf {
    let number = (index + 1).to_string();
    let Some(name) = path.file_name() else {
        return path.to_owned();
    };
    if let Some(text) = name.to_str()
        && text.contains("{n}")
    {
        return path.with_file_name(text.replace("{n}", &number));
    }
    if index == 0 {
        return path.to_owned();
    }
    let mut name = path.file_stem().map(OsString::from).unwrap_or_default();
    name.push("-");
    name.push(number);
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_of_its_own() {
        for (path, index, name) in [
            ("cat.mp4", 0, "cat.mp4"),
            ("cat.mp4", 1, "cat-2.mp4"),
            ("a.b/cat", 9, "a.b/cat-10"),
            ("cat-{n}.mp4", 0, "cat-1.mp4"),
            ("{n}/{n} of {n}.mp4", 2, "{n}/3 of 3.mp4"),
        ] {
            assert_eq!(numbered(Path::new(path), index), Path::new(name), "{path}");
        }
    }
}
