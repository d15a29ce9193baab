//! Numbers, the log, and invite codes (`docs/wire/sora2api.md` §6.1, §6.2 and §7.10).

use serde_json::json;

use super::access::{administrator, client};
use super::errors::in_query;
use super::gateway::open;
use super::log;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/stats`
pub async fn public(call: Call) -> Answer {
    client(&call)?;
    let stats = open(&call, |gateway, world| {
        log::numbers(gateway, world, call.now)
    });
    Ok(Reply::json(json!({"success": true, "stats": stats})))
}

/// `GET /api/stats`: the same numbers without a frame.
pub async fn system(call: Call) -> Answer {
    administrator(&call)?;
    let stats = open(&call, |gateway, world| {
        log::numbers(gateway, world, call.now)
    });
    Ok(Reply::json(stats))
}

/// `GET /api/logs?limit`: a bare array, newest first.
pub async fn logs(call: Call) -> Answer {
    administrator(&call)?;
    let limit = call.limit(100).map_err(in_query)?;
    let entries = open(&call, |gateway, world| {
        log::entries(&call, gateway, world, limit)
    });
    Ok(Reply::json(entries))
}

/// `DELETE /api/logs`, of the upstream administration.
pub async fn clear_logs(call: Call) -> Answer {
    administrator(&call)?;
    open(&call, |gateway, _| gateway.log.clear());
    Ok(Reply::json(
        json!({"success": true, "message": "All logs were deleted."}),
    ))
}

/// `GET /v1/invite-codes`: one of the codes that can still be redeemed.
pub async fn invite_code(call: Call) -> Answer {
    client(&call)?;
    let body = open(&call, |gateway, world| {
        let usable: Vec<_> = gateway
            .pool
            .iter()
            .filter(|token| token.is_active)
            .filter_map(|token| world.accounts.get(token.account.as_deref()?))
            .filter(|account| account.spec.sora2)
            .filter(|account| account.invites_redeemed < account.invites_total)
            .map(|account| {
                json!({
                    "success": true,
                    "invite_code": account.invite_code,
                    "remaining_count": account.invites_total - account.invites_redeemed,
                    "total_count": account.invites_total,
                    "email": account.email,
                })
            })
            .collect();
        let index = (world.random.unit() * usable.len() as f64) as usize;
        usable.get(index).cloned()
    });
    let none = || json!({"success": false, "message": "No invite codes available"});
    Ok(Reply::json(body.unwrap_or_else(none)))
}
