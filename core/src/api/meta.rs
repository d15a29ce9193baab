//! The fixed facts of an operation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Dialect;

/// The fixed facts of an operation.
#[derive(Debug, Clone, Copy)]
pub struct Meta {
    /// The name, `dialect.group.verb`, such as `sora.videos.create`.
    pub name: &'static str,
    /// The dialect it belongs to.
    pub dialect: Dialect,
    /// The HTTP method.
    pub method: Method,
    /// The path below the service's base URL, with `{parameters}`.
    pub path: &'static str,
    /// The service whose base URL precedes the path.
    pub service: Service,
    /// The credential that is sent.
    pub auth: Auth,
    /// The conditions under which the request may be sent again.
    pub repeatable: Repeatable,
    /// True if a Sentinel token is needed, a new one for each request.
    pub sentinel: bool,
    /// The kind of answer.
    pub reply: ReplyKind,
    /// The longest time for the answer.
    pub patience: Patience,
    /// The place where the endpoint is documented, such as `docs/wire/sora.md §5.2`.
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

    /// A `POST` with a bearer token, which is sent again only when it is certain that the
    /// server did not take it.
    pub const fn post(name: &'static str, dialect: Dialect, path: &'static str) -> Self {
        let mut meta = Self::get(name, dialect, path);
        meta.method = Method::Post;
        meta.repeatable = Repeatable::IfUntaken;
        meta
    }

    /// A `PUT` with a bearer token. Setting a value twice is harmless.
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

    /// Uses another service than the dialect's API.
    #[must_use]
    pub const fn at(mut self, service: Service) -> Self {
        self.service = service;
        self
    }

    /// Uses another credential than the bearer token.
    #[must_use]
    pub const fn auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }

    /// Allows sending it again at will, though it is a `POST`.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.repeatable = Repeatable::Always;
        self
    }

    /// Requires a Sentinel token.
    #[must_use]
    pub const fn sentinel(mut self) -> Self {
        self.sentinel = true;
        self
    }

    /// Sets another kind of answer than JSON.
    #[must_use]
    pub const fn reply(mut self, reply: ReplyKind) -> Self {
        self.reply = reply;
        self
    }

    /// Allows more time for the answer than an ordinary request gets.
    #[must_use]
    pub const fn patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Sets the place where the endpoint is documented.
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

/// The conditions under which a request may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeatable {
    /// At will: doing it twice is the same as doing it once.
    Always,
    /// Only when it is certain that the server did not take it, because taking it twice
    /// costs money or creates a duplicate.
    IfUntaken,
}

/// The kind of answer that an operation has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyKind {
    /// One JSON document.
    Json,
    /// A media file, streamed.
    Media,
    /// A redirect, whose address is the result and is not followed.
    Redirect,
    /// Server-sent events, each an [`EventOperation::Event`](crate::api::EventOperation::Event).
    Events,
}

/// The longest time for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Patience {
    /// As long as any request: the client's `timeout`.
    Request,
    /// As long as an image: the server answers with the finished image.
    Image,
    /// As long as a video: the server answers with the finished video.
    Video,
}

/// The service of a deployment to which an operation is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// The dialect's API.
    Api,
    /// The web application's root, for session exchange (`docs/wire/sora.md` §1.1).
    Web,
    /// The host of the Sentinel challenge (`docs/wire/sora.md` §2.1).
    Sentinel,
    /// The token endpoint (`docs/wire/sora.md` §1.2).
    Oauth,
    /// The caller's own link service (`docs/wire/sora.md` §7.3).
    Links,
}
