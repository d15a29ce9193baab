//! The catalogue: everything that other languages are generated from.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::operations;
use crate::dialect::{Dialect, Feature};
use crate::error::{ErrorKind, ErrorReport};
use crate::event::Event;
use crate::job::Job;
use crate::methods::METHODS;
use crate::options::Options;
use crate::request::{
    AccountQuota, Character, CharacterRequest, EnhanceRequest, ImageRequest, ModelInfo,
    PageRequest, VideoRequest,
};

/// The catalogue as JSON: every operation with its name, dialect, method, path,
/// documentation, whether it may be repeated, and the schemas of its request and
/// result; the methods of the one interface; the shared types; the kinds of error; the dialects. Schemas refer to
/// `#/definitions`.
pub fn catalog() -> Value {
    let mut generator = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/definitions".into())
        .into_generator();
    let listed: Vec<Value> = operations()
        .map(|operation| {
            let meta = operation.meta;
            let request = (operation.request_schema)(&mut generator).to_value();
            json!({
                "name": meta.name,
                "dialect": meta.dialect,
                "method": meta.method,
                "path": meta.path,
                "service": meta.service,
                "auth": meta.auth,
                "repeatable": meta.repeatable,
                "sentinel": meta.sentinel,
                "reply": meta.reply,
                "patience": meta.patience,
                "source": meta.source,
                "doc": documentation(&request, &generator),
                "request": request,
                "response": (operation.response_schema)(&mut generator).to_value(),
                "event": operation.events.map(|events| (events.schema)(&mut generator).to_value()),
            })
        })
        .collect();
    let methods: Vec<Value> = METHODS
        .iter()
        .map(|method| {
            json!({
                "name": method.name,
                "doc": method.doc,
                "request": (method.request_schema)(&mut generator),
                "response": (method.response_schema)(&mut generator),
            })
        })
        .collect();
    let types = json!({
        "job": generator.subschema_for::<Job>(),
        "options": generator.subschema_for::<Options>(),
        "video_request": generator.subschema_for::<VideoRequest>(),
        "image_request": generator.subschema_for::<ImageRequest>(),
        "character_request": generator.subschema_for::<CharacterRequest>(),
        "character": generator.subschema_for::<Character>(),
        "enhance_request": generator.subschema_for::<EnhanceRequest>(),
        "page_request": generator.subschema_for::<PageRequest>(),
        "quota": generator.subschema_for::<AccountQuota>(),
        "model": generator.subschema_for::<ModelInfo>(),
        "error": generator.subschema_for::<ErrorReport>(),
        "event": generator.subschema_for::<Event>(),
    });
    let kinds: Vec<Value> = ErrorKind::ALL
        .iter()
        .map(|kind| json!({ "kind": kind, "hint": kind.hint(), "retryable": kind.retryable() }))
        .collect();
    let features: Vec<Value> = Feature::ALL
        .iter()
        .map(|feature| json!({ "name": feature, "dialects": feature.dialects() }))
        .collect();
    json!({
        "dialects": Dialect::ALL,
        "features": features,
        "error_kinds": kinds,
        "types": types,
        "methods": methods,
        "operations": listed,
        "definitions": definitions(&mut generator),
    })
}

/// The doc comment of the request struct.
fn documentation(request: &Value, generator: &SchemaGenerator) -> Value {
    let described = match request.get("$ref").and_then(Value::as_str) {
        Some(reference) => {
            let name = reference.rsplit('/').next().unwrap_or_default();
            generator.definitions().get(name)
        }
        None => Some(request),
    };
    described
        .and_then(|schema| schema.get("description"))
        .cloned()
        .unwrap_or_default()
}

fn definitions(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut definitions: Vec<_> = generator.take_definitions(true).into_iter().collect();
    definitions.sort_by(|(one, _), (other, _)| one.cmp(other));
    definitions.into_iter().collect()
}
