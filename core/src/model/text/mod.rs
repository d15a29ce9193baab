//! Text from others, made fit to show.

mod nearest;
mod no_json;
mod private;
mod shown;

pub use nearest::nearest;
pub(crate) use no_json::no_json;
pub use private::{address, is_private};
pub use shown::{escaped, presented, shell, shown, shown_within, unsigned, without_secrets};
pub(crate) use shown::{is_hidden, is_signed};
