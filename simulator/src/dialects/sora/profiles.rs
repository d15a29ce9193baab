//! Profiles and the search for them (`docs/wire/sora.md` §7.6).

use serde_json::{Value, json};

use super::access::authenticate;
use super::bodies;
use crate::engine::accounts::Account;
use crate::engine::characters::Character;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /project_y/v2/me`
pub async fn me(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let world = call.world();
    let account = world
        .accounts
        .get(&id)
        .ok_or_else(|| Refusal::of("Unauthorized"))?;
    Ok(Reply::json(json!({
        "profile": of_account(&call, &world, account),
        "my_info": {
            "email": account.email,
            "invite_code": account.invite_code,
            "invites_remaining": account.invites_total - account.invites_redeemed,
            "num_redemption_gens": 0,
            "sora_2_enabled": account.spec.sora2,
        },
    })))
}

/// `GET /project_y/profile/username/{username}`
pub async fn by_username(call: Call) -> Answer {
    authenticate(&call)?;
    let username = call.param("username").trim_start_matches('@');
    let world = call.world();
    let profile = world
        .accounts
        .by_username(username)
        .map(|account| of_account(&call, &world, account))
        .or_else(|| {
            let character = world.characters.by_username(username);
            character.map(|character| of_character(&call, &world, character))
        });
    let profile = profile.ok_or_else(|| Refusal::not_found("profile", username))?;
    Ok(Reply::json(profile))
}

/// `GET /project_y/profile/search_mentions`
pub async fn search(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let limit = call.limit(10)?;
    let wanted = call
        .query("username")
        .ok_or_else(|| Refusal::missing("username", "The query parameter"))?;
    if let Some(intent) = call
        .query("intent")
        .filter(|intent| !["users", "cameo"].contains(intent))
    {
        let message = format!("`intent` is \"{intent}\"; accepted: users, cameo.");
        return Err(Refusal::wrong_value("intent", message));
    }
    let wanted = wanted.trim_start_matches('@').to_ascii_lowercase();
    let world = call.world();
    let users = world.accounts.iter().filter(|account| {
        let name = account.spec.username.as_deref().unwrap_or_default();
        !name.is_empty() && name.to_ascii_lowercase().contains(&wanted)
    });
    let characters = world.characters.characters.values().filter(|character| {
        let usable = character.visibility == "public" || character.account == id;
        usable && character.username.to_ascii_lowercase().contains(&wanted)
    });
    let users = users.map(|account| of_account(&call, &world, account));
    let characters = characters.map(|character| of_character(&call, &world, character));
    let found: Vec<_> = characters
        .chain(users.filter(|_| call.query("intent") != Some("cameo")))
        .take(limit)
        .map(|profile| json!({"profile": profile}))
        .collect();
    Ok(Reply::json(json!({"items": found, "cursor": null})))
}

/// An account as others see it.
pub fn of_account(call: &Call, world: &World, account: &Account) -> Value {
    let username = account.spec.username.as_deref();
    let (posts, likes) = world
        .posts
        .iter()
        .filter(|post| post.account == account.id)
        .fold((0, 0), |(posts, likes), post| {
            (posts + 1, likes + post.likes.len())
        });
    let cameos = world.characters.characters.values();
    json!({
        "user_id": account.id,
        "username": username,
        "display_name": account.spec.name,
        "profile_picture_url": call.asset_url(&account.id, "avatar.png"),
        "permalink": username.map(|name| format!("https://sora.chatgpt.com/profile/{name}")),
        "description": null,
        "verified": false,
        "plan_type": account.spec.plan,
        "follower_count": 0,
        "following_count": 0,
        "post_count": posts,
        "cameo_count": cameos.filter(|character| character.account == account.id).count(),
        "likes_received_count": likes,
        "created_at": bodies::seconds(account.created_at),
    })
}

/// A character as others see it.
pub fn of_character(call: &Call, world: &World, character: &Character) -> Value {
    let owner = world.accounts.get(&character.account);
    json!({
        "user_id": character.id,
        "character_id": character.id,
        "cameo_id": character.cameo,
        "username": character.username,
        "display_name": character.display_name,
        "profile_picture_url": call.asset_url(&character.cameo, "profile.webp"),
        "permalink": format!("https://sora.chatgpt.com/profile/{}", character.username),
        "visibility": character.visibility,
        "instruction_set": character.instruction_set,
        "owner_profile": owner.map(|owner| json!({"user_id": owner.id, "username": owner.spec.username})),
        "created_at": bodies::seconds(character.created_at),
    })
}
