//! The catalogue as typed languages see it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::Outcome;

/// The types and calls of a dialect, or of the one interface.
pub struct Scope {
    /// The dialect's name, or `shared`.
    pub name: String,
    /// The types that are generated.
    pub definitions: Vec<Definition>,
    /// The calls, by their resource.
    pub groups: Vec<(String, Vec<Call>)>,
}

/// A type with a name.
pub struct Definition {
    pub name: String,
    pub doc: String,
    pub form: Form,
}

/// The form of a type.
pub enum Form {
    /// An object.
    Record {
        fields: Vec<Field>,
        /// True if callers make it.
        given: bool,
        /// True if it may have fields that are not named.
        open: bool,
    },
    /// A text out of several; any other one too, if it is open.
    Words {
        words: Vec<(String, String)>,
        open: bool,
    },
    /// A value in one of several forms.
    Union {
        choices: Vec<Choice>,
        fields: Vec<Field>,
    },
}

/// One form of a union.
pub enum Choice {
    /// A value of a type.
    Of(Type),
    /// An object, by what tells it from the others, with its fixed fields.
    Object {
        name: String,
        doc: String,
        fixed: Vec<(String, String)>,
        fields: Vec<Field>,
    },
}

/// A field of an object.
#[derive(Clone)]
pub struct Field {
    pub name: String,
    pub doc: String,
    pub typed: Type,
    /// True if it may be absent or null.
    pub optional: bool,
}

/// A type where it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Json,
    Text,
    Integer,
    Number,
    Bool,
    Bytes,
    Nothing,
    /// By its name in its scope.
    Named(String),
    List(Box<Type>),
    Map(Box<Type>),
}

/// An operation, or a method of the one interface.
pub struct Call {
    /// The whole name.
    pub name: String,
    pub verb: String,
    pub doc: String,
    /// The parameters' type, if there are any, and whether all may be left out.
    pub request: Option<(String, bool)>,
    pub response: Type,
    pub optional: bool,
    pub event: Option<Type>,
    pub item: Option<Type>,
    pub is_media: bool,
}

/// Types that are written by hand.
const BY_HAND: &[&str] = &["FileInput", "JobPage", "Nothing"];

impl Scope {
    /// True for the one interface.
    pub fn is_shared(&self) -> bool {
        self.name == "shared"
    }
}

/// Reads the catalogue.
pub fn scopes(catalog: &Value) -> Outcome<Vec<Scope>> {
    let all = catalog["definitions"]
        .as_object()
        .ok_or("the catalogue has no `definitions`")?;
    let mut scopes = Vec::new();
    for (name, definitions) in all {
        let definitions = definitions
            .as_object()
            .ok_or("the catalogue's definitions are malformed")?;
        let list = if name == "shared" {
            "methods"
        } else {
            "operations"
        };
        let calls = catalog[list]
            .as_array()
            .ok_or("the catalogue has no calls")?;
        let calls: Vec<_> = calls
            .iter()
            .filter(|call| name == "shared" || call["dialect"] == name.as_str())
            .collect();
        scopes.push(Reader::new(definitions, &calls).scope(name, &calls));
    }
    // The one interface first.
    scopes.sort_by_key(|scope| !scope.is_shared());
    Ok(scopes)
}

struct Reader<'a> {
    definitions: &'a Map<String, Value>,
    given: BTreeSet<&'a str>,
}

impl<'a> Reader<'a> {
    fn new(definitions: &'a Map<String, Value>, calls: &[&'a Value]) -> Self {
        let given = BTreeSet::from(["Options"]);
        let mut reader = Self { definitions, given };
        calls
            .iter()
            .for_each(|call| reader.collect(&call["request"]));
        if let Some(options) = definitions.get("Options") {
            reader.collect(options);
        }
        reader
    }

    /// Notes every type that a request reaches.
    fn collect(&mut self, schema: &'a Value) {
        match schema {
            Value::Object(fields) => {
                if let Some(name) = reference(schema)
                    && self.given.insert(name)
                    && let Some(definition) = self.definitions.get(name)
                {
                    self.collect(definition);
                }
                fields.values().for_each(|value| self.collect(value));
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            _ => {}
        }
    }

    fn scope(&self, name: &str, calls: &[&Value]) -> Scope {
        let definitions = self.definitions.iter();
        let mut groups: Vec<(String, Vec<Call>)> = Vec::new();
        for call in calls {
            let (group, call) = self.call(name, call);
            match groups.iter_mut().find(|(other, _)| *other == group) {
                Some((_, calls)) => calls.push(call),
                None => groups.push((group, vec![call])),
            }
        }
        Scope {
            name: name.to_owned(),
            definitions: definitions
                .filter(|(name, _)| !BY_HAND.contains(&name.as_str()))
                .filter_map(|(name, schema)| self.definition(name, schema))
                .collect(),
            groups,
        }
    }

    fn definition(&self, name: &str, schema: &Value) -> Option<Definition> {
        let choices = choices(schema);
        let form = if schema["properties"].is_object() && choices.is_empty() {
            self.record(name, schema)
        } else if let Some(form) = self.words(schema) {
            form
        } else if !choices.is_empty() {
            self.union(choices)
        } else if schema["type"] == "object" {
            self.record(name, schema)
        } else {
            // Another name of a number or a text: it is written where it is used.
            return None;
        };
        Some(Definition {
            name: name.to_owned(),
            doc: prose(schema),
            form,
        })
    }

    fn record(&self, name: &str, schema: &Value) -> Form {
        let given = self.given.contains(name);
        Form::Record {
            fields: self.fields(schema, given),
            given,
            open: schema["additionalProperties"] == true,
        }
    }

    fn fields(&self, schema: &Value, given: bool) -> Vec<Field> {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let properties = schema["properties"].as_object().into_iter().flatten();
        let fields = properties.map(|(name, schema)| {
            let (typed, nullable) = self.typed(schema);
            let absent = !required.iter().any(|field| field == name);
            let has_empty = matches!(typed, Type::List(_) | Type::Map(_)) && !given;
            Field {
                name: name.clone(),
                doc: prose(schema),
                optional: nullable || (absent && !has_empty),
                typed,
            }
        });
        fields.collect()
    }

    fn words(&self, schema: &Value) -> Option<Form> {
        let mut words = Vec::new();
        let mut open = false;
        let mut add = |schema: &Value| {
            let doc = prose(schema);
            if let Some(word) = schema["const"].as_str() {
                words.push((word.to_owned(), doc));
            } else if let Some(several) = schema["enum"].as_array() {
                let several = several.iter().filter_map(Value::as_str);
                words.extend(several.map(|word| (word.to_owned(), doc.clone())));
            } else if schema["type"] == "string" {
                open = true;
            } else {
                return false;
            }
            true
        };
        let choices = choices(schema);
        let all = match choices.is_empty() {
            true => add(schema),
            false => choices.iter().all(add),
        };
        (all && !words.is_empty()).then_some(Form::Words { words, open })
    }

    fn union(&self, choices: &[Value]) -> Form {
        let mut read = Vec::new();
        let mut all: Vec<Field> = Vec::new();
        for choice in choices {
            let Some(properties) = choice["properties"].as_object() else {
                read.push(Choice::Of(self.typed(choice).0));
                continue;
            };
            let fixed: Vec<_> = properties
                .iter()
                .filter_map(|(name, schema)| {
                    Some((name.clone(), schema["const"].as_str()?.to_owned()))
                })
                .collect();
            let fields = self.fields(choice, true);
            for field in &fields {
                match all.iter_mut().find(|other| other.name == field.name) {
                    Some(other) if other.typed != field.typed => other.typed = Type::Json,
                    Some(_) => {}
                    None => all.push(Field {
                        optional: true,
                        ..field.clone()
                    }),
                }
            }
            let own: Vec<_> = fields
                .into_iter()
                .filter(|field| !fixed.iter().any(|(name, _)| *name == field.name))
                .collect();
            let name = match fixed.first() {
                Some((_, word)) => word.clone(),
                None => own
                    .first()
                    .map(|field| field.name.clone())
                    .unwrap_or_default(),
            };
            read.push(Choice::Object {
                name,
                doc: prose(choice),
                fixed,
                fields: own,
            });
        }
        Form::Union {
            choices: read,
            fields: all,
        }
    }

    /// The type of a schema, and whether it may be null.
    fn typed(&self, schema: &Value) -> (Type, bool) {
        if let Some(name) = reference(schema) {
            let definition = self.definitions.get(name);
            let is_generated = BY_HAND.contains(&name)
                || definition.is_some_and(|schema| self.definition(name, schema).is_some());
            return match (is_generated, definition) {
                (false, Some(alias)) => self.typed(alias),
                _ => (Type::Named(name.to_owned()), false),
            };
        }
        let choices = choices(schema);
        if !choices.is_empty() {
            let (nulls, others): (Vec<_>, Vec<_>) =
                choices.iter().partition(|choice| choice["type"] == "null");
            let typed = match others.as_slice() {
                [one] => self.typed(one).0,
                _ => Type::Json,
            };
            return (typed, !nulls.is_empty());
        }
        match &schema["type"] {
            Value::Array(types) => {
                let one = types.iter().find(|name| *name != "null");
                let mut schema = schema.clone();
                schema["type"] = one.cloned().unwrap_or_default();
                (
                    self.typed(&schema).0,
                    types.iter().any(|name| name == "null"),
                )
            }
            Value::String(name) => (self.plain(name, schema), false),
            _ if schema["const"].is_string() => (Type::Text, false),
            // Anything, nothing among it.
            _ => (Type::Json, true),
        }
    }

    fn plain(&self, name: &str, schema: &Value) -> Type {
        match name {
            "string" if schema["contentEncoding"] == "base64" => Type::Bytes,
            "string" => Type::Text,
            "integer" => Type::Integer,
            "number" => Type::Number,
            "boolean" => Type::Bool,
            "null" => Type::Nothing,
            "array" if schema["items"].is_object() => {
                Type::List(Box::new(self.typed(&schema["items"]).0))
            }
            "object" if schema["additionalProperties"].is_object() => {
                Type::Map(Box::new(self.typed(&schema["additionalProperties"]).0))
            }
            "object" => Type::Map(Box::new(Type::Json)),
            _ => Type::Json,
        }
    }

    fn call(&self, scope: &str, call: &Value) -> (String, Call) {
        let name = call["name"].as_str().unwrap_or_default();
        let own = name.strip_prefix(&format!("{scope}.")).unwrap_or(name);
        let (group, verb) = own.split_once('.').unwrap_or(("", own));
        let mut doc = call["doc"].as_str().unwrap_or_default().to_owned();
        if let (Some(method), Some(path)) = (call["method"].as_str(), call["path"].as_str()) {
            doc.push_str(&format!("\n\n`{method} {path}`"));
        }
        let request = reference(&call["request"]).filter(|name| *name != "Nothing");
        let request = request.map(|name| {
            let required = &self.definitions[name]["required"];
            let is_empty = required.as_array().is_none_or(Vec::is_empty);
            (name.to_owned(), is_empty)
        });
        let (response, optional) = self.typed(&call["response"]);
        let typed = |key: &str| call[key].is_object().then(|| self.typed(&call[key]).0);
        let call = Call {
            name: name.to_owned(),
            verb: verb.to_owned(),
            doc,
            request,
            response,
            optional,
            event: typed("event"),
            item: typed("item"),
            is_media: call["reply"] == "media",
        };
        (group.to_owned(), call)
    }
}

fn choices(schema: &Value) -> &[Value] {
    let choices = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    choices.map(Vec::as_slice).unwrap_or_default()
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// A description without its examples, which are Rust.
fn prose(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    unlinked(text.split("\n```").next().unwrap_or_default().trim())
}

/// A text whose links into the Rust crate are their words alone.
fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let target = after.split_once(')');
        match (before.rsplit_once('['), target) {
            (Some((lead, words)), Some((target, after))) if target.contains("::") => {
                out.push_str(lead);
                out.push_str(words);
                rest = after;
            }
            _ => {
                out.push_str(before);
                out.push_str("](");
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_into_the_crate_are_words() {
        assert_eq!(
            unlinked("a [stream](crate::Client::open) or [page](https://a.example), `x`"),
            "a stream or [page](https://a.example), `x`"
        );
    }
}
