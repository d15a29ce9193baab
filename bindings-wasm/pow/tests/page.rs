//! The solver in a page.

#![cfg(target_family = "wasm")]

mod solver;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn this_is_a_page() {
    assert!(solver::has_document());
}
