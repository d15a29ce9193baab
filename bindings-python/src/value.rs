//! Values between Python and the core, without JSON text in between.

use pyo3::exceptions::PyRecursionError;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMemoryView, PyString, PyTuple,
};
use serde_json::{Map, Number, Value, json};
use sorakit::Error;
use sorakit::api::{FileInput, half_character};

use crate::error::raise;
use crate::file::{self, File};

/// The deepest nesting of values.
const DEPTH: usize = 100;
/// The most values in one call: one list within many others counts each time.
const VALUES: usize = 1_000_000;

/// Converts a value of the core to Python's.
pub fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Null => py.None().into_bound(py),
        Value::Bool(bool) => PyBool::new(py, *bool).to_owned().into_any(),
        Value::Number(number) => {
            if let Some(number) = number.as_i64() {
                number.into_pyobject(py)?.into_any()
            } else if let Some(number) = number.as_u64() {
                number.into_pyobject(py)?.into_any()
            } else {
                PyFloat::new(py, number.as_f64().unwrap_or(f64::NAN)).into_any()
            }
        }
        Value::String(text) => PyString::new(py, text).into_any(),
        Value::Array(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(to_python(py, item)?)?;
            }
            list.into_any()
        }
        Value::Object(fields) => {
            let dict = PyDict::new(py);
            for (name, value) in fields {
                dict.set_item(name, to_python(py, value)?)?;
            }
            dict.into_any()
        }
    })
}

/// The fields of a call: what Python gave, and the files among it.
#[derive(Default)]
pub struct Given {
    /// The files that `{"attachment": n}` refers to.
    pub files: Vec<FileInput>,
    /// The reader's place in the fields, for errors.
    place: Vec<String>,
    /// The depth of that place, counting the steps that have no name.
    depth: usize,
    /// The number of values read so far.
    values: usize,
}

impl Given {
    /// Reads a value of a call. Bytes, paths, file objects and `File`s become
    /// files; models become their fields.
    ///
    /// # Errors
    /// `InvalidInputError`, naming the field, for an object that has no meaning here.
    pub fn read(&mut self, object: &Bound<'_, PyAny>) -> PyResult<Value> {
        self.count(object.py())?;
        if self.depth == DEPTH {
            let why = format!("is nested more than {DEPTH} levels deep, or holds itself");
            return Err(self.refuse(object.py(), &why));
        }
        self.depth += 1;
        let value = self.value(object);
        self.depth -= 1;
        value
    }

    fn count(&mut self, py: Python<'_>) -> PyResult<()> {
        self.values += 1;
        match self.values > VALUES {
            true => Err(self.refuse(py, &format!("holds more than {VALUES} values"))),
            false => Ok(()),
        }
    }

    fn value(&mut self, object: &Bound<'_, PyAny>) -> PyResult<Value> {
        if object.is_none() {
            return Ok(Value::Null);
        }
        if let Ok(text) = object.cast::<PyString>() {
            return self.text(text).map(Value::String);
        }
        if let Ok(bool) = object.cast::<PyBool>() {
            return Ok(Value::Bool(bool.is_true()));
        }
        if object.is_instance_of::<PyInt>() {
            return match (object.extract::<i64>(), object.extract::<u64>()) {
                (Ok(number), _) => Ok(number.into()),
                (_, Ok(number)) => Ok(number.into()),
                _ => Err(self.refuse(object.py(), "is a number that is too large")),
            };
        }
        if let Ok(number) = object.cast::<PyFloat>() {
            return Number::from_f64(number.value())
                .map(Value::Number)
                .ok_or_else(|| self.refuse(object.py(), "must be a finite number"));
        }
        if let Ok(dict) = object.cast::<PyDict>() {
            return self.fields(dict);
        }
        if let Ok(list) = object.cast::<PyList>() {
            return self.items(list.iter());
        }
        if let Ok(tuple) = object.cast::<PyTuple>() {
            return self.items(tuple.iter());
        }
        self.other(object)
    }

    /// Reads the fields of a call: those that are not None, and further ones.
    pub fn call(
        &mut self,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Value> {
        let mut read = Map::with_capacity(fields.len());
        self.add(&mut read, fields, false)?;
        if let Some(extra) = extra {
            self.place.push("extra".into());
            let Value::Object(extra) = self.read(extra)? else {
                return Err(self.refuse(fields.py(), "must be a mapping of further fields"));
            };
            for (name, value) in extra {
                if read.contains_key(&name) {
                    let why = format!("repeats the option `{name}`, which is given too");
                    self.place.push(name);
                    return Err(self.refuse(fields.py(), &why));
                }
                read.insert(name, value);
            }
            self.place.pop();
        }
        Ok(Value::Object(read))
    }

    fn fields(&mut self, dict: &Bound<'_, PyDict>) -> PyResult<Value> {
        let mut fields = Map::with_capacity(dict.len());
        self.add(&mut fields, dict, true)?;
        Ok(Value::Object(fields))
    }

    fn add(
        &mut self,
        fields: &mut Map<String, Value>,
        dict: &Bound<'_, PyDict>,
        nulls: bool,
    ) -> PyResult<()> {
        // Reading a value may run the caller's code, which may change the dictionary.
        for (name, value) in dict.copy()?.iter() {
            if !nulls && value.is_none() {
                continue;
            }
            let Ok(name) = name.cast::<PyString>() else {
                return Err(self.refuse(dict.py(), "must have texts as keys"));
            };
            let name = self.text(name)?;
            self.place.push(name.clone());
            fields.insert(name, self.read(&value)?);
            self.place.pop();
        }
        Ok(())
    }

    fn items<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> PyResult<Value> {
        let mut read = Vec::new();
        for (index, item) in items.enumerate() {
            self.place.push(index.to_string());
            read.push(self.read(&item)?);
            self.place.pop();
        }
        Ok(Value::Array(read))
    }

    fn other(&mut self, object: &Bound<'_, PyAny>) -> PyResult<Value> {
        let py = object.py();
        // On the class: a field that a server named so is not meant.
        if object.get_type().hasattr("to_dict")? {
            let fields = match object.call_method0("to_dict") {
                Err(error) if error.is_instance_of::<PyRecursionError>(py) => {
                    return Err(self.refuse(py, "is nested too deeply, or holds itself"));
                }
                fields => fields?,
            };
            return self.read(&fields);
        }
        if let Ok(file) = object.cast::<File>() {
            let file = file.get().clone_for_call(py)?;
            return Ok(self.attach(file));
        }
        let in_memory = object.is_instance_of::<PyBytes>()
            || object.is_instance_of::<PyByteArray>()
            || object.is_instance_of::<PyMemoryView>();
        if in_memory || object.hasattr("read")? {
            let file = file::input(object, None)?;
            return Ok(self.attach(file));
        }
        if let Some(path) = file::path(object)? {
            if self
                .place
                .iter()
                .any(|name| name == "extra" || name == "metadata")
            {
                return Err(self.refuse(py, "cannot be a path or a file: it is sent as JSON"));
            }
            // As it is: not every path is text.
            return Ok(match path.to_str() {
                Some(path) => json!({ "path": path }),
                None => self.attach(FileInput::path(path)),
            });
        }
        // A `datetime`, whose zone is the machine's where it has none.
        if object.hasattr("timestamp")? && object.hasattr("tzinfo")? {
            let seconds: f64 = object.call_method0("timestamp")?.extract()?;
            return Number::from_f64(seconds)
                .map(Value::Number)
                .ok_or_else(|| self.refuse(py, "must be a time"));
        }
        if object.hasattr("keys")? {
            let dict = PyDict::new(py);
            for key in object.call_method0("keys")?.try_iter()? {
                let key = key?;
                self.count(py)?;
                dict.set_item(&key, object.get_item(&key)?)?;
            }
            return self.fields(&dict);
        }
        let kind = object.get_type().name()?.to_string();
        Err(self.refuse(py, &format!("cannot be a value of type {kind}")))
    }

    /// Reads a text; one that holds half of a character is refused by its field's name.
    fn text(&self, text: &Bound<'_, PyString>) -> PyResult<String> {
        match text.to_str() {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => Err(raise(text.py(), &half_character(&self.field()))),
        }
    }

    fn attach(&mut self, file: FileInput) -> Value {
        self.files.push(file);
        json!({ "attachment": self.files.len() - 1 })
    }

    fn refuse(&self, py: Python<'_>, why: &str) -> PyErr {
        raise(py, &Error::invalid(self.field(), why))
    }

    /// The reader's place in the fields.
    fn field(&self) -> String {
        match self.place.is_empty() {
            true => "value".to_owned(),
            // A value that contains itself has an endless place.
            false if self.place.len() > 8 => format!("{}…", self.place[..8].join(".")),
            false => self.place.join("."),
        }
    }
}

/// Reads a text that is given by itself, under this name.
pub fn text(name: &str, object: &Bound<'_, PyString>) -> PyResult<String> {
    let given = Given {
        place: vec![name.to_owned()],
        ..Given::default()
    };
    given.text(object)
}

/// Reads a plain value, without files.
pub fn plain(object: &Bound<'_, PyAny>) -> PyResult<Value> {
    Given::default().read(object)
}
