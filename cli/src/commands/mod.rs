//! The commands, one file each.

pub mod batch;
pub mod call;
pub mod characters;
pub mod completions;
pub mod config;
mod creation;
pub mod delete;
mod delivery;
pub mod detect;
pub mod doctor;
pub mod image;
pub mod jobs;
pub mod licenses;
pub mod links;
pub mod list;
pub mod login;
pub mod logout;
pub mod man;
pub mod models;
pub mod operations;
pub mod pow;
pub mod profiles;
pub mod publish;
pub mod quota;
pub mod resume;
pub mod simulate;
pub mod video;
