//! `_resource_calls.py`: the one interface, `client.videos` and the like, in so far as it takes and
//! returns plain values. What holds files and callbacks is written by hand, above these classes.

use serde_json::Value;

use super::docs;
use super::method::{Method, Parameter, parameters, result};
use super::operations::{client, imports};
use super::text::{camel, definitions, header, list, quoted};
use super::types::{Types, referred};

/// The parameters that are clear without their name.
const POSITIONAL: &[&str] = &["id", "prompt", "username"];

/// The fields that are a job's id, whatever they are called.
const OF_JOBS: &[&str] = &["remix", "character_from_task", "from_job"];

pub fn module(catalog: &Value) -> String {
    let types = Types {
        definitions: definitions(catalog, "shared"),
        prefix: "_m.",
    };
    let mut groups: Vec<(&str, Vec<&Value>)> = Vec::new();
    for method in list(&catalog["methods"]) {
        let group = method["name"]
            .as_str()
            .and_then(|name| name.split('.').next());
        let group = group.unwrap_or_default();
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, methods)) => methods.push(method),
            None => groups.push((group, vec![method])),
        }
    }
    let mut body = String::new();
    let mut names = Vec::new();
    for asynchronous in [false, true] {
        for (group, methods) in &groups {
            let name = class(group, asynchronous);
            body.push_str(&group_class(types, group, &name, methods, asynchronous));
            names.push(quoted(&name));
        }
    }
    let mut text = header("The one interface in so far as it takes and gives plain values.");
    text.push_str("from __future__ import annotations\n\n");
    let jobs: Vec<&str> = [
        "AsyncJob",
        "AsyncJobPage",
        "AsyncVideo",
        "AsyncImage",
        "Image",
        "Job",
        "JobPage",
        "Video",
    ]
    .into_iter()
    .filter(|name| {
        body.split(|c: char| !c.is_alphanumeric())
            .any(|word| word == *name)
    })
    .collect();
    let imports = imports(&body, "shared").replace("from ..", "from .").replace(
        "    from ._async import AsyncCalls\n",
        &format!(
            "    from ._async import AsyncCalls\n    from ._jobs import {}\n    from ._progress import Progress\n",
            jobs.join(", ")
        ),
    );
    text.push_str(&imports);
    text.push_str("from ._names import named as _named\n");
    text.push_str(&format!(
        "\n__all__ = [\n    {},\n]\n",
        names.join(",\n    ")
    ));
    text + &body
}

/// `videos` as `VideosCalls`: the part of `Videos` that is generated.
pub fn class(group: &str, asynchronous: bool) -> String {
    format!(
        "{}{}Calls",
        if asynchronous { "Async" } else { "" },
        camel(group)
    )
}

fn group_class(
    types: Types<'_>,
    group: &str,
    name: &str,
    methods: &[&Value],
    asynchronous: bool,
) -> String {
    let client = client(asynchronous);
    let mut text = format!(
        "\n\n@_named(\"{group}\")\nclass {name}:\n    \"\"\"The calls of `client.{group}` that take and give plain values.\"\"\"\n\n    \
         def __init__(self, client: {client}) -> None:\n        self._client = client\n"
    );
    for method in methods {
        text.push_str(&plain(types, method, asynchronous));
        let makes_job = referred(&method["response"]) == Some("Job");
        if makes_job
            && method["name"]
                .as_str()
                .is_some_and(|name| name.ends_with(".create"))
        {
            text.push_str(&generate(types, group, method, asynchronous));
            if group == "images" {
                text.push_str(&edit(types, method, asynchronous));
            }
        }
    }
    text
}

/// The reference in a nullable schema.
fn optional(schema: &Value) -> Option<&str> {
    let either = schema["anyOf"].as_array()?;
    let null = either.iter().any(|one| one["type"] == "null");
    either.iter().find_map(referred).filter(|_| null)
}

/// The parameters of a method, in which whatever has an id stands for it.
fn given(types: Types<'_>, group: &str, request: &Value) -> Vec<Parameter> {
    let given = parameters(types, request, POSITIONAL).into_iter();
    given
        .map(|parameter| match (parameter.name.as_str(), group) {
            ("id", "characters") => parameter.or_by("_m.Character"),
            ("id", _) => parameter.or_by("_m.Job"),
            (name, _) if OF_JOBS.contains(&name) => parameter.or_by("_m.Job"),
            _ => parameter,
        })
        .collect()
}

fn plain(types: Types<'_>, method: &Value, asynchronous: bool) -> String {
    let full_name = method["name"].as_str().unwrap_or_default();
    let group = full_name.split('.').next().unwrap_or_default();
    let parameters = given(types, group, &method["request"]);
    let (returns, read) = match referred(&method["response"]) {
        Some(name @ ("Job" | "JobPage")) => {
            let name = format!("{}{name}", if asynchronous { "Async" } else { "" });
            let read = match name.ends_with("Page") {
                true => "self._client._page",
                false => "self._client._job",
            };
            (name, read.to_owned())
        }
        // A job, or none.
        None if optional(&method["response"]) == Some("Job") => {
            let name = if asynchronous { "AsyncJob" } else { "Job" };
            (format!("{name} | None"), "self._client._found".to_owned())
        }
        _ => result(types, &method["response"]),
    };
    Method {
        asynchronous,
        name: full_name.split('.').nth(1).unwrap_or_default(),
        parameters: &parameters,
        returns: &returns,
        doc: &docs::plain(method["doc"].as_str().unwrap_or_default()),
        call: "self._client._call",
        arguments: &[&quoted(full_name), "FIELDS", &read],
    }
    .write()
}

/// `generate`: creates, and waits with progress.
fn generate(types: Types<'_>, group: &str, method: &Value, asynchronous: bool) -> String {
    let what = match group {
        "images" => "Makes images, and waits until they are done",
        _ => "Makes a video, and waits until it is done",
    };
    let parameters = given(types, group, &method["request"]);
    waiting("generate", what, group, parameters, asynchronous)
}

/// `edit`: as `generate`, from other images.
fn edit(types: Types<'_>, method: &Value, asynchronous: bool) -> String {
    let what = "Makes images from other images, and waits until they are done";
    let parameters = given(types, "images", &method["request"]).into_iter();
    let parameters = parameters
        .map(|parameter| match parameter.name.as_str() {
            "references" => parameter.required(),
            _ => parameter,
        })
        .collect();
    waiting("edit", what, "images", parameters, asynchronous)
}

/// A method that creates, and waits with progress.
fn waiting(
    name: &str,
    what: &str,
    group: &str,
    mut parameters: Vec<Parameter>,
    asynchronous: bool,
) -> String {
    let made = match group {
        "images" => "Image",
        _ => "Video",
    };
    let (job, made) = match asynchronous {
        true => ("AsyncJob", format!("Async{made}")),
        false => ("Job", made.to_owned()),
    };
    parameters.extend([
        Parameter::own(
            "timeout",
            "float | None = None",
            "How long it is waited for at most, in seconds. Default: the client's.",
        ),
        Parameter::own(
            "on_progress",
            &format!("Callable[[{job}], object] | None = None"),
            "Called with the job whenever it has been looked at.",
        ),
        Parameter::own(
            "progress",
            "Progress = \"auto\"",
            "Whether a progress bar is shown: `\"auto\"` shows one in terminals and notebooks.",
        ),
    ]);
    let doc = format!(
        "{what}.\n\nErrors: those of `create` and `wait`. Each that comes after the creation has \
         the `job_id`, by which the job can be resumed."
    );
    Method {
        asynchronous,
        name,
        parameters: &parameters,
        returns: &made,
        doc: &doc,
        call: &format!(
            "self._client._{}_{}",
            name,
            made.trim_start_matches("Async").to_lowercase()
        ),
        arguments: &["FIELDS", "timeout", "on_progress", "progress"],
    }
    .write()
}
