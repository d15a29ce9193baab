//! Publishing (`docs/wire/sora.md` §7.1, §7.2, §7.4).

use std::collections::BTreeSet;

use http::StatusCode;
use serde_json::{Value, json};

use super::access::authenticate;
use super::{bodies, profiles, sentinel};
use crate::engine::jobs::Status;
use crate::engine::posts::Post;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Fields, Reply};

/// `POST /project_y/post`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    let mut world = call.world();
    let has_name = world
        .accounts
        .get(&account)
        .is_some_and(|account| account.spec.username.is_some());
    if !has_name {
        return Err(Refusal::of("sora_username_not_yet_created"));
    }
    let generations = attachments(&call, &world, &account, &fields)?;
    let text = fields.text("post_text")?.to_owned();
    let source = world.jobs.by_generation(&generations[0]);
    let parent = source.and_then(|job| job.asked.remix_of.clone());
    let post = Post {
        id: format!("s_{}", world.random.hex(32)),
        account,
        generations,
        text,
        posted_at: call.now,
        parent,
        likes: BTreeSet::new(),
        views: 0,
    };
    let id = post.id.clone();
    world.posts.add(post);
    let post = world.posts.get(&id).expect("the post was just added");
    if call.observed() {
        return Ok(Reply::json(with_profile(&call, &world, post)));
    }
    Ok(Reply::json(json!({
        "post": {
            "id": post.id,
            "video_url": call.asset_url(&post.generations[0], "source.mp4"),
            "created_at": bodies::iso(post.posted_at),
        }
    })))
}

/// The generations to publish: the account's own, finished, not published yet.
fn attachments(
    call: &Call,
    world: &World,
    account: &str,
    fields: &Fields,
) -> Result<Vec<String>, Refusal> {
    let items = fields.objects("attachments_to_create")?;
    if items.is_empty() {
        return Err(Refusal::missing("attachments_to_create", "The field"));
    }
    let mut generations = Vec::new();
    for item in items {
        item.one_of("kind", &["sora"])?;
        let id = item.string("generation_id")?;
        let name = item.path("generation_id");
        let own = world
            .jobs
            .by_generation(id)
            .filter(|job| job.account == account);
        let ready = own.is_some_and(|job| job.status(call.now) == Status::Succeeded);
        if !ready {
            let message = format!("`{name}`: there is no finished generation {id}.");
            return Err(Refusal::wrong_value(&name, message));
        }
        if let Some(post) = world.posts.of_generation(id) {
            let message = format!("`{name}`: {id} is already published as {}.", post.id);
            return Err(Refusal::wrong_value(&name, message));
        }
        generations.push(id.to_owned());
    }
    Ok(generations)
}

/// `GET /project_y/post/{post_id}`
pub async fn get(call: Call) -> Answer {
    authenticate(&call)?;
    let id = call.param("post_id");
    let mut world = call.world();
    let post = world
        .posts
        .get_mut(id)
        .ok_or_else(|| Refusal::not_found("post", id))?;
    post.views += 1;
    let post = post.clone();
    Ok(Reply::json(with_profile(&call, &world, &post)))
}

/// `DELETE /project_y/post/{post_id}`: 204, or 200 as some servers answer.
pub async fn delete(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("post_id");
    let mut world = call.world();
    let own = world
        .posts
        .get(id)
        .is_some_and(|post| post.account == account);
    if !own {
        return Err(Refusal::not_found("post", id));
    }
    world.posts.remove(id);
    Ok(if call.observed() {
        Reply::json(json!({"success": true}))
    } else {
        Reply::empty(StatusCode::NO_CONTENT)
    })
}

/// `POST /project_y/post/{post_id}/like`
pub async fn like(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("post_id");
    let mut world = call.world();
    let post = world
        .posts
        .get_mut(id)
        .ok_or_else(|| Refusal::not_found("post", id))?;
    post.likes.insert(account);
    Ok(Reply::json(
        json!({"success": true, "like_count": post.likes.len()}),
    ))
}

/// `GET /project_y/post/{post_id}/tree`: the post and what was made from it.
pub async fn tree(call: Call) -> Answer {
    authenticate(&call)?;
    let id = call.param("post_id");
    let world = call.world();
    let post = world
        .posts
        .get(id)
        .ok_or_else(|| Refusal::not_found("post", id))?;
    let parent = post
        .parent
        .as_deref()
        .and_then(|parent| world.posts.get(parent));
    let children: Vec<_> = world
        .posts
        .remixes_of(id)
        .map(|post| with_profile(&call, &world, post))
        .collect();
    let mut body = with_profile(&call, &world, post);
    body["parent"] = parent.map_or(Value::Null, |parent| with_profile(&call, &world, parent));
    body["children"] = json!({"items": children, "cursor": null});
    Ok(Reply::json(body))
}

/// A post with the profile of the one who published it.
pub fn with_profile(call: &Call, world: &World, post: &Post) -> Value {
    let account = world.accounts.get(&post.account);
    json!({
        "post": of_post(call, world, post),
        "profile": account.map(|account| profiles::of_account(call, world, account)),
    })
}

fn of_post(call: &Call, world: &World, post: &Post) -> Value {
    let attachments: Vec<_> = post
        .generations
        .iter()
        .filter_map(|id| {
            let job = world.jobs.by_generation(id)?;
            let mut attachment = json!({
                "id": format!("{}-attachment-0", post.id),
                "kind": "sora",
                "generation_id": id,
                "generation_type": "video_gen",
                "task_id": job.id,
                "width": job.asked.width,
                "height": job.asked.height,
                "n_frames": job.asked.frames,
                "duration_s": job.seconds(),
                "prompt": job.asked.prompt,
                "has_captions": false,
            });
            bodies::add_media(call, &mut attachment, job, id, false);
            Some(attachment)
        })
        .collect();
    json!({
        "id": post.id,
        "permalink": format!("https://sora.chatgpt.com/p/{}", post.id),
        "text": post.text,
        "caption": null,
        "posted_at": bodies::seconds(post.posted_at),
        "updated_at": bodies::seconds(post.posted_at),
        "shared_by": post.account,
        "posted_to_public": true,
        "parent_post_id": post.parent,
        "like_count": post.likes.len(),
        "view_count": post.views,
        "unique_view_count": post.views,
        "remix_count": world.posts.remixes_of(&post.id).count(),
        "reply_count": 0,
        "attachments": attachments,
    })
}
