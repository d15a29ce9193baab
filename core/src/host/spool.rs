//! A file that is looked at and not kept.

#[cfg(target_family = "wasm")]
use std::io::Cursor;
use std::io::{self, Write};

use bytes::Bytes;

use crate::media::{MediaError, MediaType, VideoInfo, check_whole};

/// Bytes on their way to being checked: on disk under no name where there is a disk,
/// and in memory in a browser.
pub(crate) struct Spool(Option<Place>);

#[cfg(not(target_family = "wasm"))]
type Place = std::fs::File;
#[cfg(target_family = "wasm")]
type Place = Cursor<Vec<u8>>;

impl Spool {
    /// An empty one.
    pub(crate) async fn new() -> io::Result<Self> {
        #[cfg(not(target_family = "wasm"))]
        let place = super::unblock(tempfile::tempfile).await?;
        #[cfg(target_family = "wasm")]
        let place = Cursor::new(Vec::new());
        Ok(Self(Some(place)))
    }

    /// Takes the next bytes.
    pub(crate) async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        self.with(move |place| place.write_all(&bytes)).await?
    }

    /// Whether what was written is a whole file, and what it is.
    pub(crate) async fn check(&mut self) -> Result<(MediaType, Option<VideoInfo>), MediaError> {
        let checked = self.with(|place| check_whole(io::BufReader::new(place)));
        checked.await.map_err(MediaError::Io)?
    }

    /// Does something that may block. One that was cut off has lost its place.
    async fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Place) -> T + Send + 'static,
    ) -> io::Result<T> {
        let mut place = self.0.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let run = move || (work(&mut place), place);
        #[cfg(not(target_family = "wasm"))]
        let (done, place) = super::unblock(run).await;
        #[cfg(target_family = "wasm")]
        let (done, place) = run();
        self.0 = Some(place);
        Ok(done)
    }
}
