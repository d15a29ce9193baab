//! Drives a history: whatever can go on goes on, then the next request is let go, and
//! only then does time pass.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sorakit::testing::at_work_elsewhere;

use super::world::World;
use crate::drive::Driven;

/// How long a history may be, by its own clock.
const LIMIT: Duration = Duration::from_secs(14 * 86_400);
/// How long it may really take.
const LONGEST: Duration = Duration::from_secs(120);
/// How long nothing has to happen where a request is said to be held up.
const STILL: Duration = Duration::from_millis(4);

/// Runs `flow` until it has ended or has taken too long.
pub fn drive<T: Send + 'static>(
    world: &Arc<World>,
    flow: impl Future<Output = T> + Send + 'static,
) -> Driven<T> {
    let task = world.executor.spawn(flow);
    let began = Instant::now();
    let mut still = Instant::now();
    let mut looks = 0;
    while !task.is_finished() {
        if world.executor.try_tick() {
            (still, looks) = (Instant::now(), 0);
            continue;
        }
        if began.elapsed() > LONGEST || world.clock.now() > LIMIT {
            return Driven::Hangs;
        }
        let can_go_on = match world.clock.is_quiet() {
            // Looked at more than once: what has just been done on another thread wakes somebody.
            true => looks > 2,
            false => world.clock.stands() && still.elapsed() > STILL,
        };
        if can_go_on && at_work_elsewhere() == 0 {
            if world.next_turn() || world.clock.advance() {
                (still, looks) = (Instant::now(), 0);
                continue;
            }
            if still.elapsed() > STILL * 500 {
                return Driven::Hangs;
            }
        }
        looks += 1;
        std::thread::sleep(Duration::from_micros(50));
    }
    Driven::Ended(futures_lite::future::block_on(task))
}
