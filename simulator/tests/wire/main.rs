//! The simulator as clients meet it: over real sockets, with a client that is not ours.

mod admission;
mod client;
mod control;
mod distort;
mod faults;
mod limits;
mod media_origin;
mod mirror_chat;
mod mirror_videos;
mod openai_servers;
mod openai_videos;
mod relay_videos;
mod server;
mod skyriff_links;
mod skyriff_videos;
mod sora2api;
mod sora_account;
mod sora_cameos;
mod sora_creation;
mod sora_errors;
mod sora_posts;
mod sora_sentinel;
mod sora_uploads;
mod sora_video;
