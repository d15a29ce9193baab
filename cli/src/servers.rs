//! What this user's servers speak, so that each is asked once a day: a small file in the
//! state folder, beside the list of jobs. It holds no credential.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use sorakit::api::Timestamp;
use sorakit::text::shown;
use sorakit::{Client, Detection, Resolved, Result};

use crate::files::make_folder;
use crate::journal;
use crate::kept_token::with_kept_token;
use crate::log::with_log;
use crate::outcome::Session;
use crate::tap::Tapped;

/// The servers that are kept; those that were asked longest ago are forgotten.
const KEPT: usize = 100;

/// How long an answer holds, in seconds: another server may be started at its place.
const HOLDS: i64 = 24 * 60 * 60;

/// A server that was asked.
#[derive(Clone, Serialize, Deserialize)]
struct Known {
    base_url: String,
    asked_at: Timestamp,
    #[serde(flatten)]
    detection: Detection,
}

/// The same options with the dialect and flavour of their server, where they name
/// neither: as it was found out before, or as its answers tell now.
pub async fn recognized(resolved: Resolved, session: &Session) -> Result<Resolved> {
    let options = &resolved.options;
    let (None, None, Some(base_url)) = (options.dialect, options.flavour, &options.base_url) else {
        return Ok(resolved);
    };
    let detection = match remembered(&bare(base_url)) {
        Some(detection) => detection,
        None => {
            let detection = ask(resolved.clone(), session).await?;
            let why = detection.evidence.last().map_or("", String::as_str);
            let what = named(&detection);
            session.note(&format!("The server speaks {what}: {}.", shown(why)));
            detection
        }
    };
    let mut resolved = resolved;
    resolved.options.dialect = Some(detection.dialect);
    resolved.options.flavour = detection.flavour;
    Ok(resolved)
}

/// The dialect, and the flavour where it has a name of its own.
pub fn named(detection: &Detection) -> String {
    match detection.flavour {
        Some(flavour) if flavour.as_str() != detection.dialect.as_str() => {
            format!("{}, {flavour}", detection.dialect)
        }
        _ => detection.dialect.to_string(),
    }
}

/// Asks the server, and remembers the answer.
pub async fn ask(resolved: Resolved, session: &Session) -> Result<Detection> {
    let resolved = with_kept_token(resolved).await;
    let base_url = bare(resolved.options.base_url.as_deref().unwrap_or_default());
    let taps = with_log(Vec::new(), session);
    let around = |host| Tapped::new(host, taps);
    let detection = Client::detect_resolved_over(resolved, around).await?;
    remember(&base_url, &detection);
    Ok(detection)
}

/// A base URL without its query, which may hold a key.
fn bare(base_url: &str) -> String {
    let end = base_url.find('?').unwrap_or(base_url.len());
    base_url[..end].trim().to_owned()
}

fn remembered(base_url: &str) -> Option<Detection> {
    let known = read(&place()?);
    let now = Timestamp::from(SystemTime::now()).as_millis() / 1000;
    let fresh = |known: &&Known| {
        let age = now - known.asked_at.as_millis() / 1000;
        known.base_url == base_url && (0..HOLDS).contains(&age)
    };
    known
        .iter()
        .find(fresh)
        .map(|known| known.detection.clone())
}

/// Remembers it where that can be written; where not, the server is asked again.
fn remember(base_url: &str, detection: &Detection) {
    let Some(place) = place() else { return };
    let mut known = read(&place);
    known.retain(|known| known.base_url != base_url);
    known.push(Known {
        base_url: base_url.to_owned(),
        asked_at: Timestamp::from(SystemTime::now()),
        detection: detection.clone(),
    });
    let excess = known.len().saturating_sub(KEPT);
    known.drain(..excess);
    let _ = write(&place, &known);
}

fn place() -> Option<PathBuf> {
    Some(journal::folder().ok()?.join("servers.json"))
}

fn read(place: &Path) -> Vec<Known> {
    let text = fs::read(place).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn write(place: &Path, known: &[Known]) -> std::io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    // A random name that nobody has, for its owner alone.
    let file = tempfile::Builder::new()
        .prefix(".servers-")
        .tempfile_in(folder)?;
    serde_json::to_writer_pretty(file.as_file(), known)?;
    file.persist(place)?;
    Ok(())
}
