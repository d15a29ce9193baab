//! Opening Sora 2 and giving user names to the accounts of the pool (`docs/wire/sora2api.md` §7.11, §7.12).

use serde_json::json;

use crate::dialects::sora2api::access::{administrator, body, number};
use crate::dialects::sora2api::errors::in_query;
use crate::dialects::sora2api::gateway::open;
use crate::dialects::sora2api::tasks::account;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `POST /api/tokens/{token_id}/sora2/activate?invite_code`
pub async fn sora2(call: Call) -> Answer {
    administrator(&call)?;
    let id = number(&call, "token_id")?;
    let code = call
        .query("invite_code")
        .ok_or_else(|| in_query(Refusal::missing("invite_code", "The query parameter")))?;
    check_code(code)?;
    let body = open(&call, |gateway, world| {
        let id = account(gateway, id)?;
        let open_already = is_open(world, &id);
        let redeemed = world.accounts.redeem(&id, code);
        if redeemed.is_none() && !open_already {
            return Ok(json!({"success": false, "message": "Failed to activate Sora2"}));
        }
        let remaining = world.balance(&id, call.now).remaining;
        let account = world.accounts.get(&id);
        let account = account.ok_or_else(|| Refusal::of("internal_error"))?;
        Ok::<_, Refusal>(json!({
            "success": true,
            "message": "Sora2 activated successfully",
            "already_accepted": open_already,
            "invite_code": account.invite_code,
            "redeemed_count": account.invites_redeemed,
            "total_count": account.invites_total,
            "sora2_remaining_count": remaining,
        }))
    })?;
    Ok(Reply::json(body))
}

/// Invite codes have six letters and digits.
fn check_code(code: &str) -> Result<(), Refusal> {
    if code.chars().count() == 6 {
        return Ok(());
    }
    let message = format!("`invite_code` is \"{code}\"; accepted: 6 characters.");
    Err(Refusal::wrong_value("invite_code", message))
}

/// `POST /api/tokens/batch-activate`: all active tokens; the code is in the body.
pub async fn batch_sora2(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["invite_code"])?;
    let code = fields.string("invite_code")?;
    check_code(code)?;
    let (mut activated, mut already, mut failed) = (0, 0, 0);
    open(&call, |gateway, world| {
        for token in gateway.pool.iter().filter(|token| token.is_active) {
            match &token.account {
                Some(id) if is_open(world, id) => already += 1,
                Some(id) if world.accounts.redeem(id, code).is_some() => activated += 1,
                _ => failed += 1,
            }
        }
    });
    Ok(Reply::json(json!({
        "success": true,
        "message": format!("批量激活完成: {activated} 激活, {already} 已激活, {failed} 失败"),
        "activated": activated,
        "already_active": already,
        "failed": failed,
    })))
}

/// `POST /api/tokens/{token_id}/activate-username`
pub async fn username(call: Call) -> Answer {
    administrator(&call)?;
    let id = number(&call, "token_id")?;
    let (name, already) = open(&call, |gateway, world| {
        let id = account(gateway, id)?;
        give_name(world, &id).ok_or_else(|| Refusal::of("internal_error"))
    })?;
    let message = if already {
        format!("用户名已存在: {name}")
    } else {
        format!("用户名设置成功: {name}")
    };
    Ok(Reply::json(json!({
        "success": true,
        "message": message,
        "username": name,
        "already_set": already,
    })))
}

/// `POST /api/tokens/batch-activate-username`: all active tokens.
pub async fn batch_username(call: Call) -> Answer {
    administrator(&call)?;
    let (mut activated, mut already_set, mut failed) = (0, 0, 0);
    open(&call, |gateway, world| {
        for token in gateway.pool.iter().filter(|token| token.is_active) {
            let given = token.account.as_ref().and_then(|id| give_name(world, id));
            match given {
                Some((_, true)) => already_set += 1,
                Some((_, false)) => activated += 1,
                None => failed += 1,
            }
        }
    });
    Ok(Reply::json(json!({
        "success": true,
        "activated": activated,
        "already_set": already_set,
        "failed": failed,
        "total": activated + already_set + failed,
    })))
}

fn is_open(world: &World, id: &str) -> bool {
    let account = world.accounts.get(id);
    account.is_some_and(|account| account.spec.sora2)
}

/// The name of the account, and whether it had one already.
fn give_name(world: &mut World, id: &str) -> Option<(String, bool)> {
    let known = &world.accounts.get(id)?.spec.username;
    if let Some(name) = known {
        return Some((name.clone(), true));
    }
    let name = format!("random_user_{}", world.random.hex(8));
    world.accounts.get_mut(id)?.spec.username = Some(name.clone());
    Some((name, false))
}
