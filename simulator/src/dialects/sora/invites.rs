//! Invites, and the opening of Sora 2 (`docs/wire/sora.md` §3.3, §3.5, §3.6).

use serde_json::json;

use super::access::{authenticate, authenticate_json};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `GET /project_y/invite/mine`: 401 while Sora 2 is not open to the account.
pub async fn mine(call: Call) -> Answer {
    let id = authenticate_json(&call)?;
    let world = call.world();
    let account = world
        .accounts
        .get(&id)
        .ok_or_else(|| Refusal::of("Unauthorized"))?;
    if !account.is_served() {
        return Err(Refusal::of("unsupported_country_code"));
    }
    if !account.spec.sora2 {
        let message = "This account does not have Sora 2.";
        return Err(Refusal::of("Unauthorized").message(message));
    }
    Ok(Reply::json(json!({
        "invite_code": account.invite_code,
        "redeemed_count": account.invites_redeemed,
        "total_count": account.invites_total,
    })))
}

/// `POST /project_y/invite/accept`
pub async fn accept(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let fields = call.json()?;
    let code = fields.string("invite_code")?;
    let already = call.world().accounts.redeem(&id, code).ok_or_else(|| {
        let message = format!("The invite code \"{code}\" is unknown or used up.");
        Refusal::wrong_value("invite_code", message)
    })?;
    Ok(Reply::json(
        json!({"success": true, "already_accepted": already}),
    ))
}

/// `GET /m/bootstrap`: opens Sora 2 to accounts with a subscription.
pub async fn bootstrap(call: Call) -> Answer {
    let id = authenticate(&call)?;
    if let Some(account) = call.world().accounts.get_mut(&id) {
        account.spec.sora2 |= account.spec.plan.names().is_some();
    }
    Ok(Reply::json(json!({"success": true})))
}

/// `POST /project_y/initialize_async`: the web app calls it when it opens.
pub async fn initialize(call: Call) -> Answer {
    authenticate(&call)?;
    Ok(Reply::json(json!({"success": true})))
}
