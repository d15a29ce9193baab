//! Files on their way to the server.

use std::path::PathBuf;

use napi::bindgen_prelude::Buffer;
use napi_derive::napi;
use sorakit::api::FileInput;

/// A file of a call: a path, or bytes under a name.
#[napi(object)]
pub struct Attachment {
    /// The path on disk.
    pub path: Option<String>,
    /// The path on disk as bytes, since not every path is text.
    pub raw_path: Option<Buffer>,
    /// The bytes.
    pub data: Option<Buffer>,
    /// The name it is sent under.
    pub filename: Option<String>,
}

/// Converts the files to the core's form.
pub fn attachments(files: Vec<Attachment>) -> Vec<FileInput> {
    files
        .into_iter()
        .map(|file| match (file.data, file.path) {
            (Some(data), _) => {
                let filename = file.filename.unwrap_or_else(|| "file".into());
                FileInput::bytes(data.to_vec(), filename)
            }
            (None, path) => FileInput::path(match file.raw_path {
                Some(bytes) => of_bytes(bytes.to_vec()),
                None => path.unwrap_or_default().into(),
            }),
        })
        .collect()
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}
