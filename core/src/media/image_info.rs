use std::io::{BufRead, ErrorKind, Read, Seek, SeekFrom};

use imagesize::ImageError;

use super::{MediaError, MediaType, NotMedia, SNIFF_BYTES};

/// An image's type and size, read from its header alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageInfo {
    /// The type, by content.
    pub media_type: MediaType,
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
}

impl ImageInfo {
    /// Reads a PNG, JPEG, WebP or GIF image. Bytes in memory go in a [`std::io::Cursor`].
    ///
    /// # Errors
    /// [`MediaError::NotMedia`] and [`MediaError::Unsupported`] for anything else (a video is
    /// unsupported here), [`MediaError::Truncated`] where the file ends within its header.
    pub fn read(mut image: impl BufRead + Seek) -> Result<Self, MediaError> {
        let mut start = Vec::with_capacity(SNIFF_BYTES);
        image.rewind()?;
        image
            .by_ref()
            .take(SNIFF_BYTES as u64)
            .read_to_end(&mut start)?;
        let media_type = MediaType::sniff(&start)
            .ok_or_else(|| MediaError::NotMedia(NotMedia::sniff(&start)))?;
        if media_type.is_video() || !media_type.is_supported() {
            return Err(MediaError::Unsupported(media_type));
        }
        image.rewind()?;
        let size = match imagesize::reader_size(&mut image) {
            Ok(size) => size,
            Err(ImageError::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => {
                let actual = image.seek(SeekFrom::End(0))?;
                let needed = actual + 1;
                return Err(MediaError::Truncated { needed, actual });
            }
            Err(ImageError::IoError(error)) if error.kind() != ErrorKind::InvalidData => {
                return Err(MediaError::Io(error));
            }
            Err(_) => return Err(MediaError::Malformed("the image header makes no sense")),
        };
        match (u32::try_from(size.width), u32::try_from(size.height)) {
            (Ok(width @ 1..), Ok(height @ 1..)) => Ok(Self {
                media_type,
                width,
                height,
            }),
            _ => Err(MediaError::Malformed("the image has no width or height")),
        }
    }
}
