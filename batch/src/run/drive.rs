//! The course of a run: what an earlier one left, then what waits, then what is unknown.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use futures_util::future::{BoxFuture, Either, FutureExt, select};
use futures_util::stream::{FuturesUnordered, StreamExt};
use sorakit::host::Host;
use sorakit::{Error, ErrorKind, Job, Result};

use super::engine::Engine;
use super::lane::Lane;
use super::look::Found;
use super::work::Ended;
use crate::event::{Event, Item};
use crate::ledger::Row;

/// The most jobs of earlier runs that are waited for at once.
const MOST_RESUMED: usize = 500;

/// What a run is at.
struct Course {
    engine: Arc<Engine>,
    /// Requests on their way to a finished job, each in its place on a connection.
    jobs: FuturesUnordered<BoxFuture<'static, (Arc<Lane>, Ended)>>,
    /// Finished jobs whose files come, and those that wait for it.
    downloads: FuturesUnordered<BoxFuture<'static, Ended>>,
    made: VecDeque<(Arc<Lane>, Row, Job)>,
    /// The last request of an earlier run that was gone on with; `None` after all of them.
    resumed: Option<i64>,
    /// True while there may be requests that wait.
    is_more: bool,
    /// What ends the run.
    error: Option<Error>,
}

/// Runs a batch until nothing is left that can be done.
pub async fn drive(engine: Arc<Engine>) -> Result<()> {
    engine.book.with(|ledger| ledger.recover()).await?;
    let mut course = Course {
        engine,
        jobs: FuturesUnordered::new(),
        downloads: FuturesUnordered::new(),
        made: VecDeque::new(),
        resumed: Some(0),
        is_more: true,
        error: None,
    };
    course.look_for_unknown(true).await?;
    course.work().await?;
    // A server may show a job a little later; and another look costs nothing.
    if course.error.is_none() {
        course.look_for_unknown(false).await?;
        course.work().await?;
    }
    course.error.map_or(Ok(()), Err)
}

impl Course {
    /// Looks for what is unknown. At the beginning, what is not found is told, or sent again
    /// where that is asked for.
    async fn look_for_unknown(&mut self, at_first: bool) -> Result<()> {
        let engine = self.engine.clone();
        let mut after = 0;
        while let Some(row) = engine
            .book
            .with(move |ledger| ledger.next_unknown(after))
            .await?
        {
            after = row.id;
            let (id, batch) = (row.id, engine.batch);
            let Some(lane) = engine.lane_of(&row) else {
                continue;
            };
            match engine.look(&row, &lane).await {
                // It is gone on with like all that an earlier run began.
                Ok(Found::Job(_)) if at_first => {}
                Ok(Found::Job(job)) => {
                    let row = Row {
                        job_id: Some(job.id),
                        job: None,
                        ..row
                    };
                    self.go_on(row, lane);
                }
                Ok(Found::Nothing) if !at_first => {}
                Ok(Found::Nothing)
                    if engine.options.resend_unknown
                        && engine
                            .book
                            .with(move |ledger| ledger.resend(id, batch))
                            .await? => {}
                Ok(Found::Nothing) => {
                    let error = row.error.clone().unwrap_or_else(|| {
                        Error::new(ErrorKind::OutcomeUnknown, "its answer was lost").report()
                    });
                    engine.events.push(Event::Unknown {
                        item: Item::of(&row),
                        error,
                    });
                }
                Err(error) => {
                    let item = Item::of(&row);
                    let error = error.report();
                    engine.events.push(Event::Unknown { item, error });
                }
            }
        }
        Ok(())
    }

    /// Sends, waits and downloads until there is nothing more to do.
    async fn work(&mut self) -> Result<()> {
        loop {
            self.resume().await?;
            self.send().await?;
            self.download();
            if self.jobs.is_empty() && self.downloads.is_empty() && self.pause_end().is_none() {
                return Ok(());
            }
            self.next().await;
        }
    }

    /// Goes on with what an earlier run began.
    async fn resume(&mut self) -> Result<()> {
        while let Some(after) = self.resumed
            && self.has_room()
            && self.jobs.len() < MOST_RESUMED
        {
            let next = self
                .engine
                .book
                .with(move |ledger| ledger.next_begun(after))
                .await?;
            self.resumed = next.as_ref().map(|row| row.id);
            let Some(row) = next else { break };
            match self.engine.lane_of(&row) {
                Some(lane) => self.go_on(row, lane),
                None => {
                    let base_url = row.base_url.as_deref().unwrap_or_default();
                    let what = format!(
                        "it was begun at {base_url}, which is not among the servers of this run"
                    );
                    let error = Error::new(ErrorKind::Configuration, what);
                    self.engine.is_left(&row, error).await?;
                }
            }
        }
        Ok(())
    }

    fn go_on(&mut self, row: Row, lane: Arc<Lane>) {
        lane.begin();
        let work = self.engine.clone().go_on(row, lane.clone());
        self.jobs.push(work.map(|ended| (lane, ended)).boxed());
    }

    /// Sends as much as the connections take.
    async fn send(&mut self) -> Result<()> {
        let now = Instant::now();
        while self.resumed.is_none() && self.sends() && self.has_room() {
            let free = self.engine.lanes.iter().find(|lane| lane.is_free(now));
            let Some(lane) = free.cloned() else { break };
            let Some(row) = self.engine.claim(&lane).await? else {
                self.is_more = false;
                break;
            };
            lane.begin();
            let work = self.engine.clone().send(row, lane.clone());
            self.jobs.push(work.map(|ended| (lane, ended)).boxed());
        }
        Ok(())
    }

    /// Begins as many downloads as may run at once.
    fn download(&mut self) {
        while self.downloads.len() < self.engine.options.downloads.max(1)
            && let Some((lane, row, job)) = self.made.pop_front()
        {
            let engine = self.engine.clone();
            self.downloads.push(engine.deliver(row, job, lane).boxed());
        }
    }

    /// True if something may be sent.
    fn sends(&self) -> bool {
        self.is_more && self.error.is_none() && !self.engine.stopper.is_asked()
    }

    /// True if there is memory for a further job: downloads that are behind hold it up.
    fn has_room(&self) -> bool {
        let given = self.engine.options.downloads.max(1);
        self.made.len() < 2 * given && self.error.is_none()
    }

    /// When the first pause ends after which something is sent.
    fn pause_end(&self) -> Option<Instant> {
        let paused = self
            .engine
            .lanes
            .iter()
            .filter_map(|lane| lane.paused_until());
        paused.min().filter(|_| self.sends())
    }

    /// Waits for the next thing that happens.
    async fn next(&mut self) {
        let now = Instant::now();
        let pause = self
            .pause_end()
            .map(|until| until.saturating_duration_since(now));
        let pause = match pause {
            Some(left) => self.engine.host.sleep(left.max(Duration::from_millis(1))),
            None => futures_util::future::pending().boxed(),
        };
        let was_asked = self.engine.stopper.is_asked();
        let (jobs, downloads) = (&mut self.jobs, &mut self.downloads);
        let stopper = &self.engine.stopper;
        let happened = poll_fn(|context| {
            if let Poll::Ready(Some((lane, ended))) = jobs.poll_next_unpin(context) {
                return Poll::Ready(Some((Some(lane), ended)));
            }
            if let Poll::Ready(Some(ended)) = downloads.poll_next_unpin(context) {
                return Poll::Ready(Some((None, ended)));
            }
            // Whoever asks wakes the run.
            match stopper.is_asked() && !was_asked {
                true => Poll::Ready(None),
                false => Poll::Pending,
            }
        });
        let happened = match select(happened, pause).await {
            Either::Left((happened, _)) => happened,
            Either::Right(_) => None,
        };
        match happened {
            Some((Some(lane), ended)) => self.ended(&lane, ended),
            Some((None, Ended::Stop(error) | Ended::Closed(error))) => self.stop(error),
            _ => {}
        }
    }

    /// A job has left its place.
    fn ended(&mut self, lane: &Arc<Lane>, ended: Ended) {
        let events = self.engine.events.clone();
        let (patience, now) = (self.engine.options.patience, Instant::now());
        let mut closed = None;
        let mut pause = |error: Error| match lane.pause(&error, patience, now) {
            Some(after) if after.is_zero() => {}
            Some(after) => events.push(Event::Paused {
                connection: lane.name.clone(),
                after,
                error: error.report(),
            }),
            None => closed = Some(error),
        };
        match ended {
            Ended::Full(error) => {
                self.is_more = true;
                match lane.full() {
                    Some(jobs) => self.engine.events.push(Event::Limited {
                        connection: lane.name.clone(),
                        jobs,
                    }),
                    None => pause(error),
                }
            }
            Ended::Paused(error) => {
                pause(error);
                self.is_more = true;
                lane.end();
            }
            Ended::Made(row, job) => {
                self.made.push_back((lane.clone(), *row, *job));
                lane.end();
            }
            Ended::Over => {
                // A request that is sent again waits again.
                self.is_more |= self.engine.options.resend_unknown;
                lane.end();
            }
            Ended::Closed(error) => {
                closed = Some(error);
                self.is_more = true;
                lane.end();
            }
            Ended::Stop(error) => {
                self.stop(error);
                lane.end();
            }
        }
        if let Some(error) = closed {
            self.close(lane, error);
        }
    }

    /// Sends nothing more over a connection; the others take its work, if there are any.
    fn close(&mut self, lane: &Lane, error: Error) {
        let was_closed = lane.is_closed();
        lane.close();
        if self.engine.lanes.iter().all(|lane| lane.is_closed()) {
            self.stop(error);
        } else if !was_closed {
            self.engine.events.push(Event::Closed {
                connection: lane.name.clone(),
                error: error.report(),
            });
        }
    }

    /// Sends nothing more at all. What was sent is waited for.
    fn stop(&mut self, error: Error) {
        if self.error.is_none() {
            let report = error.report();
            self.engine.events.push(Event::Stopped { error: report });
            self.error = Some(error);
        }
    }
}

impl Engine {
    async fn claim(&self, lane: &Lane) -> Result<Option<Row>> {
        let (batch, name) = (self.batch, lane.name.clone());
        let base_url = lane.client.base_url().to_owned();
        let claim = move |ledger: &mut crate::ledger::Ledger| {
            let now = std::time::SystemTime::now().into();
            ledger.claim(batch, (&name, &base_url), now)
        };
        self.book.with(claim).await
    }

    /// The connection over which a request was sent; another one at the same server if that
    /// is the only one there.
    fn lane_of(&self, row: &Row) -> Option<Arc<Lane>> {
        let base_url = row.base_url.as_deref()?;
        let there = || {
            let mut lanes = self.lanes.iter();
            lanes
                .by_ref()
                .filter(|lane| lane.client.base_url() == base_url)
                .collect::<Vec<_>>()
        };
        let there = there();
        let same = there.iter().find(|lane| lane.name == row.connection);
        match (same, there.as_slice()) {
            (Some(lane), _) => Some((*lane).clone()),
            (None, [lane]) => Some((*lane).clone()),
            _ => None,
        }
    }
}
