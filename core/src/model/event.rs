//! Events inside a call, reported to any observer.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Dialect, ErrorKind, Flavour, OptionSource, hide};
use crate::platform::{MaybeSend, MaybeSync};

/// An event inside a call, such as an answer with its status and headers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// A proof of work was solved.
    Solved {
        /// The challenge's difficulty, in hexadecimal.
        difficulty: String,
        /// The number of candidates tried.
        tries: u64,
        /// The time it took.
        #[serde(with = "crate::seconds")]
        #[schemars(with = "f64")]
        elapsed: Duration,
    },
    /// The server answered a request, with success or not.
    Answered {
        /// The operation.
        operation: String,
        /// The HTTP status.
        status: u16,
        /// The headers, by lower-case name, without those that set cookies.
        headers: BTreeMap<String, String>,
    },
    /// A request failed and will be sent again.
    Retrying {
        /// The operation.
        operation: String,
        /// The reason for the failure.
        kind: ErrorKind,
        /// The time until it is sent again.
        #[serde(with = "crate::seconds")]
        #[schemars(with = "f64")]
        after: Duration,
    },
    /// The account has too many jobs in progress; a creation waits for a slot.
    WaitingForSlot {
        /// The operation.
        operation: String,
        /// The time until it is sent again.
        #[serde(with = "crate::seconds")]
        #[schemars(with = "f64")]
        after: Duration,
    },
    /// It is known what the server speaks: the client, which was given neither dialect nor
    /// flavour, has asked it, or this process has before; or an answer has shown the flavour of
    /// a server whose dialect alone was given.
    Detected {
        /// The dialect.
        dialect: Dialect,
        /// The flavour, of a dialect that has several.
        flavour: Option<Flavour>,
        /// The reasons: each request and its answer, one per line.
        evidence: Vec<String>,
    },
    /// The access token was renewed, and the credential stored.
    Renewed,
    /// The client uses, for the first time, a credential that the caller did not give in
    /// code.
    CredentialUsed {
        /// The source of the credential.
        source: OptionSource,
        /// The origin that the credential goes to.
        origin: String,
    },
    /// The server describes a job's status with a word that sorakit does not know, and
    /// there are signs that the job may be done: it is at 100 %, an address is in the
    /// answer, or nothing has changed for ten minutes. A warning says the same, and the
    /// file is looked for from now on.
    UnknownStatus {
        /// The job's id.
        job_id: String,
        /// The server's word.
        status_word: String,
        /// The progress in percent.
        progress: f64,
    },
    /// Something is unusual but not wrong, such as a credential file that others can
    /// read, or a variable that is not an option.
    Warning {
        /// The warning's text.
        message: String,
    },
}

impl Event {
    /// The same event without possible secrets of a client: a server's text may contain
    /// them.
    pub(crate) fn without_secrets(self) -> Self {
        let Ok(text) = serde_json::to_string(&self) else {
            return self;
        };
        match hide(&text) {
            Cow::Owned(hidden) => serde_json::from_str(&hidden).unwrap_or(self),
            Cow::Borrowed(_) => self,
        }
    }
}

/// Receives events. It is called on the thread that runs the call, so it should be quick.
pub trait Observer: MaybeSend + MaybeSync + 'static {
    /// Handles an event.
    fn on_event(&self, event: &Event);
}

impl<F: Fn(&Event) + MaybeSend + MaybeSync + 'static> Observer for F {
    fn on_event(&self, event: &Event) {
        self(event);
    }
}
