//! Thousands of prompts on one machine, over the public API of [`sorakit`]: a file of
//! requests, a night to run, and nothing twice.
//!
//! A [`Batch`] is a folder of results with a ledger, one SQLite file in which every request
//! has a [`State`]. `sending` is committed before the request leaves, so after any crash a
//! request either was not sent or is *unknown*; an unknown one is looked for among the
//! account's jobs, and never sent again unless that is asked for.
//!
//! ```no_run
//! use futures_util::StreamExt;
//! use sorakit::{Client, VideoRequest};
//! use sorakit_batch::{AddOptions, Batch, Connection, Event, RunOptions};
//!
//! # async fn example(client: Client) -> sorakit::Result<()> {
//! let mut batch = Batch::open("videos")?;
//! let prompts = ["a cat in the snow", "a dog on the beach"];
//! batch.add(prompts.map(VideoRequest::new), AddOptions::default())?;
//! let mut run = batch.run(vec![Connection::new(client)], RunOptions::default())?;
//! while let Some(event) = run.next().await {
//!     if let Event::Done { item, files, .. } = event? {
//!         println!("{}: {}", item.line, files[0].display());
//!     }
//! }
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

mod batch;
mod connection;
mod creation;
mod event;
mod export;
mod ledger;
mod lines;
mod place;
mod plain;
mod run;

pub use batch::{AddOptions, Added, Batch};
pub use connection::Connection;
pub use creation::{Creation, Request};
pub use event::{Event, Item};
pub use export::{Exported, Table, export};
pub use ledger::{Counts, LEDGER, Ledger, Row, Single, State};
pub use lines::{Format, Line, Lines};
pub use plain::{Finished, PlainBatch};
pub use run::{Run, RunOptions, Stopper};
