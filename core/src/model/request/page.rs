//! Lists that come in pages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A request for one page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PageRequest {
    /// The maximum number of items; the server's default if absent.
    pub limit: Option<u32>,
    /// The place to continue from: the `next` of the previous page.
    pub cursor: Option<String>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "{T}Page")]
pub struct Page<T> {
    /// The items on the page.
    pub items: Vec<T>,
    /// The start of the next page; absent on the last one.
    pub next: Option<String>,
}
