//! Many tokens at once (`docs/wire/sora2api.md` §7.2.2, §7.2.3 and §11.3).

use http::StatusCode;
use serde_json::json;

use super::config::text;
use super::conversion::exchange;
use super::tokens::{self, FIELDS};
use crate::dialects::sora2api::UPSTREAM;
use crate::dialects::sora2api::access::{administrator, body};
use crate::dialects::sora2api::gateway::{Gateway, open};
use crate::dialects::sora2api::pool::Token;
use crate::engine::refusal::{Reason, Refusal};
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Fields, Reply};

const IMPORTED: [&str; 12] = [
    "email",
    "access_token",
    "session_token",
    "refresh_token",
    "client_id",
    "proxy_url",
    "remark",
    "is_active",
    "image_enabled",
    "video_enabled",
    "image_concurrency",
    "video_concurrency",
];

/// `POST /api/tokens/batch-add`; the fork that was measured lacks the method
/// behind it and fails.
pub async fn batch_add(call: Call) -> Answer {
    administrator(&call)?;
    let items = items(&call, &FIELDS)?;
    if call.observed() {
        let message = "批量添加失败: 'TokenManager' object has no attribute 'batch_add_tokens'";
        let mut refusal = Refusal::of("internal_error").message(message);
        refusal.reason = Reason::Conflict;
        refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Err(refusal);
    }
    let (mut added, mut skipped, mut failed) = (0, 0, 0);
    let details: Vec<_> = open(&call, |gateway, world| {
        let add = |item: &Fields| {
            let text = item
                .optional_text("token")
                .ok()
                .flatten()
                .unwrap_or_default();
            let shown: String = text.chars().take(20).collect();
            let mut detail = json!({"token": format!("{shown}...")});
            match tokens::add_one(&call, gateway, world, item) {
                Ok(id) => {
                    added += 1;
                    detail["status"] = json!("added");
                    detail["token_id"] = json!(id);
                }
                Err(refusal) => {
                    let exists = refusal.reason == Reason::Conflict;
                    if exists {
                        skipped += 1;
                    } else {
                        failed += 1;
                    }
                    detail["status"] = json!(if exists { "skipped" } else { "failed" });
                    detail["message"] = json!(refusal.message);
                }
            }
            detail
        };
        items.iter().map(add).collect()
    });
    Ok(Reply::json(json!({
        "success": true,
        "added": added,
        "skipped": skipped,
        "failed": failed,
        "details": details,
    })))
}

/// `POST /api/tokens/import`: adds tokens, or changes those of the same email.
pub async fn tokens(call: Call) -> Answer {
    administrator(&call)?;
    let items = items(&call, &IMPORTED)?;
    // Upstream's alone: which token an account is imported from.
    let mode = match call.dialect == UPSTREAM {
        true => call
            .json()?
            .optional_text("mode")?
            .unwrap_or("at")
            .to_owned(),
        false => "at".to_owned(),
    };
    let (mut added, mut updated) = (0, 0);
    open(&call, |gateway, world| {
        let read: Result<Vec<_>, Refusal> = items
            .iter()
            .map(|item| imported(&call, world, item, &mode))
            .collect();
        for (item, fresh) in items.iter().zip(read?) {
            match gateway.pool.by_email(&fresh.email) {
                Some(known) => {
                    updated += 1;
                    *known = merged(known, fresh, item)?;
                }
                None => {
                    added += 1;
                    gateway.pool.add(fresh);
                }
            }
        }
        Ok::<_, Refusal>(())
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "message": format!("导入完成: {added} 添加, {updated} 更新"),
        "added": added,
        "updated": updated,
    })))
}

/// `POST /api/tokens/import/pure-rt`, of the upstream administration: tokens
/// for refresh tokens.
pub async fn refresh_tokens(call: Call) -> Answer {
    administrator(&call)?;
    let fields = call.json()?;
    let rts = fields.strings("refresh_tokens")?;
    let client = fields.string("client_id")?;
    let proxy = text(&fields, "proxy_url")?;
    let (mut added, mut updated, mut failed) = (0, 0, 0);
    let results: Vec<_> = open(&call, |gateway, world| {
        let mut import = |rt: &str| match import_rt(
            &call,
            gateway,
            world,
            rt,
            client,
            proxy.clone(),
        ) {
            Ok((email, "added")) => {
                added += 1;
                json!({"email": email, "status": "added", "success": true})
            }
            Ok((email, status)) => {
                updated += 1;
                json!({"email": email, "status": status, "success": true})
            }
            Err(refusal) => {
                failed += 1;
                json!({"email": null, "status": "failed", "success": false, "error": refusal.message})
            }
        };
        rts.iter().map(|rt| import(rt)).collect()
    });
    Ok(Reply::json(json!({
        "success": true,
        "message": format!("{added} added, {updated} updated, {failed} failed"),
        "added": added,
        "updated": updated,
        "failed": failed,
        "results": results,
    })))
}

fn import_rt(
    call: &Call,
    gateway: &mut Gateway,
    world: &mut World,
    rt: &str,
    client: &str,
    proxy_url: Option<String>,
) -> Result<(String, &'static str), Refusal> {
    let refreshed = exchange(call, world, rt, Some(client))?;
    let mut token = tokens::read_jwt(call, world, &refreshed.access_token)?;
    token.rt = Some(refreshed.refresh_token);
    token.client_id = Some(client.to_owned());
    token.proxy_url = proxy_url;
    let email = token.email.clone();
    match gateway.pool.by_email(&email) {
        Some(known) => {
            token.id = known.id;
            *known = token;
            Ok((email, "updated"))
        }
        None => {
            gateway.pool.add(token);
            Ok((email, "added"))
        }
    }
}

fn imported(call: &Call, world: &mut World, item: &Fields, mode: &str) -> Result<Token, Refusal> {
    let email = item.string("email")?.to_owned();
    let mut rt = text(item, "refresh_token")?;
    let access = match mode {
        "st" => {
            let found =
                world
                    .tokens
                    .access_of_session(item.string("session_token")?, &email, call.now);
            let wrong = || Refusal::wrong_value("session_token", "The session token is invalid.");
            found.ok_or_else(wrong)?.0
        }
        "rt" => {
            let client = text(item, "client_id")?;
            let refreshed = exchange(
                call,
                world,
                item.string("refresh_token")?,
                client.as_deref(),
            )?;
            rt = Some(refreshed.refresh_token);
            refreshed.access_token
        }
        _ => item.string("access_token")?.to_owned(),
    };
    let mut token = tokens::read_jwt(call, world, &access)?;
    token.email = email;
    tokens::fill(&mut token, item)?;
    token.st = text(item, "session_token")?;
    token.rt = rt;
    token.is_active = item.optional_boolean("is_active")?.unwrap_or(true);
    Ok(token)
}

/// `known` with what `item` says of it.
fn merged(known: &Token, fresh: Token, item: &Fields) -> Result<Token, Refusal> {
    let mut token = known.clone();
    tokens::fill(&mut token, item)?;
    token.token = fresh.token;
    token.expires = fresh.expires;
    token.account = fresh.account.or(token.account);
    token.st = fresh.st.or(token.st);
    token.rt = fresh.rt.or(token.rt);
    if let Some(active) = item.optional_boolean("is_active")? {
        token.is_active = active;
    }
    Ok(token)
}

/// The objects of `tokens`, at least one.
fn items(call: &Call, known: &[&str]) -> Result<Vec<Fields>, Refusal> {
    let fields = body(call, &["tokens"])?;
    let items = fields.objects("tokens")?;
    if items.is_empty() {
        return Err(Refusal::missing("tokens", "The field"));
    }
    if !call.observed() {
        for item in &items {
            item.only(known)?;
        }
    }
    Ok(items)
}
