//! The list of jobs of earlier versions, `jobs.json`: it is taken over once.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use sorakit::{Error, ErrorKind, Result};
use sorakit_batch::Ledger;

use super::{Entry, named};
use crate::files::{open_own, wait_for};

/// Takes the jobs of `jobs.json` over, if there is one, and gives it another name. Should this
/// end halfway, the next one takes none over again.
pub fn take_over(folder: &Path, ledger: &mut Ledger) -> Result<()> {
    let path = folder.join("jobs.json");
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    // Held by each change of an earlier version.
    let lock_path = folder.join("jobs.lock");
    let mut options = OpenOptions::new();
    let options = options.create(true).truncate(false).write(true);
    let lock = open_own(&lock_path, options).map_err(|error| failed(&lock_path, &error))?;
    wait_for(&lock, &lock_path)?;
    let mut text = Vec::new();
    match open_own(&path, OpenOptions::new().read(true)) {
        Ok(mut file) => file.read_to_end(&mut text).map(drop),
        // Another process has just done it.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => Err(error),
    }
    .map_err(|error| failed(&path, &error))?;
    let entries: Vec<Entry> = serde_json::from_slice(&text).map_err(|error| {
        let what = format!("{} is not a list of jobs: {error}", path.display());
        named(Error::new(ErrorKind::Storage, what))
            .with_hint("Move it away, or set SORAKIT_STATE_DIR to another folder.")
    })?;
    let known = entries.iter().enumerate().map(|(at, entry)| {
        let key = match entry.is_open() {
            true => format!("{at} {}", entry.attempt),
            false => format!("{} {}", entry.base_url, entry.id),
        };
        let id = Some(entry.id.clone()).filter(|_| !entry.is_open());
        (entry.single(key), entry.state(), id)
    });
    ledger.adopt(&known.collect::<Vec<_>>()).map_err(named)?;
    let taken = folder.join("jobs.json.taken-over");
    fs::rename(&path, &taken).map_err(|error| failed(&path, &error))
}

fn failed(path: &Path, error: &io::Error) -> Error {
    let what = format!("cannot take over {}: {error}", path.display());
    named(Error::new(ErrorKind::Storage, what))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::journal::Journal;

    #[test]
    fn the_jobs_of_an_earlier_list_are_taken_over_once() {
        let folder = tempfile::tempdir().unwrap();
        let entry = |id: Option<&str>| {
            json!({
                "id": id, "attempt": "00ff", "request": {"prompt": "a cat"}, "kind": "video",
                "dialect": "sora", "base_url": "http://127.0.0.1:1", "prompt": "a cat",
                "created_at": 1000, "status": "running", "progress": 40.0, "output": "/a/cat.mp4",
                "named": true, "downloaded": false,
                "begun_by": {"salt": "00", "hash": "11"}, "profile": "home",
            })
        };
        let list = folder.path().join("jobs.json");
        let text = json!([entry(Some("gen_1")), entry(None)]).to_string();
        for _ in 0..2 {
            fs::write(&list, &text).unwrap();
            let entries = Journal::open_in(folder.path()).unwrap().entries().unwrap();
            assert_eq!(entries.len(), 2);
            assert_eq!(
                (entries[0].id.as_str(), entries[0].progress),
                ("gen_1", 40.0)
            );
            assert!(entries[0].begun_by.is_some());
            assert_eq!(entries[0].profile.as_deref(), Some("home"));
            assert!(entries[1].is_open());
            assert_eq!(entries[1].request.as_ref().unwrap()["prompt"], "a cat");
            assert!(!list.exists());
        }
        let kept = fs::read_to_string(folder.path().join("jobs.json.taken-over")).unwrap();
        assert_eq!(kept, text);
    }

    #[test]
    fn a_list_that_is_broken_or_another_ones_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("jobs.json");
        fs::write(&list, "not json").unwrap();
        assert!(Journal::open_in(folder.path()).is_err());
        assert_eq!(fs::read_to_string(&list).unwrap(), "not json");
        #[cfg(unix)]
        {
            fs::remove_file(&list).unwrap();
            let victim = folder.path().join("victim");
            fs::write(&victim, "[]").unwrap();
            std::os::unix::fs::symlink(&victim, &list).unwrap();
            assert!(Journal::open_in(folder.path()).is_err());
            assert!(victim.exists() && list.is_symlink());
        }
    }
}
