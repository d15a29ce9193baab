//! The trait that every endpoint implements.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::context::{fill_path, push_query};
use super::fields::fields_of;
use super::meta::{Meta, Patience, ReplyKind};
use super::{Body, Context, FileInput, Part, Reply};
use crate::model::{Error, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// An endpoint as a value: its fields are the request's fields.
///
/// Most operations need only [`Operation::META`] and two structs. By default the fields
/// that the path names go into the path, the others into the query of a `GET` or
/// `DELETE` and into the JSON body of anything else, and the answer is read as JSON.
///
/// ```
/// use sorakit::api::{Context, Operation, sora::CheckQuota};
///
/// let request = CheckQuota {}.encode(&Context::example()).unwrap();
/// assert_eq!(request.method(), "GET");
/// assert_eq!(request.uri().path(), "/backend/nf/check");
/// ```
pub trait Operation:
    Serialize + DeserializeOwned + JsonSchema + Clone + MaybeSend + MaybeSync + 'static
{
    /// The result that the endpoint answers with.
    type Output: Serialize + DeserializeOwned + JsonSchema + MaybeSend + 'static;

    /// The endpoint's fixed facts.
    const META: Meta;

    /// Refuses values that the documents do not allow, naming the field and what it
    /// accepts. Called before anything is sent.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// The files to send, so that they are opened and checked beforehand.
    fn files(&mut self) -> Vec<&mut FileInput> {
        Vec::new()
    }

    /// The longest time for the answer, where that depends on the fields.
    fn patience(&self) -> Patience {
        Self::META.patience
    }

    /// The job that this polls: an answer without an id is that job's.
    fn job(&self) -> Option<&str> {
        None
    }

    /// Encodes the request for the wire.
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        context.request::<Self>(self)
    }

    /// True if an answer with this status is a result. Deleting accepts 404, because then
    /// the thing is gone; [`ReplyKind::Redirect`] accepts a redirect.
    fn accepts(status: http::StatusCode) -> bool {
        status.is_success() || (status.is_redirection() && Self::META.reply == ReplyKind::Redirect)
    }

    /// True if an answer is a result: its status is [accepted](Self::accepts), or its body
    /// is the requested job, whatever the status.
    fn answers(reply: &Reply) -> bool {
        Self::accepts(reply.status)
    }

    /// Reads the error in an answer that [is no result](Self::answers), where this endpoint
    /// means more by it than others do.
    fn failure(reply: &Reply) -> Error {
        super::failure(reply)
    }

    /// Reads the result in an answer that [is one](Self::answers).
    fn decode(reply: &Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// An operation that can be answered piece by piece, as server-sent events.
/// [`Client::stream`](crate::Client::stream) yields the pieces as they come;
/// [`Operation::decode`] reads the same events as one answer.
pub trait EventOperation: Operation {
    /// The content of one event.
    type Event: Serialize + DeserializeOwned + JsonSchema + MaybeSend + 'static;

    /// The reader that extracts events from the body.
    type Reader: EventReader<Event = Self::Event> + Default;
}

/// Reads the events of an answer from its body, wherever that is cut. It does no I/O.
pub trait EventReader: MaybeSend + 'static {
    /// The content of one event.
    type Event;

    /// Returns the events that these bytes complete. An error is the last.
    fn push(&mut self, bytes: &[u8]) -> Vec<Result<Self::Event>>;

    /// Returns the events that the end of the body completes, and an error if the answer is
    /// not whole.
    fn finish(&mut self) -> Vec<Result<Self::Event>>;

    /// True if nothing more is needed: a body that breaks off now loses nothing.
    fn is_complete(&self) -> bool;

    /// True if nothing more can come.
    fn is_over(&self) -> bool;

    /// Adds to an error what was read before it, such as an id or a link.
    fn keep(&self, error: Error) -> Error;
}

impl Context<'_> {
    /// Builds an operation's usual request: path parameters, then query or JSON.
    pub fn request<O: Operation>(&self, operation: &O) -> Result<http::Request<Body>> {
        self.usual(&O::META, fields_of(operation)?)
    }

    /// Builds a request with these fields in the query, whatever its method, and the others
    /// in the JSON body.
    pub fn request_with_query<O: Operation>(
        &self,
        operation: &O,
        in_query: &[&str],
    ) -> Result<http::Request<Body>> {
        let meta = &O::META;
        let (mut path, mut rest) = fill_path(meta, fields_of(operation)?)?;
        let query = in_query
            .iter()
            .filter_map(|name| rest.shift_remove_entry(*name))
            .collect();
        push_query(&mut path, &query);
        match rest.is_empty() {
            true => self.build(meta, &path, None, Body::empty()),
            false => self.json(meta, &path, &Value::Object(rest)),
        }
    }

    /// Builds a request with a JSON body of its own; `operation` fills the path.
    pub fn request_with<O: Operation>(
        &self,
        operation: &O,
        body: &Value,
    ) -> Result<http::Request<Body>> {
        let (path, _) = fill_path(&O::META, fields_of(operation)?)?;
        self.json(&O::META, &path, body)
    }

    /// Builds a request with a multipart form; `operation` fills the path.
    pub fn form<O: Operation>(
        &self,
        operation: &O,
        parts: Vec<Part>,
    ) -> Result<http::Request<Body>> {
        // Without a parameter in the path there is nothing to fill, and files need no
        // JSON form.
        let path = match O::META.path.contains('{') {
            true => fill_path(&O::META, fields_of(operation)?)?.0,
            false => O::META.path.to_owned(),
        };
        let (body, content_type) = Body::multipart(self.boundary, parts);
        self.build(&O::META, &path, Some(&content_type), body)
    }
}
