//! sorakit's client against the simulator's mirror, skyriff, relay and openai
//! dialects, over real sockets.

mod detect;
mod features;
mod openai;
mod others;
mod requests;
mod setup;
mod videos;
