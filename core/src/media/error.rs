use std::{error, fmt, io};

use super::{MediaType, NotMedia};

/// The reason why a file could not be read as the expected video or image.
#[derive(Debug)]
#[non_exhaustive]
pub enum MediaError {
    /// The file holds something other than media, such as a server's error message.
    NotMedia(NotMedia),
    /// The file is media, but of a type that is not supported here.
    Unsupported(MediaType),
    /// The file ends before what it announces: a download that was cut short.
    Truncated {
        /// The number of bytes that the file needs, by its own account.
        needed: u64,
        /// The number of bytes that it has.
        actual: u64,
    },
    /// The file lacks a part that a whole one has; the text says which. The part was not
    /// written yet, or a download was cut short.
    Incomplete(&'static str),
    /// The file contradicts itself; the text says where.
    Malformed(&'static str),
    /// The file could not be read.
    Io(io::Error),
}

impl fmt::Display for MediaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotMedia(found) => write!(f, "expected an image or a video, found {found}"),
            Self::Unsupported(found) => write!(
                f,
                "{found} cannot be read here; supported are MP4, QuickTime, PNG, JPEG, WebP and GIF"
            ),
            Self::Truncated { needed, actual } => write!(
                f,
                "the file is incomplete: it has {actual} of at least {needed} bytes; \
                 download it again"
            ),
            Self::Incomplete(what) => {
                write!(f, "the file is incomplete: {what}; download it again")
            }
            Self::Malformed(what) => write!(f, "the file is damaged: {what}"),
            Self::Io(error) => write!(f, "the file could not be read: {error}"),
        }
    }
}

impl error::Error for MediaError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for MediaError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
