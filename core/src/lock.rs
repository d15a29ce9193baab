//! Locks that no fork catches closed.
//!
//! A child of a fork has the memory of its parent, and of its threads the one that
//! forked alone. What another thread had locked at that moment would stay locked in
//! the child for ever. So a fork waits until nobody holds a lock of this crate, and
//! nobody takes one until it is over. Whoever holds one therefore does nothing that
//! takes long, and calls nobody.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard};

#[cfg(unix)]
use fork::Section;

/// Locks a mutex, also one that a panic has poisoned.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> Guard<'_, T> {
    #[cfg(unix)]
    let section = Section::enter();
    Guard {
        guard: mutex.lock().unwrap_or_else(|broken| broken.into_inner()),
        #[cfg(unix)]
        _section: section,
    }
}

/// A locked mutex.
pub(crate) struct Guard<'a, T> {
    // Given back before the section ends.
    guard: MutexGuard<'a, T>,
    #[cfg(unix)]
    _section: Section,
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.guard
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.guard
    }
}

#[cfg(unix)]
mod fork {
    use std::cell::{Cell, RefCell};
    use std::sync::{Once, RwLock, RwLockReadGuard, RwLockWriteGuard};

    /// Read by whoever holds a lock, written by whoever forks.
    static GATE: RwLock<()> = RwLock::new(());

    thread_local! {
        /// The number of locks this thread holds.
        static DEPTH: Cell<u32> = const { Cell::new(0) };
        /// The gate, while this thread forks.
        static CLOSED: RefCell<Option<RwLockWriteGuard<'static, ()>>> = const { RefCell::new(None) };
    }

    /// A stretch in which a lock is held. One within another does not ask at the
    /// gate again, where a fork may wait already.
    pub(super) struct Section {
        _open: Option<RwLockReadGuard<'static, ()>>,
    }

    impl Section {
        pub(super) fn enter() -> Self {
            register();
            let depth = DEPTH.get();
            let open =
                (depth == 0).then(|| GATE.read().unwrap_or_else(|broken| broken.into_inner()));
            DEPTH.set(depth + 1);
            Self { _open: open }
        }
    }

    impl Drop for Section {
        fn drop(&mut self) {
            DEPTH.set(DEPTH.get() - 1);
        }
    }

    /// Has the system tell of forks.
    fn register() {
        static REGISTERED: Once = Once::new();
        REGISTERED.call_once(|| {
            // SAFETY: The handlers are functions that live as long as the program and
            // do not unwind. They use a lock and thread-local storage of the thread
            // that forks, which is the thread that runs in the child, too. Should the
            // system have no memory left for it, forks are as before.
            let _ = unsafe { libc::pthread_atfork(Some(close), Some(open), Some(open)) };
        });
    }

    extern "C" fn close() {
        // A thread that forks within a lock has it in the child, too.
        if DEPTH.get() == 0 {
            let closed = GATE.write().unwrap_or_else(|broken| broken.into_inner());
            let _ = CLOSED.try_with(|gate| gate.replace(Some(closed)));
        }
    }

    extern "C" fn open() {
        let _ = CLOSED.try_with(|gate| gate.take());
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::{Duration, Instant};

    /// Forks while other threads take and leave a lock, one within another, all the
    /// time. A child that finds it closed hangs, and is ended by its own alarm.
    #[test]
    fn a_fork_finds_no_lock_closed() {
        static OUTER: Mutex<u32> = Mutex::new(0);
        static INNER: Mutex<u32> = Mutex::new(0);
        static DONE: AtomicBool = AtomicBool::new(false);
        let busy = || {
            while !DONE.load(Ordering::Relaxed) {
                let mut outer = lock(&OUTER);
                *lock(&INNER) += 1;
                *outer += 1;
                let began = Instant::now();
                while began.elapsed() < Duration::from_micros(200) {
                    std::hint::spin_loop();
                }
            }
        };
        let threads: Vec<_> = (0..3).map(|_| std::thread::spawn(busy)).collect();
        for _ in 0..100 {
            // SAFETY: The child takes two locks and ends, without anything else.
            let child = unsafe { libc::fork() };
            if child == 0 {
                // SAFETY: Both only take a number.
                unsafe { libc::alarm(20) };
                *lock(&OUTER) += 1;
                *lock(&INNER) += 1;
                // SAFETY: As above.
                unsafe { libc::_exit(0) };
            }
            let mut status = 0;
            // SAFETY: The child is this process's own, and the status is written to a
            // local variable.
            let waited = unsafe { libc::waitpid(child, &mut status, 0) };
            assert_eq!((waited, status), (child, 0), "the child hung");
        }
        DONE.store(true, Ordering::Relaxed);
        threads
            .into_iter()
            .for_each(|thread| thread.join().unwrap());
    }
}
