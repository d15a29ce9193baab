//! Batches.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use futures_util::StreamExt;
use napi::Env;
use napi::bindgen_prelude::{Buffer, Either, PromiseRaw};
use napi_derive::napi;
use serde_json::{Value, json};
use sorakit::{Client, Error, ErrorKind, ErrorReport};
use sorakit_batch::{Added, PlainBatch};

use crate::client::{NativeClient, parse, path_of};
use crate::failure::{reject, write};
use crate::promise::promise;
use crate::stream::Pieces;

/// A folder of results with its ledger.
#[napi]
#[derive(Default)]
pub struct NativeBatch {
    servers: Mutex<Vec<(String, Client)>>,
    /// `None` until it is opened, and once it is closed.
    batch: Mutex<Option<Arc<PlainBatch>>>,
}

#[napi]
impl NativeBatch {
    /// A batch without servers, to be opened.
    #[napi(constructor, catch_unwind)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a server under a name.
    #[napi(catch_unwind)]
    pub fn server(&self, name: String, client: &NativeClient) -> napi::Result<()> {
        held(&self.servers).push((name, client.client()?));
        Ok(())
    }

    /// Opens the ledger of the folder, with these settings as JSON.
    #[napi(catch_unwind)]
    pub fn open(&self, folder: Either<String, Buffer>, settings: String) -> napi::Result<()> {
        let servers = std::mem::take(&mut *held(&self.servers));
        let settings = parse(&settings).map_err(reject)?;
        let batch = PlainBatch::open(&path_of(folder)?, servers, settings);
        *held(&self.batch) = Some(Arc::new(batch.map_err(|error| reject(error.on("batch")))?));
        Ok(())
    }

    /// Adds requests, each as JSON: all of them, or none.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
    pub fn add<'env>(
        &self,
        env: &'env Env,
        lines: Vec<String>,
        options: String,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let batch = self.batch()?;
        promise(env, None, async move {
            let options = parse(&options)?;
            let work = move || {
                let lines = lines.iter().map(|line| parse(line));
                told(batch.add(lines, options))
            };
            blocking::unblock(work).await
        })
    }

    /// Adds the requests of a file: all of them, or none.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
    pub fn add_file<'env>(
        &self,
        env: &'env Env,
        path: Either<String, Buffer>,
        options: String,
    ) -> napi::Result<PromiseRaw<'env, String>> {
        let (batch, path): (_, PathBuf) = (self.batch()?, path_of(path)?);
        promise(env, None, async move {
            let options = parse(&options)?;
            blocking::unblock(move || told(batch.add_file(&path, options))).await
        })
    }

    /// What became of each request, as it ends. The batch runs as long as this is read.
    #[napi(catch_unwind)]
    pub fn run(&self) -> napi::Result<Pieces> {
        let run = self
            .batch()?
            .run()
            .map_err(|error| reject(error.on("batch.run")))?;
        Ok(Pieces::new(run.map(|finished| {
            finished.map_err(|error| error.on("batch.run"))
        })))
    }

    /// The requests of all runs that have ended, as JSON.
    #[napi(ts_return_type = "Promise<string>", catch_unwind)]
    pub fn results<'env>(&self, env: &'env Env) -> napi::Result<PromiseRaw<'env, String>> {
        let batch = self.batch()?;
        let results = move || Ok(write(&batch.results()?));
        promise(env, None, blocking::unblock(results))
    }

    /// The number of requests in each state, as JSON.
    #[napi(catch_unwind)]
    pub fn counts(&self) -> napi::Result<String> {
        Ok(write(&self.batch()?.counts().map_err(reject)?))
    }

    /// Lets what has failed wait again.
    #[napi(catch_unwind)]
    pub fn retry_failed(&self) -> napi::Result<f64> {
        let waits = self.batch()?.retry_failed().map_err(reject)?;
        Ok(waits as f64)
    }

    /// Sends nothing more.
    #[napi(catch_unwind)]
    pub fn stop(&self) -> napi::Result<()> {
        self.batch()?.stop();
        Ok(())
    }

    /// Ends the run, and lets go of the ledger.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        if let Some(batch) = held(&self.batch).take() {
            batch.close();
        }
    }
}

impl NativeBatch {
    fn batch(&self) -> napi::Result<Arc<PlainBatch>> {
        held(&self.batch).clone().ok_or_else(|| {
            let closed = "the batch is closed";
            reject(Error::new(ErrorKind::Configuration, closed))
        })
    }
}

fn told(added: sorakit::Result<(Added, Vec<ErrorReport>)>) -> sorakit::Result<String> {
    let (added, errors) = added.map_err(|error| error.on("batch.add"))?;
    let told: Value = json!({
        "new": added.new,
        "known": added.known,
        "invalid": added.invalid,
        "errors": errors,
    });
    Ok(told.to_string())
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}
