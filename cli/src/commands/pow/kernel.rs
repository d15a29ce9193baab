//! Kernels by name.

use sorakit::sentinel::{Kernel, UnknownKernel};

/// Reads a kernel's name, and refuses those that this machine lacks.
pub fn read(name: &str) -> Result<Kernel, String> {
    let kernel: Kernel = name
        .parse()
        .map_err(|error: UnknownKernel| error.to_string())?;
    match kernel.is_available() {
        true => Ok(kernel),
        false => {
            let here: Vec<_> = Kernel::available().map(Kernel::name).collect();
            Err(format!("this machine lacks it; it has {}", here.join(", ")))
        }
    }
}
