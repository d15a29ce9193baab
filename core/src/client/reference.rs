//! Files that a creation starts from: opened and checked before anything is sent, and
//! fetched where an address names them.

use bytes::Bytes;

use super::media::out_of_time;
use super::open::NamedBy;
use super::send::read;
use crate::api::{FileInput, UNNAMED};
use crate::client::Client;
use crate::host;
use crate::media::encoded;
use crate::model::{Error, ErrorKind, Reference, Result, settled_url};

impl Client {
    /// Reads the bytes of an opened file, off the caller's thread.
    pub(crate) async fn read_file(&self, field: &'static str, file: FileInput) -> Result<Bytes> {
        host::read_file(field, file).await
    }

    /// Opens a file, off the caller's thread; `field` names it in errors.
    pub(crate) async fn open_file(
        &self,
        field: &'static str,
        file: FileInput,
    ) -> Result<FileInput> {
        host::open_file(field, file).await
    }

    /// Fetches what an address or a data URL names, into memory and without any credential,
    /// for upload where a dialect takes no addresses.
    pub(crate) async fn fetch_reference(&self, url: &str) -> Result<FileInput> {
        // In memory; no document names a limit of its own.
        const LIMIT: usize = 128 << 20;
        let url = &*settled_url("references", url)?;
        if encoded::is_data_url(url) {
            let bytes = encoded::data_url(url).unwrap_or_default();
            return Ok(FileInput::bytes(bytes, UNNAMED));
        }
        self.may_send()?;
        let fetched = Box::pin(async {
            let stream = self.open_whole(url, NamedBy::Caller, false).await?;
            let bytes = self.within(self.inner.timeout, read(stream.body, LIMIT));
            let late = || Error::new(ErrorKind::Timeout, "it takes too long");
            let bytes = bytes.await.unwrap_or_else(|| Err(late().into()));
            bytes.map_err(|broken| broken.error)
        });
        let bytes = match self.inner.total_timeout {
            Some(limit) => self.within(limit, fetched).await,
            None => Some(fetched.await),
        };
        let bytes = bytes.unwrap_or_else(|| Err(out_of_time(self)));
        let bytes = bytes.map_err(|error| {
            Error::invalid("references", format!("cannot fetch it: {}", error.reason()))
                .caused_by(error)
        })?;
        let name = url
            .split(['?', '#'])
            .next()
            .and_then(|path| path.rsplit('/').next());
        let name = name.filter(|name| !name.is_empty()).unwrap_or("image");
        Ok(FileInput::bytes(bytes, name))
    }

    /// Opens an image and checks it. An address is fetched, without any credential.
    pub(crate) async fn open_image(&self, reference: &Reference) -> Result<FileInput> {
        let file = self.open_reference("references", reference).await?;
        crate::api::sora::check_image("references", &file)?;
        Ok(file)
    }

    /// Opens a file, wherever it is; `field` names it in errors.
    pub(crate) async fn open_reference(
        &self,
        field: &'static str,
        reference: &Reference,
    ) -> Result<FileInput> {
        let file = match reference {
            Reference::File(file) => file.clone(),
            Reference::Url { url } => self.fetch_reference(url).await?,
        };
        self.open_file(field, file).await
    }

    /// Opens a video and checks that it is one. An address is fetched, without any
    /// credential.
    pub(crate) async fn open_video(&self, reference: &Reference) -> Result<FileInput> {
        let file = match reference {
            Reference::File(file) => file.clone(),
            Reference::Url { url } => self.fetch_reference(url).await?,
        };
        let file = self.open_file("video", file).await?;
        let opened = file.opened("video")?;
        match opened.media_type {
            Some(found) if found.is_video() => Ok(file),
            _ => {
                let found = opened.description();
                Err(Error::invalid(
                    "video",
                    format!("must be a video; its content is {found}"),
                ))
            }
        }
    }

    /// Encodes an opened file as a data URL, for dialects that take no files.
    pub(crate) async fn data_url(&self, field: &'static str, file: FileInput) -> Result<String> {
        use base64::Engine as _;
        let content_type = file.opened(field)?.content_type.clone();
        let bytes = self.read_file(field, file).await?;
        let data = base64::engine::general_purpose::STANDARD.encode(bytes);
        Ok(format!("data:{content_type};base64,{data}"))
    }
}
