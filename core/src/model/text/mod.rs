//! Text from others, made fit to show.

mod chinese;
mod nearest;
mod private;
mod shown;

pub(crate) use chinese::simplified;
pub use nearest::nearest;
pub use private::{address, is_private};
pub use shown::{escaped, presented, shell, shown, shown_within, unsigned, without_secrets};
pub(crate) use shown::{is_hidden, is_signed};
