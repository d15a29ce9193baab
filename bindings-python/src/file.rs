//! Files as Python gives them: paths, bytes and file objects.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};
use sorakit::api::{FileInput, OpenReader};

/// A file to send under its own name.
#[pyclass(frozen, module = "sorakit")]
pub struct File {
    content: Py<PyAny>,
    filename: Option<String>,
}

#[pymethods]
impl File {
    #[new]
    #[pyo3(signature = (content, filename=None))]
    fn new(content: Bound<'_, PyAny>, filename: Option<String>) -> PyResult<Self> {
        let known = content.is_instance_of::<PyString>()
            || is_bytes(&content)
            || content.hasattr("read")?
            || content.hasattr("__fspath__")?;
        match known {
            true => Ok(Self {
                content: content.unbind(),
                filename,
            }),
            false => Err(PyTypeError::new_err(
                "a file is a path, bytes, or a file object that reads bytes",
            )),
        }
    }

    #[getter]
    fn filename(&self) -> Option<&str> {
        self.filename.as_deref()
    }

    fn __repr__(&self) -> String {
        match &self.filename {
            Some(name) => format!("File({name:?})"),
            None => "File()".into(),
        }
    }
}

impl File {
    /// Prepares the file as a call sends it.
    pub fn clone_for_call(&self, py: Python<'_>) -> PyResult<FileInput> {
        input(self.content.bind(py), self.filename.clone())
    }
}

fn is_bytes(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PyBytes>()
        || object.is_instance_of::<PyByteArray>()
        || object.is_instance_of::<PyMemoryView>()
}

/// The path that an object stands for, if any.
pub fn path(object: &Bound<'_, PyAny>) -> PyResult<Option<PathBuf>> {
    if !object.is_instance_of::<PyString>() && !object.hasattr("__fspath__")? {
        return Ok(None);
    }
    object.extract().map(Some)
}

/// Converts any form of file to the core's.
pub fn input(object: &Bound<'_, PyAny>, filename: Option<String>) -> PyResult<FileInput> {
    if is_bytes(object) {
        // The caller's own memory, if it is immutable.
        let bytes: PyBackedBytes = match object.cast::<PyBytes>() {
            Ok(bytes) => bytes.clone().into(),
            Err(_) => object
                .py()
                .get_type::<PyBytes>()
                .call1((object,))?
                .extract()?,
        };
        let bytes = Bytes::from_owner(bytes);
        return Ok(FileInput::bytes(
            bytes,
            filename.unwrap_or_else(|| "file".into()),
        ));
    }
    if let Some(path) = path(object)? {
        return match filename {
            None => Ok(FileInput::path(path)),
            Some(filename) => {
                let length = std::fs::metadata(&path)?.len();
                Ok(FileInput::reader(Arc::new(OnDisk(path)), length, filename))
            }
        };
    }
    from_file_object(object, filename)
}

/// A file on disk that is sent under another name.
struct OnDisk(PathBuf);

impl OpenReader for OnDisk {
    fn open(&self) -> io::Result<Box<dyn io::Read + Send>> {
        Ok(Box::new(std::fs::File::open(&self.0)?))
    }
}

/// Reads a file object from its current position, as often as the request is sent. One that
/// cannot seek is read into memory.
fn from_file_object(object: &Bound<'_, PyAny>, filename: Option<String>) -> PyResult<FileInput> {
    let filename = filename
        .or_else(|| name_of(object))
        .unwrap_or_else(|| "file".into());
    let seekable = object
        .call_method0("seekable")
        .and_then(|seekable| seekable.is_truthy());
    if !seekable.unwrap_or(false) {
        let bytes: Vec<u8> = object.call_method0("read")?.extract()?;
        return Ok(FileInput::bytes(bytes, filename));
    }
    let start: u64 = object.call_method0("tell")?.extract()?;
    let end: u64 = object.call_method1("seek", (0, 2))?.extract()?;
    object.call_method1("seek", (start,))?;
    if object
        .call_method1("read", (0,))?
        .is_instance_of::<PyString>()
    {
        return Err(PyTypeError::new_err(
            "the file is open as text; open it with mode \"rb\"",
        ));
    }
    let source = Arc::new(FileObject {
        object: object.clone().unbind(),
        start,
    });
    Ok(FileInput::reader(
        source,
        end.saturating_sub(start),
        filename,
    ))
}

fn name_of(object: &Bound<'_, PyAny>) -> Option<String> {
    let name: PathBuf = object.getattr("name").ok()?.extract().ok()?;
    Some(name.file_name()?.to_string_lossy().into_owned())
}

struct FileObject {
    object: Py<PyAny>,
    start: u64,
}

impl OpenReader for FileObject {
    fn open(&self) -> io::Result<Box<dyn io::Read + Send>> {
        Python::attach(|py| {
            self.object
                .bind(py)
                .call_method1("seek", (self.start,))
                .map_err(io::Error::other)?;
            Ok(Box::new(Reading(self.object.clone_ref(py))) as Box<dyn io::Read + Send>)
        })
    }
}

struct Reading(Py<PyAny>);

impl io::Read for Reading {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Python::attach(|py| {
            let read = self
                .0
                .bind(py)
                .call_method1("read", (buffer.len(),))
                .map_err(io::Error::other)?;
            let bytes = read
                .cast::<PyBytes>()
                .map_err(|_| io::Error::other("the file object did not read bytes"))?;
            let bytes = bytes.as_bytes();
            let length = bytes.len().min(buffer.len());
            buffer[..length].copy_from_slice(&bytes[..length]);
            Ok(length)
        })
    }
}
