//! Runs a flow to its end on the virtual clock, and not for ever.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use smol::Executor;

use crate::host::{Clock, Stands};

/// How long nothing has to happen before the clock is moved. Files are read on other
/// threads, which nobody counts.
const STILL: Duration = Duration::from_millis(4);
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
/// virtual time has passed.
pub fn drive<T: Send + 'static>(
    clock: &Clock,
    executor: &Arc<Executor<'static>>,
    limit: Duration,
    flow: impl Future<Output = T> + Send + 'static,
) -> Driven<T> {
    let task = executor.spawn(flow);
    let (began, until) = (Instant::now(), clock.now() + limit);
    let mut still = Instant::now();
    while !task.is_finished() {
        if executor.try_tick() {
            still = Instant::now();
            continue;
        }
        if began.elapsed() > LONGEST || clock.now() > until {
            return Driven::Hangs;
        }
        let enough = match clock.stands() {
            Stands::Not => {
                still = Instant::now();
                continue_later();
                continue;
            }
            Stands::Still => STILL,
            Stands::Perhaps => STILL * 10,
        };
        if still.elapsed() > enough {
            if clock.advance() {
                still = Instant::now();
                continue;
            }
            if still.elapsed() > STILL * 500 {
                return Driven::Hangs;
            }
        }
        continue_later();
    }
    Driven::Ended(futures_lite::future::block_on(task))
}

fn continue_later() {
    std::thread::sleep(Duration::from_micros(200));
}
