//! The simulator as clients meet it: over real sockets, with a client that is not ours.

mod client;
mod control;
mod faults;
mod media_origin;
mod server;
mod sora2api;
mod sora_account;
mod sora_cameos;
mod sora_creation;
mod sora_errors;
mod sora_posts;
mod sora_sentinel;
mod sora_uploads;
mod sora_video;
