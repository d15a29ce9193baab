//! Text that others wrote, made fit to be seen.

mod nearest;
mod shown;

pub(crate) use nearest::nearest;
pub(crate) use shown::is_hidden;
pub use shown::{escaped, presented, shell, shown, shown_within, unsigned};
