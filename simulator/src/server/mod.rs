//! The HTTP server: listeners, connections, and the way of a request.

mod admission;
mod body;
mod connection;
mod connections;
mod control;
mod cors;
mod distort;
mod exchange;
mod fault;
pub(crate) mod files;
mod limits;
mod listen;
mod pause;
mod receive;
mod routes;
mod service;
mod tls;

pub(crate) use admission::Admission;
pub use limits::Limits;
pub(crate) use listen::{Listener, serve};
pub(crate) use routes::Routes;
pub(crate) use service::Shared;
pub(crate) use tls::Tls;
