//! User names (`docs/wire/sora.md` §3.7).

use serde_json::json;

use super::access::authenticate;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Fields, Reply};

/// `POST /project_y/profile/username/check`
pub async fn check(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let fields = call.json()?;
    let username = fields.string("username")?;
    let available = is_valid(username) && is_free(&call.world(), username, &id);
    Ok(Reply::json(json!({"available": available})))
}

/// `POST /project_y/profile/username/set`
pub async fn set(call: Call) -> Answer {
    let id = authenticate(&call)?;
    let fields = call.json()?;
    let mut world = call.world();
    let username = read(&world, &fields, &id)?;
    let account = world
        .accounts
        .get_mut(&id)
        .ok_or_else(|| Refusal::of("Unauthorized"))?;
    account.spec.username = Some(username.clone());
    Ok(Reply::json(
        json!({"username": username, "display_name": account.spec.name}),
    ))
}

/// The member `username`: valid and not taken by anyone but `owner`.
pub fn read(world: &World, fields: &Fields, owner: &str) -> Result<String, Refusal> {
    let username = fields.string("username")?;
    if !is_valid(username) {
        let message = format!(
            "`username` is \"{username}\"; accepted: any text without spaces, `@` and control characters."
        );
        return Err(Refusal::wrong_value("username", message));
    }
    if !is_free(world, username, owner) {
        let message = format!("`username` \"{username}\" is taken.");
        return Err(Refusal::wrong_value("username", message));
    }
    Ok(username.to_owned())
}

fn is_valid(username: &str) -> bool {
    // The document sets no rule; what prompts write after `@` ends at a space.
    let allowed = |c: char| !c.is_whitespace() && !c.is_control() && c != '@';
    !username.is_empty() && username.chars().all(allowed)
}

/// Accounts and characters share their names.
fn is_free(world: &World, username: &str, owner: &str) -> bool {
    let taken_by_account = world
        .accounts
        .by_username(username)
        .is_some_and(|account| account.id != owner);
    !taken_by_account && world.characters.by_username(username).is_none()
}
