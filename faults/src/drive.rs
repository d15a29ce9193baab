//! Runs a flow to its end on the virtual clock, and not for ever.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use smol::Executor;
use sorakit::testing::at_work_elsewhere;

use crate::host::{Clock, Stands};

/// How long nothing has to happen before the clock is moved, where requests are held up.
const STILL: Duration = Duration::from_millis(4);
/// How long it is until it is looked again.
const LOOK: Duration = Duration::from_micros(50);
/// How long a flow may really take.
const LONGEST: Duration = Duration::from_secs(180);

/// What a flow came to.
pub enum Driven<T> {
    /// It ended.
    Ended(T),
    /// It waits for something that never happens, or never stops.
    Hangs,
}

/// Runs `flow`, and whatever it leaves to the host, until it has ended or `limit` of
/// virtual time has passed. Time does not pass as long as `go_on` lets something happen.
pub fn drive<T: Send + 'static>(
    clock: &Clock,
    executor: &Arc<Executor<'static>>,
    limit: Duration,
    go_on: impl Fn() -> bool,
    flow: impl Future<Output = T> + Send + 'static,
) -> Driven<T> {
    let task = executor.spawn(flow);
    let (began, until) = (Instant::now(), clock.now() + limit);
    let mut still = Instant::now();
    let mut looks = 0;
    while !task.is_finished() {
        if executor.try_tick() {
            (still, looks) = (Instant::now(), 0);
            continue;
        }
        if began.elapsed() > LONGEST || clock.now() > until {
            return Driven::Hangs;
        }
        let stands = match clock.stands() {
            _ if at_work_elsewhere() > 0 => false,
            Stands::Not => false,
            // Looked at more than once: what another thread has just done wakes somebody.
            Stands::Still if clock.is_quiet() => looks > 2,
            Stands::Still => still.elapsed() > STILL,
            Stands::Perhaps => still.elapsed() > STILL * 10,
        };
        if stands {
            if go_on() || clock.advance() {
                (still, looks) = (Instant::now(), 0);
                continue;
            }
            if still.elapsed() > STILL * 500 {
                return Driven::Hangs;
            }
        }
        looks += 1;
        std::thread::sleep(LOOK);
    }
    Driven::Ended(futures_lite::future::block_on(task))
}
