//! The HTTP server: listeners, connections, and the way of a request.

mod body;
mod connection;
mod control;
mod cors;
mod exchange;
mod fault;
pub mod files;
mod listen;

mod routes;

pub(crate) use listen::{Listener, serve};
pub(crate) use routes::Routes;
