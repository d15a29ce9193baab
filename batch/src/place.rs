//! The names of a batch's files.

use std::io;
use std::path::{Path, PathBuf};

use sorakit::{Error, JobKind, Result, check_target};

use crate::ledger::{LEDGER, Row};

/// The longest name that is made of a `custom_id`, in bytes.
const LONGEST: usize = 100;

/// The file of a request, below the batch's folder: as it is named, or else after its
/// `custom_id` or number. It has to be free, or another number is added, unless what is there
/// may be replaced.
pub fn choose(row: &Row, is_free: impl FnMut(&str) -> bool) -> String {
    let wanted = match &row.output {
        Some(output) if row.overwrite => return output.clone(),
        Some(output) => output.clone(),
        None => {
            let ending = match row.kind {
                JobKind::Video => "mp4",
                JobKind::Image => "png",
            };
            let name = row.custom_id.as_deref().and_then(name);
            let name = name.unwrap_or_else(|| format!("{:06}", row.id));
            format!("{name}.{ending}")
        }
    };
    free(&wanted, is_free)
}

/// The name itself, or `name (1).mp4` and so on.
pub fn free(wanted: &str, mut is_free: impl FnMut(&str) -> bool) -> String {
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let path = Path::new(wanted);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()));
    let ending = ending.unwrap_or_default();
    let numbered = (1_u64..).map(|number| {
        let name = format!("{stem} ({number}){ending}");
        path.with_file_name(name).to_string_lossy().into_owned()
    });
    let mut numbered = numbered.filter(|name| is_free(name));
    numbered.next().unwrap_or_default()
}

/// Refuses a file that could not be written below the folder, whose own folders are made when
/// it comes, and one that would replace the ledger's.
///
/// # Errors
/// `invalid_input`, with the field `output`.
pub fn check(folder: &Path, file: &str) -> Result<()> {
    let wrong = |what: String| Error::invalid("output", what);
    if file.starts_with(LEDGER) {
        return Err(wrong(format!("{file} is a name of the ledger's")));
    }
    let mut there = folder.to_owned();
    let mut parts = Path::new(file).components().peekable();
    while let Some(part) = parts.next() {
        let place = there.join(part);
        let is_file = parts.peek().is_none();
        match place.metadata() {
            Ok(found) if found.is_dir() && !is_file => {
                there = place;
                continue;
            }
            Ok(_) if !is_file => return Err(wrong(format!("{} is no folder", place.display()))),
            // The file, or the first folder that is missing.
            _ => check_target(&place).map_err(|error| wrong(error.reason().to_owned()))?,
        }
        break;
    }
    // Of what is missing below it, the names can be asked for: one may be too long.
    for part in parts {
        let place = there.join(part);
        match place.symlink_metadata() {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(wrong(format!("cannot write {}: {error}", place.display())));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The place of a file below a folder, which is made if need be.
pub fn below(folder: &Path, file: &str) -> io::Result<PathBuf> {
    let path = folder.join(file);
    if let Some(parent) = path.parent()
        && parent != folder
    {
        std::fs::create_dir_all(parent)?;
    }
    Ok(path)
}

/// A name of letters, digits and a few signs, which begins with one of the former; `None` if
/// nothing is left.
fn name(custom_id: &str) -> Option<String> {
    let plain = |c: char| match c {
        _ if c.is_alphanumeric() => c,
        '-' | '_' | '.' | ' ' => c,
        _ => '_',
    };
    let text: String = custom_id.chars().map(plain).collect();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text[..end].trim_end_matches([' ', '.']);
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_what_is_plain() {
        for (custom_id, expected) in [
            ("cat-1", Some("cat-1")),
            ("../../etc/passwd", Some("etc_passwd")),
            ("-rf", Some("rf")),
            ("a/b\0c\u{202e}", Some("a_b_c_")),
            ("\u{732b} 1.", Some("\u{732b} 1")),
            ("...", None),
        ] {
            assert_eq!(name(custom_id).as_deref(), expected, "{custom_id:?}");
        }
        assert_eq!(name(&"\u{732b}".repeat(200)).unwrap().len(), 99);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let taken = ["a/cat.mp4", "a/cat (1).mp4"];
        assert_eq!(
            free("a/cat.mp4", |name| !taken.contains(&name)),
            "a/cat (2).mp4"
        );
        assert_eq!(free("dog", |name| name != "dog"), "dog (1)");
    }

    #[test]
    fn a_file_that_cannot_be_written_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        std::fs::create_dir(folder.path().join("folder")).unwrap();
        let long = "n".repeat(300);
        for wrong in [
            "file/cat.mp4",
            "folder",
            &long,
            &format!("new/{long}"),
            &format!("{long}/cat.mp4"),
            "sorakit-batch.db-wal",
        ] {
            let error = check(folder.path(), wrong).expect_err(wrong);
            assert_eq!(error.field(), Some("output"), "{error}");
        }
        for right in ["cat.mp4", "file", "folder/cat.mp4", "new/folder/cat.mp4"] {
            check(folder.path(), right).unwrap();
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
