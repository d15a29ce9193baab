//! The solver in a dedicated worker.

#![cfg(target_family = "wasm")]

mod solver;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn this_is_no_page() {
    assert!(!solver::has_document());
}
