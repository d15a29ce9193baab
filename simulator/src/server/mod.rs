//! The HTTP server: listeners, connections, and the way of a request.

mod body;
mod connection;
mod control;
mod cors;
mod distort;
mod exchange;
mod fault;
pub(crate) mod files;
mod listen;

mod routes;
mod tls;

pub(crate) use listen::{Listener, serve};
pub(crate) use routes::Routes;
pub(crate) use tls::Tls;
