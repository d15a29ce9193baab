//! Waiting, on the simulated clock or the real one.

use std::time::Duration;

use crate::engine::Engine;

/// Waits as long as a fault says.
pub async fn pause(engine: &Engine, time: Duration) {
    if !engine.clock.is_virtual() {
        return tokio::time::sleep(time).await;
    }
    let time = jiff::SignedDuration::try_from(time).unwrap_or(jiff::SignedDuration::MAX);
    let until = engine
        .clock
        .now()
        .checked_add(time)
        .unwrap_or(jiff::Timestamp::MAX);
    engine.clock.sleep_until(until).await;
}
