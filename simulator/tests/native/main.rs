//! The client against the simulator, on the native dialect: every flow over real
//! sockets, in the documented and in the observed form.

mod account;
mod cameos;
mod catalogue;
mod faults;
mod images;
mod lists;
mod posts;
mod setup;
mod videos;
