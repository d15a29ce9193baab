//! A request that may come as JSON or as a form.

use serde_json::{Map, Value};

use crate::engine::refusal::Refusal;
use crate::exchange::{Call, Fields, Form, Part};

/// Which form fields stand for something other than text. In JSON they must
/// have their type; a form has only text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Schema {
    /// Integers.
    pub integers: &'static [&'static str],
    /// `true` and `false`.
    pub booleans: &'static [&'static str],
    /// Arrays and objects, which a form holds as JSON.
    pub json: &'static [&'static str],
}

/// The fields of a request, and its files if it was a form.
#[derive(Debug, Clone)]
pub struct Input {
    /// The members of the JSON body, or the text parts of the form.
    pub fields: Fields,
    /// The parts that have a file name or a media type. The name of a part in
    /// an array, `image[]`, is kept without the brackets.
    pub files: Vec<Part>,
}

impl Input {
    /// Reads the body as its `Content-Type` says.
    pub fn read(call: &Call, schema: Schema) -> Result<Self, Refusal> {
        if call.content_type() == "multipart/form-data" {
            return Self::of_form(call.form()?, schema);
        }
        Ok(Self {
            fields: call.json()?,
            files: Vec::new(),
        })
    }

    /// The files `name`. Each must have a file name, a media type and content.
    pub fn files(&self, name: &str) -> Result<Vec<&Part>, Refusal> {
        let named = self.files.iter().filter(|part| part.name == name);
        named.map(|part| part.as_file()).collect()
    }

    /// The file `name`, if it was sent.
    pub fn file(&self, name: &str) -> Result<Option<&Part>, Refusal> {
        let files = self.files(name)?;
        if files.len() > 1 {
            let message = format!("`{name}` was sent {} times; accepted: once.", files.len());
            return Err(Refusal::wrong_value(name, message));
        }
        Ok(files.first().copied())
    }

    /// Refuses fields and files that are not in `known`.
    pub fn only(&self, known: &[&str]) -> Result<(), Refusal> {
        self.fields.only(known)?;
        match self
            .files
            .iter()
            .find(|part| !known.contains(&part.name.as_str()))
        {
            None => Ok(()),
            Some(part) => {
                let message = format!("`{}` is not a file of this request.", part.name);
                Err(Refusal::wrong_value(&part.name, message))
            }
        }
    }

    fn of_form(form: Form, schema: Schema) -> Result<Self, Refusal> {
        let mut members = Map::new();
        let mut files = Vec::new();
        for mut part in form.parts {
            let (name, in_array) = match part.name.strip_suffix("[]") {
                Some(name) => (name.to_owned(), true),
                None => (part.name.clone(), false),
            };
            // Some clients state a media type for text, too.
            let is_text = part
                .media_type
                .as_deref()
                .is_none_or(|it| it.starts_with("text/"));
            if part.file_name.is_some() || !is_text {
                part.name = name;
                files.push(part);
                continue;
            }
            let text = std::str::from_utf8(&part.content)
                .map_err(|_| Refusal::wrong_type(&name, "text in UTF-8"))?;
            add(&mut members, &name, typed(&name, text, schema), in_array);
        }
        Ok(Self {
            fields: Fields::of(Value::Object(members), "")?,
            files,
        })
    }
}

/// Text as the type of its field; what does not fit stays text, for the
/// readers of [`Fields`] to refuse.
fn typed(name: &str, text: &str, schema: Schema) -> Value {
    if schema.integers.contains(&name)
        && let Ok(number) = text.trim().parse::<i64>()
    {
        return number.into();
    }
    if schema.json.contains(&name)
        && let Ok(value @ (Value::Array(_) | Value::Object(_))) = serde_json::from_str(text)
    {
        return value;
    }
    match text.trim() {
        "true" if schema.booleans.contains(&name) => true.into(),
        "false" if schema.booleans.contains(&name) => false.into(),
        _ => text.into(),
    }
}

/// Adds `value`: to the array `name`, to the object `a` when the name is
/// `a[b]`, or as a member.
fn add(members: &mut Map<String, Value>, name: &str, value: Value, in_array: bool) {
    let nested = name
        .split_once('[')
        .and_then(|(outer, rest)| Some((outer, rest.strip_suffix(']')?)));
    if let Some((outer, inner)) = nested {
        let object = members
            .entry(outer)
            .or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(object) = object {
            object.insert(inner.to_owned(), value);
        }
        return;
    }
    if !in_array {
        members.insert(name.to_owned(), value);
        return;
    }
    let array = members
        .entry(name)
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(array) = array {
        array.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn part(name: &str, file_name: Option<&str>, content: &str) -> Part {
        Part {
            name: name.into(),
            file_name: file_name.map(Into::into),
            media_type: file_name.map(|_| "image/png".into()),
            content: Bytes::copy_from_slice(content.as_bytes()),
        }
    }

    #[test]
    fn a_form_reads_as_json_would() {
        let parts = vec![
            part("prompt", None, "true"),
            part("n", None, "2"),
            part("hd", None, "true"),
            part("seconds", None, "four"),
            part("video[id]", None, "video_1"),
            part("characters", None, r#"[{"id": "ch_1"}]"#),
            part("tags[]", None, "a"),
            part("tags[]", None, "b"),
            part("image[]", Some("a.png"), "x"),
        ];
        let schema = Schema {
            integers: &["n", "seconds"],
            booleans: &["hd"],
            json: &["characters"],
        };
        let input = Input::of_form(Form { parts }, schema).unwrap();
        let expected = serde_json::json!({
            "prompt": "true", "n": 2, "hd": true, "seconds": "four",
            "video": {"id": "video_1"}, "tags": ["a", "b"],
            "characters": [{"id": "ch_1"}],
        });
        assert_eq!(input.fields.to_value(), expected);
        assert_eq!(input.files("image").unwrap().len(), 1);
        assert!(
            input
                .only(&[
                    "prompt",
                    "n",
                    "hd",
                    "seconds",
                    "video",
                    "tags",
                    "characters"
                ])
                .is_err()
        );
    }
}
