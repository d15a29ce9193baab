//! The bytes of a delivery on their way to a file or a writer.

use std::fs::File;
use std::io;
use std::path::Path;

use super::downloaded::{Delivered, Download, DownloadOptions, TransferProgress};
use super::partial::Partial;
use crate::client::media::MediaStream;
use crate::client::open::{Opened, Unopened};
use crate::dialect::delivery::{Delivery, unasked};
use crate::host::unblock;
use crate::media::{DataUrl, MediaError, MediaType, SNIFF_BYTES, VideoInfo, Walk, check_whole};
use crate::model::{Error, ErrorKind, Result};
use crate::policy::resume::Part;

/// Brings a file to its place, whole.
pub(super) async fn transfer(
    mut delivery: Delivery<'_>,
    target: &Path,
    options: &DownloadOptions,
) -> Result<Download> {
    let mut partial = Partial::open(target, delivery.name()).await?;
    // The end of the last piece, where the server hands the file out in pieces.
    let mut piece = 0;
    loop {
        let outcome = match delivery.inline() {
            Some(data) => copy_inline(data, &mut partial, options).await,
            None => fetch(&mut delivery, &mut partial, piece, options).await,
        };
        let length = partial.part().length;
        let outcome = match outcome {
            Ok(Fetched::More) if length > piece => {
                piece = length;
                continue;
            }
            Ok(Fetched::More) => Err(unasked().into()),
            Ok(Fetched::All) => check(&delivery, &mut partial).await,
            Err(unopened) => Err(unopened),
        };
        match outcome {
            Ok((media_type, video)) => {
                let bytes = partial.part().length;
                let path = partial.into_place().await?;
                return Ok(Download {
                    path,
                    bytes,
                    media_type,
                    video,
                });
            }
            Err(unopened) if delivery.inline().is_some() => {
                partial.discard().await;
                return Err(unopened.error);
            }
            Err(unopened) => {
                if let Err(error) = delivery.recover(unopened).await {
                    // A part that cannot be continued is of no use to a later process.
                    let part = partial.part();
                    if part.length == 0 || part.validator.is_none() {
                        partial.discard().await;
                    }
                    return Err(error);
                }
            }
        }
    }
}

/// The outcome of one request.
enum Fetched {
    /// Everything up to the file's end.
    All,
    /// A range that ended where it said, before the file does.
    More,
}

/// Makes one request, from where the file ends. The server has handed out whole pieces of it up
/// to `piece`.
async fn fetch(
    delivery: &mut Delivery<'_>,
    partial: &mut Partial,
    piece: u64,
    options: &DownloadOptions,
) -> Result<Fetched, Unopened> {
    let part = partial.part();
    let is_piece = part.length == piece;
    if part.length > 0 {
        match part.total {
            // An earlier process ended before it could name the file.
            Some(total) if total == part.length => return Ok(Fetched::All),
            Some(total) if total < part.length => restart(partial).await?,
            _ if part.validator.is_none() && !is_piece => restart(partial).await?,
            _ => {}
        }
    }
    let part = Part {
        is_piece,
        ..partial.part()
    };
    let mut stream = match delivery.open(part).await? {
        Opened::Stream(stream) => stream,
        Opened::IsWhole => return Ok(Fetched::All),
        Opened::Restart => {
            restart(partial).await?;
            return Err(unasked().into());
        }
    };
    if stream.start != partial.part().length {
        // The file changed, or the server does not support ranges: from the beginning.
        restart(partial).await?;
    }
    let began = partial.part().length;
    let described = partial
        .describe(stream.validator.clone(), stream.length)
        .await;
    described.map_err(Unopened::finally)?;
    while let Some(chunk) = stream.chunk().await? {
        partial.write(&chunk).await.map_err(Unopened::finally)?;
        let length = partial.part().length;
        delivery.reached(length);
        tell(options, length, stream.length);
    }
    let length = partial.part().length;
    ended(&stream, began, length)
}

/// Decides what an answer that came to its end at `length` means.
fn ended(stream: &MediaStream, began: u64, length: u64) -> Result<Fetched, Unopened> {
    match stream.length {
        Some(total) if length > total => {
            let what = format!("{length} bytes came, and {total} were announced");
            Err(Error::new(ErrorKind::UnexpectedResponse, what).into())
        }
        Some(total) if length < total && stream.end == Some(length) && length > began => {
            Ok(Fetched::More)
        }
        Some(total) if length < total => {
            let what = format!("the download broke off at {length} of {total} bytes");
            Err(Error::new(ErrorKind::Connection, what).into())
        }
        _ => Ok(Fetched::All),
    }
}

async fn restart(partial: &mut Partial) -> Result<(), Unopened> {
    partial.restart().await.map_err(Unopened::finally)
}

fn tell(options: &DownloadOptions, done: u64, total: Option<u64>) {
    if let Some(on_progress) = &options.on_progress {
        on_progress(TransferProgress { done, total });
    }
}

/// Copies a file that is part of the answer.
async fn copy_inline(
    data: &str,
    partial: &mut Partial,
    options: &DownloadOptions,
) -> Result<Fetched, Unopened> {
    restart(partial).await?;
    for piece in DataUrl::read(data)? {
        partial.write(&piece?).await.map_err(Unopened::finally)?;
        tell(options, partial.part().length, None);
    }
    Ok(Fetched::All)
}

/// The media type of a file that came to its end. A file that was cut short, or is not
/// of the wanted kind, is refused, and dropped where it cannot be resumed.
async fn check(
    delivery: &Delivery<'_>,
    partial: &mut Partial,
) -> Result<(MediaType, Option<VideoInfo>), Unopened> {
    let looked = partial.check(inspect).await.map_err(Unopened::finally)?;
    let error = match looked {
        Ok((found, video)) if delivery.wants(found) => return Ok((found, video)),
        Ok((_, _)) => delivery.not_wanted(&head(partial).await?),
        Err(MediaError::NotMedia(_)) => delivery.not_wanted(&head(partial).await?),
        Err(MediaError::Io(error)) => {
            let what = format!("cannot read the download: {error}");
            return Err(Unopened::finally(Error::new(ErrorKind::Storage, what)));
        }
        Err(error) => {
            let part = partial.part();
            // An answer without a length may have been cut without anyone noticing.
            if part.total.is_none() && part.validator.is_some() {
                let what = format!("the download broke off: {error}");
                return Err(Error::new(ErrorKind::Connection, what).into());
            }
            let what = format!("the file is not whole: {error}");
            Error::new(ErrorKind::UnexpectedResponse, what)
        }
    };
    restart(partial).await?;
    Err(error.into())
}

fn inspect(file: File) -> Result<(MediaType, Option<VideoInfo>), MediaError> {
    check_whole(io::BufReader::new(file))
}

async fn head(partial: &mut Partial) -> Result<Vec<u8>, Unopened> {
    let read = partial.check(|mut file| {
        use io::{Read, Seek};
        let mut head = Vec::new();
        file.rewind()?;
        file.take(SNIFF_BYTES as u64).read_to_end(&mut head)?;
        io::Result::Ok(head)
    });
    let read = read.await.map_err(Unopened::finally)?;
    Ok(read.unwrap_or_default())
}

type Writer = Box<dyn io::Write + Send>;

/// A writer that takes a file as it comes, opened when there is something to write.
pub(super) struct Outlet<F> {
    open: Option<F>,
    writer: Option<Writer>,
    /// Bytes of the file that were written.
    written: u64,
    /// Bytes of the answer under way, which may repeat earlier ones.
    at: u64,
    /// The mark of the file that the bytes belong to.
    validator: Option<String>,
    total: Option<u64>,
    /// Set when the server can be asked for what follows.
    ranges: bool,
    head: Vec<u8>,
    walk: Walk,
}

/// Makes a writer that `open` opens, on a thread where it may block.
pub(super) fn outlet<F>(open: F) -> Outlet<F>
where
    F: FnOnce() -> io::Result<Writer> + Send + 'static,
{
    Outlet {
        open: Some(open),
        writer: None,
        written: 0,
        at: 0,
        validator: None,
        total: None,
        ranges: true,
        head: Vec::new(),
        walk: Walk::default(),
    }
}

impl<F> Outlet<F>
where
    F: FnOnce() -> io::Result<Writer> + Send + 'static,
{
    /// Writes a whole delivery.
    pub(super) async fn deliver(
        mut self,
        mut delivery: Delivery<'_>,
        options: &DownloadOptions,
    ) -> Result<Delivered> {
        // The end of the last piece, where the server hands the file out in pieces.
        let mut piece = 0;
        loop {
            match self.fetch(&mut delivery, piece, options).await {
                Ok(Fetched::More) if self.at > piece => piece = self.at,
                Ok(Fetched::More) => delivery.recover(unasked().into()).await?,
                Ok(Fetched::All) => break,
                Err(unopened) => delivery.recover(unopened).await?,
            }
        }
        self.write(Vec::new(), true).await?;
        let not_whole = |error: MediaError| {
            let what = format!("the file is not whole: {error}");
            Error::new(ErrorKind::UnexpectedResponse, what)
        };
        self.walk.finish().map_err(not_whole)?;
        let media_type = MediaType::sniff(&self.head);
        Ok(Delivered {
            bytes: self.written,
            media_type: media_type.ok_or_else(|| delivery.not_wanted(&self.head))?,
        })
    }

    async fn fetch(
        &mut self,
        delivery: &mut Delivery<'_>,
        piece: u64,
        options: &DownloadOptions,
    ) -> Result<Fetched, Unopened> {
        let part = Part {
            length: self.written,
            total: self.total,
            validator: self.validator.as_deref(),
            skipped: false,
            is_piece: self.written == piece,
        };
        let asked = match self.ranges && (part.validator.is_some() || part.is_piece) {
            true => part,
            false => Part::default(),
        };
        let mut stream = match delivery.open(asked).await? {
            Opened::Stream(stream) => stream,
            Opened::IsWhole => return Ok(Fetched::All),
            Opened::Restart => {
                self.ranges = false;
                return Err(unasked().into());
            }
        };
        let same = self.validator.is_some()
            && self.validator == stream.validator
            && (self.total.is_none() || self.total == stream.length);
        if stream.start == 0 && self.written > 0 && !same {
            let what = "the transfer broke off, and what the server sends now may be another file";
            return Err(Unopened::finally(Error::new(ErrorKind::Connection, what)));
        }
        self.validator.clone_from(&stream.validator);
        self.total = stream.length.or(self.total);
        self.at = stream.start;
        let began = self.written;
        while let Some(chunk) = stream.chunk().await? {
            let known = usize::try_from(self.written.saturating_sub(self.at)).unwrap_or(usize::MAX);
            self.at += chunk.len() as u64;
            let news = chunk.get(known..).unwrap_or_default();
            if news.is_empty() {
                continue;
            }
            let wanted = SNIFF_BYTES.saturating_sub(self.head.len());
            self.head.extend_from_slice(&news[..news.len().min(wanted)]);
            self.walk.take(news);
            self.written += news.len() as u64;
            let written = self.write(news.to_vec(), false).await;
            written.map_err(Unopened::finally)?;
            delivery.reached(self.written);
            tell(options, self.written, stream.length);
        }
        ended(&stream, began, self.at)
    }

    /// Writes on a thread where it may block.
    async fn write(&mut self, bytes: Vec<u8>, flush: bool) -> Result<()> {
        let open = self.open.take();
        let mut writer = self.writer.take();
        let (writer, written) = unblock(move || {
            let written = (|| {
                if let Some(open) = open {
                    writer = Some(open()?);
                }
                let writer = writer.as_mut().expect("it was opened");
                writer.write_all(&bytes)?;
                if flush { writer.flush() } else { Ok(()) }
            })();
            (writer, written)
        })
        .await;
        self.writer = writer;
        written.map_err(|error: io::Error| {
            let what = format!("cannot write the file on: {error}");
            Error::new(ErrorKind::Storage, what).caused_by(error)
        })
    }
}
