//! The Python package's facade: models, operations and resources, all typed and
//! documented, written into `bindings-python/python/sorakit`.

mod docs;
mod errors;
mod method;
mod models;
mod operations;
mod resources;
mod surface;
mod text;
mod types;

use serde_json::Value;

use super::Generated;
use crate::Outcome;
use text::texts;

const PACKAGE: &str = "bindings-python/python/sorakit";
const SHARED: &str = "shared";

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let mut files = vec![
        file("errors.py", errors::module(catalog)),
        file("_resource_calls.py", resources::module(catalog)),
        file("_surface.py", surface::module(catalog)),
        file(
            &format!("models/{SHARED}.py"),
            models::module(catalog, SHARED),
        ),
    ];
    for dialect in texts(&catalog["dialects"]) {
        files.push(file(
            &format!("models/{dialect}.py"),
            models::module(catalog, dialect),
        ));
        files.push(file(
            &format!("operations/{dialect}.py"),
            operations::module(catalog, dialect),
        ));
    }
    Ok(files)
}

fn file(name: &str, text: String) -> Generated {
    Generated {
        path: format!("{PACKAGE}/{name}").leak(),
        text,
    }
}
