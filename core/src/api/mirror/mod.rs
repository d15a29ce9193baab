//! A mirror of the web product under `/sora/v1` (`001_*`).

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[];
