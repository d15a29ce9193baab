//! The Sentinel proof of work.
