//! The simulator of all six dialects.
