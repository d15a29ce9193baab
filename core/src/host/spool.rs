//! A file that is examined but not kept.

#[cfg(target_family = "wasm")]
use std::io::Cursor;
use std::io::{self, Write};

use bytes::Bytes;

use crate::media::{MediaError, MediaType, VideoInfo, check_whole};

/// Bytes waiting to be checked: in an unnamed file where there is a disk, in memory in a
/// browser.
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

    /// Checks that the written file is whole, and returns its type.
    pub(crate) async fn check(&mut self) -> Result<(MediaType, Option<VideoInfo>), MediaError> {
        let checked = self.with(|place| check_whole(io::BufReader::new(place)));
        checked.await.map_err(MediaError::Io)?
    }

    /// Runs work that may block. Work that was cut off has lost its place.
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
