//! A request of a batch: a video or images, with a name of its own and a place.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use sorakit::api::{FileInput, read_as};
use sorakit::{Client, Error, ImageRequest, JobKind, Reference, Result, VideoRequest};

/// A request of a batch.
#[derive(Debug, Clone)]
pub struct Request {
    /// A name of your own, by which the request is known in later runs. Without it the request
    /// is known by its content.
    pub custom_id: Option<String>,
    /// The file in the batch's folder. Default: `custom_id`, or else a number.
    pub output: Option<String>,
    /// The thing to be made.
    pub creation: Creation,
}

/// A video or images to be made.
#[derive(Debug, Clone)]
pub enum Creation {
    /// A video.
    Video(Box<VideoRequest>),
    /// One or more images.
    Image(Box<ImageRequest>),
}

/// A path is shorter than this.
const LONGEST_PATH: usize = 4096;

impl From<VideoRequest> for Request {
    fn from(request: VideoRequest) -> Self {
        Self::of(Creation::Video(request.into()))
    }
}

impl From<ImageRequest> for Request {
    fn from(request: ImageRequest) -> Self {
        Self::of(Creation::Image(request.into()))
    }
}

impl Request {
    pub(crate) fn of(creation: Creation) -> Self {
        Self {
            custom_id: None,
            output: None,
            creation,
        }
    }
}

impl Creation {
    /// Reads the request of a video or of images, in a caller's words.
    pub(crate) fn read(kind: JobKind, fields: Value) -> Result<Self> {
        Ok(match kind {
            JobKind::Video => Self::Video(read_as("request", fields)?),
            JobKind::Image => Self::Image(read_as("request", fields)?),
        })
    }

    /// A video or images.
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Video(_) => JobKind::Video,
            Self::Image(_) => JobKind::Image,
        }
    }

    /// The description.
    pub fn prompt(&self) -> &str {
        match self {
            Self::Video(request) => &request.prompt,
            Self::Image(request) => &request.prompt,
        }
    }

    /// Refuses what the client's server cannot make of it, as far as that is known without
    /// sending any of it; see [`Videos::check`](sorakit::Videos::check).
    pub async fn check(&self, client: &Client) -> Result<()> {
        match self {
            Self::Video(request) => client.videos().check(request).await,
            Self::Image(request) => client.images().check(request).await,
        }
    }

    /// Refuses a request without a prompt, and files that are not there.
    pub(crate) fn check_alone(&self) -> Result<()> {
        let is_told = match self {
            Self::Video(request) => !request.storyboard.is_empty(),
            Self::Image(_) => false,
        };
        if self.prompt().trim().is_empty() && !is_told {
            return Err(Error::invalid("prompt", "must not be empty"));
        }
        for (field, reference) in self.clone().references() {
            // A text of base64 is read as a path too.
            if let Reference::File(file) = reference
                && let Some(path) = file.as_path()
                && path.as_os_str().len() < LONGEST_PATH
                && !path.is_file()
            {
                let what = format!("there is no file {}", path.display());
                return Err(Error::invalid(field, what));
            }
        }
        Ok(())
    }

    /// The same with paths that hold in any folder.
    pub(crate) fn in_this_folder(mut self) -> Self {
        for (_, reference) in self.references() {
            if let Reference::File(file) = reference
                && let Some(path) = file.as_path()
                && path.is_file()
                && let Ok(path) = std::path::absolute(path)
            {
                *file = FileInput::path(path);
            }
        }
        self
    }

    /// The request as JSON, without what is not given.
    pub(crate) fn to_json(&self) -> Result<Value> {
        let written = match self {
            Self::Video(request) => serde_json::to_value(request),
            Self::Image(request) => serde_json::to_value(request),
        };
        let written = written.map_err(|error| {
            Error::invalid("references", format!("cannot be written down: {error}"))
        })?;
        Ok(given(written))
    }

    /// A digest of everything that is asked for. The same request has the same one whatever the
    /// order of its fields, and in later versions that know more of them.
    pub(crate) fn content(&self) -> Result<String> {
        let mut digest = Sha256::new();
        digest.update(match self.kind() {
            JobKind::Video => "video\n",
            JobKind::Image => "image\n",
        });
        digest.update(sorted(self.to_json()?).to_string());
        let digest = digest.finalize();
        Ok(digest[..16].iter().map(|b| format!("{b:02x}")).collect())
    }

    /// Everything that it starts from, by field.
    fn references(&mut self) -> Vec<(&'static str, &mut Reference)> {
        fn of<'a>(
            field: &'static str,
            references: impl IntoIterator<Item = &'a mut Reference>,
        ) -> impl Iterator<Item = (&'static str, &'a mut Reference)> {
            references
                .into_iter()
                .map(move |reference| (field, reference))
        }
        match self {
            Self::Video(request) => of("references", &mut request.references)
                .chain(of("last_frame", &mut request.last_frame))
                .chain(of("video_references", &mut request.video_references))
                .chain(of("audio_references", &mut request.audio_references))
                .chain(of("character_url", &mut request.character_url))
                .collect(),
            Self::Image(request) => of("references", &mut request.references).collect(),
        }
    }
}

/// A request without the fields that are not given.
fn given(request: Value) -> Value {
    let Value::Object(fields) = request else {
        return request;
    };
    let is_given = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(|(_, value)| is_given(value));
    Value::Object(fields.collect())
}

/// The same value with its fields in alphabetical order.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.into_iter().collect();
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            let fields = fields.into_iter();
            Value::Object(
                fields
                    .map(|(name, value)| (name, sorted(value)))
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn content(kind: JobKind, fields: Value) -> String {
        Creation::read(kind, fields).unwrap().content().unwrap()
    }

    #[test]
    fn the_same_request_has_the_same_content_however_it_is_written() {
        let one = json!({"prompt": "a cat", "duration": 8, "extra": {"a": 1, "b": 2}});
        let other = json!({"extra": {"b": 2, "a": 1}, "style": null, "duration": 8, "prompt": "a cat", "references": []});
        let changed = json!({"prompt": "a cat", "duration": 9, "extra": {"a": 1, "b": 2}});
        let of = |fields: &Value| content(JobKind::Video, fields.clone());
        assert_eq!(of(&one), of(&other));
        assert_ne!(of(&one), of(&changed));
        // Written down in ledgers: it must not change from version to version.
        assert_eq!(
            of(&json!({"prompt": "a cat"})),
            "74d1c7c7a343a067b5d740d1d6026efc"
        );
        assert_ne!(
            content(JobKind::Image, json!({"prompt": "a cat"})),
            of(&json!({"prompt": "a cat"}))
        );
    }
}
