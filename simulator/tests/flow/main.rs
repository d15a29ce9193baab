//! The client's flows against a simulator, over real sockets.

mod addresses;
mod cancel;
mod clock;
mod creations;
mod credentials;
mod downloads;
mod drafts;
mod endurance;
mod executors;
mod futures;
mod gateway;
mod living;
mod logged;
mod native;
mod network;
mod others;
mod proxies;
mod raw;
mod renewals;
mod said;
mod sending;
mod setup;
mod transport;
mod waits;
mod watcher;
mod words;
