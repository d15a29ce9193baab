//! Waiting for the futures and streams of the async client.

use std::pin::Pin;

use bytes::Bytes;
use futures_lite::{Stream, StreamExt};

use crate::client::MediaStream;
use crate::model::Result;

pub(super) fn wait<T>(future: impl Future<Output = T>) -> T {
    futures_lite::future::block_on(future)
}

/// The items of a stream of the async client, one at a time; asking for the next blocks. Dropping
/// it ends what is under way.
pub struct Items<T> {
    stream: Pin<Box<dyn Stream<Item = T> + Send>>,
}

impl<T> Items<T> {
    pub(super) fn new(stream: impl Stream<Item = T> + Send + 'static) -> Self {
        Self {
            stream: Box::pin(stream),
        }
    }
}

impl<T> Iterator for Items<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        wait(self.stream.next())
    }
}

/// The bytes of a media file, piece by piece.
pub(super) fn chunks(media: MediaStream) -> Items<Result<Bytes>> {
    Items::new(futures_util::stream::unfold(Some(media), |media| async {
        let mut media = media?;
        let chunk = media.chunk().await.transpose()?;
        let media = chunk.is_ok().then_some(media);
        Some((chunk, media))
    }))
}
