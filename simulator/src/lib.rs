//! The simulator of all six dialects.

pub mod media;
