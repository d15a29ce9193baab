//! Results that come piece by piece.

use std::sync::Arc;

use futures_util::lock::Mutex;
use futures_util::{Stream, StreamExt};
use serde::Serialize;
use sorakit::platform::BoxStream;
use sorakit::{MediaStream, Result};

use crate::cancel::{CancelToken, guarded};
use crate::failure::Failure;
use crate::json::{Json, write};

/// Values that come one after the other: a job at each poll, events, or items.
#[derive(uniffi::Object)]
pub struct Pieces {
    stream: Mutex<Option<BoxStream<'static, Result<Json>>>>,
}

#[uniffi::export]
impl Pieces {
    /// The next value; none at the end.
    pub async fn next(&self, cancel: Option<Arc<CancelToken>>) -> Result<Option<Json>, Failure> {
        let next = async {
            match self.stream.lock().await.as_mut() {
                Some(stream) => stream.next().await.transpose(),
                None => Ok(None),
            }
        };
        guarded(cancel, next).await
    }

    /// Ends it, and the request behind it.
    pub fn stop(&self) {
        // Whoever waits for a value gives it up by cancelling.
        if let Some(mut stream) = self.stream.try_lock() {
            *stream = None;
        }
    }
}

impl Pieces {
    /// Wraps the values of a stream.
    pub fn new<T: Serialize + 'static>(
        stream: impl Stream<Item = Result<T>> + Send + 'static,
    ) -> Arc<Self> {
        let values = stream.map(|item| item.map(|value| write(&value)));
        Arc::new(Self {
            stream: Mutex::new(Some(Box::pin(values))),
        })
    }
}

/// A file as it arrives. Nothing is read ahead of what is asked for.
#[derive(uniffi::Object)]
pub struct MediaReader {
    length: Option<u64>,
    start: u64,
    end: Option<u64>,
    media_type: Option<String>,
    stream: Mutex<Option<MediaStream>>,
}

#[uniffi::export]
impl MediaReader {
    /// The next bytes; none at the end.
    pub async fn next(&self, cancel: Option<Arc<CancelToken>>) -> Result<Option<Vec<u8>>, Failure> {
        let next = async {
            let chunk = match self.stream.lock().await.as_mut() {
                Some(stream) => stream.chunk().await?,
                None => None,
            };
            Ok(chunk.map(Vec::from))
        };
        guarded(cancel, next).await
    }

    /// Ends the transfer.
    pub fn stop(&self) {
        if let Some(mut stream) = self.stream.try_lock() {
            *stream = None;
        }
    }

    /// The length of the whole file in bytes, if the server states it.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Where in the file its bytes begin.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// Where in the file its bytes end, when that is known.
    pub fn end(&self) -> Option<u64> {
        self.end
    }

    /// What the file is, as a media type.
    pub fn media_type(&self) -> Option<String> {
        self.media_type.clone()
    }
}

impl MediaReader {
    /// The reader of a stream.
    pub fn new(stream: MediaStream) -> Arc<Self> {
        Arc::new(Self {
            length: stream.length,
            start: stream.start,
            end: stream.end(),
            media_type: stream.media_type().map(Into::into),
            stream: Mutex::new(Some(stream)),
        })
    }
}
