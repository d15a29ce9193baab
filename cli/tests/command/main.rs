//! The command as its users meet it: processes, exit statuses, files, and a
//! simulator over real sockets.

mod batch;
#[cfg(unix)]
mod batch_killed;
mod batch_lines;
mod calls;
mod completions;
mod creation;
mod credentials;
#[cfg(unix)]
mod disk;
mod doctor;
mod documents;
mod failures;
mod help;
#[cfg(unix)]
mod interrupt;
mod jobs;
#[cfg(unix)]
mod killed;
mod links;
mod log;
mod network;
mod output;
mod profiles;
mod proof_of_work;
#[cfg(unix)]
mod pty;
mod recording;
mod run;
mod secrets;
mod simulate;
#[cfg(unix)]
mod terminal;
mod verbs;
mod video;
mod wrong_input;
