//! Calls.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use napi::bindgen_prelude::{Function, PromiseRaw};
use napi::threadsafe_function::ThreadsafeFunctionCallMode::NonBlocking;
use napi::{Env, Status};
use napi_derive::napi;
use sorakit::{Client, DownloadOptions, Error, ErrorKind, Job, Options, WaitOptions};

use crate::cancel::CancelToken;
use crate::failure::{read, reject, write};
use crate::files::{Attachment, attachments};
use crate::store::{JsStore, StoreCalls};
use crate::stream::{MediaReader, Updates};

/// A client, with values as JSON text.
#[napi]
pub struct NativeClient {
    client: Client,
}

#[napi]
impl NativeClient {
    /// A client with these options, and a credential store of the caller's.
    #[napi(constructor)]
    pub fn new(options: String, store: Option<StoreCalls<'_>>) -> napi::Result<Self> {
        let options: Options = read("options", &options)?;
        let client = match store {
            None => Client::new(options),
            Some(calls) => {
                let store = JsStore::new(calls)?;
                Client::new_with_store(options, store)
            }
        };
        Ok(Self {
            client: client.map_err(reject)?,
        })
    }

    /// The dialect's name.
    #[napi]
    pub fn dialect(&self) -> &'static str {
        self.client.dialect().as_str()
    }

    /// Calls a method or an operation by its name.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn call<'env>(
        &self,
        env: &'env Env,
        name: String,
        fields: String,
        files: Vec<Attachment>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let files = attachments(files);
        let client = self.client.clone();
        promise(env, cancel, async move {
            let fields = serde_json::from_str(&fields)
                .map_err(|error| Error::invalid("params", error.to_string()))?;
            let call = match (sorakit::methods::find(&name), sorakit::api::find(&name)) {
                (Some(method), _) => (method.call)(client, fields, files),
                (None, Some(operation)) => (operation.call)(client, fields, files),
                (None, None) => {
                    return Err(Error::new(ErrorKind::Unsupported, format!("`{name}`")));
                }
            };
            Ok(write(&call.await?))
        })
    }

    /// Waits for a video or images; `on_update` gets the job at each poll.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn wait<'env>(
        &self,
        env: &'env Env,
        job: String,
        deadline: Option<f64>,
        on_update: Option<Function<'_, String, ()>>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let job: Job = read("job", &job)?;
        let mut options = WaitOptions {
            deadline: deadline.and_then(|secs| Duration::try_from_secs_f64(secs).ok()),
            on_progress: None,
        };
        if let Some(on_update) = on_update {
            let tell = on_update
                .build_threadsafe_function()
                .callee_handled::<false>()
                .build()?;
            let on_progress = move |job: &Job| {
                let _: Status = tell.call(write(job), NonBlocking);
            };
            options.on_progress = Some(Arc::new(on_progress));
        }
        let client = self.client.clone();
        promise(env, cancel, async move {
            let job = match job.kind {
                sorakit::JobKind::Video => client.videos().wait_with(&job, options).await?,
                sorakit::JobKind::Image => client.images().wait_with(&job, options).await?,
            };
            Ok(write(&job))
        })
    }

    /// Downloads a finished video to a path; `on_progress` gets the bytes so
    /// far and in all, at most twenty times a second.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn download<'env>(
        &self,
        env: &'env Env,
        job: String,
        path: String,
        on_progress: Option<Function<'_, String, ()>>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let job: Job = read("job", &job)?;
        let mut options = DownloadOptions::default();
        if let Some(on_progress) = on_progress {
            let tell = on_progress
                .build_threadsafe_function()
                .callee_handled::<false>()
                .build()?;
            let last: Mutex<Option<Instant>> = Mutex::new(None);
            options.on_progress = Some(Arc::new(move |progress: sorakit::TransferProgress| {
                let mut last = last.lock().unwrap_or_else(|broken| broken.into_inner());
                let whole = progress.total == Some(progress.done);
                if whole || last.is_none_or(|last| last.elapsed() >= Duration::from_millis(50)) {
                    *last = Some(Instant::now());
                    let _: Status = tell.call(write(&progress), NonBlocking);
                }
            }));
        }
        let client = self.client.clone();
        promise(env, cancel, async move {
            let videos = client.videos();
            let download = videos.download_with(&job, &path, options).await?;
            Ok(write(&download))
        })
    }

    /// The job as each poll sees it.
    #[napi]
    pub fn updates(&self, job: String) -> napi::Result<Updates> {
        let job: Job = read("job", &job)?;
        Ok(Updates::new(self.client.videos().watch(&job)))
    }

    /// A finished video as a stream of bytes.
    #[napi(ts_return_type = "Promise<MediaReader>")]
    pub fn open<'env>(
        &self,
        env: &'env Env,
        job: String,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, MediaReader>> {
        let job: Job = read("job", &job)?;
        let client = self.client.clone();
        promise(env, cancel, async move {
            client.videos().open(&job).await.map(MediaReader::new)
        })
    }
}

/// The promise of a call that a token can end.
pub fn promise<'env, T>(
    env: &'env Env,
    cancel: Option<&CancelToken>,
    call: impl Future<Output = sorakit::Result<T>> + Send + 'static,
) -> napi::Result<PromiseRaw<'env, T>>
where
    T: napi::bindgen_prelude::ToNapiValue + Send + 'static,
{
    let call = CancelToken::guard(cancel, call);
    env.spawn_future(async move { call.await.map_err(reject) })
}
