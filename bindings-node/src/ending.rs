//! The end of the process, which waits for renewals under way.

use std::time::{Duration, Instant};

use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;
use sorakit::host::{DRAIN_LIMIT, drain as drain_for};

use crate::promise::promise;
use crate::store;

/// True while a token is being renewed.
#[napi]
pub fn is_renewing() -> bool {
    !drain_for(Duration::ZERO)
}

/// Resolves when no token is being renewed any more, or ten seconds have passed.
#[napi(ts_return_type = "Promise<void>")]
pub fn drained(env: &Env) -> napi::Result<PromiseRaw<'_, ()>> {
    promise(env, None, async {
        blocking::unblock(|| drain_for(DRAIN_LIMIT)).await;
        Ok(())
    })
}

/// The same, blocking this thread. It does not wait for a store in JavaScript, which needs
/// this thread.
#[napi]
pub fn drain() {
    let began = Instant::now();
    while !drain_for(Duration::from_millis(10)) {
        if store::is_asked() || began.elapsed() >= DRAIN_LIMIT {
            return;
        }
    }
}

/// Has the end of this thread wait as well, however it is ended.
#[napi]
pub fn drain_at_end(env: &Env) -> napi::Result<()> {
    env.add_env_cleanup_hook((), |()| drain())?;
    Ok(())
}

/// Says that nobody has set a handler of a signal, so that what handles it is the
/// runtime's own and ends the process.
#[napi]
pub fn take_signal_as_default(name: String) {
    #[cfg(unix)]
    sorakit::host::take_signal_as_default(&name);
    #[cfg(not(unix))]
    drop(name);
}
