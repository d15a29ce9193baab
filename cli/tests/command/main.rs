//! The command as its users meet it: processes, exit statuses, files, and a
//! simulator over real sockets.

mod calls;
mod creation;
mod credentials;
#[cfg(unix)]
mod disk;
mod documents;
mod failures;
#[cfg(unix)]
mod interrupt;
mod jobs;
#[cfg(unix)]
mod killed;
mod links;
mod network;
mod output;
mod proof_of_work;
mod recording;
mod run;
mod secrets;
#[cfg(unix)]
mod terminal;
mod video;
mod wrong_input;
