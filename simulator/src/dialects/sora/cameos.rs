//! From a cameo to a character (`docs/wire/sora.md` §8).

use http::StatusCode;
use serde_json::{Value, json};

use super::access::authenticate;
use super::uploads::id_of_pointer;
use super::{bodies, usernames};
use crate::engine::characters::{Cameo, Character};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// `GET /project_y/cameos/in_progress/{cameo_id}`
pub async fn progress(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("cameo_id");
    let world = call.world();
    let cameo = world
        .characters
        .cameos
        .get(id)
        .filter(|cameo| cameo.account == account);
    let cameo = cameo.ok_or_else(|| Refusal::not_found("cameo", id))?;
    Ok(Reply::json(state(&call, cameo)))
}

/// Real servers leave `status` null and say "Completed" in `status_message`.
fn state(call: &Call, cameo: &Cameo) -> Value {
    let done = call.now >= cameo.done_at();
    let ready = done && !cameo.fails;
    let (documented, observed, message) = match (done, cameo.fails) {
        (false, _) => ("processing", json!("processing"), "Processing"),
        (true, true) => ("failed", json!("failed"), "No face was found in the video."),
        (true, false) if cameo.character.is_some() => {
            ("completed", json!("finalized"), "Completed")
        }
        (true, false) => ("completed", Value::Null, "Completed"),
    };
    let hint = "A friendly character with a calm voice.";
    let mut body = json!({
        "status": documented,
        "display_name_hint": ready.then_some("Simulated Character"),
        "username_hint": ready.then(|| format!("simulated.{}", &cameo.id[cameo.id.len() - 6..])),
        "profile_asset_url": ready.then(|| call.asset_url(&cameo.id, "profile.webp")),
        "instruction_set_hint": ready.then_some(hint),
    });
    if call.observed() {
        body["status"] = observed;
        body["status_message"] = json!(message);
        body["progress_pct"] = json!(cameo.progress(call.now));
        body["instruction_set"] =
            json!(ready.then(|| vec![json!({"type": "text", "value": hint})]));
        body["created_at"] = json!(bodies::seconds(cameo.created_at));
    }
    body
}

/// `POST /characters/finalize`
pub async fn finalize(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    fields.only(&[
        "cameo_id",
        "username",
        "display_name",
        "profile_asset_pointer",
        "instruction_set",
        "safety_instruction_set",
    ])?;
    let mut world = call.world();
    let cameo_id = fields.string("cameo_id")?;
    let cameo = world
        .characters
        .cameos
        .get(cameo_id)
        .filter(|cameo| cameo.account == account);
    let cameo = cameo
        .ok_or_else(|| Refusal::not_found("cameo", cameo_id))?
        .clone();
    if call.now < cameo.done_at() || cameo.fails || cameo.character.is_some() {
        let message =
            format!("`cameo_id`: {cameo_id} is not ready, has failed, or is finalized already.");
        return Err(Refusal::wrong_value("cameo_id", message));
    }
    let username = usernames::read(&world, &fields, "")?;
    let display_name = fields.string("display_name")?.to_owned();
    let pointer = fields.string("profile_asset_pointer")?;
    if world
        .uploads
        .of_account(id_of_pointer(pointer), &account)
        .is_none()
    {
        let message = format!("`profile_asset_pointer`: there is no asset {pointer}.");
        return Err(Refusal::wrong_value("profile_asset_pointer", message));
    }
    let character = Character {
        id: format!(
            "{}_{}",
            if call.observed() { "ch" } else { "char" },
            world.random.hex(32)
        ),
        cameo: cameo.id.clone(),
        account,
        username,
        display_name,
        profile_asset_pointer: pointer.to_owned(),
        instruction_set: instructions(&call, &fields, "instruction_set")?,
        safety_instruction_set: instructions(&call, &fields, "safety_instruction_set")?,
        visibility: "private".into(),
        created_at: call.now,
    };
    let mut body = json!({"character": {"character_id": character.id}});
    if call.observed() {
        body["character"]["username"] = json!(character.username);
        body["character"]["display_name"] = json!(character.display_name);
        body["character"]["cameo_id"] = json!(character.cameo);
    }
    if let Some(cameo) = world.characters.cameos.get_mut(&cameo.id) {
        cameo.character = Some(character.id.clone());
    }
    world
        .characters
        .characters
        .insert(character.id.clone(), character);
    Ok(Reply::json(body))
}

/// `POST /project_y/cameos/by_id/{cameo_id}/update_v2`
pub async fn update(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    let id = call.param("cameo_id");
    let mut world = call.world();
    let character = world
        .characters
        .by_cameo_mut(id)
        .filter(|character| character.account == account);
    let character = character.ok_or_else(|| Refusal::not_found("character of cameo", id))?;
    let visibility = if call.observed() {
        fields.only(&["visibility", "instruction_set", "safety_instruction_set"])?;
        fields.optional_one_of("visibility", &["public", "private"])?
    } else {
        fields.only(&["visibility"])?;
        Some(fields.one_of("visibility", &["public", "private"])?)
    };
    if let Some(visibility) = visibility {
        character.visibility = visibility.to_owned();
    }
    if fields.has("instruction_set") {
        character.instruction_set = instructions(&call, &fields, "instruction_set")?;
    }
    if fields.has("safety_instruction_set") {
        character.safety_instruction_set = instructions(&call, &fields, "safety_instruction_set")?;
    }
    Ok(Reply::json(json!({
        "success": true,
        "visibility": character.visibility,
        "instruction_set": character.instruction_set,
    })))
}

/// `DELETE /project_y/characters/{character_id}`: 204, or 200 as some servers answer.
pub async fn delete(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("character_id");
    let mut world = call.world();
    let own = world
        .characters
        .characters
        .get(id)
        .is_some_and(|character| character.account == account);
    if !own {
        return Err(Refusal::not_found("character", id));
    }
    world.characters.characters.remove(id);
    Ok(if call.observed() {
        Reply::json(json!({"success": true}))
    } else {
        Reply::empty(StatusCode::NO_CONTENT)
    })
}

/// Instructions must be sent: null, or `{value: [{type: "text", value}]}` as
/// real clients send them.
fn instructions(call: &Call, fields: &Fields, name: &str) -> Result<Value, Refusal> {
    let Some(value) = fields.get(name) else {
        return if fields.has(name) || call.observed() {
            Ok(Value::Null)
        } else {
            Err(Refusal::missing(name, "The field"))
        };
    };
    if !call.observed() {
        return Err(Refusal::wrong_type(name, "null"));
    }
    let items = fields
        .optional_object(name)?
        .map(|object| object.objects("value"));
    for item in items.transpose()?.unwrap_or_default() {
        item.one_of("type", &["text"])?;
        item.text("value")?;
    }
    Ok(value.clone())
}
