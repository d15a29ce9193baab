//! Refusals, before a dialect words them.

use http::StatusCode;
use serde_json::{Value, json};

/// What kind of thing is wrong; dialects choose status and wording by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No credential was sent.
    MissingCredential,
    /// A credential that is not good (any more).
    BadCredential,
    /// The account may not do this.
    Forbidden,
    /// A required header, field or file is missing.
    Missing,
    /// A value has the wrong type.
    WrongType,
    /// A value is not among those accepted, or the body cannot be read.
    WrongValue,
    /// The object does not exist.
    NotFound,
    /// The path exists, but not with this method.
    WrongMethod,
    /// The object is not in a state for this.
    Conflict,
    /// The content is refused.
    Moderated,
    /// Too much at once, or quota used up.
    Limited,
    /// The server's own trouble.
    Server,
}

/// A request that is not carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What kind of thing is wrong.
    pub reason: Reason,
    /// The usual HTTP status.
    pub status: StatusCode,
    /// Machine-readable code, in the words of `docs/wire/sora.md` §13.
    pub code: String,
    /// For people; names the field or header and what is accepted.
    pub message: String,
    /// The field, header or part that is wrong.
    pub param: Option<String>,
    /// Seconds for a `Retry-After` header.
    pub retry_after: Option<u64>,
    /// More members for the body.
    pub extra: Vec<(String, Value)>,
}

/// Code, reason, status and message of the refusals that have a name.
const NAMED: [(&str, Reason, u16, &str); 22] = [
    (
        "bad_request",
        Reason::WrongValue,
        400,
        "The request is not valid.",
    ),
    (
        "invalid_request",
        Reason::WrongValue,
        400,
        "Unable to process request",
    ),
    ("Unauthorized", Reason::BadCredential, 401, "Unauthorized"),
    (
        "token_invalidated",
        Reason::BadCredential,
        401,
        "Your authentication token has been invalidated. Please sign in again.",
    ),
    (
        "token_expired",
        Reason::BadCredential,
        401,
        "Provided authentication token is expired. Please sign in again.",
    ),
    (
        "missing_credential",
        Reason::MissingCredential,
        401,
        "Missing bearer authentication in header",
    ),
    ("forbidden", Reason::Forbidden, 403, "You may not do this."),
    (
        "unsupported_country_code",
        Reason::Forbidden,
        403,
        "Sora is not available in your country.",
    ),
    (
        "phone_number_required",
        Reason::Forbidden,
        403,
        "Verify a phone number before you create.",
    ),
    (
        "sora_username_not_yet_created",
        Reason::Forbidden,
        400,
        "Set a username before you create.",
    ),
    ("not_found", Reason::NotFound, 404, "Not found."),
    (
        "method_not_allowed",
        Reason::WrongMethod,
        405,
        "Method not allowed.",
    ),
    (
        "conflict",
        Reason::Conflict,
        409,
        "The object is not in a state for this.",
    ),
    (
        "sentinel_block",
        Reason::Forbidden,
        400,
        "Hmmm something didn't look right with your request. Please try again later.",
    ),
    (
        "content_policy_violation",
        Reason::Moderated,
        400,
        "This content may violate our content policies.",
    ),
    (
        "safety_filter_triggered",
        Reason::Moderated,
        400,
        "The safety filter refused this request.",
    ),
    (
        "too_many_concurrent_tasks",
        Reason::Limited,
        429,
        "You already have 3 generations in progress. Please wait until one is finished.",
    ),
    (
        "rate_limit_exceeded",
        Reason::Limited,
        429,
        "You are sending requests too quickly.",
    ),
    (
        "rate_limit_exhausted",
        Reason::Limited,
        429,
        "You have used up your generations for now.",
    ),
    (
        "internal_error",
        Reason::Server,
        500,
        "Internal server error.",
    ),
    (
        "generation_failed",
        Reason::Server,
        500,
        "The generation failed.",
    ),
    (
        "heavy_load",
        Reason::Server,
        503,
        "We're under heavy load, please try again later.",
    ),
];

/// How the refusal of a path at which there is nothing begins.
const NO_ROUTE: &str = "There is nothing at ";

impl Refusal {
    /// The refusal of a path at which there is nothing.
    pub fn no_route(path: &str) -> Self {
        Self::of("not_found").message(format!("{NO_ROUTE}{path}."))
    }

    /// Whether there is nothing at the path, and not only no such thing.
    pub fn is_no_route(&self) -> bool {
        self.reason == Reason::NotFound && self.message.starts_with(NO_ROUTE)
    }

    /// The refusal called `code`; `None` if there is no such code.
    pub fn named(code: &str) -> Option<Self> {
        let (code, reason, status, message) = NAMED.into_iter().find(|named| named.0 == code)?;
        let mut refusal = Self {
            reason,
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            code: code.to_owned(),
            message: message.to_owned(),
            param: None,
            retry_after: None,
            extra: Vec::new(),
        };
        match code {
            "unsupported_country_code" => refusal.param = Some("country".into()),
            "too_many_concurrent_tasks" => {
                refusal
                    .extra
                    .push(("details".into(), json!({"num_tasks": 3})));
            }
            "rate_limit_exceeded" | "heavy_load" => refusal.retry_after = Some(2),
            _ => {}
        }
        Some(refusal)
    }

    /// The refusal called `code`.
    ///
    /// # Panics
    /// If no refusal has this name: codes come from this module's table.
    pub fn of(code: &str) -> Self {
        Self::named(code).unwrap_or_else(|| panic!("no refusal is called {code}"))
    }

    /// `param` (a field, header or part) is required but missing.
    pub fn missing(param: &str, what: &str) -> Self {
        let message = format!("{what} `{param}` is required.");
        Self::about(Reason::Missing, param, message)
    }

    /// `param` has the wrong type.
    pub fn wrong_type(param: &str, expected: &str) -> Self {
        let message = format!("`{param}` must be {expected}.");
        Self::about(Reason::WrongType, param, message)
    }

    /// `param` has a value that is not accepted; `message` says which are.
    pub fn wrong_value(param: &str, message: impl Into<String>) -> Self {
        Self::about(Reason::WrongValue, param, message.into())
    }

    /// There is no `what` with `id`.
    pub fn not_found(what: &str, id: &str) -> Self {
        Self::of("not_found").message(format!("There is no {what} {id}."))
    }

    /// Replaces the message.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Adds a member to the body.
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.extra.retain(|(known, _)| known != name);
        self.extra.push((name.to_owned(), value));
        self
    }

    fn about(reason: Reason, param: &str, message: String) -> Self {
        let mut refusal = Self::of("bad_request").message(message);
        refusal.reason = reason;
        refusal.param = Some(param.to_owned());
        refusal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trigger_that_refuses_names_a_refusal() {
        use crate::engine::trigger::{TRIGGERS, Trigger};
        for (name, trigger) in TRIGGERS {
            if let Trigger::RefuseCreate(code) = trigger {
                assert!(Refusal::named(code).is_some(), "{name}");
            }
        }
    }
}
