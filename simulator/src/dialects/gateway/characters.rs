//! Characters that gateways make from a part of a video.

use serde_json::Value;

use crate::engine::characters::{Cameo, Character};
use crate::exchange::Call;

/// Makes a character of `account` from the seconds `range` of a video. Without
/// a `name` it gets one made up.
pub fn create(call: &Call, account: &str, name: Option<&str>, range: (f64, f64)) -> Character {
    let mut world = call.world();
    let suffix = world.random.base32(6);
    let username = format!("simulated.{suffix}");
    let character = Character {
        id: format!("ch_{}", world.random.hex(32)),
        cameo: format!("cameo_{}", world.random.hex(32)),
        account: account.to_owned(),
        display_name: name.map_or_else(|| format!("Simulated {suffix}"), str::to_owned),
        profile_asset_pointer: format!("asset_ptr_{}", world.random.hex(32)),
        username,
        instruction_set: Value::Null,
        safety_instruction_set: Value::Null,
        visibility: "private".into(),
        created_at: call.now,
    };
    let cameo = Cameo {
        id: character.cameo.clone(),
        account: account.to_owned(),
        created_at: call.now,
        timestamps: range,
        fails: false,
        character: Some(character.id.clone()),
    };
    world.characters.cameos.insert(cameo.id.clone(), cameo);
    world
        .characters
        .characters
        .insert(character.id.clone(), character.clone());
    character
}

/// The character `id`, if it is one of `account`.
pub fn find(call: &Call, account: &str, id: &str) -> Option<Character> {
    let world = call.world();
    let character = world.characters.characters.get(id)?;
    (character.account == account).then(|| character.clone())
}
