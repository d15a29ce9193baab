//! The facts about a server of the Videos API.

use serde_json::{Map, Value};

use crate::api::fields::plain_text;
use crate::api::lenient;
use crate::api::openai::Encoding;
use crate::model::{Error, Feature, Flavour, Result};

/// A server of the Videos API.
#[derive(Debug)]
pub(crate) struct Server {
    /// The server's name.
    pub(crate) flavour: Flavour,
    /// The signs by which it is recognised.
    pub(crate) signs: Signs,
    /// The features of the one interface that it offers.
    pub(crate) offers: &'static [Feature],
    /// The encodings that it takes; the first is used unless the caller chooses.
    pub(crate) encodings: &'static [Encoding],
    /// True if it has no model of its own choice.
    pub(crate) needs_model: bool,
    /// The form in which it takes a length.
    pub(crate) length: Length,
    /// The fields in which it takes options of the one interface, where they have names of
    /// the server's own.
    pub(crate) fields: &'static [(Feature, &'static str)],
    /// The field of an image's address in JSON, or of a data URL.
    pub(crate) image_address: &'static str,
    /// True if it takes several images, in `image_reference`.
    pub(crate) takes_several: bool,
    /// The field of a video's address, where it has one of its own; a video's file goes in
    /// the place of an image's.
    pub(crate) video_address: Option<&'static str>,
    /// The ranges that it states; it refuses other values, or fails at them.
    pub(crate) ranges: &'static [Range],
    /// The object in which it reads fields that are not at the top.
    pub(crate) place: Option<Place>,
    /// True if it hands out files that are still being written.
    pub(crate) serves_unfinished: bool,
    /// True if videos are made at `POST /video`, and answered when they are done.
    pub(crate) is_direct: bool,
    /// True if a job can be asked after by its id; otherwise the answer to its creation is all
    /// there is of it.
    pub(crate) keeps_jobs: bool,
}

/// The signs by which a server is recognised, in its answers to harmless requests.
#[derive(Debug)]
pub(crate) struct Signs {
    /// `owned_by` of its models.
    pub(crate) owners: &'static [&'static str],
    /// Fields of its models that no other server has.
    pub(crate) of_models: &'static [&'static str],
    /// Beginnings of the title of its own description.
    pub(crate) titles: &'static [&'static str],
    /// Paths in its own description that no other server has.
    pub(crate) paths: &'static [&'static str],
    /// Beginnings of the names of its headers.
    pub(crate) headers: &'static [&'static str],
}

/// The signs of a server that has none.
pub(crate) const UNSIGNED: Signs = Signs {
    owners: &[],
    of_models: &[],
    titles: &[],
    paths: &[],
    headers: &[],
};

/// The form in which a server takes a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// `seconds` as text in every encoding.
    Text,
    /// `seconds` as a number in JSON.
    Number,
}

/// The range of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Range {
    pub(crate) field: &'static str,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// An object inside a request, in which a server reads fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The object's name.
    pub(crate) name: &'static str,
    /// The fields that are read there.
    pub(crate) holds: Holds,
    /// True if it holds text alone.
    pub(crate) texts: bool,
}

/// The fields that an object inside a request holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Holds {
    /// These.
    Only(&'static [&'static str]),
    /// All but these, which are at the top.
    AllBut(&'static [&'static str]),
}

impl Server {
    /// The encoding of creations, unless the caller chooses another.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encodings.first().copied().unwrap_or_default()
    }

    /// The field in which an option is sent.
    pub(crate) fn field(&self, option: Feature) -> &'static str {
        let mut fields = self.fields.iter();
        let found = fields.find(|(known, _)| *known == option);
        found.map_or(option.as_str(), |(_, field)| field)
    }

    /// Refuses a value out of the range that the server states, which it would fail at;
    /// `given` is the caller's name of the field.
    pub(crate) fn check_range(&self, field: &str, value: &Value, given: &str) -> Result<()> {
        let range = self.ranges.iter().find(|range| range.field == field);
        match (range, lenient::number(value)) {
            (Some(range), Some(number)) if !(range.from..=range.to).contains(&number) => {
                let what = format!("must be from {} to {}", range.from, range.to);
                Err(Error::invalid(given, what))
            }
            _ => Ok(()),
        }
    }

    /// Puts further fields where the server reads them. Fields that the object already has are the
    /// caller's, and stay.
    pub(crate) fn put(&self, mut fields: Map<String, Value>) -> Map<String, Value> {
        let Some(place) = self.place else {
            return fields;
        };
        let is_inside = |name: &str| match place.holds {
            _ if name == place.name => false,
            Holds::Only(names) => names.contains(&name),
            Holds::AllBut(names) => !names.contains(&name),
        };
        let inside: Vec<String> = fields
            .keys()
            .filter(|name| is_inside(name))
            .cloned()
            .collect();
        if inside.is_empty() {
            return fields;
        }
        let mut object = match fields.shift_remove(place.name) {
            Some(Value::Object(object)) => object,
            // No object: whoever gave it knows better.
            Some(other) => {
                fields.insert(place.name.to_owned(), other);
                return fields;
            }
            None => Map::new(),
        };
        for name in inside {
            let Some(value) = fields.shift_remove(&name) else {
                continue;
            };
            let value = match place.texts {
                true => plain_text(&value).map_or(value, Value::String),
                false => value,
            };
            object.entry(name).or_insert(value);
        }
        fields.insert(place.name.to_owned(), Value::Object(object));
        fields
    }
}
