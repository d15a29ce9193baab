//! Signals that would end the process wait for a renewal in progress, for at most ten
//! seconds, and then take effect.
//!
//! Only if a signal would end the process by itself: the program's own handler is left
//! alone, even if it is set in the meantime. Between renewals nothing is changed.

#![allow(unsafe_code)]

use std::mem::MaybeUninit;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::{Duration, Instant};

use super::count::{DRAIN_LIMIT, count};
use crate::lock::lock;

/// The signals with which a terminal, a shell, a supervisor or a timer ends a process.
const SIGNALS: [i32; COUNT] = [
    libc::SIGTERM,
    libc::SIGINT,
    libc::SIGHUP,
    libc::SIGQUIT,
    libc::SIGUSR1,
    libc::SIGUSR2,
    libc::SIGALRM,
    libc::SIGVTALRM,
    libc::SIGPROF,
    // A limit of the process's that is reached: the second one comes some time later.
    libc::SIGXCPU,
    libc::SIGXFSZ,
    libc::SIGIO,
];
const COUNT: usize = 12;

/// The process whose handlers are in place; they must not keep its child alive.
static HOLDER: AtomicI32 = AtomicI32::new(0);
/// The signals that came.
static CAME: [AtomicBool; COUNT] = [const { AtomicBool::new(false) }; COUNT];
/// The action replaced by our handler, for each signal that is held back.
static HELD: Mutex<Held> = Mutex::new(Held {
    actions: [const { None }; COUNT],
    defaults: [const { None }; COUNT],
    is_watched: false,
});

struct Held {
    actions: [Option<Action>; COUNT],
    /// The handler that a runtime installed at its start, which ends the process as well.
    defaults: [Option<libc::sighandler_t>; COUNT],
    /// True if a thread watches over those that wait.
    is_watched: bool,
}

#[derive(Clone, Copy)]
struct Action(libc::sigaction);

// SAFETY: it is plain data: a function's address, a set of signals, flags.
unsafe impl Send for Action {}

/// Declares that the current handler of a signal such as `SIGTERM` ends the process as
/// the default does. For runtimes like Node's, which only tidy the terminal first.
pub fn take_as_default(name: &str) {
    let names = [
        "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM",
    ];
    let Some(index) = names.iter().position(|known| *known == name) else {
        return;
    };
    let action = current(SIGNALS[index]);
    lock(&HELD).defaults[index] = action.map(|action| action.0.sa_sigaction);
}

/// Holds back the signals that would end the process.
pub(super) fn hold() {
    let process = std::process::id() as i32;
    let mut held = lock(&HELD);
    if HOLDER.swap(process, Ordering::SeqCst) != process {
        // Signals that a parent held back do not concern its child.
        held.is_watched = false;
        for (index, signal) in SIGNALS.into_iter().enumerate() {
            put_back(&mut held, index, signal);
        }
        for came in &CAME {
            came.store(false, Ordering::SeqCst);
        }
    }
    for (index, signal) in SIGNALS.into_iter().enumerate() {
        if held.actions[index].is_some() {
            continue;
        }
        let Some(before) = current(signal) else {
            continue;
        };
        let handler = before.0.sa_sigaction;
        let ends = handler == libc::SIG_DFL || held.defaults[index] == Some(handler);
        if ends && set(signal, &ours()) {
            held.actions[index] = Some(before);
        }
    }
    if !held.is_watched && held.actions.iter().any(Option::is_some) {
        let thread = std::thread::Builder::new().name("sorakit-signals".into());
        held.is_watched = thread.spawn(watch).is_ok();
    }
}

/// Lets the signals that came take effect, once nothing is in progress.
pub(super) fn release() {
    let mut held = lock(&HELD);
    // Anything that begins now waits for the lock, and holds them back again.
    if count() == 0 {
        let_go(&mut held);
    }
}

fn let_go(held: &mut Held) {
    for (index, signal) in SIGNALS.into_iter().enumerate() {
        if !put_back(held, index, signal) {
            continue;
        }
        if CAME[index].swap(false, Ordering::SeqCst) {
            // SAFETY: it sends a signal to this process, whatever that does then.
            unsafe { libc::kill(libc::getpid(), signal) };
        }
    }
}

/// Restores the action that our handler replaced; a handler that somebody has set in the
/// meantime stays.
fn put_back(held: &mut Held, index: usize, signal: i32) -> bool {
    let Some(before) = held.actions[index].take() else {
        return false;
    };
    if current(signal).is_some_and(|now| now.0.sa_sigaction == handler_address()) {
        set(signal, &before);
    }
    true
}

/// Lets a signal that has waited too long take effect.
fn watch() {
    let mut since: Option<Instant> = None;
    loop {
        std::thread::sleep(Duration::from_millis(50));
        let mut held = lock(&HELD);
        if held.actions.iter().all(Option::is_none) {
            held.is_watched = false;
            return;
        }
        if CAME.iter().any(|came| came.load(Ordering::SeqCst))
            && since.get_or_insert_with(Instant::now).elapsed() >= DRAIN_LIMIT
        {
            let_go(&mut held);
        }
    }
}

extern "C" fn came(signal: i32) {
    // SAFETY: `getpid`, `signal`, `kill` may be called in a handler.
    unsafe {
        if HOLDER.load(Ordering::SeqCst) != libc::getpid() {
            // In a child, nothing is in progress.
            libc::signal(signal, libc::SIG_DFL);
            libc::kill(libc::getpid(), signal);
            return;
        }
    }
    if let Some(index) = SIGNALS.iter().position(|known| *known == signal) {
        CAME[index].store(true, Ordering::SeqCst);
    }
}

fn handler_address() -> libc::sighandler_t {
    came as extern "C" fn(i32) as libc::sighandler_t
}

fn ours() -> Action {
    // SAFETY: all zeros is an action without flags.
    let mut action: libc::sigaction = unsafe { MaybeUninit::zeroed().assume_init() };
    // SAFETY: the set is ours to fill.
    unsafe { libc::sigemptyset(&mut action.sa_mask) };
    action.sa_sigaction = handler_address();
    action.sa_flags = libc::SA_RESTART;
    Action(action)
}

fn current(signal: i32) -> Option<Action> {
    let mut action = MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: it only reads, into memory that is ours and large enough.
    let read = unsafe { libc::sigaction(signal, std::ptr::null(), action.as_mut_ptr()) };
    // SAFETY: it was filled, and was zeroed before.
    (read == 0).then(|| Action(unsafe { action.assume_init() }))
}

fn set(signal: i32, action: &Action) -> bool {
    // SAFETY: the action is one that was read before, or ours, whose handler only does
    // what a handler may.
    unsafe { libc::sigaction(signal, &action.0, std::ptr::null_mut()) == 0 }
}
