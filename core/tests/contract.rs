//! The contract vectors: for each operation, calls with the exact request that
//! they make, and answers with the exact result or error that they give. Every
//! language runs the same files; an operation without one fails here.
//!
//! A file holds a list of cases:
//!
//! ```json
//! [{
//!   "name": "what is shown",
//!   "fields": {},
//!   "request": {"method": "GET", "path": "/backend/nf/check",
//!               "headers": {"accept": "application/json"},
//!               "json": {}, "text": "", "form": [["name", "value"]]},
//!   "response": {"status": 200, "headers": {}, "json": {}, "text": ""},
//!   "result": {},
//!   "error": {"kind": "rate_limited", "code": "…", "field": "…"}
//! }]
//! ```
//!
//! A case without `request` shows bad fields or reads an answer alone. `result`
//! has to be equal; of `error` what is given has to be equal. `form` lists
//! names with texts, or for files an object `{"filename", "content_type", "base64"}`.

mod exchange;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use exchange::read_form;
use serde_json::Value;
use sorakit::Error;
use sorakit::api::{Body, Context, Descriptor, Reply, operations};

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract/vectors")
}

fn cases(operation: &Descriptor) -> Vec<Value> {
    let path = vectors().join(format!("{}.json", operation.meta.name));
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} has no vectors: {}", operation.meta.name, path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_operation_makes_and_reads_what_its_vectors_say() {
    for operation in operations() {
        let mut cases = cases(operation);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            update(operation, &mut cases);
        }
        let mut requests = 0;
        let mut results = 0;
        for case in &cases {
            let place = format!(
                "{} / {}",
                operation.meta.name,
                case["name"].as_str().expect("a name")
            );
            requests += usize::from(run_request(operation, case, &place));
            results += usize::from(run_response(operation, case, &place));
        }
        assert!(requests > 0, "{} shows no request", operation.meta.name);
        assert!(results > 0, "{} shows no result", operation.meta.name);
    }
}

/// Writes what is read now into the vectors, to be read in the difference.
fn update(operation: &Descriptor, cases: &mut [Value]) {
    for case in cases.iter_mut().filter(|case| case.get("result").is_some()) {
        if let Ok(result) = (operation.judge)(&reply(operation, case)) {
            case["result"] = result;
        }
    }
    let path = vectors().join(format!("{}.json", operation.meta.name));
    let text = serde_json::to_string_pretty(&cases).unwrap();
    std::fs::write(path, text + "\n").unwrap();
}

#[test]
fn no_vector_is_without_its_operation() {
    let known: BTreeSet<String> = operations()
        .map(|operation| format!("{}.json", operation.meta.name))
        .collect();
    for entry in std::fs::read_dir(vectors()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let dialect = sorakit::Dialect::ALL
            .iter()
            .any(|dialect| name.starts_with(&format!("{dialect}.")));
        assert!(
            !dialect || known.contains(&name),
            "{name} belongs to no operation"
        );
    }
}

#[test]
fn names_are_unique_and_say_their_dialect() {
    let mut names = BTreeSet::new();
    for operation in operations() {
        let meta = operation.meta;
        assert!(names.insert(meta.name), "{} stands twice", meta.name);
        let (dialect, rest) = meta.name.split_once('.').expect("a dialect");
        assert_eq!(dialect, meta.dialect.as_str());
        assert_eq!(
            rest.split('.').count(),
            2,
            "{} is not dialect.group.verb",
            meta.name
        );
        assert!(!meta.source.is_empty(), "{} names no source", meta.name);
    }
}

/// Whether the case shows a request.
fn run_request(operation: &Descriptor, case: &Value, place: &str) -> bool {
    let Some(fields) = case.get("fields") else {
        return false;
    };
    let encoded = (operation.encode)(fields.clone(), &Context::example());
    let Some(expected) = case.get("request") else {
        if case.get("response").is_none() {
            let error = encoded
                .err()
                .unwrap_or_else(|| panic!("{place}: was not refused"));
            check_error(&error, &case["error"], place);
        }
        return false;
    };
    let request = encoded.unwrap_or_else(|error| panic!("{place}: {error}"));
    assert_eq!(request.method().as_str(), expected["method"], "{place}");
    let path = request.uri().path_and_query().map(ToString::to_string);
    assert_eq!(path.as_deref(), expected["path"].as_str(), "{place}");
    if let Some(host) = expected.get("host") {
        assert_eq!(request.uri().host(), host.as_str(), "{place}");
    }
    for (name, value) in expected["headers"].as_object().into_iter().flatten() {
        let sent = request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap());
        assert_eq!(sent, value.as_str(), "{place}: header {name}");
    }
    check_body(&request, expected, place);
    true
}

fn check_body(request: &http::Request<Body>, expected: &Value, place: &str) {
    let body = request.body().in_memory().expect("vectors are in memory");
    if let Some(json) = expected.get("json") {
        let sent: Value = serde_json::from_slice(&body)
            .unwrap_or_else(|error| panic!("{place}: the body is not JSON: {error}"));
        assert_eq!(&sent, json, "{place}");
    } else if let Some(text) = expected.get("text") {
        assert_eq!(
            String::from_utf8_lossy(&body),
            text.as_str().unwrap(),
            "{place}"
        );
    } else if let Some(form) = expected.get("form") {
        let content_type = request.headers()["content-type"].to_str().unwrap();
        assert_eq!(&read_form(content_type, &body), form, "{place}");
    } else {
        assert!(
            body.is_empty(),
            "{place}: a body is sent and the vector has none"
        );
    }
}

/// The answer that a case shows.
fn reply(operation: &Descriptor, case: &Value) -> Reply {
    let response = &case["response"];
    let mut answer = http::Response::builder()
        .status(u16::try_from(response["status"].as_u64().unwrap_or(200)).unwrap());
    for (name, value) in response["headers"].as_object().into_iter().flatten() {
        answer = answer.header(name, value.as_str().unwrap());
    }
    let body = match (response.get("json"), response.get("text")) {
        (Some(json), _) => json.to_string(),
        (None, Some(text)) => text.as_str().unwrap().to_owned(),
        (None, None) => String::new(),
    };
    let (head, ()) = answer.body(()).unwrap().into_parts();
    let fields = case.get("fields").cloned();
    let job = fields.and_then(|fields| (operation.job)(fields));
    let base = &Context::example().urls.api;
    Reply::new(head.status, head.headers, body).asked(base, job.as_deref())
}

/// Whether the case shows a result.
fn run_response(operation: &Descriptor, case: &Value, place: &str) -> bool {
    if case.get("response").is_none() {
        return false;
    }
    let decoded = (operation.judge)(&reply(operation, case));
    match (case.get("result"), decoded) {
        (Some(expected), Ok(result)) => {
            assert_eq!(&result, expected, "{place}");
            true
        }
        (Some(_), Err(error)) => panic!("{place}: {error}"),
        (None, Ok(result)) => panic!("{place}: expected an error, not {result}"),
        (None, Err(error)) => {
            check_error(&error, &case["error"], place);
            false
        }
    }
}

fn check_error(error: &Error, expected: &Value, place: &str) {
    let report = serde_json::to_value(error.report()).unwrap();
    let expected = expected
        .as_object()
        .unwrap_or_else(|| panic!("{place}: no error is expected: {error}"));
    for (name, value) in expected {
        assert_eq!(&report[name], value, "{place}: {name} of {report}");
    }
}
