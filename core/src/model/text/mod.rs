//! Text from others, made fit to show.

mod chinese;
mod hidden;
mod nearest;
mod no_json;
mod private;
mod shown;

pub(crate) use chinese::simplified;
pub(crate) use hidden::is_hidden;
pub use nearest::nearest;
pub(crate) use no_json::no_json;
pub use private::{address, is_private};
pub(crate) use shown::is_signed;
pub use shown::{escaped, presented, shell, shown, shown_within, unsigned, without_secrets};
