//! The remaining lifetime of an access token, by whichever clock can be trusted.
//!
//! A server says how long its token lives; the local time of day may be wrong. So a token
//! issued to this process is judged by its age, on a clock that nobody sets. For a token
//! that was given or stored, the time of day has to do.

use std::time::Duration;

use super::renewer::Renewer;
use super::{Claims, Credential};
use crate::api::Timestamp;
use crate::model::Secret;
use crate::policy::refresh::{self, Left};

/// The longest lifetime that is believed, a hundred years.
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 3600);

/// An access token that a server gave to this process.
pub(super) struct Issued {
    token: Secret,
    lifetime: Option<Duration>,
    /// The expiry, by the host's monotonic clock.
    ends: Option<Duration>,
}

impl Issued {
    /// A token that has just been issued, with the lifetime that its answer states.
    /// Records its expiry in the credential, for other processes.
    pub(super) fn now<R: Renewer>(
        credential: &mut Credential,
        token: &Secret,
        expires_in: Option<Duration>,
        renewer: &R,
    ) -> Self {
        let claims = Claims::read(token);
        let lifetime = expires_in
            .or_else(|| claims.as_ref()?.lifetime())
            // The remaining lifetime by the server's own clock, if that is known.
            .or_else(|| Some(claims.as_ref()?.expires_at?.since(renewer.server_time()?)))
            .filter(|lifetime| !lifetime.is_zero())
            .map(|lifetime| lifetime.min(LONGEST));
        credential.access_token = Some(token.clone());
        credential.expires_at = lifetime.map(|lifetime| renewer.now().after(lifetime));
        Self {
            token: token.clone(),
            lifetime,
            ends: lifetime.map(|lifetime| renewer.monotonic().saturating_add(lifetime)),
        }
    }
}

/// The remaining lifetime of the credential's access token.
pub(super) fn left<R: Renewer>(
    credential: &Credential,
    issued: Option<&Issued>,
    renewer: &R,
) -> Left {
    if let Some(issued) =
        issued.filter(|issued| credential.access_token.as_ref() == Some(&issued.token))
    {
        return refresh::left(issued.ends, issued.lifetime, renewer.monotonic());
    }
    // A stored expiry was computed by this machine's clock, a token's own by the
    // server's.
    let now = match credential.expires_at {
        Some(_) => renewer.now(),
        None => renewer.server_time().unwrap_or_else(|| renewer.now()),
    };
    let since_1970 = |time: Timestamp| time.since(Timestamp::from_secs(0));
    refresh::left(
        credential.access_token_ends().map(since_1970),
        None,
        since_1970(now),
    )
}
