//! Feeds: public, of a user, of the account behind a token (`docs/wire/sora2api.md` §6.4, §6.6 and §6.11).

use serde_json::{Value, json};

use super::access::{client, number};
use super::errors::in_query;
use super::gateway::open;
use super::people::check_token;
use super::{tasks, views};
use crate::dialects::sora::paging::page;
use crate::engine::posts::Post;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /v1/feed?limit&cut&cursor&token_id`: the latest first, or the most liked.
pub async fn public(call: Call) -> Answer {
    client(&call)?;
    check_token(&call)?;
    let cut = call.query("cut").unwrap_or("nf2_latest");
    if !["nf2_latest", "nf2_top"].contains(&cut) {
        let message = format!("`cut` is \"{cut}\"; accepted: nf2_latest, nf2_top.");
        return Err(Refusal::wrong_value("cut", message));
    }
    let world = call.world();
    let mut posts: Vec<_> = world.posts.iter().rev().collect();
    if cut == "nf2_top" {
        posts.sort_by_key(|post| std::cmp::Reverse(post.likes.len()));
    }
    let (items, cursor) = shown(&call, &world, &posts, views::post)?;
    Ok(Reply::json(json!({
        "success": true,
        "cut": cut,
        "count": items.len(),
        "cursor": cursor,
        "items": items,
    })))
}

/// `GET /v1/users/{user_id}/feed?limit&cursor&token_id`
pub async fn of_user(call: Call) -> Answer {
    client(&call)?;
    check_token(&call)?;
    let user = call.param("user_id");
    let world = call.world();
    if world.accounts.get(user).is_none() {
        return Err(Refusal::of("not_found").message("User not found"));
    }
    let feed = feed_of(&call, &world, user)?;
    Ok(Reply::json(
        json!({"success": true, "user_id": user, "feed": feed}),
    ))
}

/// `GET /v1/tokens/{token_id}/profile-feed?limit`
pub async fn own(call: Call) -> Answer {
    client(&call)?;
    let id = number(&call, "token_id")?;
    let account = open(&call, |gateway, _| tasks::account(gateway, id))?;
    let feed = feed_of(&call, &call.world(), &account)?;
    Ok(Reply::json(
        json!({"success": true, "token_id": id, "feed": feed}),
    ))
}

fn feed_of(call: &Call, world: &World, account: &str) -> Result<Value, Refusal> {
    let posts: Vec<_> = world
        .posts
        .iter()
        .rev()
        .filter(|post| post.account == account)
        .collect();
    // Real servers pass a user's feed on as the backend has it.
    let view = match call.observed() {
        true => views::native_post,
        false => views::post,
    };
    let (items, cursor) = shown(call, world, &posts, view)?;
    Ok(json!({"items": items, "cursor": cursor}))
}

fn shown(
    call: &Call,
    world: &World,
    posts: &[&Post],
    view: fn(&Call, &World, &Post) -> Value,
) -> Result<(Vec<Value>, Option<String>), Refusal> {
    let limit = call.limit(8).map_err(in_query)?;
    let (shown, cursor) = page(posts, limit, call.query("cursor"), |post| &post.id)?;
    let items = shown.iter().map(|post| view(call, world, post));
    Ok((items.collect(), cursor))
}
