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
mod receive;
mod routes;
mod tls;

pub(crate) use admission::Admission;
pub use limits::Limits;
pub(crate) use listen::{Listener, Shared, serve};
pub(crate) use routes::Routes;
pub(crate) use tls::Tls;
