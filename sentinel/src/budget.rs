//! The cores, shared by all searches of a process: however many run at once, no more threads
//! search than there are cores.
//!
//! Plain counters and no lock, so that a child forked in the middle of a search finds nothing held
//! for ever; it begins with all cores free.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// The time that a waiting search sleeps between looks, per waiting search.
const LOOK: Duration = Duration::from_millis(1);
/// The longest time that it sleeps.
const LONGEST_LOOK: Duration = Duration::from_millis(20);

/// A number of cores, and their holders.
pub(super) struct Budget {
    cores: usize,
    taken: AtomicUsize,
    waiting: AtomicUsize,
    process: AtomicU32,
}

/// The right to keep one core busy, until it is dropped.
pub(super) struct Core<'a>(&'a Budget);

impl Budget {
    /// The cores of this machine.
    pub fn of_process() -> &'static Self {
        static ALL: LazyLock<Budget> =
            LazyLock::new(|| Budget::new(thread::available_parallelism().map_or(1, usize::from)));
        ALL.forget_parent();
        &ALL
    }

    fn new(cores: usize) -> Self {
        Self {
            cores,
            taken: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
            process: AtomicU32::new(process()),
        }
    }

    /// The number of cores.
    pub fn cores(&self) -> usize {
        self.cores
    }

    /// Waits for a core. `None` if `give_up` says so before one is free.
    pub fn take(&self, give_up: impl Fn() -> bool) -> Option<Core<'_>> {
        if self.waiting.load(Ordering::Relaxed) == 0
            && let Some(core) = self.try_take()
        {
            return Some(core);
        }
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let core = loop {
            if let Some(core) = self.try_take() {
                break Some(core);
            }
            if give_up() {
                break None;
            }
            let waiting = u32::try_from(self.waiting.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
            thread::sleep(LOOK.saturating_mul(waiting).min(LONGEST_LOOK));
        };
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        core
    }

    /// A core that nobody is waiting for, if there is one.
    pub fn spare(&self) -> Option<Core<'_>> {
        if self.is_wanted() {
            return None;
        }
        self.try_take()
    }

    /// True if someone is waiting for a core: a holder of more than one should give one back.
    pub fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    fn try_take(&self) -> Option<Core<'_>> {
        let more = |taken: usize| (taken < self.cores).then_some(taken + 1);
        let taken = self
            .taken
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        taken.ok().map(|_| Core(self))
    }

    /// In a forked child, the threads that held cores are gone.
    fn forget_parent(&self) {
        let known = self.process.load(Ordering::Relaxed);
        let changed =
            self.process
                .compare_exchange(known, process(), Ordering::Relaxed, Ordering::Relaxed);
        if known != process() && changed.is_ok() {
            self.taken.store(0, Ordering::Relaxed);
            self.waiting.store(0, Ordering::Relaxed);
        }
    }
}

impl Drop for Core<'_> {
    fn drop(&mut self) {
        self.0.taken.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The id of this process. A browser has none, and no threads either.
fn process() -> u32 {
    #[cfg(target_family = "wasm")]
    return 0;
    #[cfg(not(target_family = "wasm"))]
    std::process::id()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicBool;

    #[test]
    fn no_more_are_given_than_there_are() {
        let budget = Budget::new(2);
        let [one, two] = [(); 2].map(|()| budget.spare().unwrap());
        assert!(budget.spare().is_none());
        assert!(budget.take(|| true).is_none());
        drop(one);
        assert!(budget.take(|| true).is_some());
        drop(two);
        assert_eq!(budget.taken.load(Ordering::Relaxed), 0);
        assert!(!budget.is_wanted());
    }

    #[test]
    fn who_waits_comes_before_who_wants_more() {
        let budget = Budget::new(1);
        let held = budget.spare().unwrap();
        let ended = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                let core = budget.take(|| false);
                assert!(core.is_some());
                ended.store(true, Ordering::Relaxed);
            });
            while !budget.is_wanted() {
                thread::yield_now();
            }
            drop(held);
            assert!(budget.spare().is_none() || ended.load(Ordering::Relaxed));
        });
    }

    #[test]
    fn a_forked_child_begins_anew() {
        let budget = Budget::new(1);
        std::mem::forget(budget.spare().unwrap());
        budget.process.store(process() ^ 1, Ordering::Relaxed);
        budget.forget_parent();
        assert!(budget.spare().is_some());
    }
}
