//! A relay with `/v2/videos/generations` (`004_*`).

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[];
