//! The browser's facilities for the client, as `lib/platform.js` provides them.

use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Fetch, timers, randomness and the solver.
    #[derive(Clone)]
    pub type Platform;

    /// The browser's `User-Agent`.
    #[wasm_bindgen(method, getter = userAgent)]
    pub fn user_agent(this: &Platform) -> String;

    /// Milliseconds since 1970.
    #[wasm_bindgen(method)]
    pub fn now(this: &Platform) -> f64;

    /// Milliseconds since some moment, on a clock that nobody sets.
    #[wasm_bindgen(method)]
    pub fn monotonic(this: &Platform) -> f64;

    /// Random bytes, fit for secrets.
    #[wasm_bindgen(method)]
    pub fn random(this: &Platform, length: u32) -> Uint8Array;

    /// Completes after some milliseconds.
    #[wasm_bindgen(method)]
    pub fn sleep(this: &Platform, millis: f64) -> Task;

    /// Solves a challenge: returns the solution as JSON.
    #[wasm_bindgen(method)]
    pub fn solve(
        this: &Platform,
        challenge: &str,
        config: &str,
        max_tries: f64,
        seconds: f64,
        threads: u32,
    ) -> Task;

    /// Sends a request. `headers` are names and values in turn, `parts` bytes and
    /// blobs. `follow` says whether redirects may be followed.
    #[wasm_bindgen(method)]
    pub fn send(
        this: &Platform,
        method: &str,
        url: &str,
        headers: Array,
        parts: Option<Array>,
        follow: bool,
    ) -> Exchange;

    /// A task under way.
    #[derive(Clone)]
    pub type Task;

    /// The task's result.
    #[wasm_bindgen(method, getter)]
    pub fn done(this: &Task) -> Promise;

    /// Ends it.
    #[wasm_bindgen(method)]
    pub fn end(this: &Task);

    /// A request, and its answer as it arrives.
    #[derive(Clone)]
    #[wasm_bindgen(extends = Task)]
    pub type Exchange;

    /// The answer's status, once it is done.
    #[wasm_bindgen(method, getter)]
    pub fn status(this: &Exchange) -> u16;

    /// The answer's headers, names and values in turn, once it is done.
    #[wasm_bindgen(method, getter)]
    pub fn headers(this: &Exchange) -> Array;

    /// The next bytes of the answer's body; `undefined` at its end.
    #[wasm_bindgen(method)]
    pub fn next(this: &Exchange) -> Promise;

    /// A `Blob` or `File`.
    #[derive(Clone)]
    #[wasm_bindgen(js_name = Blob)]
    pub type JsBlob;

    /// The length in bytes.
    #[wasm_bindgen(method, getter)]
    pub fn size(this: &JsBlob) -> f64;

    /// All bytes.
    #[wasm_bindgen(method, js_name = arrayBuffer)]
    pub fn array_buffer(this: &JsBlob) -> Promise<ArrayBuffer>;
}

/// Ends a task when nobody waits for it any more.
pub struct EndOnDrop<T: AsRef<Task>>(pub T);

impl<T: AsRef<Task>> Drop for EndOnDrop<T> {
    fn drop(&mut self) {
        self.0.as_ref().end();
    }
}
