//! Videos by their ids.

use crate::dialects::gateway::jobs::{self, Shown};
use crate::engine::refusal::Refusal;
use crate::exchange::Call;

/// The video `id` of `account`.
pub fn named(call: &Call, account: &str, id: &str) -> Result<Shown, Refusal> {
    jobs::find(call, account, id).ok_or_else(|| Refusal::not_found("video", id))
}
