//! The pictures, videos and sounds that a video starts from, as servers of the Videos API
//! take them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};

use crate::api::openai::flavours::Server;
use crate::api::openai::{Encoding, InputReference};
use crate::client::Client;
use crate::model::{Error, Reference, Result};

/// The references of a request.
pub(super) struct References {
    pub(super) images: Vec<Reference>,
    pub(super) last_frame: Option<Reference>,
    pub(super) videos: Vec<Reference>,
    pub(super) sounds: Vec<Reference>,
}

/// A kind of reference: the caller's option, the field that takes several, and the key of an
/// address in it.
struct Kind {
    option: &'static str,
    field: &'static str,
    key: &'static str,
}

const IMAGES: Kind = Kind {
    option: "references",
    field: "image_reference",
    key: "image_url",
};
const LAST_FRAME: Kind = Kind {
    option: "last_frame",
    ..IMAGES
};
const VIDEOS: Kind = Kind {
    option: "video_references",
    field: "video_reference",
    key: "video_url",
};
const SOUNDS: Kind = Kind {
    option: "audio_references",
    field: "audio_reference",
    key: "audio_url",
};

impl References {
    /// Refuses what the server cannot take together, before anything is fetched.
    pub(super) fn check(&self, server: &Server) -> Result<()> {
        if self.images.len() > 1 && !server.takes_several {
            return Err(at_most_one("references"));
        }
        if server.is_direct {
            return match self.sounds.len() {
                0 | 1 => Ok(()),
                _ => Err(at_most_one("audio_references")),
            };
        }
        // The first and the last of one list.
        if self.last_frame.is_some() && self.images.len() != 1 {
            let what = "goes with one image to start from: give it in `references`";
            return Err(Error::invalid("last_frame", what));
        }
        Ok(())
    }

    /// Puts the references where the server reads them: into `fields`, or into the image
    /// that is returned.
    pub(super) async fn put(
        self,
        client: &Client,
        server: &Server,
        encoding: Encoding,
        fields: &mut Map<String, Value>,
    ) -> Result<Option<InputReference>> {
        let mut image = None;
        // A file beside another reference is refused.
        let typed = self.images.len() > 1 || self.last_frame.is_some() || !self.videos.is_empty();
        if let ([reference], false) = (&*self.images, typed) {
            match encoding {
                Encoding::Multipart => {
                    image = Some(InputReference::File(client.open_image(reference).await?));
                }
                Encoding::Json => {
                    let text = text_of(client, &IMAGES, reference).await?;
                    match server.image_address {
                        "input_reference" => image = Some(InputReference::Text(text)),
                        field => drop(fields.insert(field.into(), text.into())),
                    }
                }
            }
        }
        let mut all = Vec::new();
        if typed {
            all.extend(self.images.iter().map(|image| (IMAGES, image)));
        }
        all.extend(self.last_frame.iter().map(|image| (LAST_FRAME, image)));
        all.extend(self.videos.iter().map(|video| (VIDEOS, video)));
        all.extend(self.sounds.iter().map(|sound| (SOUNDS, sound)));
        for (kind, reference) in all {
            let text = text_of(client, &kind, reference).await?;
            let one = json!({ kind.key: text });
            match fields.get_mut(kind.field) {
                None => drop(fields.insert(kind.field.into(), one)),
                Some(Value::Array(all)) => all.push(one),
                Some(first) => *first = json!([first.take(), one]),
            }
        }
        Ok(image)
    }

    /// The first frame, the last frame and the sound: addresses, or base64 alone.
    pub(super) async fn in_base64(self, client: &Client) -> Result<[Option<String>; 3]> {
        let mut texts = [None, None, None];
        let all = [
            (IMAGES, self.images.first()),
            (LAST_FRAME, self.last_frame.as_ref()),
            (SOUNDS, self.sounds.first()),
        ];
        for (text, (kind, reference)) in texts.iter_mut().zip(all) {
            if let Some(reference) = reference {
                let whole = text_of(client, &kind, reference).await?;
                *text = Some(match whole.split_once(";base64,") {
                    Some((head, base64)) if head.starts_with("data:") => base64.to_owned(),
                    _ => whole,
                });
            }
        }
        Ok(texts)
    }
}

fn at_most_one(option: &str) -> Error {
    Error::invalid(option, "at most one is taken")
}

/// An address as it is, and a file as a data URL.
async fn text_of(client: &Client, kind: &Kind, reference: &Reference) -> Result<String> {
    if let Reference::Url { url } = reference {
        return Ok(url.clone());
    }
    let option = kind.option;
    let file = client.open_reference(option, reference).await?;
    let (is_video, found) = {
        let opened = file.opened(option)?;
        let known = opened.media_type;
        (known.map(|known| known.is_video()), opened.description())
    };
    let wanted = match (kind.key, is_video) {
        ("image_url", _) => {
            crate::api::sora::check_image(option, &file)?;
            None
        }
        ("video_url", Some(true)) => None,
        ("video_url", _) => Some("a video"),
        // It has no other media in it.
        (_, Some(_)) => Some("a sound"),
        (_, None) => None,
    };
    if let Some(wanted) = wanted {
        let what = format!("must be {wanted}; its content is {found}");
        return Err(Error::invalid(option, what));
    }
    let url = client.data_url(option, file).await?;
    match kind.key {
        "audio_url" => sound_url(url),
        _ => Ok(url),
    }
}

/// The beginnings of sounds, and their types.
const SOUND_TYPES: &[(usize, &[u8], &str)] = &[
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"\xff\xf2", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (4, b"ftypM4A", "audio/mp4"),
    (0, b"\xff\xf1", "audio/aac"),
];

/// A data URL with the type of the sound that it holds.
fn sound_url(url: String) -> Result<String> {
    let unknown = || {
        let what = "must be a sound: WAV, MP3, AAC, M4A, Ogg or FLAC";
        Error::invalid(SOUNDS.option, what)
    };
    let (_, base64) = url.split_once(";base64,").ok_or_else(unknown)?;
    let head = base64.get(..16).ok_or_else(unknown)?;
    let head = BASE64.decode(head).map_err(|_| unknown())?;
    let mut known = SOUND_TYPES.iter();
    let found = known.find(|(at, begins, _)| head[*at..].starts_with(begins));
    let (_, _, content_type) = found.ok_or_else(unknown)?;
    Ok(format!("data:{content_type};base64,{base64}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url_of(bytes: &[u8]) -> String {
        let data = BASE64.encode(bytes);
        format!("data:application/octet-stream;base64,{data}")
    }

    #[test]
    fn a_sound_is_sent_with_its_type() {
        for (bytes, expected) in [
            (&b"RIFF\0\0\0\0WAVEfmt "[..], "audio/wav"),
            (b"ID3\x04\0\0\0\0\0\0\0\0", "audio/mpeg"),
            (b"\0\0\0\x20ftypM4A \0\0", "audio/mp4"),
        ] {
            let url = sound_url(url_of(bytes)).unwrap();
            assert!(
                url.starts_with(&format!("data:{expected};base64,")),
                "{url}"
            );
        }
        for no_sound in [&b"RIFF\0\0\0\0WEBPVP8 "[..], b"ID3", b""] {
            let error = sound_url(url_of(no_sound)).unwrap_err();
            assert_eq!(error.field(), Some("audio_references"));
        }
    }
}
