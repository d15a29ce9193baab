//! Control over whether serialising a value writes its secrets.

use std::any::Any;
use std::cell::Cell;

use serde::{Serialize, Serializer};

use super::parameters::Parameters;
use super::secret::Secret;

/// A value serialised with its secrets: options and credentials omit them unless their
/// `with_secrets` is used.
#[derive(Debug, Clone, Copy)]
pub struct WithSecrets<'a, T>(pub(crate) &'a T);

thread_local! {
    /// True if serialising on this thread shows secrets.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

impl<T: Serialize> Serialize for WithSecrets<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let before = ASKED.replace(true);
        let written = self.0.serialize(serializer);
        ASKED.set(before);
        written
    }
}

/// True if serialising a value omits a field: it is absent, or a secret that was not
/// requested.
pub(crate) fn is_unseen<T: Any>(value: &Option<T>) -> bool {
    value.as_ref().is_none_or(|value| {
        let value = value as &dyn Any;
        !ASKED.get() && (value.is::<Secret>() || value.is::<Parameters>())
    })
}
