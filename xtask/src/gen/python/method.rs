//! A method of the facade: its signature, its documentation, and the call that it makes.

use serde_json::Value;

use super::docs::{self, docstring};
use super::text::{identifier, quoted};
use super::types::{Property, Role, Types, properties, referred};

/// The widest line.
const WIDTH: usize = 100;

/// A parameter of a method.
#[derive(Clone)]
pub struct Parameter {
    /// The name in Python.
    pub name: String,
    /// The annotation, with its default.
    declared: String,
    /// The description for the documentation.
    about: String,
    /// The entry in the call: `"name": value`.
    entry: String,
    /// True if it may be passed by position.
    positional: bool,
}

/// The parameters of a request, required ones first.
pub fn parameters(types: Types<'_>, request: &Value, positional: &[&str]) -> Vec<Parameter> {
    let object = match referred(request) {
        Some(name) => &types.definitions[name],
        None => request,
    };
    let mut found: Vec<(bool, Parameter)> = properties(object)
        .iter()
        .map(|property| {
            let name = property.name.as_str();
            let first = positional.contains(&name);
            (property.required, parameter(types, property, first))
        })
        .collect();
    found.sort_by_key(|(required, parameter)| (!parameter.positional, !required));
    found.into_iter().map(|(_, parameter)| parameter).collect()
}

fn parameter(types: Types<'_>, property: &Property, positional: bool) -> Parameter {
    let name = identifier(&property.name);
    let annotation = types.annotation(&property.schema, Role::Argument);
    let nullable = annotation == "Any" || annotation.ends_with("None");
    let declared = match (property.required, nullable) {
        (true, _) => format!("{name}: {annotation}"),
        (false, true) => format!("{name}: {annotation} = None"),
        (false, false) => format!("{name}: {annotation} | None = None"),
    };
    let value = match annotation.trim_end_matches(" | None") {
        "FileLike" => format!("_file({name})"),
        "ReferenceLike" => format!("_reference({name})"),
        "Sequence[FileLike]" => format!("_each(_file, {name})"),
        "Sequence[ReferenceLike]" => format!("_each(_reference, {name})"),
        _ => name.clone(),
    };
    Parameter {
        entry: format!("{}: {value}", quoted(&property.name)),
        about: docs::text(&property.schema),
        name,
        declared,
        positional,
    }
}

impl Parameter {
    /// The same parameter, for which a `model` that has an id may be given, too.
    #[must_use]
    pub fn or_by(self, model: &str) -> Self {
        let declared = self
            .declared
            .replacen(": str", &format!(": {model} | str"), 1);
        let entry = format!("{}: _id({})", quoted(&self.name), self.name);
        Self {
            declared,
            entry,
            ..self
        }
    }

    /// The same parameter, which has to be given.
    #[must_use]
    pub fn required(self) -> Self {
        let declared = self.declared.trim_end_matches(" = None");
        let declared = declared.trim_end_matches(" | None").to_owned();
        Self { declared, ..self }
    }

    /// A parameter that is no field of the request.
    pub fn own(name: &str, declared: &str, about: &str) -> Self {
        Self {
            name: name.into(),
            declared: format!("{name}: {declared}"),
            about: about.into(),
            entry: String::new(),
            positional: false,
        }
    }
}

/// A method to write.
pub struct Method<'a> {
    pub asynchronous: bool,
    pub name: &'a str,
    pub parameters: &'a [Parameter],
    pub returns: &'a str,
    pub doc: &'a str,
    /// The callable, such as `self._client._call`.
    pub call: &'a str,
    /// The arguments; `FIELDS` stands for the fields.
    pub arguments: &'a [&'a str],
}

impl Method<'_> {
    /// The text of the method, in a class.
    pub fn write(&self) -> String {
        match self.asynchronous {
            true => self.text("async def", "self", "await "),
            false => self.text("def", "self", ""),
        }
    }

    /// The text of a class method.
    pub fn write_for_class(&self) -> String {
        let (def, wait) = match self.asynchronous {
            true => ("@classmethod\n    async def", "await "),
            false => ("@classmethod\n    def", ""),
        };
        self.text(def, "cls", wait)
    }

    /// The text of a method that returns at once, even where others are awaited.
    pub fn write_immediate(&self) -> String {
        self.text("def", "self", "")
    }

    fn text(&self, def: &str, receiver: &str, wait: &str) -> String {
        let returned = if self.returns == "None" {
            ""
        } else {
            "return "
        };
        let begin = format!("{returned}{wait}{}(", self.call);
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|argument| argument.replace("FIELDS", &self.fields(4)))
            .collect();
        let mut call = format!("{begin}{})", arguments.join(", "));
        if call.contains('\n') || call.len() > WIDTH - 8 {
            let arguments: Vec<String> = self
                .arguments
                .iter()
                .map(|argument| {
                    format!(
                        "            {},\n",
                        argument.replace("FIELDS", &self.fields(12))
                    )
                })
                .collect();
            call = format!("{begin}\n{}        )", arguments.concat());
        }
        format!(
            "\n    {def} {}{}:\n{}        {call}\n",
            self.name,
            self.signature(receiver),
            self.documentation()
        )
    }

    fn signature(&self, receiver: &str) -> String {
        let one_line = self.parameters.is_empty();
        if one_line {
            return format!("({receiver}) -> {}", self.returns);
        }
        let mut lines = vec![receiver.to_owned()];
        let (first, named): (Vec<_>, Vec<_>) = self
            .parameters
            .iter()
            .partition(|parameter| parameter.positional);
        lines.extend(first.iter().map(|parameter| parameter.declared.clone()));
        if !named.is_empty() {
            lines.push("*".into());
        }
        lines.extend(named.iter().map(|parameter| parameter.declared.clone()));
        let lines: String = lines
            .iter()
            .map(|line| format!("        {line},\n"))
            .collect();
        format!("(\n{lines}    ) -> {}", self.returns)
    }

    fn documentation(&self) -> String {
        let arguments: Vec<(String, String)> = self
            .parameters
            .iter()
            .filter(|parameter| !parameter.about.is_empty())
            .map(|parameter| (parameter.name.clone(), parameter.about.clone()))
            .collect();
        docstring(8, self.doc, &arguments)
    }

    /// The fields as a dictionary at this indentation.
    fn fields(&self, indent: usize) -> String {
        let entries: Vec<&str> = self
            .parameters
            .iter()
            .map(|parameter| parameter.entry.as_str())
            .filter(|entry| !entry.is_empty())
            .collect();
        let one_line = format!("{{{}}}", entries.join(", "));
        if one_line.len() + indent < WIDTH - 8 {
            return one_line;
        }
        let space = " ".repeat(indent);
        let lines: String = entries
            .iter()
            .map(|entry| format!("{space}    {entry},\n"))
            .collect();
        format!("{{\n{lines}{space}}}")
    }
}

/// The reader of a result: the annotation, and the callable that makes it.
pub fn result(types: Types<'_>, response: &Value) -> (String, String) {
    // Classes have methods named `list`, which hide the type inside them.
    let annotation = types
        .annotation(response, Role::Result)
        .replace("list[", "builtins.list[");
    let model = types.model_in(response);
    let read = match (model, annotation.as_str()) {
        (Some(model), annotation) => {
            let class = format!("{}{model}", types.prefix);
            if annotation == class {
                format!("{class}.from_dict")
            } else if annotation == format!("builtins.list[{class}]") {
                format!("{class}.from_list")
            } else if annotation == format!("{class} | None") {
                format!("{class}.from_optional")
            } else {
                "_anything".into()
            }
        }
        (None, "None") => "_nothing".into(),
        (None, "str" | "int" | "float" | "bool") => annotation.clone(),
        (None, _) => "_anything".into(),
    };
    (annotation, read)
}
