//! Deciding when an access token must be replaced.

use std::time::Duration;

/// The time before its expiry from which an access token counts as expired, so that it
/// does not expire between being checked and being used.
pub const MARGIN: Duration = Duration::from_secs(60);

/// The remaining lifetime of an access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Enough, or unknown: it is used until it is refused.
    Enough,
    /// So little that it is replaced before it is used, if possible.
    Little,
}

/// The remaining lifetime of a token that expires at `ends` on a clock that shows `now`.
/// A token that lives for less than two margins is used for half of its life.
pub fn left(ends: Option<Duration>, lifetime: Option<Duration>, now: Duration) -> Left {
    let margin = lifetime.map_or(MARGIN, |lifetime| MARGIN.min(lifetime / 2));
    match ends {
        Some(ends) if now.saturating_add(margin) >= ends => Left::Little,
        _ => Left::Enough,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_replaced_a_minute_before_its_end() {
        let secs = Duration::from_secs;
        let of = |ends: Option<u64>, lifetime: Option<u64>| {
            left(ends.map(secs), lifetime.map(secs), secs(1000))
        };
        assert_eq!(of(None, None), Left::Enough);
        assert_eq!(of(Some(1061), None), Left::Enough);
        assert_eq!(of(Some(1060), None), Left::Little);
        assert_eq!(of(Some(10), None), Left::Little);
        assert_eq!(of(Some(1061), Some(3600)), Left::Enough);
        assert_eq!(of(Some(1060), Some(3600)), Left::Little);
        // A token that lives ten seconds is not replaced at once, and again, and again.
        assert_eq!(of(Some(1010), Some(10)), Left::Enough);
        assert_eq!(of(Some(1005), Some(10)), Left::Little);
        assert_eq!(left(Some(secs(1)), None, Duration::MAX), Left::Little);
    }
}
