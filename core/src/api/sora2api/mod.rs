//! The Sora2API gateway: OpenAI-style `/v1`, and its admin `/api` (`002_*`, wire.md §1).

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[];
