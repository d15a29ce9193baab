//! Locks do not cross a fork.
//!
//! A lock on a file belongs to the open file, which a child shares with its parent: the
//! child would keep the lock after the parent is gone. So the child releases its share at
//! once, before any of its code runs.

#![allow(unsafe_code)]

use std::os::fd::{AsRawFd, RawFd};
use std::sync::Once;
use std::sync::atomic::{AtomicI32, Ordering};

const FREE: i32 = -1;

/// The locked files. There are rarely two at once.
static LOCKED: [AtomicI32; 256] = [const { AtomicI32::new(FREE) }; 256];

/// Keeps a file's lock from crossing a fork, until it is dropped.
pub(crate) struct NotInherited(Option<&'static AtomicI32>);

impl NotInherited {
    /// Records a file; to be called before it is locked, and dropped before it is closed.
    pub(crate) fn note(file: &impl AsRawFd) -> Self {
        static HANDLER: Once = Once::new();
        HANDLER.call_once(|| {
            // SAFETY: `in_child` has the required signature, lives as long as the
            // process, and calls only functions that may be called after a fork.
            unsafe { libc::pthread_atfork(None, None, Some(in_child)) };
        });
        let descriptor = file.as_raw_fd();
        Self(LOCKED.iter().find(|slot| {
            slot.compare_exchange(FREE, descriptor, Ordering::SeqCst, Ordering::SeqCst)
                .is_ok()
        }))
    }
}

impl Drop for NotInherited {
    fn drop(&mut self) {
        if let Some(slot) = self.0 {
            slot.store(FREE, Ordering::SeqCst);
        }
    }
}

extern "C" fn in_child() {
    for slot in &LOCKED {
        let descriptor = slot.swap(FREE, Ordering::SeqCst);
        if descriptor != FREE {
            let_go(descriptor);
        }
    }
}

/// Replaces an open file with `/dev/null`: its number stays taken, so that whoever still
/// has it closes nothing else.
fn let_go(descriptor: RawFd) {
    // SAFETY: `open`, `dup2`, `fcntl` and `close` may be called after a fork, take no
    // memory, and act only on this process's descriptors.
    unsafe {
        let nothing = libc::open(c"/dev/null".as_ptr(), libc::O_RDWR | libc::O_CLOEXEC);
        if nothing < 0 {
            libc::close(descriptor);
            return;
        }
        libc::dup2(nothing, descriptor);
        libc::fcntl(descriptor, libc::F_SETFD, libc::FD_CLOEXEC);
        libc::close(nothing);
    }
}
