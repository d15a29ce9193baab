//! Text from others, made fit to show.

mod nearest;
mod shown;

pub use nearest::nearest;
pub use shown::{escaped, presented, shell, shown, shown_within, unsigned, without_secrets};
pub(crate) use shown::{is_hidden, is_signed};
