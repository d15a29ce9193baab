//! Access tokens for session and refresh tokens; nothing is kept (`docs/wire/sora2api.md` §7.2.4).

use serde_json::json;

use super::config::text;
use crate::dialects::sora2api::access::{administrator, body};
use crate::dialects::sora2api::views::naive;
use crate::engine::refusal::Refusal;
use crate::engine::tokens::{CLIENTS, Refreshed};
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `POST /api/tokens/st2at`
pub async fn session_token(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["st"])?;
    let st = fields.string("st")?;
    let mut world = call.world();
    let account = world.tokens.check_session(st, call.now);
    let email = account.map(|(account, _)| email_of(&world, &account));
    let email = email.ok_or_else(|| {
        Refusal::wrong_value("st", "The session token is not valid or has expired.")
    })?;
    let converted = world.tokens.access_of_session(st, &email, call.now);
    let (access, expires) = converted.ok_or_else(|| Refusal::of("internal_error"))?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "ST converted to AT successfully",
        "access_token": access,
        "email": email,
        "expires": naive(expires),
    })))
}

/// `POST /api/tokens/rt2at`; the refresh token is used up and replaced.
pub async fn refresh_token(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["rt", "client_id"])?;
    let rt = fields.string("rt")?;
    let client = text(&fields, "client_id")?;
    let refreshed = exchange(&call, &mut call.world(), rt, client.as_deref())?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "RT converted to AT successfully",
        "access_token": refreshed.access_token,
        "refresh_token": refreshed.refresh_token,
        "expires_in": refreshed.expires_in,
    })))
}

/// Exchanges a refresh token as the gateway does, with its own client id
/// unless another is named.
pub fn exchange(
    call: &Call,
    world: &mut World,
    rt: &str,
    client: Option<&str>,
) -> Result<Refreshed, Refusal> {
    let client = client.unwrap_or(CLIENTS[0].0);
    let redirects = CLIENTS.iter().find(|(known, _)| *known == client);
    let redirect = redirects.map_or("", |(_, redirects)| redirects[0]);
    let replacement = format!("rt_{}", world.random.token(40));
    let emails: Vec<_> = world
        .accounts
        .iter()
        .map(|account| (account.id.clone(), account.email.clone()))
        .collect();
    let email = |id: &str| {
        let found = emails.iter().find(|(known, _)| known == id);
        found.map(|(_, email)| email.clone()).unwrap_or_default()
    };
    let rotated = world
        .tokens
        .rotate(rt, client, redirect, replacement, call.now, email);
    rotated.map_err(|_| {
        let message =
            "The refresh token is invalid, expired, already used, or bound to another client id.";
        Refusal::wrong_value("rt", message)
    })
}

fn email_of(world: &World, account: &str) -> String {
    let account = world.accounts.get(account);
    account.map_or_else(String::new, |account| account.email.clone())
}
