//! All operations by name, and what of them crosses languages.

use futures_util::StreamExt;
use schemars::JsonSchema;
#[cfg(not(target_family = "wasm"))]
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::videos_v1::Content;
#[cfg(not(target_family = "wasm"))]
use super::{Body, Context};
use super::{EventOperation, FileInput, Meta, Operation, Paged, Reply, read_as};
use crate::client::Client;
use crate::error::Result;
use crate::flow::{EventStream, MediaStream};
use crate::platform::BoxFuture;

/// An operation without its Rust types: how the bindings, the catalogue and the
/// contract vectors reach it.
#[derive(Clone, Copy)]
pub struct Descriptor {
    /// The fixed facts.
    pub meta: &'static Meta,
    /// The JSON Schema of the request's fields.
    #[cfg(not(target_family = "wasm"))]
    pub request_schema: fn(&mut SchemaGenerator) -> Schema,
    /// The JSON Schema of the result.
    #[cfg(not(target_family = "wasm"))]
    pub response_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Checks and encodes the fields, with files that are in memory.
    #[cfg(not(target_family = "wasm"))]
    pub encode: fn(Value, &Context<'_>) -> Result<http::Request<Body>>,
    /// The job that these fields ask after, where the operation asks after one.
    #[cfg(not(target_family = "wasm"))]
    pub job: fn(Value) -> Option<String>,
    /// Reads the result, or the error, in an answer.
    #[cfg(not(target_family = "wasm"))]
    pub decode: fn(&Reply) -> Result<Value>,
    /// Makes the call with a client.
    pub call: CallFn,
    /// How it is answered as a stream, where it can be.
    pub events: Option<Events>,
    /// How what it lists is walked through, page after page, where it can be.
    pub items: Option<Events>,
    /// Makes the call with a client, and gives the file that it is answered with
    /// as it arrives, where it is answered with one.
    pub content: Option<ContentFn>,
}

/// What an operation answers one after the other, its events or the items of its
/// pages, without their Rust types.
#[derive(Clone, Copy)]
pub struct Events {
    /// The JSON Schema of one.
    #[cfg(not(target_family = "wasm"))]
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes the call with a client, and gives them as they come.
    pub stream: StreamFn,
}

/// Makes a call that is answered as a stream: the client, the fields as JSON,
/// and the files of the call.
pub type StreamFn = fn(Client, Value, Vec<FileInput>) -> Result<EventStream<Value>>;

/// Makes a call that is answered with a file: the client, the fields as JSON, and
/// the files of the call.
pub type ContentFn = fn(Client, Value, Vec<FileInput>) -> BoxFuture<'static, Result<MediaStream>>;

/// Makes a call: the client, the fields as JSON, and the files of the call.
pub type CallFn = fn(Client, Value, Vec<FileInput>) -> BoxFuture<'static, Result<Value>>;

impl Descriptor {
    /// The descriptor of an operation.
    pub const fn of<O: Operation>() -> Self {
        Self {
            meta: &O::META,
            #[cfg(not(target_family = "wasm"))]
            request_schema: |generator| generator.subschema_for::<O>(),
            #[cfg(not(target_family = "wasm"))]
            response_schema: |generator| generator.subschema_for::<O::Output>(),
            #[cfg(not(target_family = "wasm"))]
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
            #[cfg(not(target_family = "wasm"))]
            job: |fields| read_fields::<O>(fields).ok()?.job().map(Into::into),
            #[cfg(not(target_family = "wasm"))]
            decode: |reply| {
                if !O::answers(reply) {
                    return Err(O::failure(reply).on(O::META.name));
                }
                decode::<O>(reply).map_err(|error| error.on(O::META.name))
            },
            call: |client, fields, attachments| {
                let operation = read_call::<O>(fields, &attachments);
                let operation = operation.map(|operation| Box::new(operation) as Box<_>);
                client.call_by_name(&O::META, operation, decode::<O>)
            },
            events: None,
            items: None,
            content: None,
        }
    }

    /// The descriptor of an operation whose answer is a page of a list.
    pub const fn of_pages<O: Paged>() -> Self
    where
        O::Item: Serialize + JsonSchema,
    {
        let mut descriptor = Self::of::<O>();
        descriptor.items = Some(Events {
            #[cfg(not(target_family = "wasm"))]
            schema: |generator| generator.subschema_for::<O::Item>(),
            stream: |client, fields, attachments| {
                let items = client.items(read_call::<O>(fields, &attachments)?);
                Ok(Box::pin(items.map(|item| {
                    item.map(|item| serde_json::to_value(item).unwrap_or_default())
                })))
            },
        });
        descriptor
    }

    /// The descriptor of an operation that is answered with a file.
    pub const fn of_content<O: Operation<Output = Content>>() -> Self {
        let mut descriptor = Self::of::<O>();
        descriptor.content = Some(|client, fields, attachments| {
            let operation = read_call::<O>(fields, &attachments);
            let operation = operation.map(|operation| Box::new(operation) as Box<_>);
            client.open_by_name(&O::META, operation, O::decode)
        });
        descriptor
    }

    /// The descriptor of an operation that can be answered as a stream.
    pub const fn of_events<O: EventOperation>() -> Self {
        let mut descriptor = Self::of::<O>();
        descriptor.events = Some(Events {
            #[cfg(not(target_family = "wasm"))]
            schema: |generator| generator.subschema_for::<O::Event>(),
            stream: |client, fields, attachments| {
                let operation = read_call::<O>(fields, &attachments)?;
                let events = client.stream(operation).map(|event| {
                    event.map(|event| serde_json::to_value(event).unwrap_or_default())
                });
                Ok(Box::pin(events))
            },
        });
        descriptor
    }
}

/// The result in an answer, as JSON.
fn decode<O: Operation>(reply: &Reply) -> Result<Value> {
    let output = O::decode(reply)?;
    Ok(serde_json::to_value(output).unwrap_or_default())
}

fn read_call<O: Operation>(fields: Value, attachments: &[FileInput]) -> Result<O> {
    let mut operation: O = read_fields::<O>(fields)?;
    for file in operation.files() {
        file.attach(attachments)?;
    }
    Ok(operation)
}

fn read_fields<O: Operation>(fields: Value) -> Result<O> {
    read_as("params", fields).map_err(|error| error.on(O::META.name))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ReplyKind;

    #[test]
    fn what_is_answered_piece_by_piece_can_be_had_so() {
        for operation in operations() {
            let Meta { name, reply, .. } = operation.meta;
            assert_eq!(
                operation.content.is_some(),
                *reply == ReplyKind::Media,
                "{name}"
            );
        }
    }
}
