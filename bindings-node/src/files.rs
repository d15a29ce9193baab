//! Files on their way to the server.

use napi::bindgen_prelude::Buffer;
use napi_derive::napi;
use sorakit::api::FileInput;

/// A file of a call: a path, or bytes under a name.
#[napi(object)]
pub struct Attachment {
    /// The path on disk.
    pub path: Option<String>,
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
            (None, path) => FileInput::path(path.unwrap_or_default()),
        })
        .collect()
}
