//! Files on their way to the server. They stay where the browser has them.

use std::rc::Rc;

use bytes::Bytes;
use js_sys::Uint8Array;
use js_sys::futures::JsFuture;
use sorakit::api::{Blob, FileInput};
use sorakit::platform::BoxFuture;
use wasm_bindgen::prelude::*;

use crate::failure::message;
use crate::platform::JsBlob;

#[wasm_bindgen]
extern "C" {
    /// A file of a call, as `loadFile` of `lib/backend.js` makes it.
    pub type Attachment;

    /// The content.
    #[wasm_bindgen(method, getter)]
    fn blob(this: &Attachment) -> JsBlob;

    /// The first bytes.
    #[wasm_bindgen(method, getter)]
    fn head(this: &Attachment) -> Uint8Array;

    /// The name it is sent under.
    #[wasm_bindgen(method, getter)]
    fn filename(this: &Attachment) -> String;
}

/// A file that the browser holds.
pub struct BrowserBlob(pub JsBlob);

impl Blob for BrowserBlob {
    fn length(&self) -> u64 {
        self.0.size() as u64
    }

    fn read(&self) -> BoxFuture<'static, std::io::Result<Bytes>> {
        let asked = JsFuture::from(self.0.array_buffer());
        Box::pin(async {
            let buffer = asked
                .await
                .map_err(|reason| std::io::Error::other(message(&reason)))?;
            Ok(Uint8Array::new(&buffer).to_vec().into())
        })
    }
}

/// Converts the files to the core's form.
pub fn attachments(files: Vec<Attachment>) -> Vec<FileInput> {
    files
        .iter()
        .map(|file| {
            let blob = Rc::new(BrowserBlob(file.blob()));
            FileInput::blob(blob, file.head().to_vec(), file.filename())
        })
        .collect()
}
