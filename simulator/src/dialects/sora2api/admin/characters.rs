//! The characters that the gateway made (`docs/wire/sora2api.md` §7.13).

use serde_json::{Value, json};

use super::config::done;
use crate::dialects::sora2api::access::{administrator, body, number};
use crate::dialects::sora2api::gateway::{CharacterEntry, Gateway, open};
use crate::dialects::sora2api::views::naive;
use crate::engine::refusal::Refusal;
use crate::engine::world::World;
use crate::exchange::{Answer, Call, Reply};

/// `GET /api/characters`
pub async fn list(call: Call) -> Answer {
    administrator(&call)?;
    listed(&call, |_| true)
}

/// `GET /api/characters/by-token/{token_id}`
pub async fn of_token(call: Call) -> Answer {
    administrator(&call)?;
    let id = number(&call, "token_id")?;
    listed(&call, |entry| entry.token_id == id)
}

/// `GET /api/characters/{cameo_id}`
pub async fn get(call: Call) -> Answer {
    administrator(&call)?;
    let character = open(&call, |gateway, world| {
        let entry = find(&call, gateway)?;
        Ok::<_, Refusal>(word(&call, world, entry))
    })?;
    Ok(Reply::json(
        json!({"success": true, "character": character}),
    ))
}

/// `POST /api/characters/{cameo_id}/update`
pub async fn update(call: Call) -> Answer {
    administrator(&call)?;
    let known = ["instruction_set", "safety_instruction_set", "visibility"];
    let fields = body(&call, &known)?;
    let instructions = fields.optional_text("instruction_set")?;
    let safety = fields.optional_text("safety_instruction_set")?;
    let visibility = fields.optional_one_of("visibility", &["private", "public"])?;
    let result = open(&call, |gateway, world| {
        find(&call, gateway)?;
        let character = world.characters.by_cameo_mut(call.param("cameo_id"));
        let character = character.ok_or_else(not_found)?;
        if let Some(text) = instructions {
            character.instruction_set = json!(text);
        }
        if let Some(text) = safety {
            character.safety_instruction_set = json!(text);
        }
        if let Some(word) = visibility {
            character.visibility = word.to_owned();
        }
        let result = json!({"success": true, "visibility": character.visibility});
        for entry in &mut gateway.characters {
            if entry.cameo_id == call.param("cameo_id") {
                entry.updated_at = call.now;
            }
        }
        Ok::<_, Refusal>(result)
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Character updated successfully",
        "result": result,
    })))
}

/// `DELETE /api/characters/{cameo_id}`: from the gateway's database only.
pub async fn delete(call: Call) -> Answer {
    administrator(&call)?;
    open(&call, |gateway, _| {
        find(&call, gateway)?;
        gateway
            .characters
            .retain(|entry| entry.cameo_id != call.param("cameo_id"));
        Ok::<_, Refusal>(())
    })?;
    done("Character deleted from database")
}

fn listed(call: &Call, meant: impl Fn(&CharacterEntry) -> bool) -> Answer {
    let characters = open(call, |gateway, world| {
        let entries = gateway.characters.iter().filter(|entry| meant(entry));
        let words = entries.map(|entry| word(call, world, entry));
        words.collect::<Value>()
    });
    Ok(Reply::json(
        json!({"success": true, "characters": characters}),
    ))
}

fn find<'a>(call: &Call, gateway: &'a Gateway) -> Result<&'a CharacterEntry, Refusal> {
    let id = call.param("cameo_id");
    let entries = gateway.characters.iter();
    entries
        .into_iter()
        .find(|entry| entry.cameo_id == id)
        .ok_or_else(not_found)
}

fn word(call: &Call, world: &World, entry: &CharacterEntry) -> Value {
    // One that was deleted behind the gateway leaves its entry.
    let character = world.characters.characters.get(&entry.character_id);
    let created = character.map_or(entry.updated_at, |character| character.created_at);
    json!({
        "id": entry.id,
        "cameo_id": entry.cameo_id,
        "character_id": entry.character_id,
        "token_id": entry.token_id,
        "username": character.map(|character| &character.username),
        "display_name": character.map(|character| &character.display_name),
        "profile_url": call.asset_url(&entry.cameo_id, "profile.webp"),
        "instruction_set": character.map(|character| &character.instruction_set),
        "safety_instruction_set": character.map(|character| &character.safety_instruction_set),
        "visibility": character.map_or("private", |character| &character.visibility),
        "status": if character.is_some() { "finalized" } else { "deleted" },
        "created_at": naive(created),
        "updated_at": naive(entry.updated_at),
    })
}

fn not_found() -> Refusal {
    Refusal::of("not_found").message("Character not found")
}
