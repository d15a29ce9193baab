//! Strict reading of a JSON object, with refusals that name the field.

use serde_json::{Map, Value};

use crate::engine::refusal::Refusal;

/// The members of a JSON object.
#[derive(Debug, Clone)]
pub struct Fields {
    members: Map<String, Value>,
    /// Where the object stands in the body, such as `inpaint_items[0].`.
    prefix: String,
}

impl Fields {
    /// The members of `value`, which stands at `path` in the body (empty for
    /// the body itself).
    pub fn of(value: Value, path: &str) -> Result<Self, Refusal> {
        let name = if path.is_empty() { "body" } else { path };
        let Value::Object(members) = value else {
            return Err(Refusal::wrong_type(name, "a JSON object"));
        };
        let prefix = if path.is_empty() {
            String::new()
        } else {
            format!("{path}.")
        };
        Ok(Self { members, prefix })
    }

    /// The whole object.
    pub fn into_value(self) -> Value {
        Value::Object(self.members)
    }

    /// The object as a value.
    pub fn to_value(&self) -> Value {
        Value::Object(self.members.clone())
    }

    /// The member `name` unless it is missing or null.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members.get(name).filter(|value| !value.is_null())
    }

    /// Whether `name` was sent, even as null.
    pub fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Refuses members that are not in `known`.
    pub fn only(&self, known: &[&str]) -> Result<(), Refusal> {
        match self
            .members
            .keys()
            .find(|name| !known.contains(&name.as_str()))
        {
            None => Ok(()),
            Some(name) => {
                let message = format!("`{}{name}` is not a field of this request.", self.prefix);
                Err(Refusal::wrong_value(&self.path(name), message))
            }
        }
    }

    /// A string that is not empty.
    pub fn string(&self, name: &str) -> Result<&str, Refusal> {
        let text = self.text(name)?;
        if text.trim().is_empty() {
            let message = format!("`{}` must not be empty.", self.path(name));
            return Err(Refusal::wrong_value(&self.path(name), message));
        }
        Ok(text)
    }

    /// A string that may be empty.
    pub fn text(&self, name: &str) -> Result<&str, Refusal> {
        self.required(name)?
            .as_str()
            .ok_or_else(|| Refusal::wrong_type(&self.path(name), "a string"))
    }

    /// A string, or nothing.
    pub fn optional_text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        self.get(name).map(|_| self.text(name)).transpose()
    }

    /// One of `accepted`.
    pub fn one_of<'a>(&self, name: &str, accepted: &[&'a str]) -> Result<&'a str, Refusal> {
        let text = self.text(name)?;
        let found = accepted.iter().find(|word| **word == text);
        found.copied().ok_or_else(|| {
            let accepted = accepted.join(", ");
            let message = format!("`{}` is \"{text}\"; accepted: {accepted}.", self.path(name));
            Refusal::wrong_value(&self.path(name), message)
        })
    }

    /// One of `accepted`, or nothing.
    pub fn optional_one_of<'a>(
        &self,
        name: &str,
        accepted: &[&'a str],
    ) -> Result<Option<&'a str>, Refusal> {
        self.get(name)
            .map(|_| self.one_of(name, accepted))
            .transpose()
    }

    /// An integer.
    pub fn integer(&self, name: &str) -> Result<i64, Refusal> {
        self.required(name)?
            .as_i64()
            .ok_or_else(|| Refusal::wrong_type(&self.path(name), "an integer"))
    }

    /// One of the integers `accepted`.
    pub fn integer_of(&self, name: &str, accepted: &[i64]) -> Result<i64, Refusal> {
        let number = self.integer(name)?;
        if accepted.contains(&number) {
            return Ok(number);
        }
        let accepted: Vec<_> = accepted.iter().map(i64::to_string).collect();
        let accepted = accepted.join(", ");
        let message = format!("`{}` is {number}; accepted: {accepted}.", self.path(name));
        Err(Refusal::wrong_value(&self.path(name), message))
    }

    /// True or false, or nothing.
    pub fn optional_boolean(&self, name: &str) -> Result<Option<bool>, Refusal> {
        let wrong = || Refusal::wrong_type(&self.path(name), "true or false");
        self.get(name)
            .map(|value| value.as_bool().ok_or_else(wrong))
            .transpose()
    }

    /// An array; a missing or null one is empty.
    pub fn array(&self, name: &str) -> Result<&[Value], Refusal> {
        match self.get(name) {
            None => Ok(&[]),
            Some(Value::Array(items)) => Ok(items),
            Some(_) => Err(Refusal::wrong_type(&self.path(name), "an array")),
        }
    }

    /// The objects of an array; a missing or null one is empty.
    pub fn objects(&self, name: &str) -> Result<Vec<Self>, Refusal> {
        let items = self.array(name)?.iter().enumerate();
        items
            .map(|(index, item)| Self::of(item.clone(), &format!("{}[{index}]", self.path(name))))
            .collect()
    }

    /// The strings of an array; a missing or null one is empty.
    pub fn strings(&self, name: &str) -> Result<Vec<&str>, Refusal> {
        let wrong = || Refusal::wrong_type(&self.path(name), "an array of strings");
        self.array(name)?
            .iter()
            .map(|item| item.as_str().ok_or_else(wrong))
            .collect()
    }

    /// An object, or nothing.
    pub fn optional_object(&self, name: &str) -> Result<Option<Self>, Refusal> {
        self.get(name)
            .map(|value| Self::of(value.clone(), &self.path(name)))
            .transpose()
    }

    /// The path of the member `name` in the body.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn required(&self, name: &str) -> Result<&Value, Refusal> {
        self.get(name)
            .ok_or_else(|| Refusal::missing(&self.path(name), "The field"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::refusal::Reason;

    fn fields(text: &str) -> Fields {
        Fields::of(serde_json::from_str(text).unwrap(), "").unwrap()
    }

    #[test]
    fn refusals_name_the_field_and_what_is_accepted() {
        let body = fields(r#"{"size":"huge","n_frames":"300","items":[{"kind":1}],"x":null}"#);
        let wrong = body.one_of("size", &["small", "large"]).unwrap_err();
        assert_eq!(wrong.param.as_deref(), Some("size"));
        assert!(wrong.message.contains("small, large"), "{}", wrong.message);
        assert_eq!(
            body.integer("n_frames").unwrap_err().reason,
            Reason::WrongType
        );
        assert_eq!(body.string("x").unwrap_err().reason, Reason::Missing);
        let item = &body.objects("items").unwrap()[0];
        assert_eq!(
            item.string("kind").unwrap_err().param.as_deref(),
            Some("items[0].kind")
        );
        assert!(body.only(&["size", "n_frames", "items"]).is_err());
    }
}
