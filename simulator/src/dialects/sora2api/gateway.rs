//! What the gateway remembers besides the accounts, jobs and posts behind it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::entries::Log;
use super::pool::Pool;
use super::settings::Settings;
use crate::credentials::Credentials;
use crate::engine::world::World;
use crate::exchange::Call;

/// User name of the administrator at the start.
pub const ADMIN_USERNAME: &str = "admin";
/// Password of the administrator at the start.
pub const ADMIN_PASSWORD: &str = "admin";

/// The state of the gateway.
pub struct Gateway {
    /// The key behind which the whole pool stands.
    pub api_key: String,
    /// The administrator's name.
    pub admin_username: String,
    /// The administrator's password.
    pub admin_password: String,
    /// Sessions of the administrator.
    pub sessions: BTreeSet<String>,
    /// The accounts that work for the gateway.
    pub pool: Pool,
    /// Its videos by id, `sora-2-…`.
    pub videos: BTreeMap<String, Video>,
    /// The characters that it made.
    pub characters: Vec<CharacterEntry>,
    /// What it did.
    pub log: Log,
    /// How it is set up.
    pub settings: Settings,
}

/// A video as the gateway knows it.
#[derive(Debug, Clone)]
pub struct Video {
    /// The job that makes it.
    pub job: String,
    /// Model as asked for.
    pub model: String,
    /// Length as text.
    pub seconds: String,
    /// `WIDTHxHEIGHT`.
    pub size: String,
    /// The video that it is a remix of.
    pub remixed_from: Option<String>,
    /// The extended parameters, if there were any.
    pub metadata: Option<Value>,
}

/// A character as the gateway's database knows it.
#[derive(Debug, Clone)]
pub struct CharacterEntry {
    /// Number in the database.
    pub id: u64,
    /// The character behind it.
    pub character_id: String,
    /// Its cameo.
    pub cameo_id: String,
    /// The token that made it.
    pub token_id: u64,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Default for Gateway {
    fn default() -> Self {
        Self {
            api_key: String::new(),
            admin_username: ADMIN_USERNAME.into(),
            admin_password: ADMIN_PASSWORD.into(),
            sessions: BTreeSet::new(),
            pool: Pool::default(),
            videos: BTreeMap::new(),
            characters: Vec::new(),
            log: Log::default(),
            settings: Settings::default(),
        }
    }
}

/// Runs `work` with the gateway and the world side by side. Every account that
/// the gateway has not met yet joins its pool first.
pub fn open<T>(call: &Call, work: impl FnOnce(&mut Gateway, &mut World) -> T) -> T {
    let now = call.engine.clock.now();
    let mut world = call.world();
    let mut gateway = std::mem::take(world.state::<Gateway>());
    if gateway.api_key.is_empty() {
        gateway.api_key = Credentials::first_run().api_key;
    }
    gateway.pool.meet(&mut world, now);
    let result = work(&mut gateway, &mut world);
    *world.state::<Gateway>() = gateway;
    result
}
