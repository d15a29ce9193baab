//! What happens inside a call, told to whoever wants to know.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ErrorKind, OptionSource, hide};
use crate::platform::{MaybeSend, MaybeSync};

/// Something that happened inside a call, such as an answer with its status and headers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// A proof of work was solved.
    Solved {
        /// The challenge's difficulty, in hexadecimal.
        difficulty: String,
        /// How many candidates were tried.
        tries: u64,
        /// How long it took.
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
        /// The headers, by their names in lower case; those that set cookies are left out.
        headers: BTreeMap<String, String>,
    },
    /// A request failed and will be sent again.
    Retrying {
        /// The operation.
        operation: String,
        /// Why it failed.
        kind: ErrorKind,
        /// How long until it is sent again.
        #[serde(with = "crate::seconds")]
        #[schemars(with = "f64")]
        after: Duration,
    },
    /// The account has too many jobs in progress; a creation waits for a slot.
    WaitingForSlot {
        /// The operation.
        operation: String,
        /// How long until it is sent again.
        #[serde(with = "crate::seconds")]
        #[schemars(with = "f64")]
        after: Duration,
    },
    /// The access token was renewed, and the credential stored.
    Renewed,
    /// The client uses a credential that the caller did not give in code, for the
    /// first time.
    CredentialUsed {
        /// Which source it is from.
        source: OptionSource,
        /// The origin that it goes to.
        origin: String,
    },
    /// The server says where a job stands with a word that sorakit does not know, and
    /// there are signs that the job may be done: it stands at 100 %, an address is in the
    /// answer, or nothing has changed for ten minutes. A warning says the same, and the
    /// file is looked for from now on.
    UnknownStatus {
        /// The job's id.
        job_id: String,
        /// The server's word.
        status_word: String,
        /// How far the job is, in percent.
        progress: f64,
    },
    /// Something is odd and not wrong, such as a credential file that others can
    /// read, or a variable that is no option.
    Warning {
        /// What it is.
        message: String,
    },
}

impl Event {
    /// The same without what may be a client's secret: words of a server's may stand
    /// in it.
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

/// Is told of events. Called on whichever thread runs the call, so it should be
/// quick.
pub trait Observer: MaybeSend + MaybeSync + 'static {
    /// Something happened.
    fn on_event(&self, event: &Event);
}

impl<F: Fn(&Event) + MaybeSend + MaybeSync + 'static> Observer for F {
    fn on_event(&self, event: &Event) {
        self(event);
    }
}
