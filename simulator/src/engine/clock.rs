//! Simulated time: it runs at any multiple of real time, or stands still until it is stepped.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

/// The clock that every job, token, quota and link of a simulator reads.
///
/// `speed` 1.0 is real time, 60.0 makes a minute pass in a second, and 0.0
/// stands still: then only [`Clock::advance`] moves it.
#[derive(Debug)]
pub struct Clock {
    anchor: Mutex<Anchor>,
    changed: Notify,
    /// Until when those wait who sleep.
    sleepers: Mutex<Vec<Timestamp>>,
    /// Whether faults wait by this clock too.
    for_faults: AtomicBool,
}

/// A sleeper among the clock's, as long as it sleeps.
struct Sleeper<'a> {
    clock: &'a Clock,
    until: Timestamp,
}

impl Drop for Sleeper<'_> {
    fn drop(&mut self) {
        let mut sleepers = self.clock.sleepers.lock().expect("clock lock");
        if let Some(at) = sleepers.iter().position(|until| *until == self.until) {
            sleepers.swap_remove(at);
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Anchor {
    real: Instant,
    simulated: Timestamp,
    speed: f64,
}

impl Anchor {
    fn now(&self) -> Timestamp {
        let elapsed = self.real.elapsed().as_secs_f64() * self.speed;
        self.simulated
            .checked_add(SignedDuration::from_secs_f64(elapsed))
            .unwrap_or(Timestamp::MAX)
    }
}

impl Clock {
    /// A clock that shows `start` now and runs at `speed`.
    pub fn new(start: Timestamp, speed: f64) -> Self {
        let anchor = Anchor {
            real: Instant::now(),
            simulated: start,
            speed: speed.max(0.0),
        };
        Self {
            anchor: Mutex::new(anchor),
            changed: Notify::new(),
            sleepers: Mutex::default(),
            for_faults: AtomicBool::new(false),
        }
    }

    /// The simulated time.
    pub fn now(&self) -> Timestamp {
        self.anchor.lock().expect("clock lock").now()
    }

    /// How many simulated seconds pass in a real one; 0 for a stepped clock.
    pub fn speed(&self) -> f64 {
        self.anchor.lock().expect("clock lock").speed
    }

    /// Moves the clock forward by `duration`, whatever its speed.
    pub fn advance(&self, duration: Duration) {
        let step = SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX);
        self.change(|now, speed| (now.checked_add(step).unwrap_or(Timestamp::MAX), speed));
    }

    /// Sets the clock back by `duration`, as somebody may who sets a server's time.
    pub fn set_back(&self, duration: Duration) {
        let step = SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX);
        self.change(|now, speed| (now.checked_sub(step).unwrap_or(Timestamp::MIN), speed));
    }

    /// Changes the speed from now on; 0 stops the clock.
    pub fn set_speed(&self, speed: f64) {
        self.change(|now, _| (now, speed.max(0.0)));
    }

    fn change(&self, update: impl FnOnce(Timestamp, f64) -> (Timestamp, f64)) {
        let mut anchor = self.anchor.lock().expect("clock lock");
        let (simulated, speed) = update(anchor.now(), anchor.speed);
        *anchor = Anchor {
            real: Instant::now(),
            simulated,
            speed,
        };
        drop(anchor);
        self.changed.notify_waiters();
    }

    /// Makes faults wait by this clock too, where they wait by real time otherwise.
    pub fn make_virtual(&self) {
        self.for_faults.store(true, Ordering::Relaxed);
    }

    /// Whether faults wait by this clock.
    pub fn is_virtual(&self) -> bool {
        self.for_faults.load(Ordering::Relaxed)
    }

    /// How many wait for a time that is still to come.
    pub fn held(&self) -> usize {
        let now = self.now();
        let sleepers = self.sleepers.lock().expect("clock lock");
        sleepers.iter().filter(|until| **until > now).count()
    }

    /// How long it is until the first of them wakes.
    pub fn next_wake(&self) -> Option<Duration> {
        let now = self.now();
        let sleepers = self.sleepers.lock().expect("clock lock");
        let next = sleepers.iter().filter(|until| **until > now).min()?;
        next.duration_since(now).try_into().ok()
    }

    /// Waits until the simulated time is `until`, following steps and changes
    /// of speed.
    pub async fn sleep_until(&self, until: Timestamp) {
        self.sleepers.lock().expect("clock lock").push(until);
        let _sleeper = Sleeper { clock: self, until };
        loop {
            let changed = self.changed.notified();
            let anchor = *self.anchor.lock().expect("clock lock");
            let left = until.duration_since(anchor.now());
            if left <= SignedDuration::ZERO {
                return;
            }
            if anchor.speed == 0.0 {
                changed.await;
                continue;
            }
            let real = Duration::from_secs_f64((left.as_secs_f64() / anchor.speed).min(86_400.0));
            tokio::select! {
                () = changed => {}
                () = tokio::time::sleep(real + Duration::from_millis(1)) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stepped_clock_moves_only_when_stepped() {
        let start = Timestamp::from_second(1_700_000_000).unwrap();
        let clock = Clock::new(start, 0.0);
        std::thread::sleep(Duration::from_millis(5));
        assert_eq!(clock.now(), start);
        clock.advance(Duration::from_secs(90));
        assert_eq!(clock.now().as_second(), start.as_second() + 90);
    }

    #[test]
    fn speed_multiplies_real_time() {
        let start = Timestamp::from_second(1_700_000_000).unwrap();
        let clock = Clock::new(start, 10_000.0);
        std::thread::sleep(Duration::from_millis(20));
        assert!(clock.now().duration_since(start).as_secs() >= 200);
    }

    #[test]
    fn a_sleeper_wakes_when_the_clock_is_stepped() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        runtime.block_on(async {
            let start = Timestamp::from_second(1_700_000_000).unwrap();
            let clock = std::sync::Arc::new(Clock::new(start, 0.0));
            let sleeper = clock.clone();
            let until = start + SignedDuration::from_secs(30);
            let task = tokio::spawn(async move { sleeper.sleep_until(until).await });
            tokio::task::yield_now().await;
            clock.advance(Duration::from_secs(10));
            tokio::task::yield_now().await;
            assert!(!task.is_finished());
            clock.advance(Duration::from_secs(20));
            task.await.unwrap();
        });
    }
}
