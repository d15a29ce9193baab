//! Profiles, and the search for users and characters (`docs/wire/sora2api.md` §6.3 and §6.5).

use serde_json::{Value, json};

use super::access::client;
use super::errors::in_query;
use super::gateway::open;
use super::tasks::no_token;
use super::views;
use crate::engine::characters::Character;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/profiles/{username}?token_id`
pub async fn profile(call: Call) -> Answer {
    client(&call)?;
    check_token(&call)?;
    let username = call.param("username").trim_start_matches('@');
    let world = call.world();
    let found = match world.accounts.by_username(username) {
        Some(account) => Some(views::profile(&call, account)),
        None => world
            .characters
            .by_username(username)
            .map(|character| of_character(&call, character)),
    };
    let profile = found.ok_or_else(|| Refusal::of("not_found").message("User not found"))?;
    Ok(Reply::json(json!({"success": true, "profile": profile})))
}

/// `GET /v1/characters/search?username&intent&token_id&limit`
pub async fn search(call: Call) -> Answer {
    client(&call)?;
    check_token(&call)?;
    let limit = call.limit(10).map_err(in_query)?;
    let query = call
        .query("username")
        .ok_or_else(|| in_query(Refusal::missing("username", "The query parameter")))?;
    let intent = call.query("intent").unwrap_or("users");
    if !["users", "cameo"].contains(&intent) {
        let message = format!("`intent` is \"{intent}\"; accepted: users, cameo.");
        return Err(Refusal::wrong_value("intent", message));
    }
    let wanted = query.trim_start_matches('@').to_ascii_lowercase();
    let matches = |name: &str| !name.is_empty() && name.to_ascii_lowercase().contains(&wanted);
    let world = call.world();
    let characters = world.characters.characters.values();
    let mut results: Vec<Value> = characters
        .filter(|character| matches(&character.username))
        .map(|character| with_owner(&call, &world, character))
        .collect();
    if intent == "users" {
        let users = world
            .accounts
            .iter()
            .filter(|account| matches(account.spec.username.as_deref().unwrap_or_default()));
        results.extend(users.map(|account| {
            let mut user = views::profile(&call, account);
            user["can_cameo"] = json!(false);
            user["token"] = Value::Null;
            user["owner"] = Value::Null;
            user
        }));
    }
    results.truncate(limit);
    Ok(Reply::json(json!({
        "success": true,
        "query": query,
        "count": results.len(),
        "results": results,
    })))
}

fn of_character(call: &Call, character: &Character) -> Value {
    json!({
        "user_id": character.cameo,
        "username": character.username,
        "display_name": character.display_name,
        "profile_picture_url": call.asset_url(&character.cameo, "profile.webp"),
        "verified": false,
        "follower_count": 0,
    })
}

fn with_owner(call: &Call, world: &World, character: &Character) -> Value {
    let owner = world.accounts.get(&character.account);
    let mut result = of_character(call, character);
    result["can_cameo"] = json!(true);
    result["token"] = json!(format!("<@{}>", character.cameo));
    result["owner"] = json!(owner.map(|owner| {
        json!({
            "user_id": owner.id,
            "username": owner.spec.username,
            "display_name": owner.spec.name,
        })
    }));
    result
}

/// The query parameter `token_id`, if it was sent, must be the number of a token.
pub fn check_token(call: &Call) -> Result<(), Refusal> {
    let Some(text) = call.query("token_id") else {
        return Ok(());
    };
    let wrong = |_| in_query(Refusal::wrong_type("token_id", "an integer"));
    let id: u64 = text.parse().map_err(wrong)?;
    open(call, |gateway, _| gateway.pool.get(id).is_some())
        .then_some(())
        .ok_or_else(no_token)
}
