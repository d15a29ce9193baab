//! Calls.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use js_sys::{Function, Promise};
use sorakit::{ByteRange, Client, Error, ErrorKind, Job, JobKind, Options, WaitOptions};
use sorakit_bridge::{Deliverable, Session};
use wasm_bindgen::prelude::*;

use crate::blob::{Attachment, attachments};
use crate::cancel::{CancelToken, promise};
use crate::failure::{read, reject, write};
use crate::host::BrowserHost;
use crate::platform::Platform;
use crate::store::{JsStore, StoreCalls};
use crate::stream::{MediaReader, Pieces};

type Fallible<T> = Result<T, JsValue>;

/// A client, with values as JSON text.
#[wasm_bindgen]
pub struct NativeClient {
    /// `None` once it is closed.
    session: RefCell<Option<Session>>,
}

#[wasm_bindgen]
impl NativeClient {
    /// Makes a client with these options on a platform, the page's credential store, and a
    /// function that is told what happens inside calls.
    #[wasm_bindgen(constructor)]
    pub fn new(
        options: &str,
        platform: Platform,
        store: Option<StoreCalls>,
        on_event: Option<Function>,
    ) -> Fallible<Self> {
        let options: Options = read("options", options)?;
        crate::options::check(&options, &platform.user_agent()).map_err(reject)?;
        let host = BrowserHost(platform);
        let client = match store {
            None => Client::with_host(options, host),
            Some(calls) => Client::with_store(options, host, JsStore(calls)),
        };
        let client = client.map_err(reject)?;
        if let Some(on_event) = on_event {
            client.observe(move |event: &sorakit::Event| tell(&on_event, &write(event)));
        }
        Ok(Self {
            session: RefCell::new(Some(client.into())),
        })
    }

    /// Lets go of the client. Calls under way keep what they need; the promise resolves when
    /// a token that is being renewed is stored.
    pub fn close(&self) -> Promise {
        let session = self.session.take();
        promise(None, async move {
            if let Some(session) = session {
                session.client().close().await;
            }
            Ok(JsValue::UNDEFINED)
        })
    }

    /// The dialect's name, as soon as it is known.
    #[wasm_bindgen(getter)]
    pub fn dialect(&self) -> Fallible<Option<String>> {
        let client = self.client()?;
        Ok(client
            .detected()
            .map(|found| found.dialect.as_str().to_owned()))
    }

    /// The flavour's name, as soon as it is known.
    #[wasm_bindgen(getter)]
    pub fn flavour(&self) -> Fallible<Option<String>> {
        let client = self.client()?;
        Ok(client
            .detected()
            .and_then(|found| Some(found.flavour?.as_str().to_owned())))
    }

    /// The API's base URL.
    #[wasm_bindgen(getter, js_name = baseUrl)]
    pub fn base_url(&self) -> Fallible<String> {
        Ok(self.client()?.base_url().to_owned())
    }

    /// Sets the token of an admin login, or forgets it.
    #[wasm_bindgen(js_name = setAdminToken)]
    pub fn set_admin_token(&self, token: Option<String>) -> Fallible<()> {
        self.client()?.set_admin_token(token.map(Into::into));
        Ok(())
    }

    /// A job known by its id alone, as JSON.
    pub fn resume(&self, kind: &str, id: &str) -> Fallible<String> {
        let kind: JobKind = read("kind", &write(&kind))?;
        Ok(write(&self.session()?.resume(kind, id)))
    }

    /// Calls a method or an operation by its name.
    pub fn call(
        &self,
        name: String,
        fields: String,
        files: Vec<Attachment>,
        cancel: Option<CancelToken>,
        deadline: Option<f64>,
    ) -> Fallible<Promise> {
        let files = attachments(files);
        let client = self.client()?.with_deadline(duration(deadline)?);
        Ok(promise(cancel, async move {
            let call = Session::from(client).call(&name, parse(&fields)?, files)?;
            Ok(write(&call.await?))
        }))
    }

    /// Calls an operation by its name, for the pieces of its answer or the items of a paged
    /// list.
    pub fn events(&self, name: String, fields: &str, files: Vec<Attachment>) -> Fallible<Pieces> {
        let fields = parse(fields).map_err(reject)?;
        let pieces = self.session()?.pieces(&name, fields, &attachments(files));
        Ok(Pieces::of(pieces.map_err(reject)?))
    }

    /// Calls an operation by its name, for the file that it is answered with.
    pub fn content(
        &self,
        name: String,
        fields: &str,
        files: Vec<Attachment>,
        cancel: Option<CancelToken>,
    ) -> Fallible<Promise> {
        let fields = parse(fields).map_err(reject)?;
        let opening = self.session()?.content(&name, fields, attachments(files));
        let opening = opening.map_err(reject)?;
        Ok(promise(cancel, async move {
            opening.await.map(MediaReader::of)
        }))
    }

    /// Waits for a video or images; `on_update` gets the job at each poll.
    pub fn wait(
        &self,
        job: &str,
        deadline: Option<f64>,
        on_update: Option<Function>,
        cancel: Option<CancelToken>,
    ) -> Fallible<Promise> {
        let job: Job = read("job", job)?;
        let mut options = WaitOptions {
            deadline: duration(deadline)?,
            on_progress: None,
        };
        if let Some(on_update) = on_update {
            let on_progress = move |job: &Job| tell(&on_update, &write(job));
            options.on_progress = Some(Arc::new(on_progress));
        }
        let session = self.session()?;
        Ok(promise(cancel, async move {
            Ok(write(&session.wait(&job, options).await?))
        }))
    }

    /// Yields the job as each poll sees it.
    pub fn updates(&self, job: &str) -> Fallible<Pieces> {
        let job: Job = read("job", job)?;
        Ok(Pieces::of(self.session()?.watch(&job)))
    }

    /// Opens a range of a job's file, or of the one at an address, as a stream of bytes.
    pub fn open(
        &self,
        what: &str,
        index: usize,
        start: f64,
        end: Option<f64>,
        cancel: Option<CancelToken>,
    ) -> Fallible<Promise> {
        // Whole numbers that JavaScript has exactly, as was checked there.
        let range = ByteRange {
            start: start as u64,
            end: end.map(|end| end as u64),
        };
        let what: Deliverable = read("job", what)?;
        let session = self.session()?;
        Ok(promise(cancel, async move {
            session.open(&what, index, range).await.map(MediaReader::of)
        }))
    }
}

/// Finds out which dialect the server of these options speaks, as JSON.
#[wasm_bindgen]
pub fn detect(options: &str, platform: Platform, cancel: Option<CancelToken>) -> Fallible<Promise> {
    let options: Options = read("options", options)?;
    crate::options::check(&options, &platform.user_agent()).map_err(reject)?;
    Ok(promise(cancel, async move {
        let detection = Client::detect_with(options, BrowserHost(platform)).await?;
        Ok(write(&detection))
    }))
}

impl NativeClient {
    fn client(&self) -> Fallible<Client> {
        Ok(self.session()?.client().clone())
    }

    fn session(&self) -> Fallible<Session> {
        self.session.borrow().clone().ok_or_else(|| {
            let closed = "the client is closed";
            reject(Error::new(ErrorKind::Configuration, closed))
        })
    }
}

fn duration(seconds: Option<f64>) -> Fallible<Option<Duration>> {
    sorakit::seconds("timeout", seconds).map_err(reject)
}

/// Calls a callback of the facade, which lets no exception out.
fn tell(callback: &Function, text: &str) {
    let _ = callback.call1(&JsValue::UNDEFINED, &text.into());
}

fn parse(fields: &str) -> sorakit::Result<serde_json::Value> {
    sorakit::api::read_given("params", fields)
}
