//! Feeds: public, of a profile, of a post's remixes (`docs/wire/sora.md` §7.5).

use serde_json::json;

use super::access::authenticate;
use super::paging::page;
use super::posts::with_profile;
use crate::engine::posts::Post;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /project_y/feed?limit&cut&cursor`: the latest first, or the most liked.
pub async fn public(call: Call) -> Answer {
    authenticate(&call)?;
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
    feed(&call, &world, &posts)
}

/// `GET /project_y/profile_feed/{user}?limit&cut&cursor`; `user` is an id or `me`.
pub async fn profile(call: Call) -> Answer {
    let own = authenticate(&call)?;
    let user = match call.param("user") {
        "me" => own,
        user => user.to_owned(),
    };
    let world = call.world();
    if world.accounts.get(&user).is_none() {
        return Err(Refusal::not_found("profile", &user));
    }
    let posts: Vec<_> = world
        .posts
        .iter()
        .rev()
        .filter(|post| post.account == user)
        .collect();
    feed(&call, &world, &posts)
}

/// `GET /project_y/post/{post_id}/remix_feed`
pub async fn remixes(call: Call) -> Answer {
    authenticate(&call)?;
    let id = call.param("post_id");
    let world = call.world();
    if world.posts.get(id).is_none() {
        return Err(Refusal::not_found("post", id));
    }
    let posts: Vec<_> = world.posts.remixes_of(id).collect();
    feed(&call, &world, &posts)
}

fn feed(call: &Call, world: &World, posts: &[&Post]) -> Answer {
    let limit = call.limit(8)?;
    let (shown, cursor) = page(posts, limit, call.query("cursor"), |post| &post.id)?;
    let items: Vec<_> = shown
        .iter()
        .map(|post| with_profile(call, world, post))
        .collect();
    Ok(Reply::json(json!({"items": items, "cursor": cursor})))
}
