//! The catalogue itself, as other languages read it.

use serde_json::Value;

use super::Generated;
use crate::Outcome;

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let mut text = serde_json::to_string_pretty(catalog).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(vec![Generated {
        path: "tests/contract/catalog.json",
        text,
    }])
}
