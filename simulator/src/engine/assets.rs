//! Media: signed addresses that expire, and the bytes behind them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::Engine;
use super::content::Content;
use super::jobs::{Job, JobKind};
use super::world::World;
use crate::media_source;

/// How long a signed address is good: about three days (wire.md §2.1).
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);
/// Rendered files kept in memory.
const KEPT: usize = 32;

/// One file that can be served.
#[derive(Clone)]
pub struct Asset {
    /// The bytes.
    pub content: Arc<dyn Content>,
    /// Media type.
    pub media_type: &'static str,
    /// Strong validator, with quotes.
    pub etag: String,
    /// When it was made.
    pub modified: Timestamp,
}

/// Why there is no file to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssetProblem {
    /// No such path.
    Unknown,
    /// The signature is missing or wrong.
    Unsigned,
    /// The address has expired.
    Expired,
}

/// Makes addresses and the files behind them.
pub struct Assets {
    secret: u64,
    rendered: Mutex<VecDeque<(String, Asset)>>,
}

impl Assets {
    pub(crate) fn new(secret: u64) -> Self {
        Self {
            secret,
            rendered: Mutex::default(),
        }
    }

    /// A signed address on the media origin `cdn` for `file` of `owner` (a
    /// generation, an upload, a cameo or an account), such as `source.mp4`.
    pub fn url(&self, cdn: &str, owner: &str, file: &str, now: Timestamp) -> String {
        let path = format!("/assets/{owner}/{file}");
        let until = (now + LINK_LIFE).as_second();
        let signature = self.sign(&path, until);
        format!("{cdn}{path}?se={until}&sig={signature}")
    }

    /// Checks the query of a request for `path`.
    pub fn check(
        &self,
        path: &str,
        query: &[(String, String)],
        now: Timestamp,
    ) -> Result<(), AssetProblem> {
        let value = |name: &str| {
            query
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value)
        };
        let until = value("se").and_then(|text| text.parse::<i64>().ok());
        let (Some(until), Some(signature)) = (until, value("sig")) else {
            return Err(AssetProblem::Unsigned);
        };
        if *signature != self.sign(path, until) {
            return Err(AssetProblem::Unsigned);
        }
        if now.as_second() >= until {
            return Err(AssetProblem::Expired);
        }
        Ok(())
    }

    /// The file `file` of `owner`. Rendering a video takes a while: call it
    /// where blocking is allowed.
    pub fn find(&self, engine: &Engine, owner: &str, file: &str) -> Option<Asset> {
        let key = format!("{owner}/{file}");
        if let Some(asset) = self.kept(&key) {
            return Some(asset);
        }
        let source = Source::find(&engine.world(), owner, file)?;
        let asset = source.render(&key);
        let mut rendered = self
            .rendered
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if rendered.len() == KEPT {
            rendered.pop_front();
        }
        rendered.push_back((key, asset.clone()));
        Some(asset)
    }

    fn kept(&self, key: &str) -> Option<Asset> {
        let rendered = self
            .rendered
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let found = rendered.iter().find(|(known, _)| known == key);
        found.map(|(_, asset)| asset.clone())
    }

    fn sign(&self, path: &str, until: i64) -> String {
        let mut digest = Sha256::new();
        digest.update(self.secret.to_le_bytes());
        digest.update(path.as_bytes());
        digest.update(until.to_le_bytes());
        digest
            .finalize()
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// What to render, taken from the state so that rendering holds no lock.
enum Source {
    Stored(Bytes, &'static str, Timestamp),
    Video(media_source::VideoSpec, Timestamp),
    Still(media_source::StillSpec, Timestamp),
}

impl Source {
    fn find(world: &World, owner: &str, file: &str) -> Option<Self> {
        if let Some(upload) = world.uploads.get(owner) {
            let media_type = upload.file_type.media_type();
            return Some(Self::Stored(
                upload.content.clone(),
                media_type,
                upload.created_at,
            ));
        }
        if let Some(cameo) = world.characters.cameos.get(owner) {
            let still = media_source::StillSpec::new(256, 256, seed_of(&cameo.id), file)?;
            return Some(Self::Still(still, cameo.done_at()));
        }
        if let Some(account) = world.accounts.get(owner) {
            let still = media_source::StillSpec::new(256, 256, seed_of(&account.id), file)?;
            return Some(Self::Still(still, account.created_at));
        }
        let job = world.jobs.by_generation(owner)?;
        Self::of_job(job, owner, file)
    }

    fn of_job(job: &Job, generation: &str, file: &str) -> Option<Self> {
        let made = job.timeline.finished_at();
        let seed = job.seed ^ seed_of(generation);
        let (width, height) = (job.asked.width, job.asked.height);
        if job.asked.kind == JobKind::Video && file.ends_with(".mp4") {
            let half = if file.starts_with("md") { 2 } else { 1 };
            let video = media_source::VideoSpec {
                width: width / half,
                height: height / half,
                frames: job.asked.frames,
                fps: job.asked.fps,
                seed,
            };
            return Some(Self::Video(video, made));
        }
        media_source::StillSpec::new(width, height, seed, file)
            .map(|still| Self::Still(still, made))
    }

    fn render(self, key: &str) -> Asset {
        let (content, media_type, modified) = match self {
            Self::Stored(content, media_type, at) => (content, media_type, at),
            Self::Video(video, at) => (video.render(), "video/mp4", at),
            Self::Still(still, at) => (still.render(), still.media_type(), at),
        };
        let digest = Sha256::digest(key.as_bytes());
        let tag: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02X}"))
            .collect();
        Asset {
            etag: format!("\"0x{tag}{:X}\"", content.len()),
            content: Arc::new(content),
            media_type,
            modified,
        }
    }
}

fn seed_of(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    u64::from_le_bytes(digest[..8].try_into().expect("eight bytes"))
}
