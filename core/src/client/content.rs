//! Operations that are answered with a file.

use serde_json::Value;

use super::call::{Answer, Sent, Wanted};
use super::media::{MediaStream, stated};
use super::open::NamedBy;
use crate::api::videos_v1::Content;
use crate::api::{Descriptor, FileInput, Operation, Reply, Sendable};
use crate::client::Client;
use crate::host::SendOptions;
use crate::media::{MediaType, SNIFF_BYTES};
use crate::model::{Error, ErrorKind, Result};

impl Client {
    /// Calls an operation that is answered with a file, and returns the file as it
    /// arrives, however long it is; [`Client::call`] returns it whole. If the answer is an
    /// address instead, it is followed. Only the beginning of the bytes is checked, to be a
    /// picture's or video's. Dropping the stream ends the transfer.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// use sorakit::api::skyriff::GetContent;
    ///
    /// let video_id = "video_1".into();
    /// let mut content = client.open_content(GetContent { video_id }).await?;
    /// while let Some(bytes) = content.chunk().await? {
    ///     println!("{} bytes", bytes.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn open_content<O: Operation<Output = Content>>(
        &self,
        operation: O,
    ) -> Result<MediaStream> {
        self.open_read_by(Box::new(operation), O::decode).await
    }

    /// Like [`open_content`](Self::open_content), for an operation that is known by its
    /// descriptor, with plain values.
    pub async fn open_described(
        &self,
        operation: &'static Descriptor,
        fields: Value,
        files: &[FileInput],
    ) -> Result<MediaStream> {
        let meta = operation.meta;
        let decode = operation.content.ok_or_else(|| {
            Error::new(ErrorKind::Unsupported, "it is not answered with a file").on(meta.name)
        })?;
        let operation = (operation.read)(fields, files).map_err(|error| error.on(meta.name))?;
        self.open_read_by(operation, decode).await
    }

    async fn open_read_by(
        &self,
        operation: Box<dyn Sendable>,
        decode: fn(&Reply) -> Result<Content>,
    ) -> Result<MediaStream> {
        let meta = operation.meta();
        let opened = async {
            self.speaks(meta).await?;
            let options = SendOptions::default();
            let sent = Sent::default();
            let answer = self.attempt(operation, options, Wanted::Open, &sent);
            let response = match Box::pin(answer).await? {
                Answer::Open(response) => response,
                Answer::Whole(_) => unreachable!("an open answer was wanted"),
            };
            let (status, headers) = (response.status(), response.headers().clone());
            let length = stated(status, &headers).length;
            let mut stream = MediaStream::new(self, response, 0, length)?;
            let head = self.peek(&mut stream, SNIFF_BYTES).await?;
            stream.found = MediaType::sniff(&head);
            match decode(&Reply::new(status, headers, head))?.url {
                Some(url) => self.open_whole(&url, NamedBy::Server, true).await,
                None => Ok(stream),
            }
        };
        opened.await.map_err(|error: Error| error.on(meta.name))
    }
}
