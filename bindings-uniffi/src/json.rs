//! Values between the core and other languages, without JSON text in between.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use sorakit::{Error, Result};

use crate::failure::Failure;

/// A value as JSON has it.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Json {
    /// Nothing.
    Null,
    /// True or false.
    Bool {
        /// Which.
        value: bool,
    },
    /// A whole number.
    Integer {
        /// The number.
        value: i64,
    },
    /// Any other number.
    Number {
        /// The number.
        value: f64,
    },
    /// A text.
    Text {
        /// The text.
        value: String,
    },
    /// A list.
    Array {
        /// Its items.
        items: Vec<Json>,
    },
    /// An object.
    Object {
        /// Its fields, in their order.
        members: Vec<Member>,
    },
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Json,
}

/// The deepest nesting of values.
const DEPTH: usize = 100;

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool { value },
            Value::Number(number) => match number.as_i64() {
                Some(value) => Self::Integer { value },
                None => Self::Number {
                    value: number.as_f64().unwrap_or(f64::NAN),
                },
            },
            Value::String(value) => Self::Text { value },
            Value::Array(items) => Self::Array {
                items: items.into_iter().map(Self::from).collect(),
            },
            Value::Object(fields) => Self::Object {
                members: fields
                    .into_iter()
                    .map(|(name, value)| Member {
                        name,
                        value: value.into(),
                    })
                    .collect(),
            },
        }
    }
}

impl Json {
    /// The value as the core reads it; `place` names it in errors.
    ///
    /// # Errors
    /// `invalid_input`, naming the field, for a number that JSON does not have and for what
    /// is nested too deeply.
    pub fn given(self, place: &str) -> Result<Value> {
        self.at(&mut Place {
            whole: place,
            names: Vec::new(),
        })
    }

    fn at(self, place: &mut Place<'_>) -> Result<Value> {
        if place.names.len() > DEPTH {
            return Err(place.refuse(&format!("is nested more than {DEPTH} levels deep")));
        }
        Ok(match self {
            Self::Null => Value::Null,
            Self::Bool { value } => value.into(),
            Self::Integer { value } => value.into(),
            Self::Number { value } => Number::from_f64(value)
                .map(Value::Number)
                .ok_or_else(|| place.refuse("must be a finite number"))?,
            Self::Text { value } => value.into(),
            Self::Array { items } => {
                let mut list = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    list.push(place.inside(index.to_string(), item)?);
                }
                Value::Array(list)
            }
            Self::Object { members } => {
                let mut fields = Map::with_capacity(members.len());
                for Member { name, value } in members {
                    let value = place.inside(name.clone(), value)?;
                    fields.insert(name, value);
                }
                Value::Object(fields)
            }
        })
    }
}

/// The reader's place in a value, for errors.
struct Place<'a> {
    whole: &'a str,
    names: Vec<String>,
}

impl Place<'_> {
    fn inside(&mut self, name: String, value: Json) -> Result<Value> {
        self.names.push(name);
        let value = value.at(self)?;
        self.names.pop();
        Ok(value)
    }

    fn refuse(&self, why: &str) -> Error {
        let field = match self.names.len() {
            0 => self.whole.to_owned(),
            // A value that contains itself has an endless place.
            9.. => format!("{}…", self.names[..8].join(".")),
            _ => self.names.join("."),
        };
        Error::invalid(field, why)
    }
}

/// Reads a value as one of the core's types; `place` names it in errors.
pub fn read<T: DeserializeOwned>(place: &str, value: Json) -> Result<T> {
    sorakit::api::read_as(place, value.given(place)?)
}

/// A value of the core for another language.
pub fn write(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default().into()
}

/// Parses JSON text.
#[uniffi::export]
pub fn read_json(text: String) -> Result<Json, Failure> {
    Ok(sorakit::api::read_given("text", &text)?.into())
}

/// Writes a value as JSON text.
#[uniffi::export]
pub fn write_json(value: Json) -> Result<String, Failure> {
    Ok(value.given("value")?.to_string())
}
