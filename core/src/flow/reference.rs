//! Files that the caller names by an address, fetched to be uploaded.

use super::open::NamedBy;
use super::send::read;
use crate::api::{FileInput, UNNAMED};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::media::encoded;
use crate::request::settled_url;

impl Client {
    /// Fetches what an address or a data URL names, into memory and without any
    /// credential, to be uploaded where a dialect takes no addresses.
    pub(crate) async fn fetch_reference(&self, url: &str) -> Result<FileInput> {
        // In memory; no document names a limit of its own.
        const LIMIT: usize = 128 << 20;
        let url = &*settled_url("references", url)?;
        if encoded::is_data_url(url) {
            let bytes = encoded::data_url(url).unwrap_or_default();
            return Ok(FileInput::bytes(bytes, UNNAMED));
        }
        let unread = |error: Error| {
            Error::invalid(
                "references",
                format!("cannot fetch it: {}", error.message()),
            )
            .caused_by(error)
        };
        let stream = self
            .open_whole(url, NamedBy::Caller, false)
            .await
            .map_err(unread)?;
        let bytes = self
            .within(self.inner.timeout, read(stream.body, LIMIT))
            .await
            .unwrap_or_else(|| Err(Error::new(ErrorKind::Timeout, "it takes too long").into()))
            .map_err(|broken| unread(broken.error))?;
        let name = url
            .split(['?', '#'])
            .next()
            .and_then(|path| path.rsplit('/').next());
        let name = name.filter(|name| !name.is_empty()).unwrap_or("image");
        Ok(FileInput::bytes(bytes, name))
    }
}
