//! The parts of an admin's session that a client keeps: see `session.rs`.

use std::sync::Mutex;

#[cfg(not(target_family = "wasm"))]
use crate::auth::FileStore;
use crate::model::{Error, Result, Secret};
use crate::options::Options;

/// A client's session as an admin.
pub(super) struct Admin {
    pub(super) token: Mutex<Option<Secret>>,
    /// The name and password to log in with.
    pub(super) login: Option<(String, Secret)>,
    /// The file that keeps the session.
    #[cfg(not(target_family = "wasm"))]
    pub(super) store: Option<FileStore>,
    /// Held by the one call that logs in for all.
    pub(super) turn: async_lock::Mutex<()>,
}

impl Admin {
    /// The session that the options describe.
    ///
    /// # Errors
    /// `invalid_input` when a name is given without a password, or the other way round.
    pub(super) fn of(options: &Options) -> Result<Self> {
        let login = match (&options.admin_username, &options.admin_password) {
            (Some(name), Some(password)) => Some((name.clone(), password.clone())),
            (None, Some(_)) => {
                return Err(Error::invalid(
                    "admin_username",
                    "must be given with `admin_password`",
                ));
            }
            (Some(_), None) if options.admin_token.is_none() => {
                return Err(Error::invalid(
                    "admin_password",
                    "must be given with `admin_username`",
                ));
            }
            _ => None,
        };
        Ok(Self {
            token: Mutex::new(options.admin_token.clone()),
            login,
            #[cfg(not(target_family = "wasm"))]
            store: options.admin_file.clone().map(FileStore::new),
            turn: async_lock::Mutex::new(()),
        })
    }
}
