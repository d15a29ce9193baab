//! The client against the simulator, on the Sora2API gateway: every flow over
//! real sockets, in the documented and in the observed form.

mod admin;
mod chat;
mod looking;
mod media;
mod setup;
mod upstream;
mod videos;
