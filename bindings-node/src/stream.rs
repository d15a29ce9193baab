//! What comes piece by piece.

use std::sync::Arc;

use async_lock::Mutex;
use futures_lite::{Stream, StreamExt};
use napi::Env;
use napi::bindgen_prelude::{Buffer, PromiseRaw};
use napi_derive::napi;
use sorakit::Job;
use sorakit::flow::MediaStream;

use crate::cancel::CancelToken;
use crate::client::promise;
use crate::failure::write;

type Jobs = std::pin::Pin<Box<dyn Stream<Item = sorakit::Result<Job>> + Send>>;

/// A job as each poll sees it.
#[napi]
pub struct Updates {
    jobs: Arc<Mutex<Jobs>>,
}

#[napi]
impl Updates {
    /// The job at the next poll, or `null` when it has ended.
    #[napi(ts_return_type = "Promise<string | null>")]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, Option<String>>> {
        let jobs = self.jobs.clone();
        promise(env, cancel, async move {
            let next = jobs.lock().await.next().await;
            next.transpose().map(|job| job.map(|job| write(&job)))
        })
    }
}

impl Updates {
    /// The updates of a watch.
    pub fn new(jobs: impl Stream<Item = sorakit::Result<Job>> + Send + 'static) -> Self {
        Self {
            jobs: Arc::new(Mutex::new(Box::pin(jobs))),
        }
    }
}

/// A file as it arrives. Nothing is read ahead of what is asked for.
#[napi]
pub struct MediaReader {
    length: Option<u64>,
    content_type: Option<String>,
    stream: Arc<Mutex<MediaStream>>,
}

#[napi]
impl MediaReader {
    /// The next bytes, or `null` at the end.
    #[napi(ts_return_type = "Promise<Buffer | null>")]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, Option<Buffer>>> {
        let stream = self.stream.clone();
        promise(env, cancel, async move {
            let chunk = stream.lock().await.chunk().await?;
            Ok(chunk.map(|chunk| Buffer::from(chunk.to_vec())))
        })
    }

    /// The whole length in bytes, when the server says it.
    #[napi(getter)]
    pub fn length(&self) -> Option<f64> {
        self.length.map(|length| length as f64)
    }

    /// The content type that the server states.
    #[napi(getter)]
    pub fn content_type(&self) -> Option<String> {
        self.content_type.clone()
    }
}

impl MediaReader {
    /// The reader of a stream.
    pub fn new(stream: MediaStream) -> Self {
        Self {
            length: stream.length,
            content_type: stream.content_type.clone(),
            stream: Arc::new(Mutex::new(stream)),
        }
    }
}
