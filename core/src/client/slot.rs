//! What rooms above the client keep with it, of which the client knows nothing.

use std::any::Any;
use std::sync::OnceLock;

#[cfg(not(target_family = "wasm"))]
type Kept = Box<dyn Any + Send + Sync>;
#[cfg(target_family = "wasm")]
type Kept = Box<dyn Any>;

/// The slots of a client, one a room.
#[derive(Default)]
pub(crate) struct Slots {
    /// What speaks its dialect.
    pub(crate) adapter: Slot,
    /// What its waits share.
    pub(crate) flow: Slot,
}

/// A place for one value, whose type its owner alone knows.
#[derive(Default)]
pub(crate) struct Slot(OnceLock<Kept>);

impl Slot {
    /// The value, made when it is first asked for.
    pub(crate) fn get<T: Value>(&self, make: impl FnOnce() -> T) -> &T {
        let kept = self.0.get_or_init(|| Box::new(make()));
        kept.downcast_ref().expect("a slot has one owner")
    }
}

/// What a slot can hold.
#[cfg(not(target_family = "wasm"))]
pub(crate) trait Value: Any + Send + Sync {}
#[cfg(not(target_family = "wasm"))]
impl<T: Any + Send + Sync> Value for T {}

/// What a slot can hold.
#[cfg(target_family = "wasm")]
pub(crate) trait Value: Any {}
#[cfg(target_family = "wasm")]
impl<T: Any> Value for T {}
