//! The catalogue from which all other languages are generated.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use sorakit::api::sora::OauthClient;
use sorakit::api::{Descriptor, operations};
use sorakit::{Detection, Dialect, ErrorKind, ErrorReport, Event, Feature, Options};

use crate::methods::METHODS;

/// The catalogue as JSON: every operation with its name, dialect, method, path,
/// documentation, whether it may be repeated, and the schemas of its request and result;
/// the methods of the common interface; the shared types; the error kinds; the dialects
/// and their features.
///
/// Schemas refer to `#/definitions/<scope>/<type>`, where the scope is a dialect, or
/// `shared` for the common interface: dialects have types with the same name.
pub fn catalog() -> Value {
    let mut definitions = Map::new();
    let mut listed = Vec::new();
    for dialect in Dialect::ALL {
        let mut generator = generator(dialect.as_str());
        for operation in operations().filter(|operation| operation.meta.dialect == *dialect) {
            listed.push(describe(operation, &mut generator));
        }
        definitions.insert(dialect.to_string(), sorted(&mut generator));
    }
    let mut generator = generator("shared");
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
    for include in [
        SchemaGenerator::subschema_for::<Options>,
        SchemaGenerator::subschema_for::<ErrorReport>,
        SchemaGenerator::subschema_for::<Event>,
        SchemaGenerator::subschema_for::<Detection>,
    ] {
        include(&mut generator);
    }
    definitions.insert("shared".into(), sorted(&mut generator));
    let kinds: Vec<Value> = ErrorKind::ALL
        .iter()
        .map(|kind| json!({ "kind": kind, "hint": kind.hint(), "retryable": kind.retryable() }))
        .collect();
    let features: Vec<Value> = Feature::ALL
        .iter()
        .map(|feature| json!({ "name": feature, "dialects": feature.dialects() }))
        .collect();
    let oauth_clients: Map<String, Value> = OauthClient::ALL
        .iter()
        .map(|client| (client.id.to_owned(), client.redirect_uri.into()))
        .collect();
    json!({
        "dialects": Dialect::ALL,
        "features": features,
        "error_kinds": kinds,
        "oauth_clients": oauth_clients,
        "methods": methods,
        "operations": listed,
        "definitions": definitions,
    })
}

fn generator(scope: &str) -> SchemaGenerator {
    SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = format!("/definitions/{scope}").into())
        .into_generator()
}

fn describe(operation: &Descriptor, generator: &mut SchemaGenerator) -> Value {
    let meta = operation.meta;
    let request = (operation.request_schema)(generator).to_value();
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
        "doc": documentation(&request, generator),
        "request": request,
        "response": (operation.response_schema)(generator).to_value(),
        "event": operation.events.map(|events| (events.schema)(generator).to_value()),
        "item": operation.items.map(|items| (items.schema)(generator).to_value()),
    })
}

/// The doc comment of the request struct, without its examples, which are in Rust.
fn documentation(request: &Value, generator: &SchemaGenerator) -> Value {
    let described = match request.get("$ref").and_then(Value::as_str) {
        Some(reference) => {
            let name = reference.rsplit('/').next().unwrap_or_default();
            generator.definitions().get(name)
        }
        None => Some(request),
    };
    let text = described
        .and_then(|schema| schema.get("description"))
        .and_then(Value::as_str)
        .unwrap_or_default();
    text.split("\n```")
        .next()
        .unwrap_or_default()
        .trim_end()
        .into()
}

fn sorted(generator: &mut SchemaGenerator) -> Value {
    let mut definitions: Vec<_> = generator.take_definitions(true).into_iter().collect();
    definitions.sort_by(|(one, _), (other, _)| one.cmp(other));
    Value::Object(definitions.into_iter().collect())
}
