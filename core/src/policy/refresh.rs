//! When an access token has to be replaced.

use std::time::Duration;

/// How long before its end an access token counts as expired, so that it does
/// not end between being checked and being used.
pub const MARGIN: Duration = Duration::from_secs(60);

/// How much of its life an access token has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Enough, or as much as nobody knows: it is used until it is refused.
    Enough,
    /// So little that it is replaced before it is used, where it can be.
    Little,
}

/// What a token has left that ends at `ends` on a clock that shows `now`. A
/// token that lives for less than two margins is used for the half of its life.
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
        // One of ten seconds is not replaced at once, and again, and again.
        assert_eq!(of(Some(1010), Some(10)), Left::Enough);
        assert_eq!(of(Some(1005), Some(10)), Left::Little);
        assert_eq!(left(Some(secs(1)), None, Duration::MAX), Left::Little);
    }
}
