//! Files that the caller names by an address, fetched to be uploaded.

use super::open::NamedBy;
use super::send::read;
use crate::api::FileInput;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};

impl Client {
    /// Fetches what an address or a data URL names, into memory and without any
    /// credential, to be uploaded where a dialect takes no addresses.
    pub(crate) async fn fetch_reference(&self, url: &str) -> Result<FileInput> {
        const LIMIT: usize = crate::api::sora::MAX_IMAGE as usize;
        if let Some(data) = url.strip_prefix("data:") {
            return data_url(data).ok_or_else(|| {
                Error::invalid(
                    "references",
                    "the data URL must be `data:<type>;base64,<data>`",
                )
            });
        }
        if !url.starts_with("https://") && !url.starts_with("http://") {
            return Err(Error::invalid(
                "references",
                "an address must start with https://, http:// or data:",
            ));
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

fn data_url(data: &str) -> Option<FileInput> {
    use base64::Engine as _;
    let (head, data) = data.split_once(',')?;
    let mime = head.strip_suffix(";base64")?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(data)
        .ok()?;
    let extension = mime.rsplit('/').next().filter(|text| !text.is_empty())?;
    Some(FileInput::bytes(bytes, format!("image.{extension}")))
}
