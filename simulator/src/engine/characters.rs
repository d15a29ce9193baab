//! Cameos and the characters made from them.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// How long a cameo's video is worked on, in simulated time.
pub const CAMEO_PROCESSING: Duration = Duration::from_secs(20);

/// A video uploaded, or a generation chosen, to become a character.
#[derive(Debug, Clone)]
pub struct Cameo {
    /// `cameo_…`.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// The part of the video that is used, in seconds.
    pub timestamps: (f64, f64),
    /// Processing ends in failure.
    pub fails: bool,
    /// The character that it became.
    pub character: Option<String>,
}

impl Cameo {
    /// How far it is at `now`, 0.0 to 1.0.
    pub fn progress(&self, now: Timestamp) -> f64 {
        let age = now.duration_since(self.created_at).as_secs_f64();
        (age / CAMEO_PROCESSING.as_secs_f64()).clamp(0.0, 1.0)
    }

    /// When it is done.
    pub fn done_at(&self) -> Timestamp {
        self.created_at + SignedDuration::try_from(CAMEO_PROCESSING).unwrap_or(SignedDuration::ZERO)
    }
}

/// A character that prompts can mention.
#[derive(Debug, Clone)]
pub struct Character {
    /// `ch_…`.
    pub id: String,
    /// The cameo it was made from.
    pub cameo: String,
    /// Whose it is.
    pub account: String,
    /// Name in prompts, without `@`.
    pub username: String,
    /// Name for people.
    pub display_name: String,
    /// Asset pointer of its picture.
    pub profile_asset_pointer: String,
    /// Text or structured instructions, as given.
    pub instruction_set: Value,
    /// As given.
    pub safety_instruction_set: Value,
    /// `public` or `private`.
    pub visibility: String,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Every cameo and character.
#[derive(Debug, Default)]
pub struct Characters {
    /// Cameos by id.
    pub cameos: BTreeMap<String, Cameo>,
    /// Characters by id.
    pub characters: BTreeMap<String, Character>,
}

impl Characters {
    /// The character called `username`, compared without case.
    pub fn by_username(&self, username: &str) -> Option<&Character> {
        self.characters
            .values()
            .find(|character| character.username.eq_ignore_ascii_case(username))
    }

    /// The character made from the cameo `id`.
    pub fn by_cameo_mut(&mut self, id: &str) -> Option<&mut Character> {
        self.characters
            .values_mut()
            .find(|character| character.cameo == id)
    }
}
