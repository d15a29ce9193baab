//! Results that come piece by piece.

use std::rc::Rc;

use async_lock::Mutex;
use futures_lite::{Stream, StreamExt};
use js_sys::futures::spawn_local;
use js_sys::{Promise, Uint8Array};
use serde::Serialize;
use sorakit::MediaStream;
use sorakit::platform::BoxStream;
use wasm_bindgen::prelude::*;

use crate::cancel::{CancelToken, promise};
use crate::failure::write;

/// Values that come one after the other: a job at each poll, or events. As JSON.
#[wasm_bindgen]
pub struct Pieces {
    stream: Shared<BoxStream<'static, sorakit::Result<String>>>,
}

/// A stream that one call reads at a time, and that is dropped when it is closed.
type Shared<T> = Rc<Mutex<Option<T>>>;

#[wasm_bindgen]
impl Pieces {
    /// The next value, or `undefined` at the end.
    pub fn next(&self, cancel: Option<CancelToken>) -> Promise {
        let stream = self.stream.clone();
        promise(cancel, async move {
            match stream.lock().await.as_mut() {
                Some(stream) => stream.next().await.transpose(),
                None => Ok(None),
            }
        })
    }

    /// Ends it: its next value is no longer requested.
    pub fn close(&self) {
        close(&self.stream);
    }
}

impl Pieces {
    /// Wraps the values of a stream.
    pub fn of<T: Serialize + 'static>(
        stream: impl Stream<Item = sorakit::Result<T>> + 'static,
    ) -> Self {
        let texts = stream.map(|item| item.map(|value| write(&value)));
        Self {
            stream: Rc::new(Mutex::new(Some(Box::pin(texts)))),
        }
    }
}

/// Drops a stream as soon as nobody reads it.
fn close<T: 'static>(stream: &Shared<T>) {
    let stream = stream.clone();
    spawn_local(async move {
        stream.lock().await.take();
    });
}

/// A file as it arrives. Nothing is read ahead of requests.
#[wasm_bindgen]
pub struct MediaReader {
    length: Option<u64>,
    start: u64,
    end: Option<u64>,
    media_type: Option<String>,
    stream: Shared<MediaStream>,
}

#[wasm_bindgen]
impl MediaReader {
    /// The next bytes, or `undefined` at the end.
    pub fn next(&self, cancel: Option<CancelToken>) -> Promise {
        let stream = self.stream.clone();
        promise(cancel, async move {
            let chunk = match stream.lock().await.as_mut() {
                Some(stream) => stream.chunk().await?,
                None => None,
            };
            Ok(chunk.map(|chunk| Uint8Array::from(chunk.as_ref())))
        })
    }

    /// Ends the transfer.
    pub fn close(&self) {
        close(&self.stream);
    }

    /// The whole length in bytes, if the server states it.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> Option<f64> {
        self.length.map(|length| length as f64)
    }

    /// Where in the file its bytes begin.
    #[wasm_bindgen(getter)]
    pub fn start(&self) -> f64 {
        self.start as f64
    }

    /// Where in the file its bytes end, when that is known.
    #[wasm_bindgen(getter)]
    pub fn end(&self) -> Option<f64> {
        self.end.map(|end| end as f64)
    }

    /// What the file is, as a MIME type.
    #[wasm_bindgen(getter, js_name = mediaType)]
    pub fn media_type(&self) -> Option<String> {
        self.media_type.clone()
    }
}

impl MediaReader {
    /// The reader of a stream.
    pub fn of(stream: MediaStream) -> Self {
        Self {
            length: stream.length,
            start: stream.start,
            end: stream.end(),
            media_type: stream.media_type().map(Into::into),
            stream: Rc::new(Mutex::new(Some(stream))),
        }
    }
}

/// The MIME type of a file, by its first bytes.
#[wasm_bindgen(js_name = mediaType)]
pub fn media_type(start: &[u8]) -> Option<String> {
    sorakit::media::MediaType::sniff(start).map(|found| found.mime().to_owned())
}
