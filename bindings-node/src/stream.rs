//! Results that come piece by piece.

use std::sync::Arc;

use async_lock::Mutex;
use futures_lite::{Stream, StreamExt};
use napi::Env;
use napi::bindgen_prelude::{Buffer, PromiseRaw, spawn};
use napi_derive::napi;
use serde::Serialize;
use sorakit::MediaStream;
use sorakit::platform::BoxStream;

use crate::cancel::CancelToken;
use crate::failure::write;
use crate::promise::promise;

/// Values that come one after the other: a job at each poll, or events. As JSON.
#[napi]
pub struct Pieces {
    stream: Shared<BoxStream<'static, sorakit::Result<String>>>,
}

/// A stream that one call reads at a time, and that is dropped when it is closed.
type Shared<T> = Arc<Mutex<Option<T>>>;

#[napi]
impl Pieces {
    /// The next value, or `null` at the end.
    #[napi(ts_return_type = "Promise<string | null>", catch_unwind)]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, Option<String>>> {
        let stream = self.stream.clone();
        promise(env, cancel, async move {
            match stream.lock().await.as_mut() {
                Some(stream) => stream.next().await.transpose(),
                None => Ok(None),
            }
        })
    }

    /// Ends it: its next value is no longer requested.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        close(&self.stream);
    }
}

impl Pieces {
    /// Wraps the values of a stream.
    pub fn new<T: Serialize + 'static>(
        stream: impl Stream<Item = sorakit::Result<T>> + Send + 'static,
    ) -> Self {
        let texts = stream.map(|item| item.map(|value| write(&value)));
        Self {
            stream: Arc::new(Mutex::new(Some(Box::pin(texts)))),
        }
    }
}

/// Drops a stream as soon as nobody reads it.
fn close<T: Send + 'static>(stream: &Shared<T>) {
    let stream = stream.clone();
    spawn(async move {
        stream.lock().await.take();
    });
}

/// A file as it arrives. Nothing is read ahead of requests.
#[napi]
pub struct MediaReader {
    length: Option<u64>,
    start: u64,
    end: Option<u64>,
    media_type: Option<String>,
    stream: Shared<MediaStream>,
}

#[napi]
impl MediaReader {
    /// The next bytes, or `null` at the end.
    #[napi(ts_return_type = "Promise<Buffer | null>", catch_unwind)]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, Option<Buffer>>> {
        let stream = self.stream.clone();
        promise(env, cancel, async move {
            let chunk = match stream.lock().await.as_mut() {
                Some(stream) => stream.chunk().await?,
                None => None,
            };
            Ok(chunk.map(|chunk| Buffer::from(Vec::from(chunk))))
        })
    }

    /// Ends the transfer.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        close(&self.stream);
    }

    /// The whole length in bytes, if the server states it.
    #[napi(getter, catch_unwind)]
    pub fn length(&self) -> Option<f64> {
        self.length.map(|length| length as f64)
    }

    /// Where in the file its bytes begin.
    #[napi(getter, catch_unwind)]
    pub fn start(&self) -> f64 {
        self.start as f64
    }

    /// Where in the file its bytes end, when that is known.
    #[napi(getter, catch_unwind)]
    pub fn end(&self) -> Option<f64> {
        self.end.map(|end| end as f64)
    }

    /// What the file is, as a MIME type.
    #[napi(getter, catch_unwind)]
    pub fn media_type(&self) -> Option<String> {
        self.media_type.clone()
    }
}

impl MediaReader {
    /// The reader of a stream.
    pub fn new(stream: MediaStream) -> Self {
        Self {
            length: stream.length,
            start: stream.start,
            end: stream.end(),
            media_type: stream.media_type().map(Into::into),
            stream: Arc::new(Mutex::new(Some(stream))),
        }
    }
}
