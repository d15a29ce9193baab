//! Calls.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use sorakit::host::{DRAIN_LIMIT, drain as drain_for};
use sorakit::{
    ByteRange, Client, DownloadOptions, Error, Job, JobKind, Options, Result, WaitOptions,
};
use sorakit_bridge::{Deliverable, Session};

use crate::cancel::{CancelToken, guarded};
use crate::failure::{Failure, closed};
use crate::file::{Attachment, inputs};
use crate::json::{Json, read, write};
use crate::listener::{self, Listener};
use crate::store::{ForeignStore, Store};
use crate::stream::{MediaReader, Pieces};

/// One account on one server.
#[derive(uniffi::Object)]
pub struct NativeClient {
    /// `None` once it is closed.
    session: Mutex<Option<Session>>,
}

#[uniffi::export]
impl NativeClient {
    /// Makes a client with these options, the program's credential store, and a listener
    /// that is told what happens inside calls.
    #[uniffi::constructor]
    pub fn new(
        options: Json,
        store: Option<Arc<dyn ForeignStore>>,
        on_event: Option<Arc<dyn Listener>>,
    ) -> Result<Arc<Self>, Failure> {
        let options: Options = read("options", options)?;
        let client = match store {
            None => Client::new(options),
            Some(store) => Client::new_with_store(options, Store(store)),
        }?;
        if let Some(on_event) = on_event {
            client.observe(listener::of_events(on_event));
        }
        Ok(Arc::new(Self {
            session: Mutex::new(Some(client.into())),
        }))
    }

    /// Lets go of the client. Calls under way keep what they need. It returns when a token
    /// that is being renewed is stored, or ten seconds have passed.
    pub async fn finish(&self) {
        let session = self.lock().take();
        if let Some(session) = session {
            session.client().close().await;
        }
    }

    /// The dialect's name.
    pub fn dialect(&self) -> Result<String, Failure> {
        Ok(self.session()?.client().dialect().as_str().to_owned())
    }

    /// The API's base URL.
    pub fn base_url(&self) -> Result<String, Failure> {
        Ok(self.session()?.client().base_url().to_owned())
    }

    /// Sets the token of an admin login, or forgets it.
    pub fn set_admin_token(&self, token: Option<String>) -> Result<(), Failure> {
        let session = self.session()?;
        session.client().set_admin_token(token.map(Into::into));
        Ok(())
    }

    /// A job known by its id alone.
    pub fn resume(&self, kind: Json, id: String) -> Result<Json, Failure> {
        let kind: JobKind = read("kind", kind)?;
        Ok(write(&self.session()?.resume(kind, id)))
    }

    /// Calls a method or an operation by its name; `deadline` is how long a video is waited
    /// for that its creation answers, in seconds.
    pub async fn call(
        &self,
        name: String,
        fields: Json,
        files: Vec<Attachment>,
        deadline: Option<f64>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Json, Failure> {
        let session = self.session();
        let call = async move {
            let deadline = seconds(deadline)?;
            let client = session?.client().clone().with_deadline(deadline);
            let fields = fields
                .given("params")
                .map_err(|error| error.on(name.clone()))?;
            let call = Session::from(client).call(&name, fields, inputs(files))?;
            Ok(call.await?.into())
        };
        guarded(cancel, call).await
    }

    /// Calls an operation by its name, for the pieces of its answer or the items of a paged
    /// list.
    pub fn events(
        &self,
        name: String,
        fields: Json,
        files: Vec<Attachment>,
    ) -> Result<Arc<Pieces>, Failure> {
        let fields = fields
            .given("params")
            .map_err(|error| error.on(name.clone()))?;
        let pieces = self.session()?.pieces(&name, fields, &inputs(files))?;
        Ok(Pieces::new(pieces))
    }

    /// Calls an operation by its name, for the file that it is answered with.
    pub async fn content(
        &self,
        name: String,
        fields: Json,
        files: Vec<Attachment>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Arc<MediaReader>, Failure> {
        let session = self.session();
        let call = async move {
            let fields = fields
                .given("params")
                .map_err(|error| error.on(name.clone()))?;
            let opening = session?.content(&name, fields, inputs(files))?;
            opening.await.map(MediaReader::new)
        };
        guarded(cancel, call).await
    }

    /// Waits for a video or images; `on_update` gets the job at each poll, `deadline` is in
    /// seconds.
    pub async fn wait(
        &self,
        job: Json,
        deadline: Option<f64>,
        on_update: Option<Arc<dyn Listener>>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Json, Failure> {
        let session = self.session();
        let call = async move {
            let job: Job = read("job", job)?;
            let mut options = WaitOptions {
                deadline: seconds(deadline)?,
                on_progress: None,
            };
            if let Some(on_update) = on_update {
                options.on_progress = Some(Arc::new(listener::of_job(on_update)));
            }
            Ok(write(&session?.wait(&job, options).await?))
        };
        guarded(cancel, call).await
    }

    /// Yields the job as each poll sees it.
    pub fn updates(&self, job: Json) -> Result<Arc<Pieces>, Failure> {
        let job: Job = read("job", job)?;
        Ok(Pieces::new(self.session()?.watch(&job)))
    }

    /// Downloads a job's file, or the one at an address, to a path; `on_progress` gets the
    /// bytes so far and in total, at most twenty times a second.
    pub async fn download(
        &self,
        what: Json,
        path: String,
        index: u32,
        on_progress: Option<Arc<dyn Listener>>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Json, Failure> {
        let session = self.session();
        let call = async move {
            let what: Deliverable = read("job", what)?;
            let mut options = DownloadOptions::default();
            if let Some(on_progress) = on_progress {
                options.on_progress = Some(Arc::new(listener::of_transfer(on_progress)));
            }
            let (session, path) = (session?, Path::new(&path));
            let download = session.download(&what, index as usize, path, options);
            Ok(write(&download.await?))
        };
        guarded(cancel, call).await
    }

    /// Opens a range of a job's file, or of the one at an address, as a stream of bytes.
    pub async fn open(
        &self,
        what: Json,
        index: u32,
        start: u64,
        end: Option<u64>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Arc<MediaReader>, Failure> {
        let session = self.session();
        let call = async move {
            let what: Deliverable = read("job", what)?;
            let range = ByteRange { start, end };
            let opened = session?.open(&what, index as usize, range).await;
            opened.map(MediaReader::new)
        };
        guarded(cancel, call).await
    }
}

impl NativeClient {
    fn session(&self) -> Result<Session> {
        self.lock().clone().ok_or_else(|| closed("client"))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Session>> {
        self.session
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// Finds out which dialect the server of these options speaks, and why.
#[uniffi::export]
pub async fn detect(options: Json, cancel: Option<Arc<CancelToken>>) -> Result<Json, Failure> {
    let detection = async move {
        let options: Options = read("options", options)?;
        Ok(write(&Client::detect(options).await?))
    };
    guarded(cancel, detection).await
}

/// Refuses a download target that cannot be written.
#[uniffi::export]
pub fn check_target(path: String) -> Result<(), Failure> {
    let checked = sorakit::check_target(Path::new(&path));
    Ok(checked.map_err(|error| error.on("check_target"))?)
}

/// Waits at most ten seconds until every renewal of this process is stored.
#[uniffi::export]
pub fn drain() -> bool {
    drain_for(DRAIN_LIMIT)
}

fn seconds(given: Option<f64>) -> Result<Option<Duration>, Error> {
    sorakit::seconds("timeout", given)
}
