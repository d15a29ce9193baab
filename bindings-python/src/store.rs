//! Credential stores written in Python.

use std::sync::mpsc;

use pyo3::prelude::*;
use sorakit::auth::{Credential, CredentialStore, StoreGuard};
use sorakit::platform::BoxFuture;
use sorakit::{ErrorKind, Result};

use crate::error::of_python;
use crate::held::Held;
use crate::value::{plain, to_python};

/// An object with the methods `load`, `save` and `lock`.
#[derive(Clone)]
pub struct PythonStore(pub Held);

impl CredentialStore for PythonStore {
    fn load(&self) -> BoxFuture<'_, Result<Option<Credential>>> {
        self.call("load", |store| {
            let credential = plain(&store.call_method0("load")?)?;
            serde_json::from_value(credential).map_err(|_| {
                pyo3::exceptions::PyValueError::new_err(
                    "load() must return what save() was given, or None",
                )
            })
        })
    }

    fn save(&self, credential: Credential) -> BoxFuture<'_, Result<()>> {
        self.call("save", move |store| {
            let credential = serde_json::to_value(credential.with_secrets()).unwrap_or_default();
            store.call_method1("save", (to_python(store.py(), &credential)?,))?;
            Ok(())
        })
    }

    /// Enters and leaves the context manager on one thread, as locks may require.
    fn lock(&self) -> BoxFuture<'_, Result<StoreGuard>> {
        let store = self.0.clone();
        Box::pin(async move {
            // A renewal's result is saved, whoever has gone meanwhile.
            let pin = store.pin();
            let (entered, when_entered) = async_channel::bounded::<PyResult<()>>(1);
            let (leave, when_left) = mpsc::channel::<()>();
            std::thread::spawn(move || {
                let lock = Python::attach(|py| {
                    let lock = store.get(py).ok_or_else(gone)?.call_method0("lock")?;
                    lock.call_method0("__enter__")?;
                    Ok(lock.unbind())
                });
                let lock = match lock {
                    Ok(lock) => lock,
                    Err(error) => {
                        let _ = entered.send_blocking(Err(error));
                        return;
                    }
                };
                let _ = entered.send_blocking(Ok(()));
                // Ends when the guard is dropped, or was never received.
                let _ = when_left.recv();
                Python::attach(|py| {
                    let nothing = (py.None(), py.None(), py.None());
                    if let Err(error) = lock.bind(py).call_method1("__exit__", nothing) {
                        error.write_unraisable(py, Some(lock.bind(py)));
                    }
                });
            });
            // Without an answer nothing is locked.
            let entered = when_entered.recv().await.unwrap_or_else(|_| {
                Err(pyo3::exceptions::PyRuntimeError::new_err(
                    "the thread that holds the lock ended early",
                ))
            });
            entered.map_err(|error| of_python(ErrorKind::Storage, "the store's lock()", error))?;
            Ok(StoreGuard::new((leave, pin)))
        })
    }
}

impl PythonStore {
    /// Calls a method of the store on a thread that may block.
    fn call<T: Send + 'static>(
        &self,
        name: &'static str,
        call: impl FnOnce(&Bound<'_, PyAny>) -> PyResult<T> + Send + 'static,
    ) -> BoxFuture<'static, Result<T>> {
        let store = self.0.clone();
        Box::pin(async move {
            let (done, when_done) = async_channel::bounded(1);
            std::thread::spawn(move || {
                let called = Python::attach(|py| call(&store.get(py).ok_or_else(gone)?));
                let _ = done.send_blocking(called);
            });
            let called = when_done.recv().await.unwrap_or_else(|_| {
                Err(pyo3::exceptions::PyRuntimeError::new_err(
                    "the thread ended early",
                ))
            });
            called.map_err(|error| {
                of_python(ErrorKind::Storage, &format!("the store's {name}()"), error)
            })
        })
    }
}

/// The error after the client was collected, and its store with it.
fn gone() -> PyErr {
    pyo3::exceptions::PyRuntimeError::new_err("the client of this store is gone")
}
