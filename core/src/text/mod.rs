//! Text that others wrote, made fit to be seen.

mod shown;

pub use shown::{escaped, presented, shell, shown, shown_within, unsigned, without_secrets};
pub(crate) use shown::{is_hidden, is_signed};
