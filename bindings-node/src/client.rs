//! Calls.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use napi::bindgen_prelude::{Buffer, Either, Function, PromiseRaw};
use napi::threadsafe_function::ThreadsafeFunctionCallMode::NonBlocking;
use napi::{Env, Status};
use napi_derive::napi;
use sorakit::{
    ByteRange, Client, DownloadOptions, Error, ErrorKind, Job, JobKind, Options, WaitOptions,
};
use sorakit_bridge::{Deliverable, Session};

use crate::cancel::CancelToken;
use crate::failure::{read, reject, write};
use crate::files::{Attachment, attachments};
use crate::promise::promise;
use crate::store::{JsStore, StoreCalls};
use crate::stream::{MediaReader, Pieces};

/// A client, with values as JSON text.
#[napi]
pub struct NativeClient {
    /// `None` once it is closed.
    session: Mutex<Option<Session>>,
}

#[napi]
impl NativeClient {
    /// Makes a client with these options, the caller's credential store, and a function that
    /// is told what happens inside calls.
    #[napi(constructor, catch_unwind)]
    pub fn new(
        options: String,
        store: Option<StoreCalls<'_>>,
        on_event: Option<Function<'_, String, ()>>,
    ) -> napi::Result<Self> {
        let options: Options = read("options", &options)?;
        let client = match store {
            None => Client::new(options),
            Some(calls) => {
                let store = JsStore::new(calls)?;
                Client::new_with_store(options, store)
            }
        };
        let client = client.map_err(reject)?;
        if let Some(on_event) = on_event {
            // An idle client does not keep the process alive.
            let tell = on_event
                .build_threadsafe_function()
                .callee_handled::<false>()
                .weak::<true>()
                .build()?;
            client.observe(move |event: &sorakit::Event| {
                let _: Status = tell.call(write(event), NonBlocking);
            });
        }
        Ok(Self {
            session: Mutex::new(Some(client.into())),
        })
    }

    /// Lets go of the client. Calls under way keep what they need; the promise resolves when
    /// a token that is being renewed is stored.
    #[napi(catch_unwind, ts_return_type = "Promise<void>")]
    pub fn close<'env>(&self, env: &'env Env) -> napi::Result<PromiseRaw<'env, ()>> {
        let session = self.lock().take();
        promise(env, None, async move {
            if let Some(session) = session {
                session.client().close().await;
            }
            Ok(())
        })
    }

    /// The dialect's name, as soon as it is known.
    #[napi(getter, catch_unwind)]
    pub fn dialect(&self) -> napi::Result<Option<&'static str>> {
        let client = self.client()?;
        Ok(client.detected().map(|found| found.dialect.as_str()))
    }

    /// The flavour's name, as soon as it is known.
    #[napi(getter, catch_unwind)]
    pub fn flavour(&self) -> napi::Result<Option<&'static str>> {
        let client = self.client()?;
        Ok(client
            .detected()
            .and_then(|found| Some(found.flavour?.as_str())))
    }

    /// The API's base URL.
    #[napi(getter, catch_unwind)]
    pub fn base_url(&self) -> napi::Result<String> {
        Ok(self.client()?.base_url().to_owned())
    }

    /// Sets the token of an admin login, or forgets it.
    #[napi(catch_unwind)]
    pub fn set_admin_token(&self, token: Option<String>) -> napi::Result<()> {
        self.client()?.set_admin_token(token.map(Into::into));
        Ok(())
    }

    /// A job known by its id alone, as JSON.
    #[napi(catch_unwind)]
    pub fn resume(&self, kind: String, id: String) -> napi::Result<String> {
        let kind: JobKind = read("kind", &write(&kind))?;
        Ok(write(&self.session()?.resume(kind, id)))
    }

    /// Calls a method or an operation by its name.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
    pub fn call<'env>(
        &self,
        env: &'env Env,
        name: String,
        fields: String,
        files: Vec<Attachment>,
        cancel: Option<&CancelToken>,
        deadline: Option<f64>,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let files = attachments(files);
        let client = self.client()?.with_deadline(duration(deadline)?);
        promise(env, cancel, async move {
            let call = Session::from(client).call(&name, parse(&fields)?, files)?;
            Ok(write(&call.await?))
        })
    }

    /// Calls an operation by its name, for the pieces of its answer or the items of a paged
    /// list.
    #[napi(catch_unwind)]
    pub fn events(
        &self,
        name: String,
        fields: String,
        files: Vec<Attachment>,
    ) -> napi::Result<Pieces> {
        let fields = parse(&fields).map_err(reject)?;
        let pieces = self.session()?.pieces(&name, fields, &attachments(files));
        Ok(Pieces::new(pieces.map_err(reject)?))
    }

    /// Calls an operation by its name, for the file that it is answered with.
    #[napi(ts_return_type = "Promise<MediaReader>", catch_unwind)]
    pub fn content<'env>(
        &self,
        env: &'env Env,
        name: String,
        fields: String,
        files: Vec<Attachment>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, MediaReader>> {
        let fields = parse(&fields).map_err(reject)?;
        let opening = self.session()?.content(&name, fields, attachments(files));
        let opening = opening.map_err(reject)?;
        promise(
            env,
            cancel,
            async move { opening.await.map(MediaReader::new) },
        )
    }

    /// Waits for a video or images; `on_update` gets the job at each poll.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
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
            deadline: duration(deadline)?,
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
        let session = self.session()?;
        promise(env, cancel, async move {
            Ok(write(&session.wait(&job, options).await?))
        })
    }

    /// Downloads a job's file, or the one at an address, to a path, which is text or bytes;
    /// `on_progress` gets the bytes so far and in total, at most twenty times a second.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
    pub fn download<'env>(
        &self,
        env: &'env Env,
        what: String,
        path: Either<String, Buffer>,
        index: u32,
        on_progress: Option<Function<'_, String, ()>>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let what: Deliverable = read("job", &what)?;
        let path = path_of(path)?;
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
        let session = self.session()?;
        promise(env, cancel, async move {
            let download = session
                .download(&what, index as usize, &path, options)
                .await?;
            Ok(write(&download))
        })
    }

    /// Yields the job as each poll sees it.
    #[napi(catch_unwind)]
    pub fn updates(&self, job: String) -> napi::Result<Pieces> {
        let job: Job = read("job", &job)?;
        Ok(Pieces::new(self.session()?.watch(&job)))
    }

    /// Opens a range of a job's file, or of the one at an address, as a stream of bytes.
    #[napi(ts_return_type = "Promise<MediaReader>", catch_unwind)]
    pub fn open<'env>(
        &self,
        env: &'env Env,
        what: String,
        index: u32,
        start: f64,
        end: Option<f64>,
        cancel: Option<&CancelToken>,
    ) -> napi::Result<PromiseRaw<'env, MediaReader>> {
        // Whole numbers that JavaScript has exactly, as was checked there.
        let range = ByteRange {
            start: start as u64,
            end: end.map(|end| end as u64),
        };
        let what: Deliverable = read("job", &what)?;
        let session = self.session()?;
        promise(env, cancel, async move {
            session
                .open(&what, index as usize, range)
                .await
                .map(MediaReader::new)
        })
    }
}

impl NativeClient {
    pub fn client(&self) -> napi::Result<Client> {
        Ok(self.session()?.client().clone())
    }

    fn session(&self) -> napi::Result<Session> {
        self.lock().clone().ok_or_else(|| {
            let closed = "the client is closed";
            reject(Error::new(ErrorKind::Configuration, closed))
        })
    }

    fn lock(&self) -> MutexGuard<'_, Option<Session>> {
        self.session
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// Refuses a download target that cannot be written.
#[napi(catch_unwind)]
pub fn check_target(path: Either<String, Buffer>) -> napi::Result<()> {
    let checked = sorakit::check_target(&path_of(path)?);
    checked.map_err(|error| reject(error.on("checkTarget")))
}

/// Converts a path to the system's form.
#[cfg(unix)]
pub fn path_of(path: Either<String, Buffer>) -> napi::Result<PathBuf> {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    Ok(match path {
        Either::A(text) => text.into(),
        Either::B(bytes) => OsString::from_vec(bytes.to_vec()).into(),
    })
}

/// Converts a path, which is text, to the system's form.
#[cfg(not(unix))]
pub fn path_of(path: Either<String, Buffer>) -> napi::Result<PathBuf> {
    match path {
        Either::A(text) => Ok(text.into()),
        Either::B(bytes) => String::from_utf8(bytes.to_vec())
            .map(Into::into)
            .map_err(|_| reject(Error::invalid("path", "must be text on this system"))),
    }
}

pub fn parse(fields: &str) -> sorakit::Result<serde_json::Value> {
    sorakit::api::read_given("params", fields)
}

fn duration(seconds: Option<f64>) -> napi::Result<Option<Duration>> {
    sorakit::seconds("timeout", seconds).map_err(reject)
}
