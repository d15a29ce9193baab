//! An operation, and a dialect: a table of operations.

use std::pin::Pin;
use std::sync::Arc;

use http::Method;

use crate::engine::Shapes;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

type Handler = Arc<dyn Fn(Call) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync>;

/// One operation of a dialect.
#[derive(Clone)]
pub struct Operation {
    /// Name, such as `sora.videos.create`.
    pub name: &'static str,
    /// HTTP method; a `GET` answers `HEAD` too.
    pub method: Method,
    /// Path below the dialect's base URL, with `{parameters}`.
    pub path: &'static str,
    /// What it does.
    pub handler: Handler,
}

impl Operation {
    /// An operation carried out by `handler`.
    pub fn new<F>(
        name: &'static str,
        method: Method,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self {
            name,
            method,
            path,
            handler: Arc::new(move |call| Box::pin(handler(call))),
        }
    }

    /// A `GET`.
    pub fn get<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::GET, path, handler)
    }

    /// A `POST`.
    pub fn post<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::POST, path, handler)
    }

    /// A `PUT`.
    pub fn put<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::PUT, path, handler)
    }

    /// A `DELETE`.
    pub fn delete<F>(
        name: &'static str,
        path: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        Self::new(name, Method::DELETE, path, handler)
    }
}

/// A wire format: where its operations stand and how it words errors.
pub struct Dialect {
    /// Name, as in a base URL.
    pub name: &'static str,
    /// Prefixes under which every operation is served; `""` for none.
    pub prefixes: &'static [&'static str],
    /// The operations.
    pub operations: Vec<Operation>,
    /// Words a refusal.
    pub render: fn(&Refusal, Shapes) -> Reply,
}
