//! The native part of the Python package `sorakit`: what differs by language and nothing
//! else. Everything a user sees is Python, most of it generated from the catalogue; it
//! reaches the core through the few classes here.

mod batch;
mod blocking;
mod client;
mod completions;
mod detect;
mod error;
mod file;
mod held;
mod pow;
mod simulator;
mod store;
mod stream;
mod text;
mod value;

use pyo3::prelude::*;

/// The native part of `sorakit`.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::batch::Batch;
    #[pymodule_export]
    use super::client::{Client, check_target, drain};
    #[pymodule_export]
    use super::completions::Completions;
    #[pymodule_export]
    use super::detect::{begin_detect, detect};
    #[pymodule_export]
    use super::file::File;
    #[pymodule_export]
    use super::pow::{profile, solve_pow};
    #[pymodule_export]
    use super::simulator::Simulator;
    #[pymodule_export]
    use super::stream::Stream;
    #[pymodule_export]
    use super::text::{read_chat, shown};

    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
