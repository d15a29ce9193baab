//! Programs that use sorakit; each is a file in `src/bin`.

#![forbid(unsafe_code)]
