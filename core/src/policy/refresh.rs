//! When an access token has to be replaced.

use std::time::Duration;

use crate::api::Timestamp;

/// How long before its end an access token counts as expired, so that it does
/// not end between being checked and being used.
pub const MARGIN: Duration = Duration::from_secs(60);

/// Whether a token that ends at `expires_at` has to be replaced before it is
/// used at `now`. A token without a known end is used until it is refused.
pub fn needed(expires_at: Option<Timestamp>, now: Timestamp) -> bool {
    expires_at.is_some_and(|end| now.after(MARGIN) >= end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_replaced_a_minute_before_its_end() {
        let now = Timestamp::from_secs(1000);
        assert!(!needed(None, now));
        assert!(!needed(Some(Timestamp::from_secs(1061)), now));
        assert!(needed(Some(Timestamp::from_secs(1060)), now));
        assert!(needed(Some(Timestamp::from_secs(10)), now));
    }
}
