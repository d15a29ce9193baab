//! What is left to spend (`docs/wire/relay.md` §4).

use serde_json::json;

use crate::dialects::gateway::access::authenticate;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// Units of quota in one unit of the credit that the relay's pages show; the
/// simulator takes one of these for a video.
const UNITS: u64 = 500_000;

/// `GET /v1/token/quota`; observed, `{quota}` is what remains.
pub async fn get(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let world = call.world();
    let total = world
        .accounts
        .get(&account)
        .map(|account| account.spec.quota);
    let total = u64::from(total.ok_or_else(|| Refusal::of("Unauthorized"))?) * UNITS;
    let remaining = u64::from(world.balance(&account, call.now).remaining) * UNITS;
    Ok(Reply::json(if call.observed() {
        json!({"quota": remaining})
    } else {
        json!({
            "total_quota": total,
            "used_quota": total.saturating_sub(remaining),
            "remaining_quota": remaining,
        })
    }))
}
