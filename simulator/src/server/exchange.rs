//! The way of one request: fault, journal, operation, answer.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, header};
use hyper::body::Incoming;

use super::body::{Body, hold, send};
use super::connection::Connection;
use super::distort::distort;
use super::pause::pause;
use super::receive::{NotReceived, Received};
use super::routes::Found;
use super::service::Service;
use super::{control, cors, fault};
use crate::engine::journal::Entry;
use crate::engine::refusal::Refusal;
use crate::engine::{Engine, Shapes};
use crate::exchange::{Call, Notes, Reply};
use crate::faults::{Action, Seen};

/// From how many bytes on the body is described beside the other requests.
const LARGE: usize = 256 << 10;

/// Answers `request`, which came to a listener over `connection`.
pub(super) async fn answer(
    service: Arc<Service>,
    connection: Arc<Connection>,
    request: Request<Incoming>,
) -> Response<Body> {
    let serving = connection.serve();
    let (parts, body) = request.into_parts();
    let of_control = control::owns(parts.uri.path());
    let admission = &service.shared.admission;
    let (reply, action) = if let Some(refusal) = admission.refuse_host(&parts) {
        (refusal, None)
    } else if of_control {
        (steer(&service, &parts, body).await, None)
    } else if let Some(reply) = cors::preflight(&parts) {
        (reply, None)
    } else {
        carry_out(&service, &connection, &parts, body).await
    };
    match action {
        Some(Action::ResetAt { bytes }) => connection.reset_after(bytes),
        Some(Action::WrongLength { by }) => connection.misstate_length(by),
        _ => {}
    }
    let course = fault::course(action.as_ref(), &service.shared.engine, &connection);
    let size = reply.size();
    let mut response = Response::new(hold(send(reply.body, course), serving));
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    if let Some(Action::WrongLength { by: 1.. }) = action {
        // Else the bytes that are missing would be waited for, and the connection kept.
        let close = header::HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    if let Some(size) = size.filter(|_| has_length(reply.status)) {
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, size.into());
    }
    if !of_control && reply.status != StatusCode::MISDIRECTED_REQUEST {
        cors::allow(response.headers_mut(), &parts.headers);
    }
    response
}

/// Answers a request to the control surface.
async fn steer(service: &Service, parts: &http::request::Parts, mut body: Incoming) -> Reply {
    if let Some(refusal) = service.shared.admission.refuse_control(&parts.headers) {
        return refusal;
    }
    let receiving = &service.shared.receiving;
    match receiving
        .read(&mut body, None, receiving.plain_limit())
        .await
    {
        Ok(body) => control::answer(&service.shared.engine, parts, &body.bytes),
        Err(refusal) => refusal.reply(),
    }
}

fn has_length(status: StatusCode) -> bool {
    status != StatusCode::NO_CONTENT
        && status != StatusCode::NOT_MODIFIED
        && !status.is_informational()
}

async fn carry_out(
    service: &Service,
    connection: &Connection,
    parts: &http::request::Parts,
    mut incoming: Incoming,
) -> (Reply, Option<Action>) {
    let (engine, origin) = (&service.shared.engine, &*service.origin);
    let path = parts.uri.path();
    let found = service.routes.find(&parts.method, path);
    let action = engine.faults().pick(&Seen {
        method: parts.method.as_str(),
        path,
        origin,
        operation: found.operation.map(|operation| operation.name),
    });
    let mut entry = describe(engine, origin, connection, parts, &found);
    entry.fault = action.as_ref().map(|action| action.kind().to_owned());

    let read_at_most = match action {
        Some(Action::ResetRequestAt { bytes } | Action::RefuseRequestAt { bytes, .. }) => {
            Some(bytes)
        }
        _ => None,
    };
    let receiving = &service.shared.receiving;
    let limit = receiving.limit(parts, found.operation.is_some());
    let mut body = receiving.read(&mut incoming, read_at_most, limit).await;
    // What is not served needs no body to be refused.
    let unread = body
        .as_ref()
        .is_err_and(|why| *why == NotReceived::TooLarge)
        && receiving.is_unasked(limit);
    if unread {
        receiving.discard(incoming).await;
        body = Ok(Received::default());
    }
    let bytes = body
        .as_ref()
        .map_or_else(|_| Bytes::new(), |body| body.bytes.clone());
    let entry = match bytes.len() < LARGE {
        true => {
            entry.describe_body(&bytes);
            entry
        }
        // The others are served meanwhile.
        false => {
            let described = tokio::task::spawn_blocking(move || {
                entry.describe_body(&bytes);
                entry
            });
            described
                .await
                .expect("a body is described without a panic")
        }
    };
    let index = engine.journal().append(entry);
    if let Some(Action::ResetBefore | Action::ResetRequestAt { .. }) = action {
        return reset(connection).await;
    }
    let reply = match body {
        Err(refusal) => refusal.reply(),
        Ok(body) => {
            let call = call(engine, parts, &found, body.bytes.clone(), action.as_ref());
            let reply = perform(
                engine,
                &found,
                &call,
                action.as_ref(),
                &parts.uri.to_string(),
            )
            .await;
            let reply = match unread {
                true if reply.status.is_success() => NotReceived::TooLarge.reply(),
                true => reply.header("connection", "close"),
                false => reply,
            };
            let mut journal = engine.journal();
            if let Some(entry) = journal.entry_mut(index) {
                let notes = std::mem::take(
                    &mut *call
                        .notes
                        .lock()
                        .unwrap_or_else(|poisoned| poisoned.into_inner()),
                );
                entry.account = notes.account;
                entry.jobs = notes.jobs;
                if let Some(operation) = notes.operation {
                    entry.operation = Some(operation.to_owned());
                }
            }
            reply
        }
    };
    if let Some(Action::ResetAfter) = action {
        return reset(connection).await;
    }
    if let Some(entry) = engine.journal().entry_mut(index) {
        entry.status = Some(reply.status.as_u16());
    }
    let request_id = format!("req_{index:024x}");
    (reply.header("x-request-id", &request_id), action)
}

/// Carries out the operation, unless the fault answers in its place.
async fn perform(
    engine: &Engine,
    found: &Found<'_>,
    call: &Call,
    action: Option<&Action>,
    uri: &str,
) -> Reply {
    let dialect = found.dialect;
    match action {
        Some(Action::Stall { ms }) => pause(engine, Duration::from_millis(*ms)).await,
        Some(Action::Jump { seconds }) => {
            let step = Duration::from_secs(seconds.unsigned_abs());
            match *seconds < 0 {
                true => engine.clock.set_back(step),
                false => engine.clock.advance(step),
            }
        }
        Some(Action::ExpireToken | Action::InvalidateToken) => spoil_token(call, action),
        _ => {}
    }
    let instead = action
        .and_then(|action| fault::instead(action, engine, dialect, call.shapes, &call.path, uri));
    let mut reply = match (instead, found.operation) {
        (Some(reply), _) => reply,
        (None, Some(operation)) => match (operation.handler)(call.clone()).await {
            Ok(reply) => reply,
            Err(refusal) => fault::refuse(dialect, &refusal, call.shapes),
        },
        (None, None) => no_operation(found, call),
    };
    match action {
        Some(Action::StallAnswer { ms }) => pause(engine, Duration::from_millis(*ms)).await,
        Some(action) => distort(&mut reply, action),
        None => {}
    }
    reply
}

fn no_operation(found: &Found<'_>, call: &Call) -> Reply {
    if found.methods.is_empty() {
        let refusal = Refusal::no_route(&call.path);
        return fault::refuse(found.dialect, &refusal, call.shapes);
    }
    let known: Vec<_> = found.methods.iter().map(http::Method::as_str).collect();
    let refusal = Refusal::of("method_not_allowed").message(format!(
        "{} is not allowed here; accepted: {}.",
        call.method,
        known.join(", ")
    ));
    fault::refuse(found.dialect, &refusal, call.shapes).header("allow", &known.join(", "))
}

/// Expires or revokes the access tokens of the account that sent the request.
fn spoil_token(call: &Call, action: Option<&Action>) {
    let Some(token) = call.bearer() else { return };
    let mut world = call.world();
    let Ok(account) = world.tokens.check_access(token, call.now) else {
        return;
    };
    match action {
        Some(Action::ExpireToken) => world.tokens.expire_access(&account, call.now),
        _ => world.tokens.invalidate_access(&account),
    }
}

/// Tears the connection down; the answer never arrives.
async fn reset(connection: &Connection) -> (Reply, Option<Action>) {
    connection.reset();
    std::future::pending().await
}

fn describe(
    engine: &Engine,
    origin: &str,
    connection: &Connection,
    parts: &http::request::Parts,
    found: &Found<'_>,
) -> Entry {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = parts.headers.iter();
    Entry {
        index: 0,
        at: engine.clock.now().to_string(),
        origin: origin.to_owned(),
        connection: connection.id,
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: headers
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
        body: None,
        body_size: 0,
        body_sha256: String::new(),
        operation: found.operation.map(|operation| operation.name.to_owned()),
        account: None,
        jobs: Vec::new(),
        fault: None,
        status: None,
    }
}

fn call(
    engine: &Arc<Engine>,
    parts: &http::request::Parts,
    found: &Found<'_>,
    body: Bytes,
    action: Option<&Action>,
) -> Call {
    let query = parts.uri.query().unwrap_or_default();
    Call {
        engine: engine.clone(),
        dialect: found.dialect.name,
        method: parts.method.clone(),
        path: found.path.to_owned(),
        query: url::form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect(),
        params: found.params.clone(),
        headers: parts.headers.clone(),
        body,
        shapes: shapes(&parts.headers).unwrap_or_else(|| engine.shapes()),
        now: engine.clock.now(),
        job_failure: match action {
            Some(Action::FailJob { code }) => Some(code.clone()),
            _ => None,
        },
        notes: Arc::new(std::sync::Mutex::new(Notes::default())),
    }
}

/// The form that the request itself asks for.
fn shapes(headers: &HeaderMap) -> Option<Shapes> {
    match headers.get("x-simulator-shapes")?.to_str().ok()? {
        "documented" => Some(Shapes::Documented),
        "observed" => Some(Shapes::Observed),
        _ => None,
    }
}
