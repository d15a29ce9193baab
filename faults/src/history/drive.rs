//! Drives a history: whatever can go on goes on, then the next request is let go, and
//! only then does time pass.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sorakit::testing::at_work_elsewhere;

use super::world::World;
use crate::drive::Driven;
use crate::host::Stands;

/// How long a history may be, by its own clock.
const LIMIT: Duration = Duration::from_secs(14 * 86_400);
/// How long it may really take.
const LONGEST: Duration = Duration::from_secs(180);
/// How long nothing has to happen before the clock is moved, where requests are held up.
const STILL: Duration = Duration::from_millis(4);
/// How long it is until it is looked again.
const LOOK: Duration = Duration::from_micros(50);

/// Runs `flow` until it has ended or has taken too long.
pub fn drive<T: Send + 'static>(
    world: &Arc<World>,
    flow: impl Future<Output = T> + Send + 'static,
) -> Driven<T> {
    let (clock, executor) = (&world.clock, &world.executor);
    let task = executor.spawn(flow);
    let began = Instant::now();
    let mut still = Instant::now();
    let mut looks = 0;
    while !task.is_finished() {
        if executor.try_tick() {
            (still, looks) = (Instant::now(), 0);
            continue;
        }
        if began.elapsed() > LONGEST || clock.now() > LIMIT {
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
            if world.next_turn() || clock.advance() {
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
