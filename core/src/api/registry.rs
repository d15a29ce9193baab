//! All operations by name, and what of them crosses languages.

use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

use super::{Body, Context, FileInput, Meta, Operation, Reply};
use crate::client::Client;
use crate::error::{Error, Result};
use crate::platform::BoxFuture;

/// An operation without its Rust types: how the bindings, the catalogue and the
/// contract vectors reach it.
#[derive(Clone, Copy)]
pub struct Descriptor {
    /// The fixed facts.
    pub meta: &'static Meta,
    /// The JSON Schema of the request's fields.
    pub request_schema: fn(&mut SchemaGenerator) -> Schema,
    /// The JSON Schema of the result.
    pub response_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Checks and encodes the fields, with files that are in memory.
    pub encode: fn(Value, &Context<'_>) -> Result<http::Request<Body>>,
    /// Reads the result, or the error, in an answer.
    pub decode: fn(&Reply) -> Result<Value>,
    /// Makes the call with a client.
    pub call: CallFn,
}

/// Makes a call: the client, the fields as JSON, and the files of the call.
pub type CallFn = fn(Client, Value, Vec<FileInput>) -> BoxFuture<'static, Result<Value>>;

impl Descriptor {
    /// The descriptor of an operation.
    pub const fn of<O: Operation>() -> Self {
        Self {
            meta: &O::META,
            request_schema: |generator| generator.subschema_for::<O>(),
            response_schema: |generator| generator.subschema_for::<O::Output>(),
            encode: |fields, context| {
                let mut operation: O = read_fields::<O>(fields)?;
                for file in operation.files() {
                    file.open_in_memory()?;
                }
                operation.check().map_err(|error| error.on(O::META.name))?;
                operation
                    .encode(context)
                    .map_err(|error| error.on(O::META.name))
            },
            decode: |reply| {
                if !O::accepts(reply.status) {
                    return Err(super::failure(reply).on(O::META.name));
                }
                let output = O::decode(reply).map_err(|error| error.on(O::META.name))?;
                Ok(serde_json::to_value(output).unwrap_or_default())
            },
            call: |client, fields, attachments| {
                Box::pin(async move {
                    let mut operation: O = read_fields::<O>(fields)?;
                    for file in operation.files() {
                        file.attach(&attachments)?;
                    }
                    let output = client.call(operation).await?;
                    Ok(serde_json::to_value(output).unwrap_or_default())
                })
            },
        }
    }
}

fn read_fields<O: Operation>(fields: Value) -> Result<O> {
    serde_path_to_error::deserialize(fields).map_err(|error| {
        let field = error.path().to_string();
        let what = error.into_inner().to_string();
        let error = match field.as_str() {
            // The message names a field that is missing or too much.
            "." => Error::new(crate::ErrorKind::InvalidInput, what),
            _ => Error::invalid(field, what),
        };
        error.on(O::META.name)
    })
}

/// Every operation of every dialect, in the order of the documents.
pub fn operations() -> impl Iterator<Item = &'static Descriptor> {
    [
        super::sora::OPERATIONS,
        super::mirror::OPERATIONS,
        super::sora2api::OPERATIONS,
        super::skyriff::OPERATIONS,
        super::relay::OPERATIONS,
        super::openai::OPERATIONS,
    ]
    .into_iter()
    .flatten()
}

/// The operation of this name.
pub fn find(name: &str) -> Option<&'static Descriptor> {
    operations().find(|operation| operation.meta.name == name)
}
