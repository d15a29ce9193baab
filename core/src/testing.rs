//! What the project's own tests reach into the crate for: whether something is done on
//! another thread, and the readers of what servers and callers write.

#[cfg(unix)]
pub mod linear;
pub mod parsers;

pub use crate::client::detect::forget_servers;
pub use crate::host::at_work_elsewhere;
