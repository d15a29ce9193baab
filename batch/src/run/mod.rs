//! A batch at work, as a stream of what happens.

mod book;
mod deliver;
mod drive;
mod engine;
mod lane;
mod look;
mod policy;
mod work;

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use futures_util::Stream;
use futures_util::future::{BoxFuture, FutureExt};
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{Error, Result, seconds};

use crate::connection::Connection;
use crate::event::Event;
use crate::ledger::Ledger;
use book::Book;
use engine::{Engine, Events};
use lane::Lane;

pub use engine::{RunOptions, Stopper};

/// A batch at work. It works as long as it is polled; dropping it ends the work at once, and a
/// later run goes on.
///
/// An error is the last item: one that would be every request's, such as a refused
/// credential or a full disk.
pub struct Run {
    driver: Option<BoxFuture<'static, Result<()>>>,
    events: Events,
    error: Option<Error>,
    stopper: Stopper,
    _running: Arc<()>,
}

/// What a run takes over from its batch.
pub(crate) struct Shared {
    pub ledger: Arc<Mutex<Ledger>>,
    pub folder: PathBuf,
    pub batch: i64,
    /// What shows that a run is under way.
    pub running: Arc<()>,
}

impl Run {
    pub(crate) fn new(
        shared: Shared,
        connections: Vec<Connection>,
        options: RunOptions,
    ) -> Result<Self> {
        if connections.is_empty() {
            return Err(Error::invalid("connections", "there has to be one"));
        }
        seconds(
            "deadline",
            options.deadline.map(|deadline| deadline.as_secs_f64()),
        )?;
        let (events, stopper) = (Events::default(), Stopper::default());
        let lanes = connections.into_iter().map(Lane::new).map(Arc::new);
        let host = NativeHost::new(NativeOptions::default())?;
        let engine = Engine {
            book: Book::new(shared.ledger, host.clone(), options.patience),
            folder: shared.folder,
            batch: shared.batch,
            lanes: lanes.collect(),
            options,
            events: events.clone(),
            stopper: stopper.clone(),
            host,
        };
        Ok(Self {
            driver: Some(drive::drive(Arc::new(engine)).boxed()),
            events,
            error: None,
            stopper,
            _running: shared.running,
        })
    }

    /// What ends the run in good order.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }
}

impl Stream for Run {
    type Item = Result<Event>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // What has happened goes first, so that the queue stays short.
        if let Some(event) = self.events.pop() {
            return Poll::Ready(Some(Ok(event)));
        }
        self.stopper.wakes(context.waker());
        if let Some(driver) = &mut self.driver
            && let Poll::Ready(ended) = driver.as_mut().poll(context)
        {
            self.driver = None;
            self.error = ended.err();
        }
        if let Some(event) = self.events.pop() {
            return Poll::Ready(Some(Ok(event)));
        }
        match self.driver {
            Some(_) => Poll::Pending,
            None => Poll::Ready(self.error.take().map(Err)),
        }
    }
}
