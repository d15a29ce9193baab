//! Slots in which rooms above the client keep values that the client knows nothing about.

use std::any::Any;
use std::sync::OnceLock;

#[cfg(not(target_family = "wasm"))]
type Kept = Box<dyn Any + Send + Sync>;
#[cfg(target_family = "wasm")]
type Kept = Box<dyn Any>;

/// The slots of a client, one per room.
#[derive(Default)]
pub(crate) struct Slots {
    /// The adapter for the server's dialect.
    pub(crate) adapter: Slot,
    /// State that the client's waits share.
    pub(crate) flow: Slot,
}

/// A place for one value, whose type only its owner knows.
#[derive(Default)]
pub(crate) struct Slot(OnceLock<Kept>);

impl Slot {
    /// The value, made on first use.
    pub(crate) fn get<T: Value>(&self, make: impl FnOnce() -> T) -> &T {
        let kept = self.0.get_or_init(|| Box::new(make()));
        kept.downcast_ref().expect("a slot has one owner")
    }
}

/// Anything that a slot can hold.
#[cfg(not(target_family = "wasm"))]
pub(crate) trait Value: Any + Send + Sync {}
#[cfg(not(target_family = "wasm"))]
impl<T: Any + Send + Sync> Value for T {}

/// Anything that a slot can hold.
#[cfg(target_family = "wasm")]
pub(crate) trait Value: Any {}
#[cfg(target_family = "wasm")]
impl<T: Any> Value for T {}
