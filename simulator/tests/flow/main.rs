//! The client's flows against a simulator, over real sockets.

mod addresses;
mod cancel;
mod credentials;
mod downloads;
mod drafts;
mod executors;
mod gateway;
mod native;
mod network;
mod proxies;
mod raw;
mod renewals;
mod said;
mod sending;
mod setup;
mod transport;
mod waits;
mod watcher;
