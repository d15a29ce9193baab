//! The one error of every operation, flow and binding.

mod kind;
mod report;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use kind::ErrorKind;
pub use report::ErrorReport;

use super::hide;
use super::text::{shown, shown_within};

/// The result of everything in sorakit that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error: what failed, on which operation, and what to do about it.
///
/// The same fields exist in every language. The message never holds a whole
/// response body, and never a secret. Cheap to clone.
///
/// ```
/// use sorakit::{Error, ErrorKind};
///
/// let error = Error::new(ErrorKind::RateLimited, "the server asked to slow down")
///     .on("sora.videos.create")
///     .with_status(429);
/// assert!(error.retryable());
/// assert!(error.to_string().starts_with("sora.videos.create: "));
/// ```
#[derive(Debug, Clone)]
pub struct Error(Arc<Fields>);

#[derive(Debug, Clone)]
struct Fields {
    kind: ErrorKind,
    message: String,
    hint: Option<Cow<'static, str>>,
    operation: Option<Cow<'static, str>>,
    code: Option<String>,
    status: Option<u16>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    retryable: bool,
    untaken: bool,
    /// Set when the answer says of an upstream that it broke off.
    open: bool,
    stated: bool,
    field: Option<String>,
    job_id: Option<String>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// The longest message that is kept, in characters.
const MESSAGE_LIMIT: usize = 500;

impl Error {
    /// An error of `kind`. Control characters are removed from `message`, which is cut at
    /// 500 characters.
    pub fn new(kind: ErrorKind, message: impl AsRef<str>) -> Self {
        Self(Arc::new(Fields {
            kind,
            message: one_line(message.as_ref()),
            hint: None,
            operation: None,
            code: None,
            status: None,
            request_id: None,
            retry_after: None,
            retryable: kind.retryable(),
            untaken: false,
            open: false,
            stated: false,
            field: None,
            job_id: None,
            source: None,
        }))
    }

    /// A value refused before anything was sent: the field, and what it accepts.
    pub fn invalid(field: impl Into<String>, message: impl AsRef<str>) -> Self {
        let field = field.into();
        Self::new(
            ErrorKind::InvalidInput,
            format!("{field}: {}", message.as_ref()),
        )
        .with_field(field)
    }

    /// The fields, for setting while the error is being built.
    fn fields(&mut self) -> &mut Fields {
        Arc::make_mut(&mut self.0)
    }

    /// Sets another kind, and with it whether a retry may succeed.
    #[must_use]
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        let fields = self.fields();
        fields.kind = kind;
        fields.retryable = kind.retryable();
        self
    }

    /// This failure as that of a request that the server may have accepted; everything
    /// known about it is kept.
    pub(crate) fn outcome_unknown(&self) -> Self {
        let mut unknown = Self::new(ErrorKind::OutcomeUnknown, "").caused_by(self.clone());
        let fields = unknown.fields();
        fields.message = format!("the request was sent, and then: {}", self.reason());
        fields.code.clone_from(&self.0.code);
        fields.status = self.0.status;
        fields.request_id.clone_from(&self.0.request_id);
        fields.job_id.clone_from(&self.0.job_id);
        unknown
    }

    /// Appends to the message, beyond its usual limit.
    #[must_use]
    pub(crate) fn saying(mut self, further: &str) -> Self {
        let further = shown_within(&hide(further), MESSAGE_LIMIT);
        self.fields().message.push_str(&further);
        self
    }

    /// Appends the end of the text read before the failure, so that an id or a link in it
    /// is not lost: up to 1,000 characters beyond the usual limit.
    #[must_use]
    pub(crate) fn after(mut self, read: &str) -> Self {
        const LIMIT: usize = 1000;
        const READ: &str = "; read before it: ";
        let skipped = read.char_indices().rev().nth(LIMIT - 1);
        let (dots, read) = match skipped {
            Some((at, _)) if at > 0 => ("…", &read[at..]),
            _ => ("", read),
        };
        let read = shown_within(&hide(read), LIMIT);
        let message = &mut self.fields().message;
        // A note about a part now applies to the whole.
        if let Some(at) = message.find(READ) {
            message.truncate(at);
        }
        message.push_str(READ);
        message.push_str(dots);
        message.push_str(&read);
        self
    }

    /// Names the operation, unless one is named already.
    #[must_use]
    pub fn on(mut self, operation: impl Into<Cow<'static, str>>) -> Self {
        self.fields().operation.get_or_insert(operation.into());
        self
    }

    /// Sets what the caller can do, replacing the kind's own hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        let hint = hint.into();
        self.fields().hint = Some(match hide(&hint) {
            Cow::Owned(hidden) => hidden.into(),
            Cow::Borrowed(_) => hint,
        });
        self
    }

    /// Replaces the message's wording.
    #[must_use]
    pub(crate) fn with_reason(mut self, message: String) -> Self {
        self.fields().message = message;
        self
    }

    /// Names the field or option that was refused.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<String>) -> Self {
        self.fields().field = Some(field.into());
        self
    }

    /// Sets the server's own error code, such as `heavy_load`.
    #[must_use]
    pub fn with_code(mut self, code: impl AsRef<str>) -> Self {
        self.fields().code = Some(shown(&hide(code.as_ref())));
        self
    }

    /// Sets the HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.fields().status = Some(status);
        self
    }

    /// Sets the server's id of the request.
    #[must_use]
    pub fn with_request_id(mut self, id: impl AsRef<str>) -> Self {
        self.fields().request_id = Some(shown(&hide(id.as_ref())));
        self
    }

    /// Sets the wait that the server asked for.
    #[must_use]
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        self.fields().retry_after = Some(wait);
        self
    }

    /// Overrides whether a retry may succeed.
    #[must_use]
    pub fn with_retryable(mut self, retryable: bool) -> Self {
        self.fields().retryable = retryable;
        self
    }

    /// Marks the server's answer as saying that it accepted nothing.
    #[must_use]
    pub(crate) fn mark_untaken(mut self) -> Self {
        self.fields().untaken = true;
        self
    }

    /// Marks the server's answer as saying of an upstream that it broke off: a job may run there.
    #[must_use]
    pub(crate) fn mark_open(mut self) -> Self {
        self.fields().open = true;
        self
    }

    /// Marks the error as stated by the API itself.
    #[must_use]
    pub(crate) fn mark_stated(mut self) -> Self {
        self.fields().stated = true;
        self
    }

    /// Withdraws the mark that the API itself said this about a job or this credential.
    #[must_use]
    pub(crate) fn unstated(mut self) -> Self {
        self.fields().stated = false;
        self
    }

    /// Names the job concerned, unless one is named already.
    #[must_use]
    pub fn with_job(mut self, id: impl Into<String>) -> Self {
        self.fields().job_id.get_or_insert(id.into());
        self
    }

    /// Keeps the cause.
    #[must_use]
    pub fn caused_by(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        let source: Arc<dyn std::error::Error + Send + Sync> = Arc::from(source.into());
        self.fields().source = Some(match hidden_cause(&*source) {
            Some(hidden) => Arc::new(hidden),
            None => source,
        });
        self
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The failure in one sentence, without operation and hint.
    pub fn reason(&self) -> &str {
        &self.0.message
    }

    /// Advice to the caller, if there is any.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref().or(self.0.kind.hint())
    }

    /// The operation's name, such as `sora.videos.create`.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The server's own code.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The HTTP status, if there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The server's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The wait that the server asked for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// True if trying again later may succeed without any change. It does not mean that
    /// trying again is free: see [`ErrorKind::OutcomeUnknown`].
    pub fn retryable(&self) -> bool {
        self.0.retryable
    }

    /// True if the server's answer says that it accepted nothing, so that even a creation
    /// may be sent again. Only the classifier sets it (`api/failure`); text merely quoted
    /// inside an answer never does.
    pub(crate) fn untaken(&self) -> bool {
        self.0.untaken
    }

    /// True if the answer says of an upstream that it broke off, so that nobody knows whether a
    /// request was taken.
    pub(crate) fn is_open(&self) -> bool {
        self.0.open
    }

    /// True if the API itself states it in its own answer, rather than a page from
    /// something in front of it.
    pub(crate) fn is_stated(&self) -> bool {
        self.0.stated
    }

    /// The field that was refused.
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// The id of the job concerned. The job can be resumed with it.
    pub fn job_id(&self) -> Option<&str> {
        self.0.job_id.as_deref()
    }

    /// The fields as a plain value for other languages.
    pub fn report(&self) -> ErrorReport {
        ErrorReport {
            kind: self.kind(),
            message: self.to_string(),
            operation: self.operation().map(Into::into),
            code: self.code().map(Into::into),
            status: self.status(),
            request_id: self.request_id().map(Into::into),
            retry_after: self.retry_after().map(|wait| wait.as_secs_f64()),
            retryable: self.retryable(),
            field: self.field().map(Into::into),
            job_id: self.job_id().map(Into::into),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        f.write_str(self.reason())?;
        match (self.status(), self.code()) {
            (Some(status), Some(code)) => write!(f, " (HTTP {status}, {code})")?,
            (Some(status), None) => write!(f, " (HTTP {status})")?,
            (None, Some(code)) => write!(f, " ({code})")?,
            (None, None) => {}
        }
        if let Some(job) = self.job_id() {
            write!(f, " [job {}]", shown(job))?;
        }
        if let Some(advice) = self.hint() {
            let stop = if self.reason().ends_with(['.', '!', '?'])
                && self.status().is_none()
                && self.code().is_none()
                && self.job_id().is_none()
            {
                ""
            } else {
                "."
            };
            write!(f, "{stop} {advice}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

/// A server's text on one line, fit to show, without a client's secrets.
fn one_line(text: &str) -> String {
    // Only a short part is kept, so no more of a long text is examined than can be shown.
    let head = text.char_indices().nth(MESSAGE_LIMIT * 20);
    let text = head.map_or(text, |(end, _)| &text[..end]);
    shown_within(&hide(text), MESSAGE_LIMIT)
}

/// A cause whose text held a secret.
#[derive(Debug)]
struct Cause {
    message: String,
    source: Option<Box<Self>>,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The texts of a cause and of its own causes, without secrets; `None` if they hold none.
fn hidden_cause(error: &(dyn std::error::Error + 'static)) -> Option<Cause> {
    let mut found = false;
    let mut messages = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let shown = error.to_string();
        let hidden = hide(&shown);
        // `Debug` may show more.
        let debug = format!("{error:?}");
        found |= hidden != shown || hide(&debug) != debug;
        messages.push(hidden.into_owned());
        next = error.source();
    }
    if !found {
        return None;
    }
    messages.into_iter().rev().fold(None, |source, message| {
        Some(Cause {
            message,
            source: source.map(Box::new),
        })
    })
}
