//! Who is calling: clients with an API key, administrators with a session.

use http::StatusCode;
use serde_json::Value;

use super::errors::{in_path, in_query};
use super::gateway::{Gateway, open};
use crate::engine::refusal::Refusal;
use crate::exchange::{Call, Fields, Form, Part};

/// A client that may use `/v1`.
pub struct Client {
    /// The only account that may work for it; `None` for the gateway's own
    /// key, behind which the whole pool stands.
    pub account: Option<String>,
}

/// The client of the API key.
pub fn client(call: &Call) -> Result<Client, Refusal> {
    let key = call
        .bearer()
        .ok_or_else(|| Refusal::of("missing_credential"))?;
    open(call, |gateway, world| {
        let owner = world.tokens.check_api_key(key);
        let owner = owner.ok_or_else(|| Refusal::of("Unauthorized").message("Invalid API key"))?;
        call.note_account(&owner);
        let account = (gateway.api_key != key).then_some(owner);
        Ok(Client { account })
    })
}

/// Refuses unless the caller is logged in as the administrator.
pub fn administrator(call: &Call) -> Result<(), Refusal> {
    let session = call
        .bearer()
        .ok_or_else(|| Refusal::of("missing_credential"))?;
    let known = call.world().state::<Gateway>().sessions.contains(session);
    if known {
        return Ok(());
    }
    Err(Refusal::of("Unauthorized").message("Invalid or expired token"))
}

/// The JSON body of an administrator's request; unknown members are refused in
/// the documented form.
pub fn body(call: &Call, known: &[&str]) -> Result<Fields, Refusal> {
    let fields = call.json()?;
    if !call.observed() {
        fields.only(known)?;
    }
    Ok(fields)
}

/// The number in the path parameter `name`.
pub fn number(call: &Call, name: &str) -> Result<u64, Refusal> {
    let text = call.param(name);
    text.parse()
        .map_err(|_| in_path(Refusal::wrong_type(name, "an integer")))
}

/// A query parameter that is true or false.
pub fn flag(call: &Call, name: &str, default: bool) -> Result<bool, Refusal> {
    match call.query(name) {
        None => Ok(default),
        Some("true" | "True" | "1") => Ok(true),
        Some("false" | "False" | "0") => Ok(false),
        Some(_) => Err(in_query(Refusal::wrong_type(name, "true or false"))),
    }
}

/// A request that may come as JSON or as a form.
pub struct Sent {
    /// The members; those of a form are strings.
    pub fields: Fields,
    /// The files of a form.
    pub files: Form,
    is_form: bool,
}

impl Sent {
    /// Reads the body in the form that its media type says.
    pub fn read(call: &Call) -> Result<Self, Refusal> {
        if call.content_type() != "multipart/form-data" {
            return Ok(Self {
                fields: call.json().map_err(|refusal| unreadable(call, refusal))?,
                files: Form::default(),
                is_form: false,
            });
        }
        let form = call.form()?;
        let (files, texts): (Vec<Part>, Vec<Part>) = form
            .parts
            .into_iter()
            .partition(|part| part.file_name.is_some());
        let mut members = serde_json::Map::new();
        for part in texts {
            let text = String::from_utf8(part.content.to_vec());
            let text = text.map_err(|_| Refusal::wrong_type(&part.name, "text in UTF-8"))?;
            members.insert(part.name, Value::String(text));
        }
        Ok(Self {
            fields: Fields::of(Value::Object(members), "")?,
            files: Form { parts: files },
            is_form: true,
        })
    }

    /// Refuses members and files that are not in `known`, in the documented form.
    pub fn only(&self, call: &Call, known: &[&str]) -> Result<(), Refusal> {
        if call.observed() {
            return Ok(());
        }
        self.fields.only(known)?;
        self.files.only(known)
    }

    /// True or false, or nothing; a form writes it as a word.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        if !self.is_form {
            return self.fields.optional_boolean(name);
        }
        match self.fields.optional_text(name)? {
            None => Ok(None),
            Some("true" | "True" | "1") => Ok(Some(true)),
            Some("false" | "False" | "0") => Ok(Some(false)),
            Some(_) => Err(Refusal::wrong_type(name, "true or false")),
        }
    }

    /// The prompt. Where it is missing, servers say so in a plain 400.
    pub fn prompt(&self) -> Result<String, Refusal> {
        if self.fields.get("prompt").is_none() {
            return Err(Refusal::wrong_value("prompt", "prompt is required"));
        }
        Ok(self.fields.string("prompt")?.to_owned())
    }

    /// The file `name`, if it was sent.
    pub fn file(&self, name: &str) -> Result<Option<&Part>, Refusal> {
        self.files
            .get(name)
            .map(|_| self.files.file(name))
            .transpose()
    }
}

/// Real servers stumble over a body that is not JSON.
fn unreadable(call: &Call, refusal: Refusal) -> Refusal {
    if !call.observed() || refusal.param.as_deref() != Some("body") {
        return refusal;
    }
    let mut stumble = Refusal::of("internal_error").message(refusal.message);
    stumble.code = "server_error".into();
    stumble.status = StatusCode::INTERNAL_SERVER_ERROR;
    stumble
}
