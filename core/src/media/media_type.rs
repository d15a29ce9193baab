use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The number of bytes at the start of a file that [`MediaType::sniff`] and
/// [`NotMedia::sniff`] examine. Fewer are fine if there are no more.
///
/// [`NotMedia::sniff`]: super::NotMedia::sniff
pub const SNIFF_BYTES: usize = 512;

/// A type of image or video, recognised by content. Other languages receive it as its
/// media type, such as `video/mp4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaType {
    /// An MP4 video, which every dialect delivers.
    Mp4,
    /// A PNG image, animated or not.
    Png,
    /// A JPEG image.
    Jpeg,
    /// A WebP image, animated or not.
    WebP,
    /// A GIF image, animated or not.
    Gif,
    /// A QuickTime video (`.mov`).
    QuickTime,
    /// A WebM or Matroska video. Recognised, not supported.
    WebM,
    /// An AVIF image. Recognised, not supported.
    Avif,
    /// A HEIC or HEIF image, as phones take them. Recognised, not supported.
    Heic,
}

const ALL: [MediaType; 9] = [
    MediaType::Mp4,
    MediaType::Png,
    MediaType::Jpeg,
    MediaType::WebP,
    MediaType::Gif,
    MediaType::QuickTime,
    MediaType::WebM,
    MediaType::Avif,
    MediaType::Heic,
];

impl MediaType {
    /// Recognises the type from the first bytes of a file, [`SNIFF_BYTES`] at most.
    ///
    /// `None` means that the bytes are not a known image or video;
    /// [`NotMedia::sniff`](super::NotMedia::sniff) then describes them.
    pub fn sniff(start: &[u8]) -> Option<Self> {
        match start {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::WebP),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(Self::WebM),
            [_, _, _, _, kind @ ..] => Self::sniff_boxes(kind),
            _ => None,
        }
    }

    /// Recognises the ISO media formats from the bytes after the first box's size.
    fn sniff_boxes(start: &[u8]) -> Option<Self> {
        match start {
            [b'f', b't', b'y', b'p', brand @ ..] => match brand.first_chunk::<4>()? {
                b"qt  " => Some(Self::QuickTime),
                b"avif" | b"avis" => Some(Self::Avif),
                b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                    Some(Self::Heic)
                }
                b"M4A " | b"M4B " | b"M4P " | b"crx " | b"jp2 " | b"jxl " => None,
                _ => Some(Self::Mp4),
            },
            // Files older than the `ftyp` box.
            [b'm', b'o', b'o', b'v', ..] | [b'm', b'd', b'a', b't', ..] => Some(Self::QuickTime),
            _ => None,
        }
    }

    /// The MIME type, as in a `Content-Type` header.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Mp4 => "video/mp4",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::QuickTime => "video/quicktime",
            Self::WebM => "video/webm",
            Self::Avif => "image/avif",
            Self::Heic => "image/heic",
        }
    }

    /// The usual file extension, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::QuickTime => "mov",
            Self::WebM => "webm",
            Self::Avif => "avif",
            Self::Heic => "heic",
        }
    }

    /// True for a video. An animated image is an image.
    pub const fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::QuickTime | Self::WebM)
    }

    /// True if [`VideoInfo`](super::VideoInfo) or [`ImageInfo`](super::ImageInfo) reads
    /// it.
    pub const fn is_supported(self) -> bool {
        matches!(
            self,
            Self::Mp4 | Self::QuickTime | Self::Png | Self::Jpeg | Self::WebP | Self::Gif
        )
    }
}

impl Serialize for MediaType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.mime())
    }
}

impl<'de> Deserialize<'de> for MediaType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let found = ALL.iter().find(|known| known.mime() == text);
        found
            .copied()
            .ok_or_else(|| D::Error::custom(format!("`{text}` is no media type that is known")))
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mp4 => "an MP4 video",
            Self::Png => "a PNG image",
            Self::Jpeg => "a JPEG image",
            Self::WebP => "a WebP image",
            Self::Gif => "a GIF image",
            Self::QuickTime => "a QuickTime video",
            Self::WebM => "a WebM video",
            Self::Avif => "an AVIF image",
            Self::Heic => "an HEIC image",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audio_in_an_mp4_container_is_not_a_video() {
        assert_eq!(MediaType::sniff(b"\0\0\0\x1cftypM4A \0\0\0\0"), None);
    }

    #[test]
    fn heic_and_avif_are_told_from_mp4() {
        let sniff = |brand: &[u8]| MediaType::sniff(&[b"\0\0\0\x1cftyp", brand].concat());
        assert_eq!(sniff(b"heic"), Some(MediaType::Heic));
        assert_eq!(sniff(b"avif"), Some(MediaType::Avif));
        assert_eq!(sniff(b"mp42"), Some(MediaType::Mp4));
        assert_eq!(sniff(b"mp"), None);
    }
}
