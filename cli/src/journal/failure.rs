//! What goes wrong with the ledger in the state folder.

use sorakit::Error;

use crate::files::FIELD;

/// The error, with the setting that says where the folder is.
pub fn named(error: Error) -> Error {
    let hint = match error.hint() {
        Some(own) => own.to_owned(),
        None => "Set SORAKIT_STATE_DIR to a folder that can be written.".to_owned(),
    };
    error.with_field(FIELD).with_hint(hint)
}
