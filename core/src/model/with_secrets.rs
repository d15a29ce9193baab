//! Whether secrets are written down when what holds them is serialised.

use std::any::Any;
use std::cell::Cell;

use serde::{Serialize, Serializer};

use super::parameters::Parameters;
use super::secret::Secret;

/// A value that is serialised with its secrets: options and credentials leave them out
/// unless they are asked for with their `with_secrets`.
#[derive(Debug, Clone, Copy)]
pub struct WithSecrets<'a, T>(pub(crate) &'a T);

thread_local! {
    /// Whether what is being serialised on this thread shows its secrets.
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

/// Whether a field is left out when a value is serialised: it is absent, or a secret
/// that nobody asked for.
pub(crate) fn is_unseen<T: Any>(value: &Option<T>) -> bool {
    value.as_ref().is_none_or(|value| {
        let value = value as &dyn Any;
        !ASKED.get() && (value.is::<Secret>() || value.is::<Parameters>())
    })
}
