//! Media: signed addresses that expire, and the bytes behind them.

use std::collections::VecDeque;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::rendition::Rendition;
use crate::media::VirtualFile;

/// How long a signed address is good: about three days (`docs/wire/sora.md` §6.2).
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);
/// Rendered files kept in memory.
const KEPT: usize = 32;

/// One file that can be served.
#[derive(Clone)]
pub struct Asset {
    /// The bytes.
    pub content: VirtualFile,
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

    /// The file `file` of `owner`, kept or rendered.
    pub(super) fn find(
        &self,
        rendition: impl FnOnce() -> Option<(Rendition, Timestamp)>,
        owner: &str,
        file: &str,
    ) -> Option<Asset> {
        let key = format!("{owner}/{file}");
        if let Some(asset) = self.kept(&key) {
            return Some(asset);
        }
        let (rendition, modified) = rendition()?;
        let content = rendition.render();
        let digest = Sha256::digest(key.as_bytes());
        let tag: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02X}"))
            .collect();
        let asset = Asset {
            etag: format!("\"0x{tag}{:X}\"", content.len()),
            content,
            media_type: rendition.media_type(),
            modified,
        };
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
