//! The fields of a request, as one object. If two of its parts have the same field, it is
//! refused. Serde's `flatten` would silently let the last one win.

use serde::ser::{Error as _, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::{Error as JsonError, Map, Value};

use crate::model::{Error, ErrorKind, Result};

/// Returns the fields of `request`; none if it is no object.
///
/// # Errors
/// `invalid_input` where a further field repeats one of the request's own.
pub(crate) fn fields_of<T: Serialize>(request: &T) -> Result<Map<String, Value>> {
    match request.serialize(Top) {
        Ok(fields) => Ok(fields),
        Err(Failed::Repeated(name)) => Err(Error::invalid(
            format!("extra.{name}"),
            format!("repeats the field `{name}`, which is given too: leave one of them out"),
        )),
        Err(Failed::Json(error)) => {
            Err(Error::new(ErrorKind::InvalidInput, error.to_string()).caused_by(error))
        }
    }
}

#[derive(Debug)]
enum Failed {
    Repeated(String),
    Json(JsonError),
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Repeated(name) => write!(f, "`{name}` is given twice"),
            Self::Json(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failed {}

impl serde::ser::Error for Failed {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::Json(JsonError::custom(message))
    }
}

/// The object under way.
#[derive(Default)]
struct Fields {
    fields: Map<String, Value>,
    key: Option<String>,
}

impl Fields {
    fn add<T: Serialize + ?Sized>(&mut self, name: String, value: &T) -> Result<(), Failed> {
        let value = serde_json::to_value(value).map_err(Failed::Json)?;
        match self.fields.get(&name) {
            // A null field counts as not given.
            None | Some(Value::Null) => {
                self.fields.insert(name, value);
                Ok(())
            }
            Some(_) if value.is_null() => Ok(()),
            Some(_) => Err(Failed::Repeated(name)),
        }
    }
}

impl SerializeMap for Fields {
    type Ok = Map<String, Value>;
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        let key = serde_json::to_value(key).map_err(Failed::Json)?;
        let text = match key {
            Value::String(text) => text,
            other => other.to_string(),
        };
        self.key = Some(text);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let key = self.key.take().unwrap_or_default();
        self.add(key, value)
    }

    fn end(self) -> Result<Self::Ok, Failed> {
        Ok(self.fields)
    }
}

impl SerializeStruct for Fields {
    type Ok = Map<String, Value>;
    type Error = Failed;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        self.add(key.to_owned(), value)
    }

    fn end(self) -> Result<Self::Ok, Failed> {
        Ok(self.fields)
    }
}

/// Takes an object apart; any other request has no fields.
struct Top;

type Nothing = Impossible<Map<String, Value>, Failed>;

macro_rules! no_fields {
    ($($method:ident($($argument:ty),*);)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<Self::Ok, Failed> {
            Ok(Map::new())
        })*
    };
}

impl Serializer for Top {
    type Ok = Map<String, Value>;
    type Error = Failed;
    type SerializeSeq = Nothing;
    type SerializeTuple = Nothing;
    type SerializeTupleStruct = Nothing;
    type SerializeTupleVariant = Nothing;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Nothing;

    no_fields! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Failed> {
        let mut fields = Fields::default();
        fields.add(variant.to_owned(), value)?;
        Ok(fields.fields)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Nothing, Failed> {
        Err(not_an_object())
    }

    fn serialize_tuple(self, _: usize) -> Result<Nothing, Failed> {
        Err(not_an_object())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Nothing, Failed> {
        Err(not_an_object())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Failed> {
        Err(not_an_object())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Failed> {
        Ok(Fields::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Failed> {
        Ok(Fields::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Failed> {
        Err(not_an_object())
    }
}

fn not_an_object() -> Failed {
    Failed::custom("a request is an object with named fields")
}

/// Formats a scalar for a path, a query or a form; `null` is left out.
pub(crate) fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(serde::Serialize)]
    struct Request {
        prompt: &'static str,
        seconds: Option<u32>,
        #[serde(flatten)]
        extra: Map<String, Value>,
    }

    fn read(seconds: Option<u32>, extra: Value) -> Result<Value> {
        let Value::Object(extra) = extra else {
            unreachable!()
        };
        let prompt = "a cat";
        let request = Request {
            prompt,
            seconds,
            extra,
        };
        fields_of(&request).map(Value::Object)
    }

    #[test]
    fn further_fields_stand_beside_the_others() {
        let all = read(Some(4), json!({"seed": {"prompt": 1}})).unwrap();
        assert_eq!(
            all,
            json!({"prompt": "a cat", "seconds": 4, "seed": {"prompt": 1}})
        );
        // A field that is not given may be given as a further field.
        assert_eq!(read(None, json!({"seconds": "4"})).unwrap()["seconds"], "4");
        assert_eq!(
            read(Some(4), json!({"seconds": null})).unwrap()["seconds"],
            4
        );
    }

    #[test]
    fn one_that_repeats_a_field_is_refused_by_name() {
        for extra in [json!({"seconds": 4}), json!({"prompt": "a dog"})] {
            let name = extra.as_object().unwrap().keys().next().unwrap().clone();
            let error = read(Some(4), extra).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert_eq!(error.field(), Some(&*format!("extra.{name}")));
            assert!(error.to_string().contains(&format!("the field `{name}`")));
        }
    }
}
