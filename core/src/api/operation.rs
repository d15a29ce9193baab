//! The trait that every endpoint implements.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Context, FileInput, Reply, Service};
use crate::model::{Dialect, Error, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// An endpoint as a value: its fields are the request's fields.
///
/// Most operations need only [`Operation::META`] and two structs. By default
/// the fields that the path names go into the path, the others into the query
/// of a `GET` or `DELETE` and into the JSON body of anything else, and the
/// answer is read as JSON.
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
    /// What the endpoint answers.
    type Output: Serialize + DeserializeOwned + JsonSchema + MaybeSend + 'static;

    /// The endpoint's fixed facts.
    const META: Meta;

    /// Refuses values that the documents do not allow, naming the field and
    /// what it accepts. Called before anything is sent.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// The files it sends, so that they are opened and checked beforehand.
    fn files(&mut self) -> Vec<&mut FileInput> {
        Vec::new()
    }

    /// How long the answer may take, where that depends on the fields.
    fn patience(&self) -> Patience {
        Self::META.patience
    }

    /// The job that it asks after: an answer without an id is that job's.
    fn job(&self) -> Option<&str> {
        None
    }

    /// The request on the wire.
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<super::Body>> {
        context.request::<Self>(self)
    }

    /// Whether an answer with this status is a result. Deleting accepts 404,
    /// for then the thing is gone; [`ReplyKind::Redirect`] accepts a redirect.
    fn accepts(status: http::StatusCode) -> bool {
        status.is_success() || (status.is_redirection() && Self::META.reply == ReplyKind::Redirect)
    }

    /// Whether an answer is a result: its status is [accepted](Self::accepts), or its
    /// body is the job that was asked for, whatever the status.
    fn answers(reply: &Reply) -> bool {
        Self::accepts(reply.status)
    }

    /// The error in an answer that [is no result](Self::answers), where this endpoint
    /// means more by it than others do.
    fn failure(reply: &Reply) -> Error {
        super::failure(reply)
    }

    /// The result in an answer that [is one](Self::answers).
    fn decode(reply: &Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// An operation that can be answered piece by piece, as server-sent events.
/// [`Client::stream`](crate::Client::stream) gives the pieces as they come;
/// [`Operation::decode`] reads the same events as one answer.
pub trait EventOperation: Operation {
    /// What one event says.
    type Event: Serialize + DeserializeOwned + JsonSchema + MaybeSend + 'static;

    /// What reads them out of the body.
    type Reader: EventReader<Event = Self::Event> + Default;
}

/// Reads the events of an answer out of its body, however that is cut. It does no
/// input or output.
pub trait EventReader: MaybeSend + 'static {
    /// What one event says.
    type Event;

    /// The events that these bytes complete. An error is the last.
    fn push(&mut self, bytes: &[u8]) -> Vec<Result<Self::Event>>;

    /// The events that the end of the body completes, and an error if the answer is
    /// not whole.
    fn finish(&mut self) -> Vec<Result<Self::Event>>;

    /// Whether nothing more need come: a body that breaks off now loses nothing.
    fn is_complete(&self) -> bool;

    /// Whether nothing more can come.
    fn is_over(&self) -> bool;

    /// Adds to an error what was read before it, such as an id or a link.
    fn keep(&self, error: Error) -> Error;
}

/// The fixed facts of an operation.
#[derive(Debug, Clone, Copy)]
pub struct Meta {
    /// Its name, `dialect.group.verb`, such as `sora.videos.create`.
    pub name: &'static str,
    /// The dialect it belongs to.
    pub dialect: Dialect,
    /// The HTTP method.
    pub method: Method,
    /// The path below the service's base URL, with `{parameters}`.
    pub path: &'static str,
    /// Which base URL the path stands under.
    pub service: Service,
    /// Which credential is sent.
    pub auth: Auth,
    /// Whether it may be sent again.
    pub repeatable: Repeatable,
    /// Whether a Sentinel token is needed, got afresh for each request.
    pub sentinel: bool,
    /// What kind of answer it has.
    pub reply: ReplyKind,
    /// How long its answer may take.
    pub patience: Patience,
    /// Where the endpoint is documented, such as `docs/wire/sora.md §5.2`.
    pub source: &'static str,
}

impl Meta {
    /// A `GET` with a bearer token, which may be repeated.
    pub const fn get(name: &'static str, dialect: Dialect, path: &'static str) -> Self {
        Self {
            name,
            dialect,
            method: Method::Get,
            path,
            service: Service::Api,
            auth: Auth::Bearer,
            repeatable: Repeatable::Always,
            sentinel: false,
            reply: ReplyKind::Json,
            patience: Patience::Request,
            source: "",
        }
    }

    /// A `POST` with a bearer token, which is sent again only when it is
    /// certain that the server did not take it.
    pub const fn post(name: &'static str, dialect: Dialect, path: &'static str) -> Self {
        let mut meta = Self::get(name, dialect, path);
        meta.method = Method::Post;
        meta.repeatable = Repeatable::IfUntaken;
        meta
    }

    /// A `PUT` with a bearer token. Setting a thing to a value twice is harmless.
    pub const fn put(name: &'static str, dialect: Dialect, path: &'static str) -> Self {
        let mut meta = Self::get(name, dialect, path);
        meta.method = Method::Put;
        meta
    }

    /// A `DELETE` with a bearer token. Deleting a thing twice is harmless.
    pub const fn delete(name: &'static str, dialect: Dialect, path: &'static str) -> Self {
        let mut meta = Self::get(name, dialect, path);
        meta.method = Method::Delete;
        meta
    }

    /// Another service than the dialect's API.
    #[must_use]
    pub const fn at(mut self, service: Service) -> Self {
        self.service = service;
        self
    }

    /// Another credential than the bearer token.
    #[must_use]
    pub const fn auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }

    /// May be sent again at will, though it is a `POST`.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.repeatable = Repeatable::Always;
        self
    }

    /// Needs a Sentinel token.
    #[must_use]
    pub const fn sentinel(mut self) -> Self {
        self.sentinel = true;
        self
    }

    /// Another kind of answer than JSON.
    #[must_use]
    pub const fn reply(mut self, reply: ReplyKind) -> Self {
        self.reply = reply;
        self
    }

    /// An answer that takes longer than that of an ordinary request.
    #[must_use]
    pub const fn patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Where the endpoint is documented.
    #[must_use]
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }
}

/// The HTTP methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Removes.
    Delete,
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Delete => Self::DELETE,
        }
    }
}

/// The credential that an operation sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Auth {
    /// None.
    None,
    /// `Authorization: Bearer` with the access token or API key.
    Bearer,
    /// The session token in a cookie (`docs/wire/sora.md` §1.1).
    SessionCookie,
    /// `Authorization: Bearer` with the token of an admin login (`docs/wire/sora2api.md` §7.1).
    Admin,
}

/// Whether a request may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeatable {
    /// At will: doing it twice is the same as doing it once.
    Always,
    /// Only when it is certain that the server did not take it, because taking
    /// it twice costs money or makes two of a thing.
    IfUntaken,
}

/// What kind of answer an operation has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyKind {
    /// One JSON document.
    Json,
    /// A media file, streamed.
    Media,
    /// A redirect, whose address is the result and is not followed.
    Redirect,
    /// Server-sent events, each an [`EventOperation::Event`].
    Events,
}

/// How long an answer may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Patience {
    /// As long as any request: the client's `timeout`.
    Request,
    /// As long as an image: the server answers when it is made.
    Image,
    /// As long as a video: the server answers when it is made.
    Video,
}
