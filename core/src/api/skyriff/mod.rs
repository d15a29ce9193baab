//! The SkyRiff gateway (`003_*`).

use super::Descriptor;

/// The operations of this dialect, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[];
