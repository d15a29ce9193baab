//! References: pictures that prompts can return to (`docs/wire/sora.md` §8.5).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::access::authenticate;
use super::bodies;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// One reference.
struct Reference {
    account: String,
    name: String,
    description: Option<String>,
    asset: Option<String>,
    created_at: jiff::Timestamp,
}

/// Every reference by id.
#[derive(Default)]
pub struct References(BTreeMap<String, Reference>);

impl References {
    /// Whether `account` has the reference `id`.
    pub fn has(&self, id: &str, account: &str) -> bool {
        self.0
            .get(id)
            .is_some_and(|reference| reference.account == account)
    }
}

/// `POST /project_y/references/create`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    let reference = Reference {
        name: fields.string("name")?.to_owned(),
        description: fields.optional_text("description")?.map(str::to_owned),
        asset: asset(&call, &account, &fields)?,
        account,
        created_at: call.now,
    };
    let mut world = call.world();
    let id = format!("ref_{}", world.random.hex(32));
    let body = word(&id, &reference);
    world.state::<References>().0.insert(id, reference);
    Ok(Reply::json(body))
}

/// `GET /project_y/references/mine`
pub async fn mine(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let mut world = call.world();
    let own = world
        .state::<References>()
        .0
        .iter()
        .filter(|(_, reference)| reference.account == account);
    let items: Vec<_> = own.map(|(id, reference)| word(id, reference)).collect();
    Ok(Reply::json(json!({"items": items, "cursor": null})))
}

/// `PUT /project_y/references/{reference_id}`
pub async fn update(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let fields = call.json()?;
    let id = call.param("reference_id");
    let asset = asset(&call, &account, &fields)?;
    let mut world = call.world();
    let references = &mut world.state::<References>().0;
    let reference = references
        .get_mut(id)
        .filter(|reference| reference.account == account);
    let reference = reference.ok_or_else(|| Refusal::not_found("reference", id))?;
    if let Some(name) = fields.optional_text("name")? {
        reference.name = name.to_owned();
    }
    if let Some(description) = fields.optional_text("description")? {
        reference.description = Some(description.to_owned());
    }
    reference.asset = asset.or(reference.asset.take());
    Ok(Reply::json(word(id, reference)))
}

/// `DELETE /project_y/references/{reference_id}`
pub async fn delete(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let id = call.param("reference_id");
    let mut world = call.world();
    let references = world.state::<References>();
    if !references.has(id, &account) {
        return Err(Refusal::not_found("reference", id));
    }
    references.0.remove(id);
    Ok(Reply::json(json!({"success": true})))
}

fn asset(call: &Call, account: &str, fields: &Fields) -> Result<Option<String>, Refusal> {
    let Some(pointer) = fields.optional_text("asset_pointer")? else {
        return Ok(None);
    };
    let id = super::uploads::id_of_pointer(pointer);
    if call.world().uploads.of_account(id, account).is_none() {
        let message = format!("`asset_pointer`: there is no asset {pointer}.");
        return Err(Refusal::wrong_value("asset_pointer", message));
    }
    Ok(Some(pointer.to_owned()))
}

fn word(id: &str, reference: &Reference) -> Value {
    json!({
        "id": id,
        "reference_id": id,
        "name": reference.name,
        "description": reference.description,
        "asset_pointer": reference.asset,
        "created_at": bodies::seconds(reference.created_at),
    })
}
