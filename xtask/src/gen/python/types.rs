//! Annotations from schemas.

use serde_json::{Map, Value, json};

use super::text::{list, quoted, texts};

/// The direction of a value.
#[derive(Clone, Copy, PartialEq)]
pub enum Role {
    /// From the caller: tolerant.
    Argument,
    /// To the caller: exact.
    Result,
}

/// The types of one scope.
#[derive(Clone, Copy)]
pub struct Types<'a> {
    pub definitions: &'a Map<String, Value>,
    /// The prefix of a model's name: `_m.` outside the module of the models.
    pub prefix: &'a str,
}

/// The form that a definition takes.
#[derive(PartialEq)]
pub enum Form {
    /// A class.
    Model,
    /// A type alias.
    Alias,
    /// Nothing of its own: Python has a type for it, as an argument and as a result.
    BuiltIn(&'static str, &'static str),
}

pub fn form(name: &str, definition: &Value) -> Form {
    match name {
        "FileInput" => return Form::BuiltIn("FileLike", "Any"),
        "Reference" => return Form::BuiltIn("ReferenceLike", "Any"),
        "Secret" => return Form::BuiltIn("str", "str"),
        _ if definition["format"] == "timestamp" => {
            return Form::BuiltIn("datetime | float | str", "datetime");
        }
        _ => {}
    }
    match properties(definition).is_empty() && definition["properties"].is_null() {
        true => Form::Alias,
        false => Form::Model,
    }
}

/// A property of an object.
pub struct Property {
    pub name: String,
    pub schema: Value,
    pub required: bool,
}

/// The properties of an object, or of all the objects that it may be: those are told apart by a
/// property with a fixed value, which becomes one with several.
pub fn properties(schema: &Value) -> Vec<Property> {
    let mut variants: Vec<&Value> = ["oneOf", "anyOf"]
        .iter()
        .flat_map(|of| list(&schema[of]))
        .collect();
    if !variants.iter().all(|variant| may_be_object(variant)) {
        return object_properties(schema);
    }
    let open = variants
        .iter()
        .any(|variant| variant["properties"].is_null());
    variants.push(schema);
    variants.retain(|variant| variant["properties"].is_object());
    let mut merged: Vec<Property> = Vec::new();
    for variant in &variants {
        for property in object_properties(variant) {
            match merged.iter_mut().find(|known| known.name == property.name) {
                Some(known) => {
                    known.required &= property.required;
                    merge(&mut known.schema, property.schema);
                }
                None => merged.push(property),
            }
        }
    }
    for property in &mut merged {
        property.required &= !open;
        property.required &= variants
            .iter()
            .all(|variant| !variant["properties"][&property.name].is_null());
    }
    merged
}

fn may_be_object(schema: &Value) -> bool {
    let unnamed = ["$ref", "const", "enum", "anyOf", "oneOf"]
        .iter()
        .all(|key| schema[key].is_null());
    unnamed && (schema["type"].is_null() || schema["type"] == "object")
}

fn merge(known: &mut Value, other: Value) {
    if *known == other {
        return;
    }
    match known["anyOf"].as_array_mut() {
        Some(any) => any.push(other),
        None => {
            *known = json!({ "anyOf": [known.clone(), other], "description": known["description"] })
        }
    }
}

fn object_properties(schema: &Value) -> Vec<Property> {
    let required = |name: &str| texts(&schema["required"]).any(|required| required == name);
    let properties = schema["properties"].as_object();
    properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| Property {
            name: name.clone(),
            schema: schema.clone(),
            required: required(name),
        })
        .collect()
}

/// The name at the end of a reference.
pub fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

impl Types<'_> {
    /// The annotation of a schema.
    pub fn annotation(&self, schema: &Value, role: Role) -> String {
        let mut parts = Vec::new();
        self.collect(schema, role, &mut parts);
        let mut literals = Vec::new();
        let mut named: Vec<String> = Vec::new();
        for part in parts {
            match part {
                Part::Literal(text) if !literals.contains(&text) => literals.push(text),
                Part::Named(text) if !named.contains(&text) => named.push(text),
                _ => {}
            }
        }
        if named.iter().any(|name| name == "Any") {
            return "Any".into();
        }
        if !literals.is_empty() {
            named.insert(0, format!("Literal[{}]", literals.join(", ")));
        }
        // An integer is a number.
        if named.iter().any(|name| name == "float") {
            named.retain(|name| name != "int");
        }
        let nothing = named.iter().position(|name| name == "None");
        if let Some(nothing) = nothing {
            let none = named.remove(nothing);
            named.push(none);
        }
        match named.is_empty() {
            true => "Any".into(),
            false => named.join(" | "),
        }
    }

    fn collect(&self, schema: &Value, role: Role, parts: &mut Vec<Part>) {
        let named = |text: &str| Part::Named(text.into());
        if let Some(name) = referred(schema) {
            return parts.push(Part::Named(self.reference(name, role)));
        }
        for of in ["anyOf", "oneOf", "allOf"] {
            if !schema[of].is_null() {
                for one in list(&schema[of]) {
                    self.collect(one, role, parts);
                }
                return;
            }
        }
        if let Some(constant) = schema.get("const") {
            return parts.push(literal(constant));
        }
        if !schema["enum"].is_null() {
            parts.extend(list(&schema["enum"]).iter().map(literal));
            return;
        }
        let types: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            several => texts(several).collect(),
        };
        if types.is_empty() {
            return parts.push(named("Any"));
        }
        for kind in types {
            parts.push(match kind {
                "null" => named("None"),
                "boolean" => named("bool"),
                "integer" => named("int"),
                "number" => named("float"),
                "string" if schema["contentEncoding"] == "base64" => named("bytes"),
                "string" => named("str"),
                "array" => Part::Named(self.array(schema, role)),
                "object" => Part::Named(self.mapping(schema, role)),
                _ => named("Any"),
            });
        }
    }

    fn reference(&self, name: &str, role: Role) -> String {
        let definition = &self.definitions[name];
        match form(name, definition) {
            Form::BuiltIn(argument, _) if role == Role::Argument => argument.into(),
            Form::BuiltIn(_, result) => result.into(),
            Form::Model if role == Role::Argument => {
                format!("{}{name} | Mapping[str, Any]", self.prefix)
            }
            Form::Model | Form::Alias => format!("{}{name}", self.prefix),
        }
    }

    fn array(&self, schema: &Value, role: Role) -> String {
        let item = match list(&schema["prefixItems"]).first() {
            Some(first) => self.annotation(first, role),
            None => self.annotation(&schema["items"], role),
        };
        match role {
            Role::Argument => format!("Sequence[{item}]"),
            Role::Result => format!("list[{item}]"),
        }
    }

    fn mapping(&self, schema: &Value, role: Role) -> String {
        let value = match &schema["additionalProperties"] {
            value @ Value::Object(_) if schema["properties"].is_null() => {
                self.annotation(value, role)
            }
            _ => "Any".into(),
        };
        match role {
            Role::Argument => format!("Mapping[str, {value}]"),
            Role::Result => format!("dict[str, {value}]"),
        }
    }

    /// The model in a schema: itself, in a list, or optional.
    pub fn model_in<'s>(&self, schema: &'s Value) -> Option<&'s str> {
        if !schema.is_object() {
            return None;
        }
        if let Some(name) = referred(schema) {
            let definition = &self.definitions[name];
            return (form(name, definition) == Form::Model).then_some(name);
        }
        let mut inside = [&schema["items"], &schema["additionalProperties"]]
            .into_iter()
            .chain(list(&schema["anyOf"]))
            .chain(list(&schema["oneOf"]))
            .filter_map(|inner| self.model_in(inner));
        let one = inside.next()?;
        // Where it may be one of several, nobody can tell which.
        inside.all(|other| other == one).then_some(one)
    }
}

/// True if a schema is a mapping, not an object with named fields.
pub fn is_mapping(schema: &Value) -> bool {
    schema["additionalProperties"].is_object() && schema["properties"].is_null()
        || list(&schema["anyOf"]).iter().any(is_mapping)
}

enum Part {
    Literal(String),
    Named(String),
}

fn literal(value: &Value) -> Part {
    match value {
        Value::Null => Part::Named("None".into()),
        Value::String(text) => Part::Literal(quoted(text)),
        Value::Bool(true) => Part::Literal("True".into()),
        Value::Bool(false) => Part::Literal("False".into()),
        Value::Number(number) if number.is_f64() => Part::Named("float".into()),
        other => Part::Literal(other.to_string()),
    }
}
