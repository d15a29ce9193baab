//! The Videos API as OpenAI defined it and self-hosted servers serve it (wire.md §3).

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[];
