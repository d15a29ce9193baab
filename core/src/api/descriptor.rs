//! An operation without its Rust types.

use schemars::JsonSchema;
#[cfg(not(target_family = "wasm"))]
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::read_as;
use super::sendable::{Plain, PlainWalk};
use super::videos_v1::Content;
#[cfg(not(target_family = "wasm"))]
use super::{Body, Context};
use super::{EventOperation, FileInput, Meta, Operation, Paged, Pieces, Reply, Sendable, Walk};
use crate::model::Result;

/// An operation without its Rust types: the form in which other languages, the catalogue
/// and the contract vectors reach it, and which
/// [`Client::call_described`](crate::Client::call_described) sends.
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
    /// The job that these fields poll, if the operation polls one.
    #[cfg(not(target_family = "wasm"))]
    pub job: fn(Value) -> Option<String>,
    /// Reads the fields of a call: as JSON, with the files that `{"attachment": n}` refers
    /// to.
    pub read: ReadFn,
    /// Reads the result in an answer that [is one](Operation::answers).
    pub decode: fn(&Reply) -> Result<Value>,
    /// Reads the result, or the error, in any answer.
    #[cfg(not(target_family = "wasm"))]
    pub judge: fn(&Reply) -> Result<Value>,
    /// The answer as a stream, for operations that have one.
    pub events: Option<Events>,
    /// The listed items, page after page, for operations that list any.
    pub items: Option<Items>,
    /// Reads the beginning of an answer that is a file, for operations answered with one.
    pub content: Option<fn(&Reply) -> Result<Content>>,
}

/// Reads the fields of a call, and its files.
pub type ReadFn = fn(Value, &[FileInput]) -> Result<Box<dyn Sendable>>;

/// Reads the fields of the call for a first page, and its files.
pub type WalkFn = fn(Value, &[FileInput]) -> Result<Box<dyn Walk<Item = Value>>>;

/// The pieces of an operation's answer.
#[derive(Clone, Copy)]
pub struct Events {
    /// The JSON Schema of one piece.
    #[cfg(not(target_family = "wasm"))]
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes a reader of an answer's events.
    pub reader: fn() -> Pieces,
}

/// The items that an operation lists.
#[derive(Clone, Copy)]
pub struct Items {
    /// The JSON Schema of one item.
    #[cfg(not(target_family = "wasm"))]
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Reads the fields of the first page's call, and its files.
    pub read: WalkFn,
}

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
            read: |fields, files| Ok(Box::new(read_call::<O>(fields, files)?)),
            decode: decode::<O>,
            #[cfg(not(target_family = "wasm"))]
            judge: |reply| {
                let judged = match O::answers(reply) {
                    true => decode::<O>(reply),
                    false => Err(O::failure(reply)),
                };
                judged.map_err(|error| error.on(O::META.name))
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
        descriptor.items = Some(Items {
            #[cfg(not(target_family = "wasm"))]
            schema: |generator| generator.subschema_for::<O::Item>(),
            read: |fields, files| Ok(Box::new(PlainWalk(read_call::<O>(fields, files)?))),
        });
        descriptor
    }

    /// The descriptor of an operation that is answered with a file.
    pub const fn of_content<O: Operation<Output = Content>>() -> Self {
        let mut descriptor = Self::of::<O>();
        descriptor.content = Some(O::decode);
        descriptor
    }

    /// The descriptor of an operation that can be answered as a stream.
    pub const fn of_events<O: EventOperation>() -> Self {
        let mut descriptor = Self::of::<O>();
        descriptor.events = Some(Events {
            #[cfg(not(target_family = "wasm"))]
            schema: |generator| generator.subschema_for::<O::Event>(),
            reader: || Box::new(Plain::<O::Reader>::default()),
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
    if attachments.is_empty() {
        return read_fields::<O>(fields);
    }
    let mut operation: O = read_fields::<O>(fields.clone())?;
    FileInput::attach_all(operation.files(), attachments, &fields)?;
    Ok(operation)
}

fn read_fields<O: Operation>(fields: Value) -> Result<O> {
    read_as("params", fields).map_err(|error| error.on(O::META.name))
}
